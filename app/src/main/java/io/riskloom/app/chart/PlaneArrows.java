package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.PlaneChart.Arrows;
import io.riskloom.app.chart.Surface.Pen;
import java.util.Arrays;

/** Arrows at one scale, a hundred at most: nine of ten are no longer than a ninth of the plane, the rest is drawn that long. */
final class PlaneArrows {

    private static final double LONGEST = 1.0 / 9;
    private static final double USUAL = 0.9;
    private static final int MOST = 100;

    /** Pixels below which an arrow says nothing. */
    private static final double LEAST = 1.5;

    private PlaneArrows() {}

    static void draw(Surface s, Palette palette, Arrows arrows, double extent, Plot at) {
        double[] lengths = Arrays.stream(arrows.by())
                .mapToDouble(by -> Math.hypot(by[0], by[1]))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double usual = lengths.length == 0 ? 0 : lengths[(int) (USUAL * (lengths.length - 1))];
        if (usual == 0) {
            return;
        }
        double longest = LONGEST * at.width();
        Pen pen = Pen.solid(Palette.alpha(palette.text(), 0.75), 1);
        double[] x = new double[3];
        double[] y = new double[3];
        int every = Math.max(1, Math.ceilDiv(arrows.by().length, MOST));
        for (int i = 0; i < arrows.by().length; i += every) {
            double length = Math.hypot(arrows.by()[i][0], arrows.by()[i][1]);
            double pixels = longest * Math.min(1, length / usual);
            if (!Double.isFinite(length) || pixels < LEAST || !inside(arrows.from()[i], extent)) {
                continue;
            }
            double dx = arrows.by()[i][0] / length;
            double dy = -arrows.by()[i][1] / length;
            double fromX = at.x().at(arrows.from()[i][0]);
            double fromY = at.y().at(arrows.from()[i][1]);
            double toX = fromX + dx * pixels;
            double toY = fromY + dy * pixels;
            s.line(fromX, fromY, toX, toY, pen);
            double head = Math.min(5, pixels * 0.6);
            x[0] = toX;
            y[0] = toY;
            x[1] = toX - head * (dx + 0.5 * dy);
            y[1] = toY - head * (dy - 0.5 * dx);
            x[2] = toX - head * (dx - 0.5 * dy);
            y[2] = toY - head * (dy + 0.5 * dx);
            s.polygon(x, y, 3, pen.argb());
        }
    }

    private static boolean inside(float[] point, double extent) {
        return Math.abs(point[0]) <= extent && Math.abs(point[1]) <= extent;
    }
}
