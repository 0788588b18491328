package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Playback;
import io.riskloom.engine.stats.Distances;
import io.riskloom.engine.stats.LagCurve;
import io.riskloom.engine.stats.StylisedFacts;
import io.riskloom.engine.stats.TailIndex;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactScaleTest {

    private final double[] real = Simulated.garch(1000, 3);

    @Test
    void aSpanInOnePieceHasTheFactsOfTheFunctions() {
        Map<String, Double> facts = FactScale.of(real, 1000, 5).real();
        assertEquals(21, facts.size());
        assertEquals(StylisedFacts.kurtosis(real), facts.get("kurtosis"), 1e-12);
        assertEquals(StylisedFacts.kurtosis(Distances.overlapping(real, 20)), facts.get("kurtosis20"), 1e-12);
        assertEquals(TailIndex.lower(real, 0.05), facts.get("tailLower"), 1e-12);
        assertEquals(LagCurve.ACF_ABS.at(real, 10), facts.get("acfAbs10"), 1e-12);
        assertEquals(StylisedFacts.leverage(real), facts.get("leverage"), 1e-12);
        assertEquals(StylisedFacts.expectedShortfall(real, 0.05), facts.get("expectedShortfall05"), 1e-12);
        double squares = 0;
        for (double rho : LagCurve.ACF.of(real, 20)) {
            squares += rho * rho;
        }
        assertEquals(Math.sqrt(squares), facts.get("acfNear"), 1e-12);
    }

    @Test
    void bandsHoldTheRealValueMostlyAndTheFarOnesAreWider() {
        List<Details.Fact> facts = FactScale.of(real, 5).facts(new double[][] {real}, new double[][] {real}, null);
        long inside = facts.stream()
                .filter(f -> f.real() >= f.low() && f.real() <= f.high())
                .count();
        assertTrue(inside >= facts.size() - 1, inside + " of " + facts.size());
        for (Details.Fact fact : facts) {
            assertTrue(fact.farLow() <= fact.low() && fact.high() <= fact.farHigh(), fact.toString());
            assertTrue(Double.isNaN(fact.garch()), "no GARCH");
        }
    }

    @Test
    void theScoreOfTheRealSpanItselfIs0AndItsFactsAreInside() {
        FactScale scale = FactScale.of(real, 1000, 5);
        assertEquals(0, scale.score(new double[][] {real}), 1e-12);
        assertEquals(scale.size(), scale.inside(scale.real()));
    }

    @Test
    void theProcessItselfScoresLowAndNoiseHigh() {
        for (int days : new int[] {252, 500, 1000}) {
            FactScale scale = FactScale.of(real, days, 5);
            double same = scale.score(Simulated.garch(128, days, 9));
            double noise = scale.score(Simulated.noise(128, days, 9));
            assertTrue(same < 1, days + " days: " + same);
            assertTrue(noise > 1.5 * same, days + " days: " + noise + " of " + same);
        }
    }

    @Test
    void longerPathsAreCutIntoPiecesOfTheSameLength() {
        FactScale scale = FactScale.of(real, 250, 5);
        double[] joined = new double[500];
        double[][] halves = Simulated.garch(2, 250, 4);
        System.arraycopy(halves[0], 0, joined, 0, 250);
        System.arraycopy(halves[1], 0, joined, 250, 250);
        assertEquals(250, scale.days());
        assertEquals(scale.values(halves), scale.values(new double[][] {joined}));
    }

    @Test
    void shortSpansLeaveOutWhatTheyCannotShow() {
        Map<String, Double> facts = FactScale.of(Simulated.garch(60, 8), 5).real();
        assertTrue(facts.containsKey("dailyVolatility") && facts.containsKey("kurtosis20"), facts.toString());
        assertTrue(!facts.containsKey("acfAbs50") && !facts.containsKey("drawdown"), facts.toString());
        FactScale tiny = FactScale.of(Simulated.garch(10, 8), 5);
        assertTrue(Double.isFinite(tiny.score(Simulated.garch(8, 10, 1))));
    }

    @Test
    void theSameSeedGivesTheSameBands() {
        double[][] paths = Simulated.garch(20, 300, 2);
        assertEquals(
                FactScale.of(real, 300, 5).facts(paths, paths, paths),
                FactScale.of(real, 300, 5).facts(paths, paths, paths));
    }

    @Test
    void thePlayBackHasTheRealSide() {
        Playback.Scale scale = FactScale.of(real, 500, 5).playback();
        double[][] halves = {Arrays.copyOf(real, 500), Arrays.copyOfRange(real, 500, 1000)};
        assertArrayEquals(LagCurve.ACF_ABS.mean(halves, 50), scale.acfAbs(), 1e-12);
        assertEquals(scale.levels().length, scale.quantiles().length);
        assertTrue(Double.isNaN(scale.facts().getFirst().generated()));
    }
}
