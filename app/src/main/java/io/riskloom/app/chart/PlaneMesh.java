package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.PlaneChart.Mesh;
import io.riskloom.app.chart.Surface.Pen;

/** A bent lattice: the denser a cell, the stronger its colour. */
final class PlaneMesh {

    private static final double DENSEST = 0.4;
    private static final double FAINTEST = 0.03;

    /** Rows from which every second line is left out. */
    private static final int MANY = 12;

    private static final double LINES = 0.4;

    private PlaneMesh() {}

    static void draw(Surface s, Palette palette, Mesh mesh, Plot at) {
        if (mesh.rows() > 1) {
            cells(s, palette, mesh, at);
        }
        Pen pen = Pen.solid(Palette.alpha(palette.second(), LINES), mesh.rows() > 1 ? 0.8 : 2);
        int every = mesh.rows() > MANY ? 2 : 1;
        for (int row = 0; row < mesh.rows(); row += every) {
            line(s, mesh, at, row * mesh.columns(), 1, mesh.columns(), pen);
        }
        for (int column = 0; mesh.rows() > 1 && column < mesh.columns(); column += every) {
            line(s, mesh, at, column, mesh.columns(), mesh.rows(), pen);
        }
    }

    private static void line(Surface s, Mesh mesh, Plot at, int first, int step, int count, Pen pen) {
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = x(mesh, at, first + i * step);
            y[i] = y(mesh, at, first + i * step);
        }
        s.polyline(x, y, count, pen);
    }

    private static void cells(Surface s, Palette palette, Mesh mesh, Plot at) {
        double[] x = new double[4];
        double[] y = new double[4];
        int across = mesh.columns() - 1;
        for (int i = 0; i < mesh.density().length; i++) {
            double opacity = DENSEST * Math.clamp(mesh.density()[i], 0, 1);
            if (opacity < FAINTEST) {
                continue;
            }
            int node = i / across * mesh.columns() + i % across;
            int[] corners = {node, node + 1, node + mesh.columns() + 1, node + mesh.columns()};
            for (int c = 0; c < 4; c++) {
                x[c] = x(mesh, at, corners[c]);
                y[c] = y(mesh, at, corners[c]);
            }
            s.polygon(x, y, 4, Palette.alpha(palette.second(), opacity));
        }
    }

    private static double x(Mesh mesh, Plot at, int node) {
        return finite(at.x().at(mesh.points()[node][0]), at.left());
    }

    private static double y(Mesh mesh, Plot at, int node) {
        return finite(at.y().at(mesh.points()[node][1]), at.top());
    }

    private static double finite(double value, double otherwise) {
        return Double.isFinite(value) ? value : otherwise;
    }

    /** Of a diamond around a point. */
    static void corners(double[] xs, double[] ys, double x, double y, double r) {
        xs[0] = x;
        ys[0] = y - r;
        xs[1] = x + r;
        ys[1] = y;
        xs[2] = x;
        ys[2] = y + r;
        xs[3] = x - r;
        ys[3] = y;
    }
}
