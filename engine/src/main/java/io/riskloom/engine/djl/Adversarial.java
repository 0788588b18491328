package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.Learning;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/**
 * A generator against a discriminator (Goodfellow et al. 2014): each step first teaches the discriminator
 * (softplus(−D(x)) + softplus(D(G(z)))), then the generator with the non-saturating loss softplus(−D(G(z))).
 */
final class Adversarial implements Trainee, AutoCloseable {
    private final Network generator;
    private final Network discriminator;
    private final Optimiser generatorSteps;
    private final Optimiser discriminatorSteps;
    private final Samples training;
    private final int latent;
    private final double generatorRate;
    private final double discriminatorRate;
    private final ToDoubleFunction<float[]> distance;
    private final NDManager data;
    private final NDArray inputs;
    private final NDArray generatorLoss;
    private final NDArray discriminatorLoss;
    /** Share of right answers less that of wrong ones, twice, summed over the rows. */
    private final NDArray surplus;

    private int batch;
    private NDManager epoch;
    private NDList epochInputs;

    /**
     * @param learning optimiser of both networks; its rate is the generator's
     * @param distance of a sheaf of generated windows from the training data; the epoch with the smallest is kept
     */
    Adversarial(
            Learning learning,
            Network generator,
            Network discriminator,
            Samples training,
            int latent,
            int batch,
            double discriminatorRate,
            ToDoubleFunction<float[]> distance) {
        this.generator = generator;
        this.discriminator = discriminator;
        this.generatorSteps = Optimiser.of(generator, learning);
        this.discriminatorSteps = Optimiser.of(discriminator, learning);
        this.training = training;
        this.latent = latent;
        this.batch = Math.min(batch, training.rows());
        this.generatorRate = learning.learningRate();
        this.discriminatorRate = discriminatorRate;
        this.distance = distance;
        this.data = generator.manager().newSubManager();
        this.inputs = training.inputs(data);
        this.generatorLoss = data.zeros(new Shape(1));
        this.discriminatorLoss = data.zeros(new Shape(1));
        this.surplus = data.zeros(new Shape(1));
    }

    @Override
    public int steps() {
        return training.rows() / batch;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public void batch(int rows) {
        batch = rows;
    }

    private Map<String, NDArray> sums() {
        return Map.of("sum.generator", generatorLoss, "sum.discriminator", discriminatorLoss, "sum.surplus", surplus);
    }

    @Override
    public double peakRate() {
        return generatorRate;
    }

    @Override
    public void begin(long seed, int from) {
        epoch = data.newSubManager();
        NDIndex order = new NDIndex("{}", epoch.create(Supervised.shuffled(training.rows(), seed)));
        epochInputs = Supervised.batches(inputs.get(epoch, order), batch);
        if (from == 0) {
            sums().values().forEach(sum -> sum.muli(0));
        }
    }

    @Override
    public double step(int index, double factor) {
        try (NDManager step = epoch.newSubManager()) {
            NDArray real = epochInputs.get(index);
            real.attach(step); // and with it all that comes of it
            double judge = teachDiscriminator(real, step, factor);
            double maker = Double.isFinite(judge) ? teachGenerator(step, factor) : Double.NaN;
            return Math.hypot(judge, maker);
        }
    }

    private double teachDiscriminator(NDArray real, NDManager step, double factor) {
        NDArray fake = generator.forward(noise(step), true);
        NDList answers =
                Torch.recorded(() -> new NDList(discriminator.forward(real, true), discriminator.forward(fake, true)));
        NDArray onReal = answers.get(0);
        NDArray onFake = answers.get(1);
        NDArray loss = Torch.recorded(() -> Losses.softplusMean(onReal.neg()).add(Losses.softplusMean(onFake)));
        add(discriminatorLoss, loss, step);
        add(surplus, onReal.sign().mean().sub(onFake.sign().mean()), step);
        return discriminatorSteps.step(loss, discriminatorRate * factor);
    }

    private double teachGenerator(NDManager step, double factor) {
        NDArray loss = Torch.recorded(() -> {
            NDArray verdict = discriminator.forward(generator.forward(noise(step), true), true);
            return Losses.softplusMean(verdict.neg());
        });
        add(generatorLoss, loss, step);
        return generatorSteps.step(loss, generatorRate * factor);
    }

    private void add(NDArray sum, NDArray value, NDManager step) {
        NDArray plain = value.stopGradient();
        plain.attach(step);
        sum.addi(plain.mul(batch));
    }

    private NDArray noise(NDManager step) {
        return step.randomNormal(new Shape(batch, latent));
    }

    @Override
    public void breakOff() {
        if (epoch != null) {
            epoch.close();
        }
    }

    @Override
    public Optional<Figures> end(BooleanSupplier cancelled) {
        int rows = steps() * batch;
        double maker = generatorLoss.getFloat(0) / rows;
        double judge = discriminatorLoss.getFloat(0) / rows;
        double accuracy = 0.5 + 0.25 * surplus.getFloat(0) / rows;
        epoch.close();
        if (cancelled.getAsBoolean()) {
            return Optional.empty();
        }
        double far = distance.applyAsDouble(draw(generator, latent, 512));
        Map<String, Double> values = Map.of("wasserstein1", far, "discriminatorAccuracy", accuracy);
        return Optional.of(new Figures(maker, judge, far, values));
    }

    /** Windows from fresh noise of the native random numbers, row after row. */
    static float[] draw(Network generator, int latent, int windows) {
        try (NDManager step = generator.manager().newSubManager()) {
            return generator
                    .forward(step.randomNormal(new Shape(windows, latent)), false)
                    .toFloatArray();
        }
    }

    @Override
    public Map<String, NDArray> weights() {
        return generator.state();
    }

    @Override
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        generator.state().forEach((name, array) -> state.put("generator.w." + name, array));
        generatorSteps.state().forEach((name, array) -> state.put("generator." + name, array));
        discriminator.state().forEach((name, array) -> state.put("discriminator.w." + name, array));
        discriminatorSteps.state().forEach((name, array) -> state.put("discriminator." + name, array));
        state.putAll(new TreeMap<>(sums()));
        return state;
    }

    @Override
    public void resumeAt(long steps) {
        generatorSteps.resumeAt(steps);
        discriminatorSteps.resumeAt(steps);
    }

    @Override
    public void close() {
        generatorSteps.close();
        discriminatorSteps.close();
        data.close();
    }
}
