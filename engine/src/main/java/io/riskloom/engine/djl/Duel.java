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
abstract class Duel implements PathGan.TaughtPaths {
    /** Rows that are drawn to see how near the generator has come. */
    private static final int DRAWN = 512;

    private static final String GENERATOR_NORM = "generatorGradient";
    private static final String JUDGE_NORM = "criticGradient";

    private final Sampler generator;
    private final Judge judge;
    private final Optimiser generatorSteps;
    private final Optimiser judgeSteps;
    private final Lessons lessons;
    private final Averaged averaged;
    private final double generatorRate;
    private final Check check;
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
     * What is learnt.
     *
     * @param training rows
     * @param batch    rows of an update
     * @param weights  how often each row is drawn, relative to the others, with replacement; null for each once an epoch
     * @param average  share that the running mean of the generator's weights keeps of itself in a step; 0 for none
     * @param view     what the judge sees of a row
     */
    record Lessons(Samples training, int batch, double[] weights, double average, View view) {

        /** Each row once an epoch, the generator's weights as they are, the judge sees rows. */
        static Lessons plain(Samples training, int batch) {
            return new Lessons(training, batch, null, 0, View.ROWS);
        }
    }

    /** What a judge sees of rows; recorded where the rows are. */
    @FunctionalInterface
    interface View {
        View ROWS = rows -> rows;

        NDArray of(NDArray rows);
    }

    /** How near a generator has come. */
    @FunctionalInterface
    interface Check {
        Checked of(Sampler generator);

        /** By the distance of a sheaf of generated rows from the training data. */
        static Check distance(ToDoubleFunction<float[]> distance) {
            return generator -> {
                double far = distance.applyAsDouble(generator.draw(DRAWN));
                return new Checked(far, Map.of("wasserstein1", far));
            };
        }
    }

    /**
     * @param score  the epoch with the smallest is kept
     * @param values figures of the epoch
     */
    record Checked(double score, Map<String, Double> values) {}

    /**
     * @param learning optimiser of both networks; its rate is the generator's
     * @param check    of every epoch
     * @param figures  that the judge's loss counts beside itself, see {@link #count}
     */
    Duel(Learning learning, Sampler generator, Judge judge, Lessons lessons, Check check, String... figures) {
        this.generator = generator;
        this.judge = judge;
        this.generatorSteps = Optimiser.of(generator.network(), learning);
        this.judgeSteps = Optimiser.of(judge.network(), learning);
        this.lessons = lessons;
        int rows = lessons.training().rows();
        if (rows < judge.updates()) {
            throw new IllegalArgumentException(rows + " rows for " + judge.updates() + " updates a step");
        }
        this.batch = Math.min(lessons.batch(), rows / judge.updates());
        this.generatorRate = learning.learningRate();
        this.check = check;
        this.data = generator.network().manager().newSubManager();
        this.averaged = new Averaged(generator.network(), lessons.average());
        this.inputs = lessons.training().inputs(data);
        sums.put("generator", data.zeros(new Shape(1)));
        sums.put(judge.name(), data.zeros(new Shape(1)));
        sums.put(GENERATOR_NORM, data.zeros(new Shape(1)));
        sums.put(JUDGE_NORM, data.zeros(new Shape(1)));
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
        return lessons.training().rows() / (batch * judge.updates());
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
        NDIndex order = new NDIndex("{}", epoch.create(order(seed)));
        epochInputs = Supervised.batches(inputs.get(epoch, order), batch);
        if (from == 0) {
            sums.values().forEach(sum -> sum.muli(0));
        }
    }

    private long[] order(long seed) {
        int rows = lessons.training().rows();
        return lessons.weights() == null
                ? Supervised.shuffled(rows, seed)
                : WeightedDraws.of(lessons.weights(), rows, seed);
    }

    @Override
    public double step(int index, double factor) {
        double norm = 0;
        for (int i = 0; i < judge.updates() && Double.isFinite(norm); i++) {
            norm = Math.hypot(norm, teachJudge(epochInputs.get(index * judge.updates() + i), factor));
        }
        return Double.isFinite(norm) ? Math.hypot(norm, teachGenerator(index, factor)) : Double.NaN;
    }

    private double teachJudge(NDArray given, double factor) {
        try (NDManager update = epoch.newSubManager()) {
            NDArray real = copied(given, update);
            NDArray fake = generator.rows(generator.noise(update, real), true);
            View view = lessons.view();
            NDArray loss = judgeLoss(judge.network(), view.of(real), view.of(fake));
            count(judge.name(), loss);
            double norm = judgeSteps.step(loss, judge.rate() * factor);
            sums.get(JUDGE_NORM).addi(norm * batch);
            return norm;
        }
    }

    /** In the update's manager, and with it all that comes of it. */
    private static NDArray copied(NDArray rows, NDManager update) {
        NDArray copy = rows.duplicate();
        copy.attach(update);
        return copy;
    }

    /** Real rows of a step's generator, in a manager. */
    final NDArray real(int index, NDManager update) {
        return copied(epochInputs.get((index + 1) * judge.updates() - 1), update);
    }

    /** On the rows that the judge has just seen, as far as noise depends on rows. */
    private double teachGenerator(int index, double factor) {
        try (NDManager update = epoch.newSubManager()) {
            NDArray real = real(index, update);
            NDArray noise = generator.noise(update, real);
            NDArray loss = Torch.recorded(() -> {
                NDArray fake = generator.rows(noise, true);
                NDArray judged =
                        generatorLoss(judge.network().forward(lessons.view().of(fake), true));
                NDArray beside = generator.beside(real, fake);
                return beside == null ? judged : judged.add(beside);
            });
            // as often as the judge, so that all means are over the same rows
            for (int i = 0; i < judge.updates(); i++) {
                count("generator", loss);
            }
            double norm = generatorSteps.step(loss, generatorRate * factor);
            sums.get(GENERATOR_NORM).addi(norm * batch * judge.updates());
            averaged.follow();
            return norm;
        }
    }

    /** The running mean follows a step that was made outside. */
    final void follow() {
        averaged.follow();
    }

    /** Tells after how many steps the running mean stands, where {@link #resumeAt} counts fewer. */
    final void followed(long steps) {
        averaged.resumeAt(steps);
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
        Checked checked = averaged.with(() -> check.of(generator));
        Map<String, Double> values = new HashMap<>(values(means));
        values.put(GENERATOR_NORM, means.get(GENERATOR_NORM));
        values.put(JUDGE_NORM, means.get(JUDGE_NORM));
        values.putAll(checked.values());
        return Optional.of(new Figures(means.get("generator"), means.get(judge.name()), checked.score(), values));
    }

    @Override
    public Collection<NDArray> trained() {
        List<NDArray> both = new ArrayList<>(generator.network().trainable().values());
        both.addAll(judge.network().trainable().values());
        return both;
    }

    @Override
    public Map<String, NDArray> weights() {
        return averaged.state();
    }

    @Override
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        put(state, "generator", generator.network(), generatorSteps);
        put(state, judge.name(), judge.network(), judgeSteps);
        averaged.saved().forEach((name, array) -> state.put("average." + name, array));
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
        averaged.resumeAt(steps);
        judgeSteps.resumeAt(steps * judge.updates());
    }

    @Override
    public void close() {
        generatorSteps.close();
        judgeSteps.close();
        data.close();
    }
}
