package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Beside NumPy, in which {@code indicators.py} has computed the same from the definitions. */
class IndicatorsTest {

    private static final double CLOSE = 1e-9;
    private static final Fixture FIXTURE = fixture();

    private record Fixture(
            double[] high,
            double[] low,
            double[] close,
            double[] rsi14,
            double[] macdHistogram,
            double[] percentB,
            double[] atr14) {}

    private static Fixture fixture() {
        try (Reader in = new InputStreamReader(
                IndicatorsTest.class.getResourceAsStream("indicators.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(in, Fixture.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void relativeStrengthIsWilders() {
        assertArrayEquals(FIXTURE.rsi14, Indicators.rsi(FIXTURE.close), CLOSE);
    }

    @Test
    void macdHistogramIsOverTheClose() {
        assertArrayEquals(FIXTURE.macdHistogram, Indicators.macdHistogram(FIXTURE.close), CLOSE);
    }

    @Test
    void percentBIsThePlaceBetweenTheBands() {
        assertArrayEquals(FIXTURE.percentB, Indicators.percentB(FIXTURE.close), CLOSE);
    }

    @Test
    void averageTrueRangeIsOverTheClose() {
        assertArrayEquals(FIXTURE.atr14, Indicators.averageTrueRange(FIXTURE.high, FIXTURE.low, FIXTURE.close), CLOSE);
    }

    /** The sum of 20 equal closes, divided by 20, need not be the close itself: what is left is no place between bands. */
    @Test
    void aMarketThatComesToAHaltEndsBetweenTheBands() {
        double[] close = new double[60];
        for (int t = 0; t < close.length; t++) {
            close[t] = t < 20 ? 1.1 + 0.013 * t : 1.37;
        }
        double[] found = Indicators.percentB(close);
        assertArrayEquals(
                new double[21], Arrays.stream(found, 39, 60).map(v -> v - 0.5).toArray());
    }

    @Test
    void aMarketThatStandsStillHasNoStrengthAndLiesBetweenTheBands() {
        double[] still = {5, 5, 5};
        assertArrayEquals(new double[] {0, 0, 0}, Indicators.rsi(still));
        assertArrayEquals(new double[] {0.5, 0.5, 0.5}, Indicators.percentB(still));
        assertArrayEquals(new double[] {0, 0, 0}, Indicators.macdHistogram(still));
        assertArrayEquals(new double[] {0, 0, 0}, Indicators.averageTrueRange(still, still, still));
    }
}
