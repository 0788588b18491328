package io.riskloom.app.data;

import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.stats.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How a series' log returns ln(p[t] / p[t−1]) from row to row are spread, in percent. */
final class Returns {

    private static final int BINS = 61; // odd, so that one bin lies about 0
    private static final double TAIL = 0.001;
    private static final double PERCENT = 100;

    private Returns() {}

    /**
     * @param edges  of the bins, symmetric about 0, in percent
     * @param shares of all returns in each bin, in percent
     */
    record Spread(double[] edges, double[] shares) {
        double reach() {
            return edges[edges.length - 1];
        }
    }

    /** Equal bins symmetric about 0 up to the wider 0.1 % tail; what lies beyond is counted in the outer bins. */
    static Spread spread(double[] close) {
        double[] returns = returns(close);
        double reach = returns.length == 0
                ? 0
                : Math.max(Math.abs(Quantiles.of(returns, TAIL)), Math.abs(Quantiles.of(returns, 1 - TAIL)));
        double half = reach > 0 ? reach : 1;
        double[] edges = IntStream.rangeClosed(0, BINS)
                .mapToDouble(i -> half * (2.0 * i / BINS - 1))
                .toArray();
        double[] counts = new double[BINS];
        for (double r : returns) {
            counts[Math.clamp((int) Math.floor((r + half) / (2 * half) * BINS), 0, BINS - 1)]++;
        }
        double[] shares = Arrays.stream(counts)
                .map(count -> PERCENT * count / Math.max(1, returns.length))
                .toArray();
        return new Spread(edges, shares);
    }

    static HistogramChart chart(Spread spread, String series, Texts texts) {
        return new HistogramChart(
                spread.edges(),
                List.of(new HistogramChart.Bars(series, spread.shares(), Tone.ACCENT)),
                texts.get("data.chart.return"),
                texts.get("data.chart.returnShare"),
                List.of());
    }

    private static double[] returns(double[] close) {
        return IntStream.range(1, close.length)
                .mapToDouble(i -> PERCENT * Math.log(close[i] / close[i - 1]))
                .toArray();
    }
}
