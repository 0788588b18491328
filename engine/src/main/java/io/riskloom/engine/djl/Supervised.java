package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.Learning;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/**
 * Learning from inputs and targets in shuffled batches. A last batch of a single sample is left out: batch norm has
 * no variance there, and one sample is no estimate. The epoch with the smallest validation loss wins, or the one that
 * is best by the goal's measure.
 */
final class Supervised implements Trainee, AutoCloseable {

    /** Mean loss of a batch as a scalar array. */
    @FunctionalInterface
    interface Loss {
        NDArray of(NDArray prediction, NDArray target);
    }

    /**
     * @param loss    is made small on the training rows
     * @param measure decides which epoch is kept; empty for the loss on the validation rows
     */
    record Goal(Loss loss, Optional<Measure> measure) {}

    /** Numbers up to which an epoch has them all in its order at once, which small steps are quicker with. */
    private static final long MOST_COPIED = 16L << 20;

    private final Network network;
    private final Optimiser optimiser;
    private final int rows;
    private final Samples validation;
    private final Goal goal;
    private final double peakRate;
    private final NDManager data;
    private final NDArray inputs;
    private final NDArray targets;
    private final NDArray lossSum;
    private int batch;
    private NDManager epoch;
    private NDList epochOrder;
    private NDList epochInputs;
    private NDList epochTargets;

    /** @param optimiser is closed with this */
    Supervised(
            Network network,
            Optimiser optimiser,
            Samples training,
            Samples validation,
            Goal goal,
            int batch,
            double peakRate) {
        this.network = network;
        this.optimiser = optimiser;
        this.rows = training.rows();
        this.validation = validation;
        this.goal = goal;
        this.batch = Math.min(batch, rows);
        this.peakRate = peakRate;
        this.data = network.manager().newSubManager();
        this.inputs = training.inputs(data);
        this.targets = training.targets(data);
        this.lossSum = data.zeros(new Shape(1));
    }

    /** As a specification says. */
    static Supervised of(
            Learning learning, Network network, Samples training, Samples validation, Goal goal, int batch) {
        Optimiser optimiser = Optimiser.of(network, learning);
        return new Supervised(network, optimiser, training, validation, goal, batch, learning.learningRate());
    }

    @Override
    public int steps() {
        int whole = rows / batch;
        return rows % batch > 1 ? whole + 1 : whole;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public int rows(int index) {
        return Math.min(batch, rows - index * batch);
    }

    @Override
    public void batch(int rows) {
        batch = rows;
    }

    @Override
    public double peakRate() {
        return peakRate;
    }

    @Override
    public void begin(long seed, int from) {
        epoch = data.newSubManager();
        NDArray order = epoch.create(shuffled(rows, seed));
        if (inputs.size() > MOST_COPIED) {
            epochOrder = batches(order, batch);
        } else {
            NDIndex shuffled = new NDIndex("{}", order);
            epochInputs = batches(inputs.get(epoch, shuffled), batch);
            epochTargets = batches(targets.get(epoch, shuffled), batch);
        }
        if (from == 0) {
            lossSum.muli(0);
        }
    }

    @Override
    public double step(int index, double factor) {
        try (NDManager step = epoch.newSubManager()) {
            NDArray x = batch(inputs, epochInputs, index, step);
            NDArray y = batch(targets, epochTargets, index, step);
            NDArray value = Torch.recorded(() -> goal.loss().of(network.forward(x, true), y));
            NDArray plain = value.stopGradient();
            plain.attach(step);
            lossSum.addi(plain.mul(x.getShape().get(0)));
            return optimiser.step(value, peakRate * factor);
        }
    }

    /** Rows of one step, which belong to it and with them all that comes of them. */
    private NDArray batch(NDArray all, NDList cut, int index, NDManager step) {
        if (inputs.size() > MOST_COPIED) {
            return all.get(step, new NDIndex("{}", epochOrder.get(index)));
        }
        NDArray rows = cut.get(index);
        rows.attach(step);
        return rows;
    }

    /** Views of so many rows each, the last of what is left. Cut together: one by one each would take as long as a layer. */
    static NDList batches(NDArray rows, int batch) {
        long count = rows.getShape().get(0);
        long[] cuts = LongStream.iterate(batch, cut -> cut < count, cut -> cut + batch)
                .toArray();
        return rows.split(cuts);
    }

    @Override
    public void breakOff() {
        if (epoch != null) {
            epoch.close();
        }
    }

    @Override
    public Optional<Figures> end(long learnt, BooleanSupplier cancelled) {
        double trainLoss = lossSum.getFloat(0) / learnt;
        epoch.close();
        int held = validation.rows();
        int chunk = Network.chunk(validation.shape());
        float[] answers = new float[validation.y().length];
        double sum = 0;
        for (int from = 0; from < held; from += chunk) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            sum += lossOf(validation.part(from, Math.min(held, from + chunk)), answers, from);
        }
        double loss = sum / held;
        if (goal.measure().isEmpty() || !Double.isFinite(loss)) {
            return Optional.of(new Figures(trainLoss, loss, loss, Map.of()));
        }
        Measure measure = goal.measure().get();
        double value = measure.of().applyAsDouble(answers, validation.y());
        return Optional.of(new Figures(trainLoss, loss, measure.score(value), Map.of(measure.name(), value)));
    }

    /** Summed over the rows, whose answers are kept. */
    private double lossOf(Samples part, float[] answers, int from) {
        try (NDManager step = data.newSubManager()) {
            NDArray answer = network.forward(part.inputs(step), false);
            if (goal.measure().isPresent()) {
                float[] numbers = answer.toFloatArray();
                int answered = numbers.length / part.rows();
                for (int row = 0; row < part.rows(); row++) {
                    // what a network answers beside the target's own numbers comes after them
                    System.arraycopy(numbers, row * answered, answers, (from + row) * part.width(), part.width());
                }
            }
            return goal.loss().of(answer, part.targets(step)).getFloat() * (double) part.rows();
        }
    }

    @Override
    public Collection<NDArray> trained() {
        return network.trainable().values();
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
        state.put("sum.loss", lossSum);
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
        optimiser.close();
        data.close();
    }
}
