package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathVerdictTest {

    private static final Map<String, Double> OURS = Map.of(Metric.FACT_SCORE, 0.8, Metric.FACTS_INSIDE, 15.0);

    /** Intervals of generated − bootstrap and generated − GARCH. */
    @ParameterizedTest
    @CsvSource({
        "-0.4, -0.1, -0.5, -0.2,  1, verdict.generate.better",
        "-0.4, -0.1, -0.5,  0.2,  0, verdict.generate.mixed",
        " 0.1,  0.4, -0.5, -0.2,  0, verdict.generate.mixed",
        "-0.1,  0.4, -0.5,  0.2,  0, verdict.generate.noBetter",
        " 0.1,  0.4, -0.5,  0.2, -1, verdict.generate.worse",
        " 0.1,  0.4,  0.1,  0.2, -1, verdict.generate.worst",
    })
    void onlyADifferenceWhoseIntervalLeavesOutZeroCounts(
            double low, double high, double garchLow, double garchHigh, int good, String key) {
        PathVerdict verdict = PathVerdict.of(
                OURS,
                List.of(challenger("blockBootstrap", low, high), challenger("garch", garchLow, garchHigh)),
                21,
                1000);
        assertEquals(good, verdict.good());
        assertEquals(key, verdict.words().key());
    }

    @Test
    void theWordsNameBothSimulators() {
        PathVerdict verdict = PathVerdict.of(
                OURS, List.of(challenger("blockBootstrap", -0.4, 0.1), challenger("garch", -0.5, 0.2)), 21, 1000);
        assertEquals(
                Notice.of(
                        "verdict.generate.noBetter",
                        "0.80",
                        "1.00",
                        "−0.40",
                        "0.10",
                        "1.00",
                        "−0.50",
                        "0.20",
                        15L,
                        9L,
                        9L,
                        21),
                verdict.words());
    }

    @Test
    void withoutGarchTheBootstrapDecidesAlone() {
        PathVerdict verdict = PathVerdict.of(OURS, List.of(challenger("blockBootstrap", -0.4, -0.1)), 21, 1000);
        assertEquals(1, verdict.good());
        assertEquals(
                Notice.of("verdict.generate.alone.better", "0.80", "1.00", "−0.40", "−0.10", 15L, 9L, 21),
                verdict.words());
    }

    @Test
    void fewReturnsDecideNothing() {
        PathVerdict verdict = PathVerdict.of(OURS, List.of(challenger("blockBootstrap", -0.4, -0.1)), 7, 99);
        assertEquals(0, verdict.good());
        assertEquals(Notice.of("verdict.generate.few", 99, 100, "0.80", "1.00"), verdict.words());
    }

    @Test
    void copiesAreNoMerit() {
        Map<String, Double> copies =
                Map.of(Metric.FACT_SCORE, 0.1, Metric.FACTS_INSIDE, 21.0, Metric.NEAR_COPIES, 0.75);
        PathVerdict verdict = PathVerdict.of(copies, List.of(challenger("blockBootstrap", -0.9, -0.8)), 21, 1000);
        assertEquals(0, verdict.good());
        assertEquals(Notice.of("verdict.generate.copies", "75.0"), verdict.words());
    }

    private static ChallengerScore challenger(String name, double low, double high) {
        return new ChallengerScore(
                name,
                Map.of(Metric.FACT_SCORE, 1.0, Metric.FACTS_INSIDE, 9.0),
                Map.of(),
                Map.of(Metric.FACT_SCORE, new ChallengerScore.Gap(-0.2, low, high, 0.5)));
    }
}
