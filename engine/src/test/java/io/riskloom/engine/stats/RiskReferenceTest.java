package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** Back-tests and tail risks against NumPy and SciPy ({@code risk.py}). */
class RiskReferenceTest {

    private static JsonObject reference;

    @BeforeAll
    static void read() throws IOException {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(RiskReferenceTest.class.getResourceAsStream("risk.json")),
                StandardCharsets.UTF_8)) {
            reference = JsonParser.parseReader(file).getAsJsonObject();
        }
    }

    @Test
    void backTestsAgree() {
        for (JsonElement one : reference.getAsJsonArray("backtests")) {
            JsonObject given = one.getAsJsonObject();
            double[] marks = ForecastsReference.numbers(given.get("exceeded"));
            boolean[] exceeded = new boolean[marks.length];
            int hits = 0;
            for (int t = 0; t < marks.length; t++) {
                exceeded[t] = marks[t] > 0;
                hits += (int) marks[t];
            }
            double level = given.get("level").getAsDouble();
            double[] statistics = ForecastsReference.numbers(given.get("statistics"));
            double[] pValues = ForecastsReference.numbers(given.get("pValues"));
            Kupiec coverage = Kupiec.test(hits, marks.length, level);
            Christoffersen pairs = Christoffersen.test(exceeded, level);
            double[] ours = {coverage.statistic(), pairs.independence(), pairs.conditional()};
            double[] ourP = {coverage.pValue(), pairs.independenceP(), pairs.conditionalP()};
            for (int i = 0; i < 3; i++) {
                assertEquals(statistics[i], ours[i], 1e-9 * (1 + statistics[i]));
                assertEquals(pValues[i], ourP[i], 1e-9 * pValues[i] + 1e-14);
            }
        }
    }

    @Test
    void tailRisksAgree() {
        double[] profits = ForecastsReference.numbers(reference.get("profits"));
        for (JsonElement row : reference.getAsJsonArray("tails")) {
            double[] expected = ForecastsReference.numbers(row);
            TailRisk risk = TailRisk.of(profits, new double[] {expected[0]}, 1, 10, 1)[0];
            assertEquals(expected[1], risk.valueAtRisk(), 1e-10);
            assertEquals(expected[2], risk.expectedShortfall(), 1e-10);
        }
    }
}
