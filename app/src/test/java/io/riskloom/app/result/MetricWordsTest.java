package io.riskloom.app.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import org.junit.jupiter.api.Test;

class MetricWordsTest {

    @Test
    void sharesAreInPercentDistancesInBasisPointsRanksWithThreeDigits() {
        assertEquals("51.3 %", MetricWords.value(Metric.DIRECTIONAL_ACCURACY, 0.5128));
        assertEquals("25.1 bp", MetricWords.value(Metric.WASSERSTEIN_1, 0.002512));
        assertEquals("0.784", MetricWords.value(Metric.AUC, 0.7839));
        assertEquals("−0.11", MetricWords.value(Metric.SHARPE_NET, -0.114));
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertEquals("–", MetricWords.value(Metric.WASSERSTEIN_1, Double.NaN));
        assertEquals("–", MetricWords.value(Metric.COVERAGE_90, Double.NaN));
    }

    @Test
    void anIntervalNamesItsUnitOnce() {
        assertEquals("46.4 – 56.2 %", MetricWords.interval(Metric.DIRECTIONAL_ACCURACY, new Interval(0.464, 0.562)));
        assertEquals("0.98 – 1.04", MetricWords.interval(Metric.REL_MAE, new Interval(0.98, 1.04)));
        assertEquals("", MetricWords.interval(Metric.REL_MAE, null));
    }
}
