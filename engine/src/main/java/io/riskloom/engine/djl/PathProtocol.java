package io.riskloom.engine.djl;

import io.riskloom.engine.challenger.TreeJudge;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.JudgeParts;
import io.riskloom.engine.feature.RelativeWindows;
import io.riskloom.engine.feature.WindowSet;
import io.riskloom.engine.model.ProtocolScores;
import io.riskloom.engine.model.ProtocolScores.Repeated;
import io.riskloom.engine.model.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;

/**
 * {@link ProtocolScores} of generated windows. The repeats of TimeGAN's own judges are counted beside each other, since each is
 * plain arithmetic; the strong judges follow one by one. Every score repeats by seed.
 */
public final class PathProtocol {

    private final Plan plan;
    private final WindowSet real;
    private final WindowSet generated;
    private final WindowSet realScaled;
    private final WindowSet generatedScaled;
    private final Judging judging;

    /**
     * @param repeats    of TimeGAN's judges
     * @param iterations of the discriminative judge; the predictive one takes five for two of them, the strong recurrent one three
     *     for ten
     * @param strong     repeats of the strong judges, 0 for none
     * @param rebased    whether windows begin at their level of the day before
     */
    public record Plan(int repeats, int iterations, int strong, boolean rebased, long seed) {}

    private PathProtocol(Plan plan, WindowSet real, WindowSet generated, Judging judging) {
        this.plan = plan;
        this.real = real;
        this.generated = generated;
        this.realScaled = real.scaled(real);
        this.generatedScaled = generated.scaled(real);
        this.judging = judging;
    }

    /**
     * @param real      every window of one history, in the order of their days
     * @param generated about as many
     * @throws NoticeException {@code service.pathsNotFinite} where a level of either side is no number; where the trees' library
     *     fails
     * @throws java.util.concurrent.CancellationException where it is stopped
     */
    public static ProtocolScores scores(Plan plan, WindowSet real, WindowSet generated, Judging judging)
            throws NoticeException {
        if (!real.finite() || !generated.finite()) {
            throw new NoticeException(Notice.of("service.pathsNotFinite"));
        }
        return new PathProtocol(plan, real, generated, judging).scores();
    }

    private ProtocolScores scores() throws NoticeException {
        TimeGanScores scores = new TimeGanScores(plan.iterations(), judging);
        Repeated discriminative = repeated(
                "discriminative",
                seed -> scores.discriminative(realScaled, generatedScaled, seed),
                seed -> halves(scores, seed));
        Repeated predictive = repeated(
                "predictive",
                seed -> scores.predictive(generatedScaled, realScaled, seed),
                seed -> scores.predictive(realScaled, realScaled, seed));
        JudgeParts parts = JudgeParts.of(realScaled, generatedScaled);
        JudgeParts floor = JudgeParts.floor(realScaled);
        Repeated gru = strong("strongGru", parts, floor, this::gru);
        Repeated trees = strong("trees", parts, floor, this::trees);
        double nearest = WindowDistances.ratio(realScaled, generatedScaled, Seeds.mix(plan.seed(), 3));
        return new ProtocolScores(
                real.size(),
                real.days(),
                real.columns(),
                discriminative,
                predictive,
                gru,
                trees,
                nearest,
                plan.rebased());
    }

    /** Two halves of the real windows, dealt at random. */
    private double halves(TimeGanScores scores, long seed) {
        int[] order = IntStream.range(0, real.size()).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        int half = order.length / 2;
        return scores.discriminative(
                realScaled.some(Arrays.copyOf(order, half)),
                realScaled.some(Arrays.copyOfRange(order, half, order.length)),
                seed);
    }

    private Repeated repeated(String name, LongToDoubleFunction score, LongToDoubleFunction floor) {
        double[] values = new double[2 * plan.repeats()];
        AtomicInteger done = new AtomicInteger();
        inPool(IntStream.range(0, values.length).parallel(), i -> {
            judging.check();
            long seed = Seeds.mix(plan.seed(), 10 + i / 2);
            values[i] = (i % 2 == 0 ? score : floor).applyAsDouble(seed);
            synchronized (done) { // whoever listens hears of one at a time, and of more each time
                judging.on(name, (double) done.incrementAndGet() / values.length);
            }
        });
        return repeated(every(values, 0), every(values, 1));
    }

    /** On as many threads as were chosen, of all processors where none were; the shared pool stays free for others. */
    private static void inPool(IntStream all, IntConsumer work) {
        int chosen = Torch.configuredThreads();
        try (ForkJoinPool pool =
                new ForkJoinPool(chosen == 0 ? Runtime.getRuntime().availableProcessors() : chosen)) {
            pool.submit(() -> all.forEach(work)).join();
        }
    }

    private static double[] every(double[] values, int from) {
        return IntStream.range(0, values.length / 2)
                .mapToDouble(i -> values[2 * i + from])
                .toArray();
    }

    private static Repeated repeated(double[] values, double[] floors) {
        return new Repeated(mean(values), deviation(values), mean(floors), deviation(floors), values.length);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Of the population of repeats, as TimeGAN's authors have it; NaN for fewer than two values. */
    private static double deviation(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / values.length);
    }

    /** Accuracy of one strong judge. */
    private interface Strong {
        double accuracy(JudgeParts parts, boolean floor, long seed) throws NoticeException;
    }

    private Repeated strong(String name, JudgeParts parts, JudgeParts floor, Strong judge) throws NoticeException {
        boolean possible = parts.complete() && floor.complete();
        int repeats = possible ? plan.strong() : 0;
        double[] values = new double[repeats];
        double[] floors = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            judging.check();
            long seed = Seeds.mix(plan.seed(), 1000 + i);
            values[i] = judge.accuracy(parts, false, seed);
            judging.on(name, (i + 0.5) / repeats);
            floors[i] = judge.accuracy(floor, true, seed);
            judging.on(name, (i + 1.0) / repeats);
        }
        return repeated(values, floors);
    }

    private double gru(JudgeParts parts, boolean floor, long seed) {
        float[][] ours = RelativeWindows.moves(real);
        float[][] theirs = floor ? ours : RelativeWindows.moves(generated);
        JudgeInputs inputs = JudgeInputs.fit(real.days(), realScaled.rows(), ours, parts.real()[0]);
        float[][] one = inputs.rows(realScaled.rows(), ours);
        float[][] other = floor ? one : inputs.rows(generatedScaled.rows(), theirs);
        return new StrongGru(real.days(), inputs.values(), plan.iterations() * 3 / 10, judging)
                .accuracy(kind(one, parts.real()), kind(other, parts.generated()), seed);
    }

    private static StrongGru.Kind kind(float[][] rows, int[][] parts) {
        return new StrongGru.Kind(some(rows, parts[0]), some(rows, parts[1]), some(rows, parts[2]));
    }

    /** Trees need no choosing and learn from those windows as well. */
    private double trees(JudgeParts parts, boolean floor, long seed) throws NoticeException {
        float[][] one = RelativeWindows.features(real);
        float[][] other = floor ? one : RelativeWindows.features(generated);
        return TreeJudge.accuracy(
                some(one, both(parts.real())),
                some(other, both(parts.generated())),
                some(one, parts.real()[2]),
                some(other, parts.generated()[2]),
                seed);
    }

    private static int[] both(int[][] parts) {
        return IntStream.concat(Arrays.stream(parts[0]), Arrays.stream(parts[1]))
                .toArray();
    }

    private static float[][] some(float[][] rows, int[] which) {
        return Arrays.stream(which).mapToObj(i -> rows[i]).toArray(float[][]::new);
    }
}
