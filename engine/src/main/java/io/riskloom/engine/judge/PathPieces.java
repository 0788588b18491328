package io.riskloom.engine.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes one real series and many simulated paths comparable: both are cut into pieces of the same length, and simulated pieces
 * are put into groups that have as many days as the real series. A figure of a group then has the same bias as that of the
 * real series, which it has in short spans of heavy tails and long memory.
 *
 * @param days   of a piece
 * @param starts first days of the real pieces
 */
record PathPieces(int days, int[] starts) {
    /** Share of the real days that pieces side by side must cover; else one more is taken and they overlap. */
    private static final double COVERED = 0.9;

    /**
     * @param real returns of the real series
     * @param days of a piece, at most as many
     */
    static PathPieces of(int real, int days) {
        if (days < 1 || days > real) {
            throw new IllegalArgumentException("pieces of " + days + " days of " + real);
        }
        int pieces = real / days;
        if (pieces * days < COVERED * real) {
            pieces++;
        }
        int[] starts = new int[pieces];
        for (int i = 0; i < pieces; i++) {
            starts[i] = pieces == 1 ? 0 : (int) Math.round((double) i * (real - days) / (pieces - 1));
        }
        return new PathPieces(days, starts);
    }

    /** A real series, or one that was drawn from it, as a group. */
    double[][] real(double[] series) {
        return Arrays.stream(starts)
                .mapToObj(start -> Arrays.copyOfRange(series, start, start + days))
                .toArray(double[][]::new);
    }

    /** Whole pieces of all paths, side by side; what a path has left over is not used. */
    static double[][] cut(double[][] paths, int days) {
        List<double[]> pieces = new ArrayList<>();
        for (double[] path : paths) {
            for (int from = 0; from + days <= path.length; from += days) {
                pieces.add(from == 0 && path.length == days ? path : Arrays.copyOfRange(path, from, from + days));
            }
        }
        return pieces.toArray(double[][]::new);
    }

    /**
     * Simulated pieces in groups of as many as the real series has, those of a group from different paths where there are
     * enough; pieces that fill no group are left out, unless there are fewer than one group.
     *
     * @param paths each at least {@link #days} long
     */
    List<double[][]> groups(double[][] paths) {
        double[][] pieces = cut(paths, days);
        if (pieces.length == 0) {
            throw new IllegalArgumentException("no path of " + days + " days");
        }
        int count = Math.max(1, pieces.length / starts.length);
        int size = Math.min(starts.length, pieces.length);
        List<double[][]> groups = new ArrayList<>();
        for (int g = 0; g < count; g++) {
            double[][] group = new double[size][];
            for (int i = 0; i < size; i++) {
                group[i] = pieces[i * count + g];
            }
            groups.add(group);
        }
        return groups;
    }
}
