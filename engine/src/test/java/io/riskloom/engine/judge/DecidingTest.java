package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.model.ChallengerScore.Gap;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecidingTest {

    private static final Gap ABOVE = new Gap(0.03, 0.01, 0.05, 0.003);
    private static final Gap AROUND = new Gap(0.01, -0.01, 0.03, 0.3);
    private static final Gap BELOW = new Gap(-0.03, -0.05, -0.01, 0.003);
    private static final Gap UNKNOWN = new Gap(0.2, Double.NaN, Double.NaN, Double.NaN);

    @Test
    void betterMeansBetterThanEachAndNamesTheStrongest() {
        assertEquals(new Deciding(1, 1), of(ABOVE, ABOVE));
    }

    @Test
    void oneThatIsNotBeatenDecidesThoughAnotherIsStronger() {
        assertEquals(new Deciding(0, 0), of(AROUND, ABOVE));
        assertEquals(new Deciding(0, 1), of(AROUND, AROUND));
        assertEquals(new Deciding(0, 0), of(UNKNOWN, ABOVE));
    }

    @Test
    void oneThatIsBetterMakesItWorse() {
        assertEquals(new Deciding(-1, 0), of(BELOW, ABOVE));
        assertEquals(new Deciding(-1, 1), of(AROUND, BELOW));
        assertThrows(IllegalArgumentException.class, () -> Deciding.of(List.of(), new double[0]));
    }

    /** Of two, one at .03 is as likely by chance as one at .06 alone. */
    @Test
    void oneOfSeveralMakesItWorseOnlyBeyondTheChanceOfAllOfThem() {
        Gap barely = new Gap(-0.02, -0.038, -0.002, 0.03);
        assertEquals(new Deciding(-1, 0), Deciding.of(List.of(barely), new double[] {0.7}));
        assertEquals(new Deciding(0, 0), of(barely, ABOVE));
        assertEquals(new Deciding(-1, 0), of(BELOW, barely), "the one that it is surely worse than decides");
    }

    /** The second one is the stronger. */
    private static Deciding of(Gap first, Gap second) {
        return Deciding.of(List.of(first, second), new double[] {0.7, 0.8});
    }
}
