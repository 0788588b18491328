package io.riskloom.engine.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.HeldOut;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForecastCheckTest {

    /** With bars and volume. */
    private static PriceHistory history(int days) {
        List<LocalDate> dates = IntStream.range(0, days)
                .mapToObj(LocalDate.of(2000, 1, 3)::plusDays)
                .toList();
        double[] price = new double[days];
        Arrays.fill(price, 100);
        return new PriceHistory("A", dates, price, price, price, price, price, new Source("a.csv", "a", days));
    }

    private static ForecastSpec spec(Map<String, ?> settings) {
        return Specs.with(Specs.defaults(ForecastSpec.class, "a.csv"), settings);
    }

    private static Notice refusal(ForecastSpec spec, int days) {
        return assertThrows(NoticeException.class, () -> ForecastCheck.check(spec, history(days)))
                .notice();
    }

    @Test
    void aRecursiveForecastOfAFileWithBarsTakesDefaultsThatClosesGive() {
        ForecastSpec recursive = spec(Map.of("strategy", "recursive"));
        assertEquals("returns,volatility", recursive.inputs());
        assertDoesNotThrow(() -> ForecastCheck.check(recursive, history(1000)));
        assertEquals(
                Notice.of("run.error.recursiveInputs", "ranges, volume", "returns, volatility, logPrice, calendar"),
                refusal(spec(Map.of("strategy", "recursive", "inputs", "returns,ranges,volume")), 1000));
    }

    @Test
    void aResidualNetworkIsNotGivenOneWindowAtATime() {
        assertEquals(
                Notice.of("run.error.batchOfOne", "resnet18"),
                refusal(spec(Map.of("model", "resnet18", "batch", 1)), 1000));
        assertDoesNotThrow(() -> ForecastCheck.check(spec(Map.of("model", "resnet18", "batch", 2)), history(1000)));
        assertDoesNotThrow(() -> ForecastCheck.check(spec(Map.of("batch", 1)), history(1000)));
    }

    @Test
    void passesWhoseJudgingWouldTakeHoursAreRefused() throws Exception {
        Map<String, Object> settings = Map.of("strategy", "recursive", "bands", "dropout", "horizon", 60);
        ForecastSpec spec = spec(settings);
        assertEquals(20, spec.passes());
        DateSplit split = Splits.days(spec, 5000);
        long origins = HeldOut.of(split).calibration().size() + split.test().size();
        int most = (int) (2_000_000 / (60 * origins));
        assertDoesNotThrow(() -> ForecastCheck.check(Specs.with(spec, "passes", most), history(5000)));
        assertEquals(
                Notice.of("run.error.manyPasses", most + 1, origins, 60, (most + 1) * 60 * origins, 2_000_000L),
                refusal(Specs.with(spec, "passes", most + 1), 5000));
        // at once, a path is one answer however long it is
        ForecastSpec direct = Specs.with(spec, Map.of("strategy", "direct", "passes", most + 1));
        assertDoesNotThrow(() -> ForecastCheck.check(direct, history(5000)));
    }

    @Test
    void aStudyIsCheckedInEachOfItsFolds() {
        ForecastSpec study = spec(Map.of(
                "strategy",
                "recursive",
                "bands",
                "dropout",
                "horizon",
                20,
                "scheme",
                "expanding",
                "folds",
                2,
                "passes",
                1000));
        Notice refused = refusal(study, 5000);
        assertEquals("run.error.manyPasses", refused.key());
        assertEquals(
                List.of("1000", "20", "2000000"),
                Stream.of(0, 2, 4).map(refused.args()::get).toList());
    }
}
