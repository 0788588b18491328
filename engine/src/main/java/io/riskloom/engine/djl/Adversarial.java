package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/**
 * A generator against a discriminator (Goodfellow et al. 2014): each step first teaches the discriminator
 * (softplus(−D(x)) + softplus(D(G(z)))), then the generator with the non-saturating loss softplus(−D(G(z))).
 */
final class Adversarial implements Trainee, AutoCloseable {
    private final Network generator;
    private final Network discriminator;
    private final AdamW generatorSteps;
    private final AdamW discriminatorSteps;
    private final Samples training;
    private final int latent;
    private final int batch;
    private final double generatorRate;
    private final double discriminatorRate;
    private final ToDoubleFunction<float[]> distance;
    private final NDManager data;
    private final NDArray inputs;
    private NDManager epoch;
    private NDArray epochInputs;
    private NDArray generatorLoss;
    private NDArray discriminatorLoss;
    private NDArray right;
    private int stepsDone;

    /**
     * @param distance of a sheaf of generated windows from the training data; the epoch with the smallest is kept
     */
    Adversarial(
            Network generator,
            Network discriminator,
            Samples training,
            int latent,
            int batch,
            double generatorRate,
            double discriminatorRate,
            ToDoubleFunction<float[]> distance) {
        this.generator = generator;
        this.discriminator = discriminator;
        this.generatorSteps = new AdamW(generator, 0, 0.5, 0.999, 0);
        this.discriminatorSteps = new AdamW(discriminator, 0, 0.5, 0.999, 0);
        this.training = training;
        this.latent = latent;
        this.batch = Math.min(batch, training.rows());
        this.generatorRate = generatorRate;
        this.discriminatorRate = discriminatorRate;
        this.distance = distance;
        this.data = generator.manager().newSubManager();
        this.inputs = training.inputs(data);
    }

    @Override
    public int steps() {
        return training.rows() / batch;
    }

    @Override
    public double peakRate() {
        return generatorRate;
    }

    @Override
    public void begin(long seed) {
        Torch.seed(seed);
        epoch = data.newSubManager();
        NDIndex order = new NDIndex("{}", epoch.create(Supervised.shuffled(training.rows(), seed)));
        epochInputs = inputs.get(epoch, order);
        generatorLoss = epoch.create(0f);
        discriminatorLoss = epoch.create(0f);
        right = epoch.create(0f);
        stepsDone = 0;
    }

    @Override
    public double step(int index, double factor) {
        long from = (long) index * batch;
        try (NDManager step = epoch.newSubManager()) {
            NDArray real = epochInputs.get(step, new NDIndex().addSliceDim(from, from + batch));
            double judge = teachDiscriminator(real, step, factor);
            double maker = Double.isFinite(judge) ? teachGenerator(step, factor) : Double.NaN;
            stepsDone++;
            return Math.hypot(judge, maker);
        }
    }

    private double teachDiscriminator(NDArray real, NDManager step, double factor) {
        NDArray fake = generator.forward(noise(step), true);
        try (GradientCollector collector = Torch.engine().newGradientCollector()) {
            NDArray onReal = discriminator.forward(real, true);
            NDArray onFake = discriminator.forward(fake, true);
            NDArray loss = Losses.softplusMean(onReal.neg()).add(Losses.softplusMean(onFake));
            collector.backward(loss);
            add(discriminatorLoss, loss, step);
            NDArray hits =
                    onReal.stopGradient().gt(0f).toType(DataType.FLOAT32, false).mean();
            NDArray rejects =
                    onFake.stopGradient().lt(0f).toType(DataType.FLOAT32, false).mean();
            add(right, hits.add(rejects).mul(0.5f), step);
        }
        return discriminatorSteps.step(discriminatorRate * factor, step);
    }

    private double teachGenerator(NDManager step, double factor) {
        try (GradientCollector collector = Torch.engine().newGradientCollector()) {
            NDArray verdict = discriminator.forward(generator.forward(noise(step), true), true);
            NDArray loss = Losses.softplusMean(verdict.neg());
            collector.backward(loss);
            add(generatorLoss, loss, step);
        }
        discriminatorSteps.zeroGradients();
        return generatorSteps.step(generatorRate * factor, step);
    }

    private static void add(NDArray sum, NDArray value, NDManager step) {
        NDArray plain = value.stopGradient();
        plain.attach(step);
        sum.addi(plain);
    }

    private NDArray noise(NDManager step) {
        return step.randomNormal(new Shape(batch, latent));
    }

    @Override
    public void breakOff() {
        epoch.close();
    }

    @Override
    public Optional<Figures> end(BooleanSupplier cancelled) {
        double maker = generatorLoss.getFloat() / stepsDone;
        double judge = discriminatorLoss.getFloat() / stepsDone;
        double accuracy = right.getFloat() / stepsDone;
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
        return state;
    }

    @Override
    public void resumeAt(long steps) {
        generatorSteps.resumeAt(steps);
        discriminatorSteps.resumeAt(steps);
    }

    @Override
    public void close() {
        data.close();
    }
}
