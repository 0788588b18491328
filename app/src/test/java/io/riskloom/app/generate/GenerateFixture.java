package io.riskloom.app.generate;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Runs made by hand. */
final class GenerateFixture {

    /** First day of the learnt returns of {@link #whole}. */
    static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    private static final double UP = Math.log(1.1);
    private static final double DOWN = Math.log(0.9);

    private GenerateFixture() {}

    static PathSet sample() {
        return new PathSet(new double[][] {{UP, UP}, {UP, DOWN}, {DOWN, DOWN}}, 100);
    }

    /** Its evaluation drew three paths of two days from 100; it kept nothing else, like runs of earlier versions. */
    static Run run(String id) {
        return run(id, 0, evaluation(sample(), new double[] {DOWN, UP, DOWN}, null));
    }

    /** With all that the page can show: 12 paths of 60 days, the second of which repeats learnt days from the 31st on. */
    static Run whole(String id, int minute, long seed) {
        double[] learnt = noise(1, 300);
        double[][] paths =
                IntStream.range(0, 12).mapToObj(i -> noise(seed + 100 + i, 60)).toArray(double[][]::new);
        System.arraycopy(learnt, 150, paths[1], 30, 20);
        double[] real = noise(2, 80);
        return run(id, minute, evaluation(new PathSet(paths, 100), real, sight(learnt)));
    }

    /** As {@link #whole}, of monthly closes. */
    static Run monthly(String id) {
        double[] learnt = noise(1, 300);
        double[][] paths =
                IntStream.range(0, 12).mapToObj(i -> noise(50 + i, 60)).toArray(double[][]::new);
        List<LocalDate> dates =
                IntStream.range(0, learnt.length).mapToObj(FIRST::plusMonths).toList();
        return run(id, 4, evaluation(new PathSet(paths, 100), noise(2, 80), sight(learnt, dates)));
    }

    /** A run of which the evaluation found these facts. */
    static Run withFacts(String id, List<Details.Fact> facts) {
        return run(id, 3, evaluation(sample(), new double[] {DOWN, UP, DOWN}, facts, null));
    }

    static PathSight sight(double[] learnt) {
        return sight(
                learnt,
                IntStream.range(0, learnt.length).mapToObj(FIRST::plusDays).toList());
    }

    private static PathSight sight(double[] learnt, List<LocalDate> dates) {
        double[] lags = {1, 2, 3};
        PathSight.Curve curve = new PathSight.Curve(
                "acfAbs",
                lags,
                new double[] {.3, .2, .1},
                new double[] {.2, .1, 0},
                new double[] {.4, .3, .2},
                List.of(
                        new PathSight.Line(PathSight.GENERATED, new double[] {.25, .2, .15}),
                        new PathSight.Line(PathSight.GARCH, new double[] {.1, .1, .1})));
        PathSight.Curve drawdown = new PathSight.Curve(
                "drawdown",
                new double[] {.1, .9},
                new double[] {.05, .3},
                new double[] {.04, .2},
                new double[] {.06, .4},
                List.of());
        return new PathSight(
                learnt,
                List.of(),
                List.of(curve, drawdown),
                List.of(new PathSight.Span(
                        5,
                        List.of(
                                new PathSight.Figure(PathSight.GENERATED, .0012),
                                new PathSight.Figure(PathSight.BOOTSTRAP, .0015)),
                        .0009)),
                List.of(),
                List.of(),
                new PathSight.Copying(20, new double[] {1, 2, 3, 4}, new double[] {2, 2, 2, 2}, new double[] {4, 4}),
                dates,
                0);
    }

    private static Evaluation evaluation(PathSet sample, double[] real, PathSight sight) {
        List<Details.Fact> facts = List.of(
                new Details.Fact("kurtosis", 9.1, 4.2, 14.0, 3.1, 19.0, 5.5, 8.8, 17),
                new Details.Fact("leverage", -0.11, -0.2, -0.05, -0.25, 0.02, 0.03, -0.04, Double.NaN));
        return evaluation(sample, real, facts, sight);
    }

    private static Evaluation evaluation(PathSet sample, double[] real, List<Details.Fact> facts, PathSight sight) {
        return new Evaluation(
                Map.of(
                        Metric.WASSERSTEIN_1, 0.00251,
                        Metric.WASSERSTEIN_5, 0.00553,
                        Metric.WASSERSTEIN_20, 0.0102,
                        Metric.KURTOSIS_ERROR, 1.25,
                        Metric.NEAREST_REAL_RATIO, 0.97),
                Map.of(),
                List.of(
                        new ChallengerScore("blockBootstrap", Map.of(Metric.WASSERSTEIN_1, 0.00246)),
                        new ChallengerScore("garch", Map.of(Metric.KURTOSIS_ERROR, 0.5))),
                Notice.of("common.error.busy", "x"),
                -1,
                List.of(),
                new Details.OfGenerate(sample, real, facts, sight));
    }

    private static Run run(String id, int minute, Evaluation evaluation) {
        return ResultFixtures.run(id, minute, ResultFixtures.spec("generate", Path.of("SP500.csv")), "", evaluation);
    }

    /** Uniform returns of about 1 % a day. */
    static double[] noise(long seed, int days) {
        SplittableRandom random = new SplittableRandom(seed);
        return Arrays.stream(random.doubles(days, -1, 1).toArray())
                .map(u -> 0.02 * u)
                .toArray();
    }
}
