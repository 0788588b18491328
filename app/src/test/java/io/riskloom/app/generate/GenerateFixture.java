package io.riskloom.app.generate;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A run whose evaluation drew three paths of two days from 100. */
final class GenerateFixture {

    private static final double UP = Math.log(1.1);
    private static final double DOWN = Math.log(0.9);

    private GenerateFixture() {}

    static PathSet sample() {
        return new PathSet(new double[][] {{UP, UP}, {UP, DOWN}, {DOWN, DOWN}}, 100);
    }

    static Run run(String id) {
        Evaluation evaluation = new Evaluation(
                Map.of(
                        Metric.WASSERSTEIN_1, 0.00251,
                        Metric.WASSERSTEIN_5, 0.00553,
                        Metric.WASSERSTEIN_20, 0.0102,
                        Metric.NEAREST_REAL_RATIO, 0.97),
                Map.of(),
                List.of(new ChallengerScore("blockBootstrap", Map.of(Metric.WASSERSTEIN_1, 0.00246))),
                Notice.of("common.error.busy", "x"),
                -1,
                List.of(),
                new Details.OfGenerate(
                        sample(),
                        new double[] {DOWN, UP, DOWN},
                        List.of(
                                new Details.Fact("kurtosis", 9.1, 4.2, 14.0, 5.5, 8.8),
                                new Details.Fact("leverage", -0.11, -0.2, -0.05, 0.01, -0.04))));
        return ResultFixtures.run(id, 0, ResultFixtures.spec("generate", Path.of("SP500.csv")), "", evaluation);
    }
}
