package io.riskloom.engine.djl;

import io.riskloom.engine.lesson.ArenaFrame.Manifold;

/** What a generator makes of a lattice over its noise, see {@link Manifold}. */
final class ArenaLattice {
    /** Of [−1, 1]². */
    private static final double SQUARE = 4;

    private static final double EDGE = 2;

    private ArenaLattice() {}

    /** @param made for each node a place on the plane */
    static Manifold onPlane(float[][] nodes, float[][] made) {
        int columns = columns(nodes);
        int rows = nodes.length / Math.max(1, columns);
        float[] density = rows == 1 ? ofSegments(made) : ofCells(made, rows, columns);
        return new Manifold(rows, columns, nodes, made, density);
    }

    /** @param made for each node a path of daily log returns */
    static Manifold ofPaths(float[][] nodes, double[][] made) {
        int columns = columns(nodes);
        float[][] points = new float[made.length][];
        for (int i = 0; i < made.length; i++) {
            points[i] = new float[] {(float) total(made[i]), (float) deviation(made[i])};
        }
        return new Manifold(nodes.length / Math.max(1, columns), columns, nodes, points, new float[0]);
    }

    private static int columns(float[][] nodes) {
        if (nodes.length == 0) {
            return 0;
        }
        return nodes[0].length == 1 ? nodes.length : ArenaNoise.SIDE;
    }

    private static float[] ofSegments(float[][] made) {
        float[] density = new float[made.length - 1];
        double even = EDGE / density.length;
        for (int i = 0; i < density.length; i++) {
            density[i] = share(even, Math.hypot(made[i + 1][0] - made[i][0], made[i + 1][1] - made[i][1]));
        }
        return density;
    }

    private static float[] ofCells(float[][] made, int rows, int columns) {
        float[] density = new float[rows == 0 ? 0 : (rows - 1) * (columns - 1)];
        double even = SQUARE / density.length;
        for (int r = 0; r + 1 < rows; r++) {
            for (int c = 0; c + 1 < columns; c++) {
                int at = r * columns + c;
                double area = triangle(made[at], made[at + 1], made[at + columns])
                        + triangle(made[at + columns + 1], made[at + 1], made[at + columns]);
                density[r * (columns - 1) + c] = share(even, area);
            }
        }
        return density;
    }

    private static double triangle(float[] a, float[] b, float[] c) {
        return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
    }

    private static float share(double even, double size) {
        return (float) (size <= even ? 1 : even / size);
    }

    private static double total(double[] returns) {
        double sum = 0;
        for (double r : returns) {
            sum += r;
        }
        return sum;
    }

    private static double deviation(double[] returns) {
        double mean = total(returns) / returns.length;
        double square = 0;
        for (double r : returns) {
            square += (r - mean) * (r - mean);
        }
        return Math.sqrt(square / returns.length);
    }
}
