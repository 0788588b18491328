package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Credit figures against R's wilcox.test, ks.test, glm, cut and pchisq on the same scores ({@code credit.R}). */
class RValuesTest {

    private static final double CLOSE = 1e-6;

    private static List<CreditReference> cases;
    private static JsonArray expected;

    @BeforeAll
    static void read() throws IOException {
        cases = CreditReference.cases();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(RValuesTest.class.getResourceAsStream("credit_r.json")),
                StandardCharsets.UTF_8)) {
            expected = JsonParser.parseReader(file).getAsJsonArray();
        }
        assertEquals(cases.size(), expected.size());
    }

    private interface Check {
        void of(CreditReference given, JsonObject r);
    }

    private static void each(Check check) {
        int at = 0;
        for (JsonElement r : expected) {
            check.of(cases.get(at++), r.getAsJsonObject());
        }
    }

    private static double number(JsonObject r, String name) {
        return r.get(name).getAsDouble();
    }

    @Test
    void aucAndItsVarianceAreRs() {
        each((given, r) -> {
            Roc.Auc auc = Roc.delong(given.a(), given.bad());
            assertEquals(number(r, "auc"), auc.auc(), CLOSE);
            assertEquals(number(r, "variance"), auc.standardError() * auc.standardError(), 1e-12);
        });
    }

    @Test
    void pairedDifferenceIsRs() {
        each((given, r) -> {
            Roc.Difference difference = Roc.delongPaired(given.a(), given.b(), given.bad());
            double error = (difference.high() - difference.low()) / 2 / Proportion.Z95;
            assertEquals(number(r, "difference"), difference.difference(), CLOSE);
            assertEquals(number(r, "differenceVariance"), error * error, 1e-12);
        });
    }

    @Test
    void kolmogorovSmirnovAndBrierAreRs() {
        each((given, r) -> {
            assertEquals(number(r, "ks"), Roc.ks(given.a(), given.bad()).value(), CLOSE);
            assertEquals(number(r, "brier"), Classification.brier(given.a(), given.bad()), CLOSE);
        });
    }

    @Test
    void hosmerLemeshowIsRs() {
        each((given, r) -> {
            HosmerLemeshow test = HosmerLemeshow.of(given.a(), given.bad(), 10);
            assertEquals(number(r, "hosmerLemeshow"), test.statistic(), CLOSE);
            assertEquals(number(r, "groups") - 2, test.df());
            assertEquals(number(r, "pValue"), test.pValue(), CLOSE);
        });
    }

    @Test
    void calibrationLineIsRs() {
        each((given, r) -> {
            CalibrationLine line = CalibrationLine.of(given.a(), given.bad());
            assertEquals(number(r, "slope"), line.slope(), CLOSE);
            assertEquals(number(r, "intercept"), line.intercept(), CLOSE);
            assertEquals(number(r, "slopeError"), line.slopeError(), CLOSE);
            assertEquals(number(r, "interceptError"), line.interceptError(), CLOSE);
        });
    }
}
