package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.djl.Torch;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hold-out on short series is trained and says how little it is judged on. */
class FewTestDaysTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void onTheCpu() throws Exception {
        Torch.choose("cpu");
    }

    private List<Notice> warnings(String task, Map<String, Object> settings, int days, String key) throws Exception {
        RunSpec spec = Specs.defaults(task, "toy.csv");
        for (Map.Entry<String, Object> setting : settings.entrySet()) {
            spec = Specs.with(spec, setting.getKey(), setting.getValue());
        }
        Outcome outcome = Recipes.of(spec).train(spec, ToyData.swings(days), folder, RunMonitor.SILENT);
        return assertInstanceOf(Outcome.Finished.class, outcome).evaluation().warnings().stream()
                .filter(notice -> notice.key().equals(key))
                .toList();
    }

    /** 300 days, window 10, horizon 3: 287 origins, 57 of them tested, 43 for validation. */
    @Test
    void fewSeparateWindowsAreTold() throws Exception {
        Map<String, Object> small = Map.of(
                "model", "cnn", "window", 10, "horizon", 3, "filters", 2, "units", 4, "epochs", 1, "imageSize", 16);
        assertEquals(
                List.of(Notice.of("run.warning.fewWindows", 19, 9, 10)),
                warnings("classify", small, 300, "run.warning.fewWindows"));
    }

    @Test
    void enoughWindowsAreNot() throws Exception {
        Map<String, Object> small = Map.of(
                "model", "cnn", "window", 10, "stride", 4, "filters", 2, "units", 4, "epochs", 1, "imageSize", 16);
        assertEquals(List.of(), warnings("classify", small, 400, "run.warning.fewWindows"));
    }

    /** 260 days, window 16, horizon 1: 243 origins, 36 of them for validation, 17 of which choose the epoch. */
    @Test
    void anEpochChosenOnFewWindowsIsTold() throws Exception {
        Map<String, Object> small = Map.of(
                "model", "cnn", "window", 16, "horizon", 1, "filters", 2, "units", 4, "epochs", 1, "imageSize", 16);
        assertEquals(
                List.of(Notice.of("run.warning.fewChoice", 4, 5, 10)),
                warnings("forecast", small, 260, "run.warning.fewChoice"));
        Map<String, Object> dense = new HashMap<>(small);
        dense.put("stride", 1);
        assertEquals(List.of(), warnings("forecast", dense, 260, "run.warning.fewChoice"));
    }

    /** 300 days, window 10: 290 origins, 87 of them tested. */
    @Test
    void fewReturnsAreTold() throws Exception {
        Map<String, Object> small = Map.of("model", "mlp-gan", "window", 10, "latent", 4, "units", 8, "epochs", 1);
        assertEquals(
                List.of(Notice.of("run.warning.fewReturns", 87, 100)),
                warnings("generate", small, 300, "run.warning.fewReturns"));
        assertEquals(List.of(), warnings("generate", small, 400, "run.warning.fewReturns"));
    }

    /** 105 days, window 10: the least of which a tenth and a half are left for choosing the epoch and for the test. */
    @Test
    void aSeriesThatJustFeedsTheCriticIsTrained() throws Exception {
        Map<String, Object> small = Map.of(
                "model",
                "tcn-gan",
                "window",
                10,
                "channels",
                4,
                "blocks",
                2,
                "criticSteps",
                20,
                "epochs",
                1,
                "testShare",
                0.5);
        assertEquals(
                List.of(Notice.of("run.warning.fewReturns", 48, 100)),
                warnings("generate", small, 105, "run.warning.fewReturns"));
        NoticeException e =
                assertThrows(NoticeException.class, () -> warnings("generate", small, 104, "run.warning.fewReturns"));
        assertEquals(Notice.of("data.error.tooShortPaths.shares", 104, 105, 15, 50), e.notice());
    }
}
