package io.riskloom.app.generate;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.engine.challenger.Garch;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.judge.OneDayRisk;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs whose real days are those of a GARCH process, the first 400 learnt, 200 test days. */
final class RiskFixture {

    static final Garch TRUTH = new Garch(0.0004, 2e-6, 0.1, 0.88, 6, 0);
    static final int KNOWN = 400;
    static final int TEST = 200;

    private RiskFixture() {}

    static double[] real() {
        return TRUTH.paths(1, KNOWN + TEST, 12)[0];
    }

    /** As many paths as are asked for, of the same process. */
    static PathSet paths(int paths, int length, long seed) {
        return new PathSet(TRUTH.paths(paths, length, seed), 100);
    }

    static List<LocalDate> dates() {
        return IntStream.range(0, KNOWN + TEST)
                .mapToObj(t -> LocalDate.of(2020, 1, 1).plusDays(t))
                .toList();
    }

    /** With a back-test of the generator at 5 % that no constant gives. */
    static Run run(String id) {
        return run(id, paths(200, 252, 3));
    }

    /** @param sample the paths that its evaluation drew */
    static Run run(String id, PathSet sample) {
        double[] test = Arrays.copyOfRange(real(), KNOWN, KNOWN + TEST);
        double[] forecast = new double[TEST];
        Arrays.fill(forecast, 0.5);
        PathSight sight = new PathSight(
                Arrays.copyOf(real(), KNOWN),
                dates().subList(KNOWN, KNOWN + TEST),
                List.of(),
                List.of(),
                List.of(),
                List.of(OneDayRisk.tested(PathSight.GENERATED, 0.05, forecast, test)),
                new PathSight.Copying(0, new double[0], new double[0], new double[0]),
                dates().subList(0, KNOWN),
                0);
        Evaluation evaluation = new Evaluation(
                Map.of(),
                Map.of(),
                List.of(),
                Notice.of("common.error.busy", "x"),
                0,
                List.of(),
                new Details.OfGenerate(sample, test, List.of(), sight));
        return ResultFixtures.run(id, 0, ResultFixtures.spec("generate", Path.of("SP500.csv")), "", evaluation);
    }
}
