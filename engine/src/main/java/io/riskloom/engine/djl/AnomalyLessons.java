package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.AnomalySpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A step teaches the discriminator on real rows against rows from noise and rows put together again, each of these two half,
 * then encoder and generator together: to be taken for real, and λ times the mean absolute error of putting together again.
 * The epoch with the smallest such error on the validation rows is kept.
 */
final class AnomalyLessons implements Trainee, AutoCloseable {
    private final AnomalySpec spec;
    private final AnomalyNetworks networks;
    private final Optimiser makers;
    private final Optimiser judges;
    private final Samples validation;
    private final int rows;
    private final NDManager data;
    private final NDArray inputs;
    /** Summed over the rows of an epoch: error, loss of the discriminator, its surplus of right answers. */
    private final NDArray sums;

    private int batch;
    private NDManager epoch;
    private NDList epochInputs;

    AnomalyLessons(AnomalySpec spec, AnomalyNetworks networks, Samples training, Samples validation) {
        this.spec = spec;
        this.networks = networks;
        this.makers = Optimiser.of(networks.again(), spec);
        this.judges = Optimiser.of(networks.discriminator(), spec);
        this.validation = validation;
        this.rows = training.rows();
        this.batch = Math.min(spec.batch(), rows);
        this.data = networks.manager().newSubManager();
        this.inputs = training.inputs(data);
        this.sums = data.zeros(new Shape(3));
    }

    @Override
    public int steps() {
        return rows / batch;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public int rows(int index) {
        return batch;
    }

    @Override
    public void batch(int size) {
        batch = size;
    }

    @Override
    public double peakRate() {
        return spec.learningRate();
    }

    @Override
    public void begin(long seed, int from) {
        epoch = data.newSubManager();
        NDIndex order = new NDIndex("{}", epoch.create(Supervised.shuffled(rows, seed)));
        epochInputs = Supervised.batches(inputs.get(epoch, order), batch);
        if (from == 0) {
            sums.muli(0);
        }
    }

    @Override
    public double step(int index, double factor) {
        try (NDManager update = epoch.newSubManager()) {
            NDArray real = epochInputs.get(index);
            real.attach(update); // and with it all that comes of it
            double norm = teachDiscriminator(real, factor);
            return Double.isFinite(norm) ? Math.hypot(norm, teachMakers(real, update, factor)) : Double.NaN;
        }
    }

    private double teachDiscriminator(NDArray real, double factor) {
        NDManager manager = real.getManager();
        NDArray generated = networks.generated(networks.noise(manager, batch));
        NDArray made = networks.again().forward(real, true);
        NDList answers = Torch.recorded(() -> networks.judged(real, generated, made));
        NDArray loss = Torch.recorded(() -> Losses.softplusMean(answers.get(0).neg())
                .add(Recorded.times(Losses.softplusMean(answers.get(1)), 0.5))
                .add(Recorded.times(Losses.softplusMean(answers.get(2)), 0.5)));
        NDArray surplus = answers.get(0)
                .sign()
                .mean()
                .sub(answers.get(1).sign().mean().mul(0.5))
                .sub(answers.get(2).sign().mean().mul(0.5));
        count(1, loss);
        count(2, surplus);
        return judges.step(loss, spec.discriminatorRate() * factor);
    }

    private double teachMakers(NDArray real, NDManager update, double factor) {
        NDArray noise = networks.noise(update, batch);
        NDArray[] error = new NDArray[1];
        NDArray loss = Torch.recorded(() -> {
            NDArray made = networks.again().forward(real, true);
            NDList answers = networks.judged(real, networks.generated(noise), made);
            error[0] = made.sub(real).abs().mean();
            NDArray fooled = Losses.softplusMean(answers.get(1).neg())
                    .add(Losses.softplusMean(answers.get(2).neg()));
            return Recorded.times(fooled, 0.5).add(Recorded.times(error[0], spec.reconstruction()));
        });
        count(0, error[0]);
        return makers.step(loss, spec.learningRate() * factor);
    }

    /** Adds a batch's mean to an epoch's sum. */
    private void count(int which, NDArray mean) {
        NDArray plain = mean.stopGradient();
        plain.attach(mean.getManager());
        NDArray place = plain.getManager().zeros(new Shape(3));
        place.set(new NDIndex(which), plain.mul(batch));
        sums.addi(place);
    }

    @Override
    public void breakOff() {
        if (epoch != null) {
            epoch.close();
        }
    }

    @Override
    public Optional<Figures> end(long learnt, BooleanSupplier cancelled) {
        float[] summed = sums.toFloatArray();
        epoch.close();
        int chunk = Network.chunk(validation.shape());
        double sum = 0;
        for (int from = 0; from < validation.rows(); from += chunk) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            Samples part = validation.part(from, Math.min(validation.rows(), from + chunk));
            try (NDManager scratch = data.newSubManager()) {
                NDArray x = part.inputs(scratch);
                sum += networks.again().forward(x, false).sub(x).abs().mean().getFloat() * (double) part.rows();
            }
        }
        double error = sum / validation.rows();
        Map<String, Double> values = Map.of(
                "discriminatorLoss",
                (double) summed[1] / learnt,
                "discriminatorAccuracy",
                0.5 + 0.25 * summed[2] / learnt);
        return Optional.of(new Figures((double) summed[0] / learnt, error, error, values));
    }

    @Override
    public Collection<NDArray> trained() {
        List<NDArray> both = new ArrayList<>(networks.again().trainable().values());
        both.addAll(networks.discriminator().trainable().values());
        return both;
    }

    @Override
    public Map<String, NDArray> weights() {
        return networks.state();
    }

    @Override
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        networks.state().forEach((name, array) -> state.put("w." + name, array));
        makers.state().forEach((name, array) -> state.put("again." + name, array));
        judges.state().forEach((name, array) -> state.put("discriminator." + name, array));
        state.put("sums", sums);
        return state;
    }

    @Override
    public void resumeAt(long steps) {
        makers.resumeAt(steps);
        judges.resumeAt(steps);
    }

    @Override
    public void close() {
        makers.close();
        judges.close();
        data.close();
    }
}
