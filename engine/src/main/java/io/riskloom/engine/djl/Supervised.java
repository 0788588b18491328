package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Learning from inputs and targets in shuffled batches. A last batch of a single sample is left out: batch norm has
 * no variance there, and one sample is no estimate. The epoch with the smallest validation loss wins.
 */
final class Supervised implements Trainee, AutoCloseable {

    /** Mean loss of a batch as a scalar array. */
    @FunctionalInterface
    interface Loss {
        NDArray of(NDArray prediction, NDArray target);
    }

    private final Network network;
    private final AdamW optimiser;
    private final Samples training;
    private final Samples validation;
    private final Loss loss;
    private final Loss validationLoss;
    private final int batch;
    private final double peakRate;
    private final NDManager data;
    private final NDArray inputs;
    private final NDArray targets;
    private NDManager epoch;
    private NDArray epochInputs;
    private NDArray epochTargets;
    private NDArray lossSum;
    private int stepsDone;

    Supervised(
            Network network,
            AdamW optimiser,
            Samples training,
            Samples validation,
            Loss loss,
            Loss validationLoss,
            int batch,
            double peakRate) {
        this.network = network;
        this.optimiser = optimiser;
        this.training = training;
        this.validation = validation;
        this.loss = loss;
        this.validationLoss = validationLoss;
        this.batch = Math.min(batch, training.rows());
        this.peakRate = peakRate;
        this.data = network.manager().newSubManager();
        this.inputs = training.inputs(data);
        this.targets = training.targets(data);
    }

    @Override
    public int steps() {
        int whole = training.rows() / batch;
        return training.rows() % batch > 1 ? whole + 1 : whole;
    }

    @Override
    public double peakRate() {
        return peakRate;
    }

    @Override
    public void begin(long seed) {
        Torch.seed(seed);
        epoch = data.newSubManager();
        NDIndex order = new NDIndex("{}", epoch.create(shuffled(training.rows(), seed)));
        epochInputs = inputs.get(epoch, order);
        epochTargets = targets.get(epoch, order);
        lossSum = epoch.create(0f);
        stepsDone = 0;
    }

    @Override
    public double step(int index, double factor) {
        long from = (long) index * batch;
        NDIndex rows = new NDIndex().addSliceDim(from, Math.min(from + batch, training.rows()));
        try (NDManager step = epoch.newSubManager()) {
            NDArray x = epochInputs.get(step, rows);
            NDArray y = epochTargets.get(step, rows);
            try (GradientCollector collector = Torch.engine().newGradientCollector()) {
                NDArray value = loss.of(network.forward(x, true), y);
                collector.backward(value);
                NDArray plain = value.stopGradient();
                plain.attach(step);
                lossSum.addi(plain);
            }
            stepsDone++;
            return optimiser.step(peakRate * factor, step);
        }
    }

    @Override
    public void breakOff() {
        epoch.close();
    }

    @Override
    public Optional<Figures> end(BooleanSupplier cancelled) {
        double trainLoss = lossSum.getFloat() / stepsDone;
        epoch.close();
        double sum = 0;
        int rows = validation.rows();
        int chunk = Network.chunk(validation.shape());
        for (int from = 0; from < rows; from += chunk) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            sum += validationLossOf(validation.part(from, Math.min(rows, from + chunk)));
        }
        double validLoss = sum / rows;
        return Optional.of(new Figures(trainLoss, validLoss, validLoss, Map.of()));
    }

    /** Summed over the rows. */
    private double validationLossOf(Samples part) {
        try (NDManager step = data.newSubManager()) {
            NDArray prediction = network.forward(part.inputs(step), false);
            return validationLoss.of(prediction, part.targets(step)).getFloat() * (double) part.rows();
        }
    }

    @Override
    public Map<String, NDArray> weights() {
        return network.state();
    }

    @Override
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        network.state().forEach((name, array) -> state.put("w." + name, array));
        state.putAll(optimiser.state());
        return state;
    }

    @Override
    public void resumeAt(long steps) {
        optimiser.resumeAt(steps);
    }

    /** A permutation of 0 … rows − 1 that follows from the seed alone (Fisher-Yates). */
    static long[] shuffled(int rows, long seed) {
        long[] order = new long[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        Random random = new Random(seed);
        for (int i = rows - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            long swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }

    @Override
    public void close() {
        data.close();
    }
}
