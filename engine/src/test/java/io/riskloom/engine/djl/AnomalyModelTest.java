package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.feature.CreditEncoder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnomalyModelTest {

    private static final CreditEncoder NONE = new CreditEncoder(List.of());

    /** Errors 0 … 100 alone count: the score is the share of them below. */
    private static AnomalyModel hundred() {
        double[] error = IntStream.rangeClosed(0, 100).mapToDouble(i -> i).toArray();
        return AnomalyModel.of(NONE, error, new double[101], 1, 1);
    }

    @Test
    void aScoreIsTheShareOfMoreUsualApplicants() {
        double whole = 101 / 102.0;
        assertEquals(0, hundred().score(-5, 0));
        assertEquals(0, hundred().score(0, 0));
        assertEquals(0.5 * whole, hundred().score(50, 0), 1e-9);
        assertEquals(0.255 * whole, hundred().score(25.5, 0), 1e-9);
        assertEquals(whole, hundred().score(100, 0), 1e-9);
    }

    @Test
    void theVeryStrangeAreStillRanked() {
        double last = 0;
        for (double error : new double[] {99, 100, 101, 200, 10_000}) {
            double score = hundred().score(error, 0);
            assertTrue(score > last && score < 1, error + ": " + score);
            last = score;
        }
    }

    @Test
    void distanceCountsWithTheRestOfTheWeight() {
        double[] error = {0, 1, 2};
        double[] distance = {0, 10, 20};
        AnomalyModel half = AnomalyModel.of(NONE, error, distance, 0.5, 1);
        // one step more of either moves as far, since both are standardised
        assertEquals(half.score(1.5, 10), half.score(1, 15), 1e-12);
        AnomalyModel none = AnomalyModel.of(NONE, error, distance, 0, 1);
        assertEquals(none.score(0, 10), none.score(2, 10), 1e-12);
    }
}
