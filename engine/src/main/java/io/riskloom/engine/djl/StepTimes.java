package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Learning;
import io.riskloom.engine.model.Specs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * Times of training steps on prepared random data, with everything that a step of a run does. The nets and sizes are
 * those of {@code peer_train.py} in {@code engine/benchmarks}.
 */
public final class StepTimes {

    public static final List<String> NETS =
            List.of("lstm", "mlp", "gan-mlp", "gan-tcn-gp", "resnet50-32", "resnet50-64");

    private static final int BATCHES = 32;
    private static final int LEAST_WARM_UP = 3;
    /** Seconds before a given number of steps. */
    private static final double WARM_UP = 2;

    private StepTimes() {}

    /**
     * How long to measure.
     *
     * @param seconds that the timed steps take together, after half of it to warm up; counts where steps is 0
     * @param steps   that are timed
     */
    public record Length(double seconds, int steps) {
        public Length {
            if (seconds < 0 || steps < 0 || (seconds == 0) == (steps == 0)) {
                throw new IllegalArgumentException("either seconds or steps, not " + seconds + " and " + steps);
            }
        }

        private double warmUp() {
            return steps > 0 ? WARM_UP : seconds / 2;
        }

        private int each(int rounds, double secondsOfOne) {
            double all = steps > 0 ? steps : seconds / secondsOfOne;
            return Math.max(1, (int) Math.round(all / rounds));
        }
    }

    /**
     * @param weights     that a step moves
     * @param rows        that a step learns
     * @param steps       that were timed
     * @param roundMillis wall time of one step, the mean of each round
     * @param cpuMillis   processor time of one step, the mean over all rounds
     */
    public record Times(long weights, int rows, int steps, double[] roundMillis, double cpuMillis) {}

    /** @param half runs once, when half of the rounds are done */
    public static Times of(String net, Length length, int rounds, Runnable half) {
        return with(net, trainee -> timed(trainee, length, rounds, half));
    }

    /** Where the time of a step goes, from so many of them. */
    public static StepProfile profile(String net, int steps) throws IOException {
        try {
            return with(net, trainee -> profiled(trainee, steps));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static <T> T with(String net, Function<Trainee, T> use) {
        Torch.enter(net.startsWith("resnet") ? Torch.Load.LARGE : Torch.Load.SMALL);
        Torch.seed(7);
        return switch (net) {
            case "lstm" -> supervised(Recurrent.lstm(64, 2, false, 0, 1), new Shape(60, 8), 64, use);
            case "mlp" -> supervised(Mlp.ofLogit(0.4, 64, 32), new Shape(30), 64, use);
            case "gan-mlp" -> adversarial("mlp-gan", Map.of(), use);
            case "gan-tcn-gp" -> adversarial("tcn-gan", Map.of("window", 127, "blocks", 6), use);
            case "resnet50-32" -> resNet50(32, use);
            case "resnet50-64" -> resNet50(64, use);
            default -> throw new IllegalArgumentException("the net must be one of " + NETS + ", not " + net);
        };
    }

    private static <T> T supervised(Chain chain, Shape sample, int batch, Function<Trainee, T> use) {
        return supervised(new Network(chain, sample), sample, batch, use);
    }

    private static <T> T resNet50(int side, Function<Trainee, T> use) {
        Shape picture = new Shape(3, side, side);
        return supervised(ResNet.RESNET50.network(1, picture), picture, 32, use);
    }

    /** @param network is closed afterwards */
    private static <T> T supervised(Network network, Shape sample, int batch, Function<Trainee, T> use) {
        Learning learning = Specs.defaults(CreditSpec.class, "");
        Samples samples = random(BATCHES * batch, sample);
        Supervised.Goal goal = new Supervised.Goal(Losses::binary, Optional.empty());
        try (network;
                Supervised lessons = Supervised.of(learning, network, samples, samples, goal, batch)) {
            return use.apply(lessons);
        }
    }

    private static <T> T adversarial(String model, Map<String, Integer> sizes, Function<Trainee, T> use) {
        GenerateSpec spec = Specs.with(Specs.defaults(GenerateSpec.class, ""), "model", model);
        for (Map.Entry<String, Integer> size : sizes.entrySet()) {
            spec = Specs.with(spec, size.getKey(), size.getValue());
        }
        Samples windows = random(BATCHES * spec.batch(), new Shape(spec.window()));
        try (Generator generator = GanNetworks.generator(spec);
                Network judge = GanNetworks.judge(spec);
                Duel lessons = GanNetworks.lessons(
                        spec,
                        generator,
                        judge,
                        Duel.Lessons.plain(windows, spec.batch()),
                        Duel.Check.distance(d -> 0))) {
            return use.apply(lessons);
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

    private static Times timed(Trainee trainee, Length length, int rounds, Runnable half) {
        long started = System.nanoTime();
        int made = warmUp(trainee, length.warmUp());
        int steps = length.each(rounds, (System.nanoTime() - started) / 1e9 / made);
        double[] millis = new double[rounds];
        Duration cpu = cpu();
        for (int round = 0; round < rounds; round++) {
            if (round == rounds / 2) {
                half.run();
            }
            long begun = System.nanoTime();
            for (int i = 0; i < steps; i++) {
                step(trainee, made++);
            }
            millis[round] = (System.nanoTime() - begun) / 1e6 / steps;
        }
        double cpuMillis = cpu().minus(cpu).toNanos() / 1e6 / steps / rounds;
        trainee.breakOff();
        long weights = trainee.trained().stream().mapToLong(NDArray::size).sum();
        return new Times(weights, trainee.rows(0), steps * rounds, millis, cpuMillis);
    }

    private static StepProfile profiled(Trainee trainee, int steps) {
        int warmed = warmUp(trainee, WARM_UP);
        try {
            return StepProfile.of(steps, i -> step(trainee, warmed + i));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            trainee.breakOff();
        }
    }

    /** @return steps made */
    private static int warmUp(Trainee trainee, double seconds) {
        long started = System.nanoTime();
        int made = 0;
        while (made < LEAST_WARM_UP || System.nanoTime() - started < seconds * 1e9) {
            step(trainee, made++);
        }
        return made;
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
