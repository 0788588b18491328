package io.riskloom.app.chart;

import java.util.Arrays;

/**
 * Draws a line of any length with at most four points a pixel column: the first, the lowest, the highest and the last of the
 * points that fall into it, in the order in which they come. What is seen is what all points would show.
 */
final class Decimation {

    /** Receives one stretch without gaps: pixels, valid during the call. */
    interface Sink {
        void run(double[] x, double[] y, int count);
    }

    private final Axis xAxis;
    private final Axis yAxis;
    private final Sink sink;
    private double[] px = new double[4096];
    private double[] py = new double[4096];
    private int count;

    // The column being gathered: indices of its points.
    private long column;
    private int first = -1;
    private int lowest;
    private int highest;
    private int last;

    private Decimation(Axis xAxis, Axis yAxis, Sink sink) {
        this.xAxis = xAxis;
        this.yAxis = yAxis;
        this.sink = sink;
    }

    /**
     * @param x    values along the line, {@code null} for 0, 1, 2, …
     * @param y    a value that is not finite (or not positive on a logarithmic axis) is a gap
     * @param from first point
     * @param to   after the last point
     */
    static void run(double[] x, double[] y, int from, int to, Axis xAxis, Axis yAxis, Sink sink) {
        new Decimation(xAxis, yAxis, sink).run(x, y, from, to);
    }

    private void run(double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            double at = x == null ? i : x[i];
            if (!Double.isFinite(y[i]) || !Double.isFinite(at) || yAxis.log() && y[i] <= 0) {
                close(x, y);
                flush();
                continue;
            }
            long c = (long) Math.floor(xAxis.at(at));
            if (first >= 0 && c == column) {
                lowest = y[i] < y[lowest] ? i : lowest;
                highest = y[i] > y[highest] ? i : highest;
                last = i;
            } else {
                close(x, y);
                column = c;
                first = lowest = highest = last = i;
            }
        }
        close(x, y);
        flush();
    }

    /** Emits the points of the column in the order of the line. */
    private void close(double[] x, double[] y) {
        if (first < 0) {
            return;
        }
        emit(x, y, first);
        int a = Math.min(lowest, highest);
        int b = Math.max(lowest, highest);
        if (a != first) {
            emit(x, y, a);
        }
        if (b != a && b != first) {
            emit(x, y, b);
        }
        if (last != b && last != a && last != first) {
            emit(x, y, last);
        }
        first = -1;
    }

    private void emit(double[] x, double[] y, int i) {
        if (count == px.length) {
            px = Arrays.copyOf(px, 2 * count);
            py = Arrays.copyOf(py, 2 * count);
        }
        px[count] = xAxis.at(x == null ? i : x[i]);
        py[count++] = yAxis.at(y[i]);
    }

    private void flush() {
        if (count > 0) {
            sink.run(px, py, count);
            count = 0;
        }
    }
}
