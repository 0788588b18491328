package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.session.Samples;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.service.ChildOptions;
import io.riskloom.engine.service.RunMemory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreditPlanTest {

    @TempDir
    static Path folder;

    private static Path file;
    private static Imported german;

    @BeforeAll
    static void read() throws Exception {
        file = Samples.unpack(folder).get(3);
        german = CsvReader.read(file);
    }

    private static CreditSpec spec(Object... settings) {
        CreditSpec spec = Specs.defaults(CreditSpec.class, file.toString());
        for (int i = 0; i < settings.length; i += 2) {
            spec = Specs.with(spec, (String) settings[i], settings[i + 1]);
        }
        return spec;
    }

    private static Planner planner() {
        return new Planner(german, BarUnit.DAY, List.of(), Long.MAX_VALUE);
    }

    /** 7 numbers and 13 categories of 54 levels; none of the codes of four columns of few whole numbers. */
    @Test
    void germanCreditIsEmbeddedForFiveNetworks() throws Exception {
        LayerPlan layers = planner().plan(spec()).layers();
        assertEquals("61", layers.rows().getFirst().output());
        assertEquals("59", layers.rows().get(1).output(), "7 numbers, 13 vectors of 4");
        assertEquals(5 * (54 * 4 + 60 * 64 + 65 * 32 + 33), layers.parameters());
        assertTrue(layers.estimate());
    }

    @Test
    void codesWidenIt() throws Exception {
        assertEquals(
                "73",
                planner().plan(spec("codes", "yes")).layers().rows().getFirst().output());
    }

    @Test
    void withoutMonthsNoNetworkReadsThem() {
        Draft draft = planner().draft(spec("model", "gru"), new SplitMemory());
        assertEquals(
                Notice.of("run.error.noHistory", "german_credit.csv"),
                draft.obstacle().orElseThrow());
        assertTrue(draft.split().isPresent());
        assertFalse(draft.layers().isPresent());
    }

    @Test
    void resNet50IsToldToBeTooLargeForAThousandApplicants() throws Exception {
        List<Notice> notes = planner().plan(spec("model", "resnet50")).notes();
        assertTrue(notes.contains(Notice.of("train.note.resnet50", 500, 10_000)), notes.toString());
        assertEquals(List.of(), planner().plan(spec("model", "resnet")).notes());
        assertEquals(1, ChildOptions.forSpec(spec("model", "resnet")).threads());
        assertEquals(
                Runtime.getRuntime().availableProcessors(),
                ChildOptions.forSpec(spec("model", "resnet50")).threads());
    }

    @Test
    void fiveNetworksLearnFourFifthsOfTheRowsEach() throws Exception {
        Plan one = planner().plan(spec("members", 1));
        Plan five = planner().plan(spec("members", 5));
        assertEquals(500, one.rows());
        assertEquals(560, five.rows(), "a fifth of training and validation rows is kept out");
        assertEquals(12L * 500 * 61, one.memory().data());
        assertEquals(5 * 12L * 560 * 61, five.memory().data());
        assertEquals(9, five.time().steps());
        assertTrue(five.time().epochSeconds() > 5 * one.time().epochSeconds());
    }

    @Test
    void stepsTakeAboutWhatWasMeasured() {
        assertEquals(0.0021, StepTime.of(spec("members", 1)).seconds(8_664, 64, 1), 0.0002);
        assertEquals(
                2 * StepTime.of(spec("members", 1)).seconds(8_664, 64, 1),
                StepTime.of(spec("members", 1, "oversample", "gan")).seconds(8_664, 64, 1),
                1e-12,
                "each network without and with generated applicants");
        assertEquals(0.0047, StepTime.of(spec("members", 1)).seconds(17_696, 512, 1), 0.0003);
        assertEquals(0.011, StepTime.of(spec("model", "resnet", "members", 1)).seconds(781_568, 64, 1), 0.0015);
        assertEquals(0.0158, StepTime.of(spec("model", "resnet", "members", 1)).seconds(484_656, 256, 1), 0.001);
        assertEquals(0.0073, StepTime.of(spec("model", "gru", "members", 1)).seconds(27_808, 512, 1), 0.0005);
    }

    @Test
    void whatARunTakesIsNeverLessThanItsPlan() throws Exception {
        for (CreditSpec spec : List.of(
                spec(),
                spec("units", 2048, "units2", 2048, "batch", 4096, "members", 20),
                spec("model", "resnet"),
                spec("model", "resnet", "width", 64, "stages", 5, "batch", 1024, "pixels", 32),
                spec("model", "resnet", "width", 256, "stages", 1, "batch", 512),
                spec("model", "cnn"),
                spec("model", "cnn", "filters", 256, "batch", 1024, "pixels", 64),
                spec("model", "cnn", "filters", 1, "units", 2048, "pixels", 64),
                spec("model", "resnet50"),
                spec("model", "resnet50", "pixels", 64, "batch", 512),
                spec("model", "resnet50", "pixels", 0, "batch", 512),
                spec("model", "ensemble"))) {
            long plan = planner().plan(spec).memory().total();
            long counted = RunMemory.bytes(spec, Files.size(file));
            assertTrue(counted >= plan, () -> spec + ": " + counted + " is less than " + plan);
        }
    }
}
