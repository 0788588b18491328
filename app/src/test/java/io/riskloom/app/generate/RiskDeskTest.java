package io.riskloom.app.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.judge.Holding;
import io.riskloom.engine.judge.ScenarioRisk;
import io.riskloom.engine.judge.ScenarioSet;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.model.Specs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
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
                List.of());
        return new Details.OfGenerate(sample, test, List.of(), sight);
    }

    @Test
    void aPastTooShortForGarchLeavesItOutAndSaysWhy() throws Exception {
        PathSet drawn = RiskFixture.paths(50, 20, 1);
        Details.OfGenerate details =
                details(Arrays.copyOf(RiskFixture.real(), 150), Arrays.copyOf(RiskFixture.real(), 50), drawn);
        RiskDesk desk = RiskDesk.of(Specs.defaults(GenerateSpec.class, "x.csv"), details, drawn, 1);
        assertEquals(
                List.of("generated", "blockBootstrap", "historical"),
                desk.sets().stream().map(ScenarioSet::source).toList());
        assertEquals("generate.risk.noGarch[200, 250]", desk.missing().getFirst().toString());
        assertEquals(200, desk.history().days());
        assertEquals(RiskFixture.real()[49], desk.history().returns()[0][199]);
        assertTrue(desk.history().dates().isEmpty(), "dates of the training days are not known");
    }

    /** B moves as A does, so that a short position in B takes away what A loses. */
    @Test
    void severalSeriesAreReadFromTheRunsFileAndHedgeEachOther() throws Exception {
        double[] returns = RiskFixture.TRUTH.paths(1, DAYS, 5)[0];
        Path file = folder.resolve("pair.csv");
        StringBuilder rows = new StringBuilder("Date,A,B\n");
        double a = 100;
        double b = 50;
        for (int t = 0; t < DAYS; t++) {
            a *= Math.exp(returns[t]);
            b *= Math.exp(returns[t]);
            rows.append(LocalDate.of(2020, 1, 1).plusDays(t)).append(',').append(a).append(',').append(b).append('\n');
        }
        Files.writeString(file, rows);
        GenerateSpec spec = Specs.with(Specs.defaults(GenerateSpec.class, file.toString()), "together", "all");
        double[][] drawn = RiskFixture.TRUTH.paths(500, 60, 9);
        double[][] prices = new PathSet(drawn, b).prices();
        PathSet paths = new PathSet("A", drawn, a, List.of(new PathSet.Column("B", prices)));
        RiskDesk desk = RiskDesk.of(spec, details(returns, returns, paths), paths, 1);
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

    private static double var(ScenarioSet set, Holding holding, double[] levels) {
        return ScenarioRisk.of(set, holding, 20, levels, 1).tails().getFirst().valueAtRisk();
    }
}
