package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.Learning;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/**
 * A generator against a judge of its rows: each step first teaches the judge on so many batches of real rows beside as many
 * generated ones, then the generator. What they are taught is left to the losses.
 */
abstract class Duel implements Trainee, AutoCloseable {
    /** Rows that are drawn to see how near the generator has come. */
    private static final int DRAWN = 512;

    private final Sampler generator;
    private final Judge judge;
    private final Optimiser generatorSteps;
    private final Optimiser judgeSteps;
    private final Samples training;
    private final double generatorRate;
    private final ToDoubleFunction<float[]> distance;
    private final NDManager data;
    private final NDArray inputs;
    private final Map<String, NDArray> sums = new TreeMap<>();
    private int batch;
    private NDManager epoch;
    private NDList epochInputs;

    /**
     * @param name    its place in checkpoints
     * @param rate    its highest learning rate
     * @param updates before each one of the generator
     */
    record Judge(Network network, String name, double rate, int updates) {}

    /**
     * @param learning optimiser of both networks; its rate is the generator's
     * @param distance of a sheaf of generated rows from the training data; the epoch with the smallest is kept
     * @param figures  that the judge's loss counts beside itself, see {@link #count}
     */
    Duel(
            Learning learning,
            Sampler generator,
            Judge judge,
            Samples training,
            int batch,
            ToDoubleFunction<float[]> distance,
            String... figures) {
        this.generator = generator;
        this.judge = judge;
        this.generatorSteps = Optimiser.of(generator.network(), learning);
        this.judgeSteps = Optimiser.of(judge.network(), learning);
        this.training = training;
        if (training.rows() < judge.updates()) {
            throw new IllegalArgumentException(training.rows() + " rows for " + judge.updates() + " updates a step");
        }
        this.batch = Math.min(batch, training.rows() / judge.updates());
        this.generatorRate = learning.learningRate();
        this.distance = distance;
        this.data = generator.network().manager().newSubManager();
        this.inputs = training.inputs(data);
        sums.put("generator", data.zeros(new Shape(1)));
        sums.put(judge.name(), data.zeros(new Shape(1)));
        for (String figure : figures) {
            sums.put(figure, data.zeros(new Shape(1)));
        }
    }

    /** Mean loss of the judge, recorded. */
    abstract NDArray judgeLoss(Network judge, NDArray real, NDArray fake);

    /** Mean loss of the generator from the judge's answers on its rows. */
    abstract NDArray generatorLoss(NDArray answers);

    /** Figures of the epoch from the means of what was counted. */
    abstract Map<String, Double> values(Map<String, Double> means);

    @Override
    public int steps() {
        return training.rows() / (batch * judge.updates());
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public int rows(int index) {
        return batch * judge.updates();
    }

    @Override
    public void batch(int rows) {
        batch = rows;
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
            sums.values().forEach(sum -> sum.muli(0));
        }
    }

    @Override
    public double step(int index, double factor) {
        double norm = 0;
        for (int i = 0; i < judge.updates() && Double.isFinite(norm); i++) {
            norm = Math.hypot(norm, teachJudge(epochInputs.get(index * judge.updates() + i), factor));
        }
        return Double.isFinite(norm) ? Math.hypot(norm, teachGenerator(factor)) : Double.NaN;
    }

    private double teachJudge(NDArray real, double factor) {
        try (NDManager update = epoch.newSubManager()) {
            real.attach(update); // and with it all that comes of it
            NDArray fake = generator.network().forward(generator.noise(update, batch), true);
            NDArray loss = judgeLoss(judge.network(), real, fake);
            count(judge.name(), loss);
            return judgeSteps.step(loss, judge.rate() * factor);
        }
    }

    private double teachGenerator(double factor) {
        try (NDManager update = epoch.newSubManager()) {
            NDArray noise = generator.noise(update, batch);
            NDArray loss = Torch.recorded(() -> {
                NDArray fake = generator.network().forward(noise, true);
                return generatorLoss(judge.network().forward(fake, true));
            });
            // as often as the judge, so that all means are over the same rows
            for (int i = 0; i < judge.updates(); i++) {
                count("generator", loss);
            }
            return generatorSteps.step(loss, generatorRate * factor);
        }
    }

    /** Adds a batch's mean to the epoch's. */
    final void count(String figure, NDArray mean) {
        NDArray plain = mean.stopGradient();
        plain.attach(mean.getManager());
        sums.get(figure).addi(plain.mul(batch));
    }

    @Override
    public void breakOff() {
        if (epoch != null) {
            epoch.close();
        }
    }

    @Override
    public Optional<Figures> end(long rows, BooleanSupplier cancelled) {
        epoch.close();
        if (cancelled.getAsBoolean()) {
            return Optional.empty();
        }
        Map<String, Double> means = new HashMap<>();
        sums.forEach((name, sum) -> means.put(name, (double) sum.getFloat(0) / rows));
        double far = distance.applyAsDouble(generator.draw(DRAWN));
        Map<String, Double> values = new HashMap<>(values(means));
        values.put("wasserstein1", far);
        return Optional.of(new Figures(means.get("generator"), means.get(judge.name()), far, values));
    }

    @Override
    public Collection<NDArray> trained() {
        List<NDArray> both = new ArrayList<>(generator.network().trainable().values());
        both.addAll(judge.network().trainable().values());
        return both;
    }

    @Override
    public Map<String, NDArray> weights() {
        return generator.network().state();
    }

    @Override
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        put(state, "generator", generator.network(), generatorSteps);
        put(state, judge.name(), judge.network(), judgeSteps);
        sums.forEach((name, sum) -> state.put("sum." + name, sum));
        return state;
    }

    private static void put(Map<String, NDArray> state, String name, Network network, Optimiser steps) {
        network.state().forEach((weight, array) -> state.put(name + ".w." + weight, array));
        steps.state().forEach((weight, array) -> state.put(name + "." + weight, array));
    }

    @Override
    public void resumeAt(long steps) {
        generatorSteps.resumeAt(steps);
        judgeSteps.resumeAt(steps * judge.updates());
    }

    @Override
    public void close() {
        generatorSteps.close();
        judgeSteps.close();
        data.close();
    }
}
