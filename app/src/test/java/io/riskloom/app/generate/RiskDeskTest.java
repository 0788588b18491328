package io.riskloom.app.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.judge.Holding;
import io.riskloom.engine.judge.ScenarioRisk;
import io.riskloom.engine.judge.ScenarioSet;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.run.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskDeskTest {

    private static final int DAYS = 600;

    @TempDir
    Path folder;

    private static Details.OfGenerate details(double[] training, double[] test, PathSet sample) {
        PathSight sight = new PathSight(
                training,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new PathSight.Copying(0, new double[0], new double[0], new double[0]),
                List.of(),
                0);
        return new Details.OfGenerate(sample, test, List.of(), sight);
    }

    @Test
    void aPastTooShortForGarchLeavesItOutAndSaysWhy() throws Exception {
        PathSet drawn = RiskFixture.paths(50, 20, 1);
        Details.OfGenerate details =
                details(Arrays.copyOf(RiskFixture.real(), 150), Arrays.copyOf(RiskFixture.real(), 50), drawn);
        RiskDesk desk = RiskDesk.of(run(Specs.defaults(GenerateSpec.class, "x.csv"), "", details), details, drawn, 1);
        assertEquals(
                List.of("generated", "blockBootstrap", "historical"),
                desk.sets().stream().map(ScenarioSet::source).toList());
        assertEquals(
                "generate.risk.noGarch[200, 250]", desk.missing().getFirst().toString());
        assertEquals(200, desk.history().days());
        assertEquals(RiskFixture.real()[49], desk.history().returns()[0][199]);
        assertTrue(desk.history().dates().isEmpty(), "dates of the training days are not known");
    }

    /** B moves as A does, so that a short position in B takes away what A loses. */
    @Test
    void severalSeriesAreReadFromTheRunsFileAndHedgeEachOther() throws Exception {
        double[] returns = RiskFixture.TRUTH.paths(1, DAYS, 5)[0];
        GenerateSpec spec =
                Specs.with(Specs.defaults(GenerateSpec.class, pair(returns).toString()), "together", "all");
        double[][] drawn = RiskFixture.TRUTH.paths(500, 60, 9);
        double[][] prices = new PathSet(drawn, 50).prices();
        PathSet paths = new PathSet("A", drawn, 100, List.of(new PathSet.Column("B", prices)));
        Details.OfGenerate details = details(returns, returns, paths);
        RiskDesk desk = RiskDesk.of(run(spec, "", details), details, paths, 1);
        assertEquals(List.of(), desk.missing());
        assertEquals(List.of("A", "B"), desk.history().names());
        assertEquals(DAYS - 1, desk.history().days());
        assertEquals(returns[1], desk.history().returns()[1][0], 1e-9);
        double[] levels = {0.05};
        for (ScenarioSet set : desk.sets()) {
            double alone = var(set, new Holding(new double[] {100, 0}), levels);
            assertTrue(alone > 1, set.source() + " loses " + alone);
            assertEquals(0, var(set, new Holding(new double[] {100, -100}), levels), 0.1 * alone, set.source());
        }
    }

    /** Two series that move alike. */
    private Path pair(double[] returns) throws IOException {
        StringBuilder rows = new StringBuilder("Date,A,B\n");
        double a = 100;
        double b = 50;
        for (int t = 0; t < DAYS; t++) {
            a *= Math.exp(returns[t]);
            b *= Math.exp(returns[t]);
            rows.append(LocalDate.of(2020, 1, 1).plusDays(t))
                    .append(',')
                    .append(a)
                    .append(',')
                    .append(b)
                    .append('\n');
        }
        return Files.writeString(folder.resolve("pair.csv"), rows);
    }

    private static Run run(GenerateSpec spec, String sha256, Details.OfGenerate details) {
        Evaluation evaluation = new Evaluation(
                Map.of(), Map.of(), List.of(), Notice.of("common.error.busy", "x"), 0, List.of(), details);
        return ResultFixtures.run("r1", 0, spec, sha256, evaluation);
    }

    /** Paths begin on the file's last day, so history has to end there too, without a hole. */
    @Test
    void whereARunLeavesDaysOutTheWholeFileIsHistory() throws Exception {
        double[] returns = RiskFixture.TRUTH.paths(1, DAYS, 5)[0];
        GenerateSpec spec = Specs.defaults(GenerateSpec.class, pair(returns).toString());
        PathSet drawn = RiskFixture.paths(50, 20, 1);
        Details.OfGenerate details = details(Arrays.copyOf(returns, 300), Arrays.copyOf(returns, 100), drawn);
        for (GenerateSpec partial : List.of(Specs.with(spec, "embargo", 20), Specs.with(spec, "scheme", "sliding"))) {
            RiskDesk desk = RiskDesk.of(run(partial, "", details), details, drawn, 1);
            assertEquals(DAYS - 1, desk.history().days());
            assertEquals(returns[DAYS - 1], desk.history().returns()[0][DAYS - 2], 1e-9);
            assertEquals(LocalDate.of(2020, 1, 2), desk.history().dates().getFirst());
        }
        RiskDesk kept = RiskDesk.of(run(spec, "", details), details, drawn, 1);
        assertEquals(400, kept.history().days(), "a run on all days has kept them");
    }

    @Test
    void aFileThatHasChangedSinceTheRunIsSaidSo() throws Exception {
        double[] returns = RiskFixture.TRUTH.paths(1, DAYS, 5)[0];
        GenerateSpec spec =
                Specs.with(Specs.defaults(GenerateSpec.class, pair(returns).toString()), "embargo", 20);
        PathSet drawn = RiskFixture.paths(50, 20, 1);
        Details.OfGenerate details = details(returns, returns, drawn);
        String now = Training.read(spec).source().sha256();
        assertEquals(
                List.of(),
                RiskDesk.of(run(spec, now, details), details, drawn, 1).missing());
        assertEquals(
                "generate.risk.changedFile[pair.csv]",
                RiskDesk.of(run(spec, "abc", details), details, drawn, 1)
                        .missing()
                        .getFirst()
                        .toString());
    }

    private static double var(ScenarioSet set, Holding holding, double[] levels) {
        return ScenarioRisk.of(set, holding, 20, levels, 1).tails().getFirst().valueAtRisk();
    }
}
