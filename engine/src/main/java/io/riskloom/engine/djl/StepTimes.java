package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Learning;
import io.riskloom.engine.model.Specs;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Times of training steps on prepared random data, with everything that a step of a run does. The nets and sizes are
 * those of {@code peer_train.py} in {@code engine/benchmarks}.
 */
public final class StepTimes {

    public static final List<String> NETS = List.of("lstm", "mlp", "mlp-gan", "resnet50-32", "resnet50-64");

    private static final int BATCHES = 32;
    private static final int LEAST_WARM_UP = 3;

    private StepTimes() {}

    /**
     * @param steps        that were timed
     * @param medianMillis wall time of one step, the median over the rounds
     * @param leastMillis  the same of the fastest round
     * @param cpuMillis    processor time of one step, the mean over all rounds
     */
    public record Times(int steps, double medianMillis, double leastMillis, double cpuMillis) {}

    /**
     * @param net     one of {@link #NETS}
     * @param seconds that the timed steps take together, after a quarter of it to warm up
     */
    public static Times of(String net, double seconds, int rounds) {
        Torch.enter(net.startsWith("resnet") ? Torch.Load.LARGE : Torch.Load.SMALL);
        Torch.seed(7);
        return switch (net) {
            case "lstm" -> supervised(Recurrent.lstm(64, 2, false, 0, 1), new Shape(60, 8), 64, seconds, rounds);
            case "mlp" -> supervised(Mlp.ofLogit(0.4, 64, 32), new Shape(30), 64, seconds, rounds);
            case "mlp-gan" -> adversarial(seconds, rounds);
            case "resnet50-32" -> supervised(ResNet.RESNET50.of(1), new Shape(3, 32, 32), 32, seconds, rounds);
            case "resnet50-64" -> supervised(ResNet.RESNET50.of(1), new Shape(3, 64, 64), 32, seconds, rounds);
            default -> throw new IllegalArgumentException("the net must be one of " + NETS + ", not " + net);
        };
    }

    private static Times supervised(Chain chain, Shape sample, int batch, double seconds, int rounds) {
        Learning learning = Specs.defaults(CreditSpec.class, "");
        Samples samples = random(BATCHES * batch, sample);
        Supervised.Goal goal = new Supervised.Goal(Losses::binary, Optional.empty());
        try (Network network = new Network(chain, sample);
                Supervised lessons = Supervised.of(learning, network, samples, samples, goal, batch)) {
            return timed(lessons, seconds, rounds);
        }
    }

    private static Times adversarial(double seconds, int rounds) {
        GenerateSpec spec = Specs.defaults(GenerateSpec.class, "");
        Shape window = new Shape(spec.window());
        Samples samples = random(BATCHES * spec.batch(), window);
        try (Network generator = new Network(Mlp.leaky(spec.units(), spec.window()), new Shape(spec.latent()));
                Network discriminator = new Network(Mlp.leaky(spec.units(), 1), window);
                Adversarial lessons = new Adversarial(
                        spec,
                        generator,
                        discriminator,
                        samples,
                        spec.latent(),
                        spec.batch(),
                        spec.discriminatorRate(),
                        drawn -> 0)) {
            return timed(lessons, seconds, rounds);
        }
    }

    private static Samples random(int rows, Shape sample) {
        Random random = new Random(7);
        float[] x = new float[Math.toIntExact(rows * sample.size())];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextGaussian();
        }
        float[] y = new float[rows];
        for (int i = 0; i < rows; i++) {
            y[i] = random.nextInt(2);
        }
        return new Samples(x, sample, y, 1);
    }

    private static Times timed(Trainee trainee, double seconds, int rounds) {
        long started = System.nanoTime();
        int made = 0;
        while (made < LEAST_WARM_UP || System.nanoTime() - started < seconds / 4 * 1e9) {
            step(trainee, made++);
        }
        double each = (System.nanoTime() - started) / 1e9 / made;
        int steps = Math.max(1, (int) (seconds / rounds / each));
        double[] millis = new double[rounds];
        Duration cpu = cpu();
        for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            for (int i = 0; i < steps; i++) {
                step(trainee, made++);
            }
            millis[round] = (System.nanoTime() - begun) / 1e6 / steps;
        }
        double cpuMillis = cpu().minus(cpu).toNanos() / 1e6 / steps / rounds;
        trainee.breakOff();
        Arrays.sort(millis);
        return new Times(steps * rounds, millis[rounds / 2], millis[0], cpuMillis);
    }

    /** The steps of one epoch after those of another, as in a run, but without validation. */
    private static void step(Trainee trainee, int index) {
        int at = index % trainee.steps();
        if (at == 0) {
            trainee.breakOff();
            trainee.begin(index, 0);
        }
        Torch.seed(index);
        trainee.step(at, 1);
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
