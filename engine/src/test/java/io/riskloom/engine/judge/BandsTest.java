package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.feature.Target;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BandsTest {
    private static final Predictor ZERO = days -> new double[1][days.length][1];

    /** Each return is 1 … 9 times the one before, which is its scale: ranks ⌈10·.5⌉ = 5 and ⌈10·.9⌉ = 9. */
    @Test
    void halfWidthsAreTheConformalRanksTimesTheScale() {
        double[] returns = new double[10];
        returns[0] = 1e-6;
        double[] times = {3, -9, 1, 7, -2, 8, 5, 4, -6};
        for (int i = 0; i < times.length; i++) {
            returns[i + 1] = returns[i] * times[i];
        }
        Outlook outlook = ToySeries.nextDay(ToySeries.of(returns), ZERO);
        Bands bands = Bands.fit("split", outlook, new Span(1, 9));
        Banded around = bands.around(outlook, new int[] {2, 10});
        assertEquals(-5 * 3e-6, around.low50()[0][0], 1e-15);
        assertEquals(9 * 3e-6, around.high90()[0][0], 1e-15);
        assertEquals(9 * Math.abs(returns[9]), around.high90()[1][0], 1e-8);
    }

    /**
     * Quantiles −2, −1, 0, 1, 2, given out of order; nine returns of size 1 … 9 lie 0 … 8 beyond the inner ends and −1 … 7
     * beyond the outer ones, of which ranks 5 and 9 are taken.
     */
    @Test
    void marginsAreTheConformalRanksBeyondTheQuantiles() {
        double[] returns = new double[9];
        Arrays.setAll(returns, i -> (i % 2 == 0 ? 1 : -1) * (9 - i));
        double[] crossed = {1, 0, -2, 2, -1};
        Outlook outlook = ToySeries.nextDay(ToySeries.of(returns), constant(crossed));
        Bands bands = Bands.fit("split", outlook, new Span(0, 8));
        Banded around = bands.around(outlook, new int[] {0, 3, 8});
        assertEquals(0, around.point()[0][0]);
        assertEquals(-5, around.low50()[0][0], 1e-12);
        assertEquals(5, around.high50()[2][0], 1e-12);
        assertEquals(-9, around.low90()[1][0], 1e-12);
        assertEquals(9, around.high90()[1][0], 1e-12);
        assertThrows(IllegalArgumentException.class, () -> bands.fan(outlook, new int[] {0}, 0.8));
    }

    @Test
    void bandsThatAreTooWideShrinkButNeverPastTheMedianOrANarrowerBand() {
        Outlook outlook = ToySeries.nextDay(ToySeries.of(1, 1), constant(0, -2, -1, 1, 2));
        Calibration kept = Calibration.ofWidths(new double[] {-5}, new double[] {-1.5});
        Banded narrow = new SplitBands(kept).around(outlook, new int[] {0});
        assertEquals(0, narrow.low50()[0][0]);
        assertEquals(0, narrow.high50()[0][0]);
        assertEquals(-0.5, narrow.low90()[0][0]);
        assertEquals(0.5, narrow.high90()[0][0]);
    }

    /** Passes 1 and 3 have mean 2 and variance 2; errors −1, 1, 2 over scales 1, 1, 2: noise (−1 − 1 + ½) / 3 is below 0. */
    @Test
    void bandsOfDropoutAddTheNoiseThatPassesDoNotShow() {
        PriceHistory history = ToySeries.of(1, 1, 3, 4, 5);
        Predictor two = days -> new double[][][] {fill(days.length, 1), fill(days.length, 3)};
        Outlook outlook = ToySeries.nextDay(history, two);
        DropoutBands sure = (DropoutBands) Bands.fit("dropout", outlook, new Span(1, 2));
        // errors −1 and 1, each with variance 2, at scale 1
        assertArrayEquals(new double[] {0}, sure.noise(), 1e-9);
        DropoutBands noisy = (DropoutBands) Bands.fit("dropout", outlook, new Span(3, 4));
        // errors 2 and 3, scales 3 and 4: ((4 − 2)/9 + (9 − 2)/16) / 2
        assertEquals((2 / 9.0 + 7 / 16.0) / 2, noisy.noise()[0], 1e-9);
        Banded around = new DropoutBands(new double[] {0.5}).around(outlook, new int[] {4});
        assertEquals(2, around.point()[0][0]);
        assertEquals(2 + 1.6448536269514722 * Math.sqrt(2 + 0.5 * 16), around.high90()[0][0], 1e-8);
        assertEquals(2 - 0.6744897501960817 * Math.sqrt(10), around.low50()[0][0], 1e-8);
        Outlook one = ToySeries.nextDay(history, ZERO);
        assertThrows(IllegalArgumentException.class, () -> Bands.fit("dropout", one, new Span(1, 2)));
    }

    @Test
    void everyKindComesBackFromItsJson() {
        Outlook outlook = ToySeries.nextDay(ToySeries.of(1, -2, 3, -1), ZERO);
        for (Bands bands : List.of(
                Bands.fit("split", outlook, new Span(0, 2)),
                Bands.fit("adaptive", outlook, new Span(0, 2)),
                new DropoutBands(new double[] {0.25}))) {
            Bands again = Json.gson().fromJson(Json.gson().toJson(bands, Bands.class), Bands.class);
            assertInstanceOf(bands.getClass(), again);
            assertEquals(
                    bands.toString().replaceAll("@\\w+", ""), again.toString().replaceAll("@\\w+", ""));
            if (!(bands instanceof DropoutBands)) {
                assertArrayEquals(
                        bands.around(outlook, new int[] {1, 4}).high90(),
                        again.around(outlook, new int[] {1, 4}).high90());
            }
        }
    }

    @Test
    void forecastsAreShownAsPricesBesideWhatCame() {
        Outlook outlook = ToySeries.nextDay(
                ToySeries.of(Math.log(2), Math.log(1.5)), days -> new double[][][] {fill(days.length, Math.log(1.25))});
        double[] widths = {1};
        Bands bands = new SplitBands(Calibration.ofWidths(new double[] {0.5}, widths));
        Forecast shown = outlook.forecast(bands, new int[] {1, 2});
        assertEquals("close", shown.quantity());
        assertArrayEquals(new double[] {2, 3}, shown.lastValue(), 1e-12);
        assertArrayEquals(
                new double[] {3, Double.NaN}, new double[] {shown.actual()[0][0], shown.actual()[1][0]}, 1e-12);
        assertEquals(2.5, shown.forecast()[0][0], 1e-12);
        // the scale of day 1 is its own return, ln 2
        assertEquals(2.5 * 2, shown.upper90()[0][0], 1e-12);
        assertEquals(2.5 / Math.sqrt(2), shown.lower50()[0][0], 1e-12);
        assertEquals(3 * 1.25 * 1.5, shown.upper90()[1][0], 1e-12);
        assertEquals(ToySeries.dates(3).get(1), shown.origins().getFirst());
    }

    @Test
    void splitBandsCoverNewErrorsAsPromised() {
        Random random = new Random(9);
        double[] returns = IntStream.range(0, 4001)
                .mapToDouble(i -> 0.01 * random.nextGaussian())
                .toArray();
        Outlook outlook =
                new Outlook(ZERO, Target.ofCloses(ToySeries.of(returns), new int[] {1}, 20), ToySeries.dates(4002), 0);
        Bands bands = Bands.fit("split", outlook, new Span(20, 2000));
        Fan fan = bands.fan(outlook, new Span(2001, 4000).days(), 0.3, 0.8);
        for (int l = 0; l < 2; l++) {
            int inside = 0;
            for (int i = 0; i < 2000; i++) {
                double y = returns[2001 + i];
                inside += y >= fan.low()[l][i][0] && y <= fan.high()[l][i][0] ? 1 : 0;
            }
            assertEquals(fan.levels()[l], inside / 2000.0, 0.03);
        }
        assertTrue(fan.high()[0][0][0] < fan.high()[1][0][0]);
    }

    /** Two months of a halt among the calibration origins, whose errors are measured by what the series moved before it. */
    @Test
    void aHaltDoesNotBlowTheBandsUp() {
        Random random = new Random(3);
        double[] returns = new double[600];
        for (int t = 0; t < returns.length; t++) {
            returns[t] = t >= 260 && t < 300 ? 0 : 0.01 * random.nextGaussian();
        }
        Target target = Target.ofCloses(ToySeries.of(returns), new int[] {1, 20}, 20);
        Outlook outlook = new Outlook(days -> new double[1][days.length][2], target, ToySeries.dates(601), 61);
        for (String kind : List.of("split", "adaptive")) {
            Forecast shown = outlook.forecast(Bands.fit(kind, outlook, new Span(230, 330)), new Span(360, 560).days());
            for (int i = 0; i < shown.size(); i++) {
                double upper = shown.upper90()[i][1] / shown.lastValue()[i];
                assertTrue(upper > 1.01 && upper < 3, kind + " " + upper);
            }
        }
    }

    private static Predictor constant(double... answers) {
        return days ->
                Arrays.stream(answers).mapToObj(a -> fill(days.length, a)).toArray(double[][][]::new);
    }

    private static double[][] fill(int rows, double value) {
        return IntStream.range(0, rows).mapToObj(i -> new double[] {value}).toArray(double[][]::new);
    }
}
