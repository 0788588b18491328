package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.DayPart.Use;
import io.riskloom.app.session.Samples;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnomalyPlanTest {

    @TempDir
    static Path folder;

    private static Path file;
    private static Imported german;

    @BeforeAll
    static void read() throws Exception {
        file = Samples.unpack(folder).get(3);
        german = CsvReader.read(file);
    }

    private static AnomalySpec spec() {
        return Specs.with(Specs.with(Specs.defaults(AnomalySpec.class, file.toString()), "units", 32), "latent", 4);
    }

    private static Plan plan(AnomalySpec spec) throws Exception {
        return new Planner(german, BarUnit.DAY, List.of(), Long.MAX_VALUE).plan(spec);
    }

    /** 61 inputs; encoder 61-32-32-4, generator 4-32-32-61, discriminator 61-32-32-1. */
    @Test
    void threeNetworksAreCounted() throws Exception {
        LayerPlan layers = plan(spec()).layers();
        assertArrayEquals(
                new String[] {"61", "32", "32", "4", "32", "32", "61", "32", "32", "1"},
                layers.rows().stream().map(LayerPlan.Row::output).toArray());
        int encoder = 62 * 32 + 33 * 32 + 33 * 4;
        int generator = 5 * 32 + 33 * 32 + 33 * 61;
        int discriminator = 62 * 32 + 33 * 32 + 33;
        assertEquals(encoder + generator + discriminator, layers.parameters());
        assertTrue(layers.estimate());
        assertEquals(Notice.of("train.layer.e1"), layers.rows().get(1).layer());
    }

    /** The judge answers real, generated and put-together applicants before the way back. */
    @Test
    void theJudgeTakesThreeBatches() throws Exception {
        Plan plan = plan(spec());
        LayerPlan.Row encoder = plan.layers().rows().get(1);
        List<Long> layers = plan.memory().layers();
        long weights = 4 * 4 * encoder.parameters();
        assertEquals(weights + 4 * 64 * (encoder.kept() + encoder.size()), layers.get(1));
        assertEquals(weights + 3 * 4 * 64 * (encoder.kept() + encoder.size()), layers.get(7));
    }

    /** A thousand applicants: 700 less the validation's fifth of all. */
    @Test
    void rowsAreDrawnWithoutRegardToTheLabelAndSeveralSeedsAreOneCut() throws Exception {
        SplitPlan split = plan(Specs.with(spec(), "repeats", 3)).split();
        assertEquals(300, split.count(Use.TEST));
        assertEquals(1000, split.total());
        assertEquals(3, split.runs());
        int bad = split.lines().getFirst().parts().stream()
                .mapToInt(SplitPlan.Part::bad)
                .sum();
        assertEquals(300, bad);
    }

    @Test
    void tooFewApplicantsAreTold() throws Exception {
        Path few = Files.writeString(folder.resolve("few.csv"), "age,sum,class\n1,2,good\n2,3,bad\n4,5,good\n");
        Draft draft = new Planner(CsvReader.read(few), BarUnit.DAY, List.of(), Long.MAX_VALUE)
                .draft(Specs.defaults(AnomalySpec.class, few.toString()), new SplitMemory());
        assertEquals(
                "run.error.tooFewApplicants", draft.obstacle().orElseThrow().key());
        assertEquals("3", draft.obstacle().orElseThrow().args().getFirst());
    }
}
