package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptEpochTest {

    @Test
    void aForecasterKeepsTheEpochWithTheSmallestLoss() {
        ForecastSpec spec = Specs.defaults(ForecastSpec.class, "prices.csv");
        assertEquals(
                2,
                KeptEpoch.of(spec, losses(0.5, 0.3, 0.4)).orElseThrow().epoch().epoch());
        assertTrue(KeptEpoch.of(spec, List.of()).isEmpty());
    }

    @Test
    void aGeneratorKeepsNoneFromBeforeTheMiddleOnceThereIsALaterOne() {
        GenerateSpec spec = Specs.with(Specs.defaults(GenerateSpec.class, "prices.csv"), "epochs", 6);
        KeptEpoch early = KeptEpoch.of(spec, facts(0.1, 0.2, 0.3)).orElseThrow();
        assertEquals(1, early.epoch().epoch());
        assertTrue(early.unripe(spec));
        assertFalse(KeptEpoch.of(spec, facts(0.1, 0.2, 0.3, 0.9)).orElseThrow().unripe(spec));
        assertEquals(
                5,
                KeptEpoch.of(spec, facts(0.1, 0.2, 0.3, 0.9, 0.8, 0.85))
                        .orElseThrow()
                        .epoch()
                        .epoch());
    }

    private static List<EpochReport> losses(double... values) {
        List<EpochReport> epochs = new ArrayList<>();
        for (double value : values) {
            epochs.add(new EpochReport(epochs.size() + 1, values.length, value, value, Map.of(), 1));
        }
        return epochs;
    }

    private static List<EpochReport> facts(double... scores) {
        List<EpochReport> epochs = new ArrayList<>();
        for (double score : scores) {
            epochs.add(new EpochReport(epochs.size() + 1, scores.length, 1, 1, Map.of("factScore", score), 1));
        }
        return epochs;
    }
}
