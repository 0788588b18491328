package io.riskloom.engine.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Figures of credit scores equal those of scikit-learn, SciPy and statsmodels, and R's procedure, on stored cases. */
class CreditReferenceTest {

    private static final double CLOSE = 1e-9;

    @Test
    void rankingEqualsTheReference() throws IOException {
        for (CreditReference c : CreditReference.cases()) {
            assertEquals(c.number("auc"), Roc.auc(c.a(), c.bad()), CLOSE);
            assertEquals(c.number("ks"), Roc.ks(c.a(), c.bad()).value(), CLOSE);
            assertEquals(c.number("ks"), KsCurve.of(c.a(), c.bad()).ks(), CLOSE);
            assertEquals(c.number("averagePrecision"), Classification.prAuc(c.a(), c.bad()), CLOSE);
            assertEquals(c.number("accuracyRatio"), CapCurve.of(c.a(), c.bad()).accuracyRatio(), CLOSE);
        }
    }

    @Test
    void delongsVariancesEqualThoseTakenPairByPair() throws IOException {
        for (CreditReference c : CreditReference.cases()) {
            double error = Roc.delong(c.a(), c.bad()).standardError();
            assertEquals(c.number("delong", "variance"), error * error, CLOSE);
            Roc.Difference paired = Roc.delongPaired(c.a(), c.b(), c.bad());
            double half = Proportion.Z95 * Math.sqrt(c.number("delong", "differenceVariance"));
            assertEquals(c.number("delong", "difference"), paired.difference(), CLOSE);
            assertEquals(c.number("delong", "difference") - half, paired.low(), CLOSE);
            assertEquals(c.number("delong", "difference") + half, paired.high(), CLOSE);
            assertEquals(c.number("delong", "pValue"), paired.pValue(), CLOSE);
        }
    }

    @Test
    void probabilitiesEqualTheReference() throws IOException {
        for (CreditReference c : CreditReference.cases()) {
            assertEquals(c.number("brier"), Classification.brier(c.a(), c.bad()), CLOSE);
            assertEquals(c.number("logLoss"), Classification.logLoss(c.a(), c.bad()), CLOSE);
            double[] expected = c.numbers("line");
            CalibrationLine line = CalibrationLine.of(c.a(), c.bad());
            assertEquals(expected[0], line.intercept(), 1e-8);
            assertEquals(expected[1], line.slope(), 1e-8);
            assertEquals(expected[2], line.interceptError(), 1e-8);
            assertEquals(expected[3], line.slopeError(), 1e-8);
            assertEquals(expected[4], line.inTheLarge(), 1e-8);
        }
    }

    @Test
    void hosmerLemeshowEqualsItsProcedureInR() throws IOException {
        for (CreditReference c : CreditReference.cases()) {
            JsonObject expected = c.json().getAsJsonObject("hosmerLemeshow");
            for (String groups : expected.keySet()) {
                JsonObject wanted = expected.getAsJsonObject(groups);
                HosmerLemeshow test = HosmerLemeshow.of(c.a(), c.bad(), Integer.parseInt(groups));
                assertEquals(wanted.get("statistic").getAsDouble(), test.statistic(), CLOSE);
                assertEquals(wanted.get("df").getAsInt(), test.df());
                assertEquals(wanted.get("pValue").getAsDouble(), test.pValue(), CLOSE);
                assertEquals(wanted.get("heldOut").getAsDouble(), test.heldOutPValue(), CLOSE);
            }
        }
    }

    @Test
    void partsOfTheBrierScoreEqualTheReferenceAndSumToIt() throws IOException {
        for (CreditReference c : CreditReference.cases()) {
            JsonObject expected = c.json().getAsJsonObject("murphy");
            for (String bins : expected.keySet()) {
                JsonObject wanted = expected.getAsJsonObject(bins);
                BrierDecomposition parts = BrierDecomposition.of(c.a(), c.bad(), Integer.parseInt(bins));
                assertEquals(wanted.get("reliability").getAsDouble(), parts.reliability(), CLOSE);
                assertEquals(wanted.get("resolution").getAsDouble(), parts.resolution(), CLOSE);
                assertEquals(wanted.get("uncertainty").getAsDouble(), parts.uncertainty(), CLOSE);
                assertEquals(
                        parts.brier(),
                        parts.reliability() - parts.resolution() + parts.uncertainty() + parts.within(),
                        1e-15);
            }
        }
    }

    /** The first three are the worked examples of Newcombe 1998: .0524 to .3339, .1705 to .8090, .0582 to .8062. */
    @Test
    void intervalsOfSharesEqualTheReference() throws IOException {
        for (JsonElement each : CreditReference.read().getAsJsonArray("shares")) {
            JsonObject expected = each.getAsJsonObject();
            double[] counts = ForecastsReference.numbers(expected.get("counts"));
            Proportion a = Proportion.wilson((int) counts[0], (int) counts[1]);
            Proportion b = Proportion.wilson((int) counts[2], (int) counts[3]);
            double[] wilson = ForecastsReference.numbers(expected.get("wilson"));
            assertEquals(wilson[0], a.low(), CLOSE);
            assertEquals(wilson[1], a.high(), CLOSE);
            double[] newcombe = ForecastsReference.numbers(expected.get("newcombe"));
            ProportionDifference difference = ProportionDifference.newcombe(a, b);
            assertEquals(a.value() - b.value(), difference.value(), CLOSE);
            assertEquals(newcombe[0], difference.low(), CLOSE);
            assertEquals(newcombe[1], difference.high(), CLOSE);
            double[] ratio = ForecastsReference.numbers(expected.get("ratio"));
            GroupRates.Ratio katz = GroupRates.ratio(a, b);
            assertEquals(ratio[0], katz.low(), CLOSE);
            assertEquals(ratio[1], katz.high(), CLOSE);
        }
    }

    @Test
    void newcombesWorkedExamplesAreMet() {
        assertInterval(0.0524, 0.3339, 56, 70, 48, 80);
        assertInterval(0.1705, 0.8090, 9, 10, 3, 10);
        assertInterval(0.0582, 0.8062, 6, 7, 2, 7);
    }

    private static void assertInterval(double low, double high, int x, int n, int z, int m) {
        ProportionDifference d = ProportionDifference.newcombe(Proportion.wilson(x, n), Proportion.wilson(z, m));
        assertEquals(low, d.low(), 5e-5);
        assertEquals(high, d.high(), 5e-5);
    }
}
