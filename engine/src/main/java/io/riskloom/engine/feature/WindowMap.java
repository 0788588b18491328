package io.riskloom.engine.feature;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Real and generated windows as points of one plane: where the two clouds cover each other, a generator makes what there is and
 * all of it.
 *
 * @param real      points × 2
 * @param generated points × 2
 * @param explained share of the variance that the plane shows; NaN where neighbours alone decide
 */
public record WindowMap(double[][] real, double[][] generated, double explained) {
    private static final double NEIGHBOURS = 40;

    public WindowMap {
        real = copy(real);
        generated = copy(generated);
    }

    @Override
    public double[][] real() {
        return copy(real);
    }

    @Override
    public double[][] generated() {
        return copy(generated);
    }

    /** The plane in which all windows together vary most. At least one window of each side, all of one length. */
    public static WindowMap pca(double[][] real, double[][] generated) {
        Pca.Found found = new Pca(both(real, generated)).find();
        return of(found.plane(), real.length, found.explained());
    }

    /**
     * t-SNE of all windows together with a perplexity of 40, from their Euclidean distances; exact, so a few hundred windows of
     * each side at most. Repeats by seed.
     *
     * @throws java.util.concurrent.CancellationException where it is stopped
     */
    public static WindowMap tsne(double[][] real, double[][] generated, long seed, BooleanSupplier stopped) {
        double[][] rows = both(real, generated);
        double[][] distances = new double[rows.length][rows.length];
        double scale = Math.sqrt(variance(rows));
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                distances[i][j] = distance(rows[i], rows[j]) / scale;
                distances[j][i] = distances[i][j];
            }
        }
        return of(Tsne.plane(distances, NEIGHBOURS, seed, stopped), real.length, Double.NaN);
    }

    /**
     * Windows at even distances over one or several series; none reaches from one series into the next.
     *
     * @param most at most so many
     * @return empty where no series is long enough
     */
    public static double[][] windows(double[][] series, int days, int most) {
        long total = Arrays.stream(series)
                .mapToLong(s -> Math.max(0, s.length - days + 1))
                .sum();
        int count = (int) Math.min(most, total);
        double[][] windows = new double[count][];
        int at = 0;
        long before = 0;
        for (int i = 0; i < count; i++) {
            long wanted = i * total / count;
            while (wanted - before >= Math.max(0, series[at].length - days + 1)) {
                before += Math.max(0, series[at].length - days + 1);
                at++;
            }
            int from = (int) (wanted - before);
            windows[i] = Arrays.copyOfRange(series[at], from, from + days);
        }
        return windows;
    }

    private static WindowMap of(double[][] plane, int real, double explained) {
        return new WindowMap(Arrays.copyOf(plane, real), Arrays.copyOfRange(plane, real, plane.length), explained);
    }

    private static double[][] both(double[][] real, double[][] generated) {
        double[][] rows = Arrays.copyOf(real, real.length + generated.length);
        System.arraycopy(generated, 0, rows, real.length, generated.length);
        return rows;
    }

    /** Mean squared distance of the rows from their mean; 1 where they are all the same. */
    private static double variance(double[][] rows) {
        double squares = 0;
        for (int i = 0; i < rows[0].length; i++) {
            int column = i;
            double mean =
                    Arrays.stream(rows).mapToDouble(r -> r[column]).average().orElse(0);
            squares += Arrays.stream(rows)
                    .mapToDouble(r -> (r[column] - mean) * (r[column] - mean))
                    .average()
                    .orElse(0);
        }
        return squares == 0 ? 1 : squares;
    }

    private static double distance(double[] a, double[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(squares);
    }

    private static double[][] copy(double[][] points) {
        return Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
    }
}
