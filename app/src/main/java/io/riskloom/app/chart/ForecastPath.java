package io.riskloom.app.chart;

import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.engine.model.Forecast;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts with their bands, over bar indices in ascending order: of all test origins at one number of days ahead, or of
 * one origin at all of them. Days between the steps that a model speaks of are not filled in.
 */
final class ForecastPath {

    private static final double WIDEST = 9;

    private final double[] x;
    private final double[] value;
    private final double[] last;
    private final int[] origin;
    private final double[][] lower;
    private final double[][] upper;
    private final boolean daily;

    private ForecastPath(int size, boolean daily) {
        x = new double[size];
        value = new double[size];
        last = new double[size];
        origin = new int[size];
        lower = new double[2][size];
        upper = new double[2][size];
        this.daily = daily;
    }

    /** The forecast {@code step} days ahead of every origin that the history knows; empty where the model gives no such step. */
    static ForecastPath test(Forecast f, int step, int[] days) {
        int column = f == null ? -1 : Arrays.binarySearch(f.steps(), step);
        if (column < 0) {
            return new ForecastPath(0, true);
        }
        List<LocalDate> origins = f.origins();
        int[] order = new int[f.size()];
        int[] at = new int[f.size()];
        int count = 0;
        for (int o = 0; o < f.size(); o++) {
            at[o] = bar(days, origins.get(o));
            if (at[o] >= 0 && (count == 0 || at[o] > at[order[count - 1]])) {
                order[count++] = o;
            }
        }
        ForecastPath path = new ForecastPath(count, true);
        double[] lastValue = f.lastValue();
        for (int k = 0; k < count; k++) {
            path.set(k, at[order[k]], step, f.cell(order[k], column), lastValue[order[k]]);
        }
        return path;
    }

    /** All steps of the last origin. */
    static ForecastPath ahead(Forecast f, int[] days) {
        return f == null || f.size() == 0
                ? new ForecastPath(0, true)
                : from(f, f.origins().getLast(), days);
    }

    /** All steps of one origin; its first point is what was known there. Empty where there is no such origin. */
    static ForecastPath from(Forecast f, LocalDate date, int[] days) {
        int o = f == null || date == null ? -1 : f.origins().indexOf(date);
        int start = o < 0 ? -1 : bar(days, date);
        if (start < 0) {
            return new ForecastPath(0, true);
        }
        int[] steps = f.steps();
        ForecastPath path = new ForecastPath(steps.length + 1, steps[steps.length - 1] == steps.length);
        double known = f.lastValue()[o];
        path.set(0, start, 0, new Forecast.Cell(known, known, known, known, known, known), known);
        for (int k = 1; k <= steps.length; k++) {
            path.set(k, start, steps[k - 1], f.cell(o, k - 1), known);
        }
        return path;
    }

    private static int bar(int[] days, LocalDate date) {
        return Arrays.binarySearch(days, (int) date.toEpochDay());
    }

    private void set(int k, int start, int step, Forecast.Cell cell, double known) {
        x[k] = start + step;
        origin[k] = start;
        value[k] = cell.forecast();
        lower[0][k] = cell.lower50();
        upper[0][k] = cell.upper50();
        lower[1][k] = cell.lower90();
        upper[1][k] = cell.upper90();
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

    /** Bar of the last day that the forecast knew. */
    int origin(int k) {
        return origin[k];
    }

    /** Days ahead of the origin. */
    int step(int k) {
        return (int) x[k] - origin[k];
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

    /** Widens a range to the forecasts, and to their 50 % bands where they are drawn. */
    void range(Viewport view, double[] range, boolean banded) {
        for (int k = from(view); k < to(view); k++) {
            widen(range, value[k]);
            if (banded) {
                widen(range, lower[0][k]);
                widen(range, upper[0][k]);
                widen(range, last[k]);
            }
        }
    }

    /** Widens a range to the 90 % bands. */
    void outerRange(Viewport view, double[] range) {
        for (int k = from(view); k < to(view); k++) {
            widen(range, lower[1][k]);
            widen(range, upper[1][k]);
        }
    }

    private static void widen(double[] range, double value) {
        if (Double.isFinite(value)) {
            range[0] = Math.min(range[0], value);
            range[1] = Math.max(range[1], value);
        }
    }

    void bands(Surface s, Plot plot, Viewport view, int colour, boolean both) {
        int from = from(view);
        int to = to(view);
        int outer = Palette.alpha(colour, Palette.BAND90);
        int inner = Palette.alpha(colour, Palette.BAND50);
        if (!daily) {
            for (int k = Math.max(1, from); k < to; k++) {
                box(s, plot, k, 1, outer);
                box(s, plot, k, 0, inner);
            }
        } else if (from < to) {
            Band.draw(s, plot, x, lower[1], upper[1], from, to, outer);
            if (both) {
                Band.draw(s, plot, x, lower[0], upper[0], from, to, inner);
            }
        }
    }

    /** Marks at the plot's edges where the 90 % bands are cut off. */
    void clipped(Surface s, Style style, Plot plot, Viewport view, int argb) {
        ClippedBand.draw(s, style, plot, x, lower[1], from(view), to(view), false, argb);
        ClippedBand.draw(s, style, plot, x, upper[1], from(view), to(view), true, argb);
    }

    private void box(Surface s, Plot plot, int k, int level, int argb) {
        double low = plot.y().at(lower[level][k]);
        double high = plot.y().at(upper[level][k]);
        if (Double.isFinite(low) && Double.isFinite(high)) {
            double wide = Math.clamp(plot.x().unit(), 5, WIDEST);
            s.rect(plot.x().at(x[k]) - wide / 2, high, wide, low - high, argb);
        }
    }

    void line(Surface s, Plot plot, Viewport view, Pen pen) {
        Pen drawn = daily ? pen : Pen.dotted(pen.argb(), pen.width());
        Decimation.run(x, value, from(view), to(view), plot.x(), plot.y(), (px, py, n) -> {
            if (n == 1 || !daily) {
                s.rect(px[n - 1] - 2.5, py[n - 1] - 2.5, 5, 5, pen.argb());
            }
            if (n > 1) {
                s.polyline(px, py, n, drawn);
            }
        });
    }

    void lastValue(Surface s, Plot plot, Pen pen) {
        if (x.length > 1) {
            double y = plot.y().at(last[0]);
            s.line(plot.x().at(x[0]), y, plot.x().at(end()), y, pen);
        }
    }

    /** Days ahead, forecast, both bands and last value; empty cells where {@code k} is negative. */
    void cells(CsvWriter out, int k) throws IOException {
        double[] cells = {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        if (k >= 0) {
            cells = new double[] {step(k), value[k], lower[0][k], upper[0][k], lower[1][k], upper[1][k], last[k]};
        }
        for (double cell : cells) {
            out.number(cell);
        }
    }

    /** Forecast and 90 % band. */
    void fewCells(CsvWriter out, int k) throws IOException {
        out.number(k < 0 ? Double.NaN : value[k])
                .number(k < 0 ? Double.NaN : lower[1][k])
                .number(k < 0 ? Double.NaN : upper[1][k]);
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
