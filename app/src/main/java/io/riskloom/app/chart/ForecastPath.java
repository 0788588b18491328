package io.riskloom.app.chart;

import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.engine.model.Forecast;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** One line of forecasts with its bands, over bar indices in ascending order. */
final class ForecastPath {

    private final double[] x;
    private final double[] value;
    private final double[] last;
    private final double[][] lower;
    private final double[][] upper;

    private ForecastPath(int size) {
        x = new double[size];
        value = new double[size];
        last = new double[size];
        lower = new double[2][size];
        upper = new double[2][size];
    }

    /** The forecast {@code step} days ahead of every origin that the history knows. */
    static ForecastPath test(Forecast f, int step, int[] days) {
        if (f == null || f.size() == 0 || step < 1 || step > f.horizon()) {
            return new ForecastPath(0);
        }
        List<LocalDate> origins = f.origins();
        int[] order = new int[f.size()];
        int[] at = new int[f.size()];
        int count = 0;
        for (int o = 0; o < f.size(); o++) {
            at[o] = Arrays.binarySearch(days, (int) origins.get(o).toEpochDay());
            if (at[o] >= 0 && (count == 0 || at[o] > at[order[count - 1]])) {
                order[count++] = o;
            }
        }
        ForecastPath path = new ForecastPath(count);
        double[] lastValue = f.lastValue();
        double[][][] source = {f.forecast(), f.lower50(), f.upper50(), f.lower90(), f.upper90()};
        for (int k = 0; k < count; k++) {
            path.set(k, at[order[k]] + step, source, order[k], step - 1, lastValue[order[k]]);
        }
        return path;
    }

    /** All steps of the last origin; its first point is the last known close. */
    static ForecastPath ahead(Forecast f, int[] days) {
        if (f == null || f.size() == 0) {
            return new ForecastPath(0);
        }
        int o = f.size() - 1;
        int start = Arrays.binarySearch(days, (int) f.origins().get(o).toEpochDay());
        if (start < 0) {
            return new ForecastPath(0);
        }
        ForecastPath path = new ForecastPath(f.horizon() + 1);
        double known = f.lastValue()[o];
        double[][][] source = {f.forecast(), f.lower50(), f.upper50(), f.lower90(), f.upper90()};
        double[][][] now = {{{known}}, {{known}}, {{known}}, {{known}}, {{known}}};
        path.set(0, start, now, 0, 0, known);
        for (int k = 1; k <= f.horizon(); k++) {
            path.set(k, start + k, source, o, k - 1, known);
        }
        return path;
    }

    private void set(int k, int bar, double[][][] source, int origin, int step, double known) {
        x[k] = bar;
        value[k] = source[0][origin][step];
        lower[0][k] = source[1][origin][step];
        upper[0][k] = source[2][origin][step];
        lower[1][k] = source[3][origin][step];
        upper[1][k] = source[4][origin][step];
        last[k] = known;
    }

    int size() {
        return x.length;
    }

    /** Bar of the first point. */
    int start() {
        return (int) x[0];
    }

    /** Bar of the last point, −1 where there is none. */
    double end() {
        return x.length == 0 ? -1 : x[x.length - 1];
    }

    /** Which point stands at a bar, −1 for none. */
    int indexOf(int bar) {
        return Math.max(-1, Arrays.binarySearch(x, bar));
    }

    double value(int k) {
        return value[k];
    }

    double last(int k) {
        return last[k];
    }

    double lower50(int k) {
        return lower[0][k];
    }

    double upper50(int k) {
        return upper[0][k];
    }

    double lower90(int k) {
        return lower[1][k];
    }

    double upper90(int k) {
        return upper[1][k];
    }

    void range(Viewport view, double[] range) {
        for (int k = from(view); k < to(view); k++) {
            for (double v : new double[] {value[k], lower[1][k], upper[1][k], last[k]}) {
                if (Double.isFinite(v)) {
                    range[0] = Math.min(range[0], v);
                    range[1] = Math.max(range[1], v);
                }
            }
        }
    }

    void bands(Surface s, Plot plot, Viewport view, Palette palette, boolean both) {
        int from = from(view);
        int to = to(view);
        if (from < to) {
            Band.draw(s, plot, x, lower[1], upper[1], from, to, Palette.alpha(palette.accent(), Palette.BAND90));
            if (both) {
                Band.draw(s, plot, x, lower[0], upper[0], from, to, Palette.alpha(palette.accent(), Palette.BAND50));
            }
        }
    }

    void line(Surface s, Plot plot, Viewport view, Pen pen) {
        Decimation.run(x, value, from(view), to(view), plot.x(), plot.y(), (px, py, n) -> {
            if (n == 1) {
                s.rect(px[0] - 2, py[0] - 2, 4, 4, pen.argb());
            } else {
                s.polyline(px, py, n, pen);
            }
        });
    }

    void lastValue(Surface s, Plot plot, Pen pen) {
        if (x.length > 1) {
            double y = plot.y().at(last[0]);
            s.line(plot.x().at(x[0]), y, plot.x().at(end()), y, pen);
        }
    }

    /** The last cells of a row; empty cells where {@code k} is negative. */
    void row(CsvWriter out, int k, int step) throws IOException {
        double[] cells = k < 0
                ? new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN}
                : new double[] {step, value[k], lower[0][k], upper[0][k], lower[1][k], upper[1][k], last[k]};
        for (double cell : cells) {
            out.number(cell);
        }
        out.end();
    }

    private int from(Viewport view) {
        int i = Arrays.binarySearch(x, view.low() - 1);
        return Math.max(0, i < 0 ? -i - 2 : i);
    }

    private int to(Viewport view) {
        int i = Arrays.binarySearch(x, view.high() + 1);
        return Math.min(x.length, i < 0 ? -i : i + 1);
    }
}
