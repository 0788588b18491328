package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Facts and distances beside those that SciPy, statsmodels and NumPy give ({@code stylised.py}). */
class StylisedReferenceTest {

    private static JsonObject json;
    private static JsonObject facts;
    private static double[] a;

    @BeforeAll
    static void read() throws IOException {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(StylisedReferenceTest.class.getResourceAsStream("stylised.json")),
                StandardCharsets.UTF_8)) {
            json = JsonParser.parseReader(file).getAsJsonObject();
        }
        facts = json.getAsJsonObject("facts");
        a = numbers(json.get("a"));
    }

    @Test
    void kurtosisOfOneFiveAndTwentyDays() {
        assertEquals(number("kurtosis"), StylisedFacts.kurtosis(a), 1e-10);
        assertEquals(number("kurtosis5"), StylisedFacts.kurtosis(Distances.overlapping(a, 5)), 1e-10);
        assertEquals(number("kurtosis20"), StylisedFacts.kurtosis(Distances.overlapping(a, 20)), 1e-10);
    }

    @Test
    void tailIndices() {
        assertEquals(number("hill"), TailIndex.both(a, 0.05), 1e-10);
        assertEquals(number("hillLosses"), TailIndex.lower(a, 0.05), 1e-10);
    }

    @Test
    void curvesOverLags() {
        assertArrayEquals(numbers(facts.get("acf")), LagCurve.ACF.of(a, 30), 1e-10);
        assertArrayEquals(numbers(facts.get("acfAbs")), LagCurve.ACF_ABS.of(a, 30), 1e-10);
        assertArrayEquals(numbers(facts.get("acfSquares")), LagCurve.ACF_SQUARES.of(a, 30), 1e-10);
        assertArrayEquals(numbers(facts.get("leverage")), LagCurve.LEVERAGE.of(a, 20), 1e-10);
    }

    @Test
    void drawdownAndLosses() {
        assertEquals(number("drawdown"), Drawdowns.largest(a), 1e-10);
        double[] var = numbers(facts.get("var"));
        double[] shortfall = numbers(facts.get("es"));
        assertEquals(var[0], StylisedFacts.valueAtRisk(a, 0.01), 1e-12);
        assertEquals(var[1], StylisedFacts.valueAtRisk(a, 0.05), 1e-12);
        assertEquals(shortfall[0], StylisedFacts.expectedShortfall(a, 0.01), 1e-12);
        assertEquals(shortfall[1], StylisedFacts.expectedShortfall(a, 0.05), 1e-12);
    }

    @Test
    void wassersteinOfOneToHundredDays() {
        double[] expected = numbers(json.get("wasserstein"));
        double[] b = numbers(json.get("b"));
        int[] days = {1, 5, 20, 100};
        for (int i = 0; i < days.length; i++) {
            double distance =
                    Distances.wasserstein1(Distances.overlapping(a, days[i]), Distances.overlapping(b, days[i]));
            assertEquals(expected[i], distance, 1e-10);
        }
    }

    @Test
    void correlationsBetweenSeries() {
        double[][] expected = rows(json.getAsJsonArray("correlations"));
        double[][] series = rows(json.getAsJsonArray("series"));
        double[][] found = CrossCorrelation.matrix(series);
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], found[i], 1e-12);
        }
    }

    @Test
    void lambertsFunction() {
        JsonObject lambert = json.getAsJsonObject("lambert");
        double[] y = numbers(lambert.get("y"));
        double[] w = numbers(lambert.get("w"));
        for (int i = 0; i < y.length; i++) {
            assertEquals(w[i], LambertW.of(y[i]), 1e-14 * w[i]);
        }
    }

    @Test
    void theNormalDistributionFarIntoItsTails() {
        JsonObject normal = json.getAsJsonObject("normal");
        double[] x = numbers(normal.get("x"));
        double[] below = numbers(normal.get("below"));
        for (int i = 0; i < x.length; i++) {
            assertEquals(below[i], Normal.below(x[i]), 1e-12 * below[i], "at " + x[i]);
        }
        double[] p = numbers(normal.get("p"));
        double[] quantile = numbers(normal.get("quantile"));
        for (int i = 0; i < p.length; i++) {
            assertEquals(quantile[i], Normal.quantile(p[i]), 1e-13 * Math.max(1, Math.abs(quantile[i])), "at " + p[i]);
        }
    }

    private static double number(String fact) {
        return facts.get(fact).getAsDouble();
    }

    private static double[] numbers(JsonElement array) {
        return ForecastsReference.numbers(array);
    }

    private static double[][] rows(JsonArray rows) {
        double[][] out = new double[rows.size()][];
        for (int i = 0; i < out.length; i++) {
            out[i] = numbers(rows.get(i));
        }
        return out;
    }
}
