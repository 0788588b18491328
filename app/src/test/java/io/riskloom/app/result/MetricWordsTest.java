package io.riskloom.app.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import org.junit.jupiter.api.Test;

class MetricWordsTest {

    @Test
    void sharesAreInPercentDistancesInBasisPointsRanksWithThreeDigits() {
        assertEquals("51.3%", MetricWords.value(Metric.DIRECTIONAL_ACCURACY, 0.5128));
        assertEquals("25.1 bp", MetricWords.value(Metric.WASSERSTEIN_1, 0.002512));
        assertEquals("0.784", MetricWords.value(Metric.AUC, 0.7839));
        assertEquals("−0.11", MetricWords.value(Metric.SHARPE_NET, -0.114));
    }

    @Test
    void aSmallPValueIsNeverZero() {
        assertEquals("< 0.001", MetricWords.p(0));
        assertEquals("< 0.001", MetricWords.p(0.00099));
        assertEquals("0.001", MetricWords.p(0.001));
        assertEquals("0.372", MetricWords.value(Metric.DM_P_VALUE, 0.3721));
        assertEquals("< 0.001", MetricWords.value(Metric.DM_P_VALUE, 1e-9));
        assertEquals("–", MetricWords.p(Double.NaN));
    }

    @Test
    void whatRoundsToZeroHasNoSign() {
        assertEquals("0.00", MetricWords.value(Metric.SHARPE_NET, -0.004));
        assertEquals("0.0%", MetricWords.value(Metric.VAR_ERROR_01, -0.0001));
        assertEquals("0.000", MetricWords.value(Metric.LEVERAGE_ERROR, -0.0));
        assertEquals("−0.01", MetricWords.value(Metric.SHARPE_NET, -0.0051));
        assertEquals("−0.50", MetricWords.value(Metric.SHARPE_NET, -0.5));
        assertEquals("0.000", MetricWords.signed(0.0001, 3));
        assertEquals("+0.012", MetricWords.signed(0.012, 3));
        assertEquals("−0.012", MetricWords.signed(-0.012, 3));
        assertEquals("–", MetricWords.signed(Double.NaN, 3));
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertEquals("–", MetricWords.value(Metric.WASSERSTEIN_1, Double.NaN));
        assertEquals("–", MetricWords.value(Metric.COVERAGE_90, Double.NaN));
    }

    @Test
    void anIntervalNamesItsUnitOnce() {
        assertEquals("46.4 – 56.2%", MetricWords.interval(Metric.DIRECTIONAL_ACCURACY, new Interval(0.464, 0.562)));
        assertEquals("0.996 – 0.999", MetricWords.interval(Metric.REL_MAE, new Interval(0.9962, 0.9989)));
        assertEquals("", MetricWords.interval(Metric.REL_MAE, null));
    }
}
