package io.riskloom.app.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.forecast.BandsModel.Finding;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Details.Level;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Specs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BandsModelTest {

    private final Texts texts = new Texts(Texts.ENGLISH);

    /** One step; every fourth value lies outside of the 90 % band, every second outside of the 50 % band. */
    private static Forecast test(int origins) {
        List<LocalDate> days = new ArrayList<>();
        double[][] actual = new double[origins][1];
        double[][][] ends = new double[4][origins][1];
        for (int o = 0; o < origins; o++) {
            days.add(LocalDate.of(2024, 1, 1).plusDays(o));
            actual[o][0] = o == origins - 1 ? Double.NaN : o % 4 == 0 ? 9 : o % 2 == 0 ? 3 : 0;
            double[] end = {-1, 1, -5, 5};
            for (int e = 0; e < 4; e++) {
                ends[e][o][0] = end[e];
            }
        }
        return Forecast.ofCloses(
                days, new double[origins], new double[origins][1], actual, ends[0], ends[1], ends[2], ends[3]);
    }

    private BandsModel model(Map<String, String> settings, Forecast test, Level... levels) {
        ForecastSpec spec = (ForecastSpec) Specs.with(Specs.defaults("forecast", "prices.csv"), settings);
        return new BandsModel(
                spec,
                new Details.OfForecast(
                        test, test, LocalDate.of(2024, 1, 1), new double[0], List.of(), List.of(levels), 1),
                texts);
    }

    @Test
    void aLevelOutsideOfItsIntervalIsTooNarrowOrTooWide() {
        assertEquals(Finding.NARROW, Finding.of(new Level(.9, .85, .81, .89, 1)));
        assertEquals(Finding.FITS, Finding.of(new Level(.9, .87, .84, .9, 1)));
        assertEquals(Finding.OPEN, Finding.of(new Level(.9, .88, .766, .945, 1)));
        assertEquals(Finding.WIDE, Finding.of(new Level(.9, .95, .92, .97, 1)));
        assertEquals(Finding.UNKNOWN, Finding.of(new Level(.9, .95, Double.NaN, Double.NaN, 1)));
    }

    @Test
    void theVerdictSpeaksOfNinetyPerCent() {
        BandsModel model =
                model(Map.of(), test(70), new Level(.5, .5, .45, .55, 3), new Level(.9, .85, .81, .89, 12.345));
        assertEquals(Finding.NARROW, model.finding());
        assertEquals(
                "The 90% bands held 85.0% of what came (95% interval 81.0 to 89.0%): they are too narrow.",
                model.verdict());
        BandsModel.LevelRow row = model.rows().getLast();
        assertEquals(
                List.of("90%", "85.0%", "81.0 – 89.0%", "12.35%", "too narrow"),
                List.of(row.nominal(), row.measured(), row.interval(), row.width(), row.finding()));
        texts.locale().set(Texts.CHINESE);
        assertEquals("90% 区间包含了 85.0% 的实际值（95% 置信区间 81.0 至 89.0%）：区间偏窄。", model.verdict());
    }

    @Test
    void aForecastAheadWithBandsTwiceAsWideIsToldApartFromTheTestSpan() {
        Level fits = new Level(.9, .88, .85, .91, 9);
        BandsModel calm = ahead(1.99, fits);
        assertEquals(Optional.empty(), calm.ahead());
        assertTrue(calm.verdict().endsWith("this does not contradict what they promise."), calm.verdict());
        BandsModel wild = ahead(4, fits);
        assertEquals(
                "The 90% bands of the forecast of 2024-03-02 are 4.0 times as wide as those of the test days: 40.0% of the last"
                        + " value on average over the days ahead, against 10.0%. What held there says little of them.",
                wild.ahead().orElseThrow());
        assertTrue(wild.verdict().endsWith("but they were much narrower there than they are now."), wild.verdict());
        texts.locale().set(Texts.CHINESE);
        assertTrue(
                wild.ahead().orElseThrow().contains("是测试期的 4.0 倍"), wild.ahead().orElseThrow());
    }

    /** Closes of 100 with 90 % bands from 95 to 105 on the test days, and so many times as wide ahead. */
    private BandsModel ahead(double times, Level level) {
        Forecast test = wide(LocalDate.of(2024, 3, 1), 5);
        Forecast ahead = wide(LocalDate.of(2024, 3, 2), 5 * times);
        return new BandsModel(
                (ForecastSpec) Specs.defaults("forecast", "prices.csv"),
                new Details.OfForecast(
                        test, ahead, LocalDate.of(2024, 1, 1), new double[0], List.of(), List.of(level), 1),
                texts);
    }

    private static Forecast wide(LocalDate day, double half) {
        double[][] close = {{100}};
        double[][] low = {{100 - half}};
        double[][] high = {{100 + half}};
        return Forecast.ofCloses(List.of(day), new double[] {100}, close, close, low, high, low, high);
    }

    @Test
    void theKindOfBandsIsExplained() {
        assertTrue(model(Map.of("bands", "adaptive"), test(3)).kind().startsWith("Adaptive conformal bands"));
        assertTrue(model(Map.of("bands", "split"), test(3)).kind().startsWith("Split conformal bands"));
        String dropout =
                model(Map.of("bands", "dropout", "passes", "30"), test(3)).kind();
        assertTrue(dropout.contains("30 passes"), dropout);
        String quantiles =
                model(Map.of("loss", "pinball", "bands", "split"), test(3)).kind();
        assertTrue(quantiles.startsWith("The network gives the quantiles itself"), quantiles);
        assertTrue(quantiles.contains("Split conformal bands"), quantiles);
    }

    @Test
    void coverageOverTimeBeginsAtTheSixtiethOriginAndLeavesOutTheUnknown() {
        RollingCoverage rolling = RollingCoverage.of(test(70));
        assertTrue(Double.isNaN(rolling.share90()[58]));
        assertEquals(45.0 / 60, rolling.share90()[59], 1e-12);
        assertEquals(30.0 / 60, rolling.share50()[59], 1e-12);
        assertEquals(44.0 / 59, rolling.share90()[69], 1e-12);
        assertEquals(29.0 / 59, rolling.share50()[69], 1e-12);
    }

    @Test
    void runsOfEarlierVersionsShowCoverageOverTimeAlone() {
        BandsModel old = model(Map.of(), test(70));
        assertTrue(old.rows().isEmpty());
        assertNull(old.reliability());
        assertEquals(Finding.UNKNOWN, old.finding());
        assertTrue(old.verdict().startsWith("This run was trained by an earlier version"));
        assertEquals(4, old.coverage().lines().size());
        assertEquals(75, old.coverage().lines().getFirst().values()[59], 1e-12);
        assertNull(model(Map.of(), test(59)).coverage());
    }
}
