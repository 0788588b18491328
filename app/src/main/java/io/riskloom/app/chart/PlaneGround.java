package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.PlaneChart.Field;

/** The coloured ground of a plane: amber below the middle, blue above it, two colours that colour-blind readers tell apart. */
final class PlaneGround {

    /** The strongest colours stay lighter than the points that lie on them. */
    private static final double STRONGEST = 0.55;

    /** Pixels that a cell is split into along each side. */
    private static final int FINE = 4;

    /** Colours on each side of the middle. */
    private static final int SHADES = 64;

    private PlaneGround() {}

    static void draw(Surface s, Palette palette, Field field, Plot at) {
        int n = FINE * field.side();
        int[] colours = new int[n * n];
        int[] shades = new int[2 * SHADES + 1];
        for (int i = 0; i < shades.length; i++) {
            shades[i] = colour(palette, (double) (i - SHADES) / SHADES);
        }
        for (int row = 0; row < n; row++) {
            double y = (row + 0.5) / FINE - 0.5;
            for (int column = 0; column < n; column++) {
                double value = between(field, (column + 0.5) / FINE - 0.5, y);
                colours[(n - 1 - row) * n + column] = shade(shades, (value - field.middle()) / field.span(), palette);
            }
        }
        s.cells(colours, n, n, at.left(), at.top(), at.width(), at.height());
    }

    private static int shade(int[] shades, double share, Palette palette) {
        return Double.isNaN(share) ? palette.grid() : shades[(int) Math.round(SHADES * (1 + Math.clamp(share, -1, 1)))];
    }

    /** Of a place, bilinearly between the cells' middles. */
    static double at(Field field, double extent, double x, double y) {
        double cell = 2 * extent / field.side();
        return between(field, (x + extent) / cell - 0.5, (y + extent) / cell - 0.5);
    }

    private static double between(Field field, double column, double row) {
        int last = field.side() - 1;
        double c = Math.clamp(column, 0, last);
        double r = Math.clamp(row, 0, last);
        int left = Math.min((int) c, Math.max(0, last - 1));
        int low = Math.min((int) r, Math.max(0, last - 1));
        int right = Math.min(last, left + 1);
        int high = Math.min(last, low + 1);
        double below = mean(value(field, low, left), value(field, low, right), c - left);
        double above = mean(value(field, high, left), value(field, high, right), c - left);
        return mean(below, above, r - low);
    }

    private static double value(Field field, int row, int column) {
        return field.values()[row * field.side() + column];
    }

    private static double mean(double a, double b, double share) {
        return a + (b - a) * share;
    }

    /** @param share −1 for amber, 0 for the panel's colour, 1 for blue; values outside are cut off */
    static int colour(Palette palette, double share) {
        if (Double.isNaN(share)) {
            return palette.grid();
        }
        int tone = share < 0 ? palette.amber() : palette.accent();
        double strength = STRONGEST * Math.min(1, Math.abs(share));
        int mixed = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int ground = palette.panel() >> shift & 0xff;
            int full = tone >> shift & 0xff;
            mixed = mixed << 8 | (int) Math.round(ground + (full - ground) * strength);
        }
        return mixed;
    }
}
