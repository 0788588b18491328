package io.riskloom.engine.feature;

import java.util.SplittableRandom;

/** The two directions in which rows vary most, by power iteration on their covariance without building it. */
final class Pca {
    private static final int ITERATIONS = 300;
    private static final double ENOUGH = 1e-14;

    private final double[][] rows;
    private final double[] mean;
    private final double total;

    /** @param rows at least one, of one length */
    Pca(double[][] rows) {
        int width = rows[0].length;
        mean = new double[width];
        for (double[] row : rows) {
            for (int i = 0; i < width; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        this.rows = new double[rows.length][width];
        double squares = 0;
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < width; i++) {
                this.rows[r][i] = rows[r][i] - mean[i];
                squares += this.rows[r][i] * this.rows[r][i];
            }
        }
        total = squares;
    }

    /**
     * @param plane    the rows' places along the first and the second direction
     * @param explained share of all variance that the two have; NaN where nothing varies
     */
    record Found(double[][] plane, double explained) {}

    Found find() {
        double[] first = direction(null);
        double[] second = direction(first);
        double[][] plane = new double[rows.length][];
        double squares = 0;
        for (int r = 0; r < rows.length; r++) {
            plane[r] = new double[] {dot(rows[r], first), dot(rows[r], second)};
            squares += plane[r][0] * plane[r][0] + plane[r][1] * plane[r][1];
        }
        return new Found(plane, total == 0 ? Double.NaN : squares / total);
    }

    /** The leading direction among those at right angles to the given one; its largest coordinate is positive. */
    private double[] direction(double[] apartFrom) {
        SplittableRandom random = new SplittableRandom(1);
        double[] v = new double[mean.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = random.nextGaussian();
        }
        unit(v, apartFrom);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] next = new double[v.length];
            for (double[] row : rows) {
                double along = dot(row, v);
                for (int i = 0; i < next.length; i++) {
                    next[i] += along * row[i];
                }
            }
            unit(next, apartFrom);
            double cosine = Math.abs(dot(next, v));
            v = next;
            if (1 - cosine < ENOUGH) {
                break;
            }
        }
        int largest = 0;
        for (int i = 1; i < v.length; i++) {
            largest = Math.abs(v[i]) > Math.abs(v[largest]) ? i : largest;
        }
        double sign = Math.signum(v[largest]);
        for (int i = 0; i < v.length && sign < 0; i++) {
            v[i] = -v[i];
        }
        return v;
    }

    private static void unit(double[] v, double[] apartFrom) {
        if (apartFrom != null) {
            double along = dot(v, apartFrom);
            for (int i = 0; i < v.length; i++) {
                v[i] -= along * apartFrom[i];
            }
        }
        double length = Math.sqrt(dot(v, v));
        for (int i = 0; i < v.length && length > 0; i++) {
            v[i] /= length;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
