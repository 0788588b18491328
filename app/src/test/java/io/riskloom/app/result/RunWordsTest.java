package io.riskloom.app.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunWordsTest {

    private final Texts texts = new Texts(Texts.ENGLISH);

    private static Run run(RunSpec spec) {
        Evaluation evaluation = new Evaluation(
                Map.of(),
                Map.of(),
                List.of(),
                Notice.of("common.error.busy", "x"),
                0,
                List.of(),
                new Details.OfCredit(new int[0], new double[0], new double[0], new boolean[0]));
        return ResultFixtures.run("run-0007", 0, spec, "", evaluation);
    }

    private static RunSpec with(String task, Map<String, String> settings) {
        return Specs.with(Specs.defaults(task, "x.csv"), settings);
    }

    @Test
    void runsOfOneModelAreToldApartByTargetFoldAndBands() {
        Map<String, String> small = Map.of("layers", "1", "units", "16", "horizon", "5", "bands", "adaptive");
        RunSpec path = Specs.with(with("forecast", small), "model", "lstm");
        assertEquals("0007 · LSTM 1×16 · path 5 ahead · adaptive bands", RunWords.told(texts, run(path)));
        RunSpec fold = Specs.with(
                path, Map.of("target", "return", "bands", "split", "scheme", "expanding", "folds", "3", "fold", "2"));
        assertEquals("0007 · LSTM 1×16 · close 5 ahead · fold 2/3 · split bands", RunWords.told(texts, run(fold)));
        assertTrue(RunWords.fullLine(texts, run(fold)).matches(".* · split bands · x · \\d\\d-\\d\\d \\d\\d:\\d\\d"));
        texts.locale().set(Texts.CHINESE);
        assertEquals("0007 · LSTM 1×16 · 未来第 5 步收盘价 · 第 2/3 折 · 分割区间", RunWords.told(texts, run(fold)));
    }

    @Test
    void directionsHaveNoBandsAndOtherTasksNoHorizon() {
        RunSpec up = with("classify", Map.of("model", "lstm", "directions", "three", "horizon", "5"));
        assertEquals("0007 · LSTM 2×64 · three ways 5 ahead", RunWords.told(texts, run(up)));
        Run five = run(with("credit", Map.of()));
        assertEquals("0007 · MLP 64-32 ×5", RunWords.told(texts, five));
        assertEquals("0007 · MLP 64-32 ×5", RunWords.name(texts, five));
        assertTrue(RunWords.origin(five).matches("x · \\d\\d-\\d\\d \\d\\d:\\d\\d"), RunWords.origin(five));
    }

    @Test
    void theLineOfAChooserLeavesTheTimeOutBeforeTheName() {
        String when = " · \\d\\d-\\d\\d";
        RunSpec lstm = with("forecast", Map.of("model", "lstm", "layers", "2", "units", "64"));
        assertTrue(RunWords.line(texts, run(lstm)).matches("0007 · LSTM 2×64" + when + " \\d\\d:\\d\\d"));
        RunSpec five = with("credit", Map.of());
        assertTrue(RunWords.line(texts, run(five)).matches("0007 · MLP 64-32 ×5" + when));
        RunSpec narrow = with("credit", Map.of("model", "resnet", "stages", "2", "width", "64", "members", "3"));
        assertEquals("0007 · Narrow ResNet 2×64 ×3", RunWords.line(texts, run(narrow)));
    }
}
