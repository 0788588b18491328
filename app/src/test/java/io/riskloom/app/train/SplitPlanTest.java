package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.app.session.Samples;
import io.riskloom.app.train.SplitPlan.Part;
import io.riskloom.app.train.SplitPlan.Use;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitPlanTest {

    @TempDir
    Path folder;

    private List<Path> samples;

    @BeforeEach
    void unpack() throws Exception {
        samples = Samples.unpack(folder);
    }

    @Test
    void everyDayIsInExactlyOnePart() throws Exception {
        for (String task : List.of("forecast", "classify", "generate")) {
            assertEquals(5_105, plan(task, 0).total(), task);
        }
    }

    @Test
    void aForecastIsCutByDateWithTheHorizonBetweenTheSpans() throws Exception {
        List<Part> parts = plan("forecast", 0).parts();
        assertEquals(
                List.of(
                        Use.WARM_UP,
                        Use.TRAINING,
                        Use.PURGED,
                        Use.VALIDATION,
                        Use.PURGED,
                        Use.CALIBRATION,
                        Use.PURGED,
                        Use.TEST,
                        Use.PURGED),
                parts.stream().map(Part::use).toList());
        // 5,105 − 60 − 20 = 5,025 origins: 20% and 15% of them (cut in two halves), the rest less purges
        assertEquals(
                List.of(60, 3_226, 20, 367, 20, 367, 20, 1_005, 20),
                parts.stream().map(Part::count).toList());
        assertEquals("2000-01-03", parts.getFirst().from());
        assertEquals("2020-04-17", parts.getLast().to());
    }

    @Test
    void aGanHasNoValidationSpan() throws Exception {
        assertEquals(
                List.of(Use.WARM_UP, Use.TRAINING, Use.TEST),
                plan("generate", 0).parts().stream().map(Part::use).toList());
    }

    @Test
    void applicantsAreCutWithTheSameShareOfBadOnes() throws Exception {
        assertEquals(
                List.of(
                        new Part(Use.TRAINING, 550, "", "", 165),
                        new Part(Use.VALIDATION, 150, "", "", 45),
                        new Part(Use.TEST, 300, "", "", 90)),
                plan("credit", 3).parts());
    }

    @Test
    void aShortSeriesIsRefused() throws Exception {
        ForecastSpec spec = Specs.with(Specs.defaults(ForecastSpec.class, "p.csv"), "window", 120);
        Imported monthly = CsvReader.read(samples.get(2));
        NoticeException refusal = assertThrows(NoticeException.class, () -> SplitPlan.of(spec, monthly));
        assertEquals("data.error.tooShort", refusal.notice().key());
    }

    private SplitPlan plan(String task, int sample) throws Exception {
        Path file = samples.get(sample);
        return SplitPlan.of(Specs.defaults(task, file.toString()), CsvReader.read(file));
    }
}
