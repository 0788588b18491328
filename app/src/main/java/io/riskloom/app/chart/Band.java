package io.riskloom.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A filled area between two lines over the same x; gaps where either is not finite. */
final class Band {

    private Band() {}

    private record Run(double[] x, double[] y) {}

    /** @param x ascending, {@code null} for 0, 1, 2, … */
    static void draw(Surface s, Plot plot, double[] x, double[] lower, double[] upper, int from, int to, int argb) {
        double[] low = lower.clone();
        double[] high = upper.clone();
        for (int i = from; i < to; i++) {
            if (!Double.isFinite(low[i])
                    || !Double.isFinite(high[i])
                    || plot.y().log() && low[i] <= 0) {
                low[i] = Double.NaN;
                high[i] = Double.NaN;
            }
        }
        List<Run> tops = runs(x, high, from, to, plot);
        List<Run> ends = runs(x, low, from, to, plot);
        for (int r = 0; r < tops.size(); r++) {
            Run top = tops.get(r);
            Run end = ends.get(r);
            int n = top.x.length;
            int count = n + end.x.length;
            double[] px = Arrays.copyOf(top.x, count);
            double[] py = Arrays.copyOf(top.y, count);
            for (int i = n; i < count; i++) {
                px[i] = end.x[count - 1 - i];
                py[i] = end.y[count - 1 - i];
            }
            if (count > 2) {
                s.polygon(px, py, count, argb);
            }
        }
    }

    private static List<Run> runs(double[] x, double[] y, int from, int to, Plot plot) {
        List<Run> runs = new ArrayList<>();
        Decimation.run(
                x,
                y,
                from,
                to,
                plot.x(),
                plot.y(),
                (px, py, n) -> runs.add(new Run(Arrays.copyOf(px, n), Arrays.copyOf(py, n))));
        return runs;
    }
}
