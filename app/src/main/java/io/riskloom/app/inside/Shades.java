package io.riskloom.app.inside;

import io.riskloom.app.chart.Palette;

/**
 * Colours of numbers: from 0 to a largest one where none is negative, else diverging about 0, blue above and red below.
 *
 * @param signed whether colours diverge
 * @param limit  number of the last colour, and of its negative the first where they diverge; positive
 */
record Shades(boolean signed, double limit, int[] colours) {

    private static final int STEPS = 256;

    static Shades of(Palette palette, boolean signed, double limit) {
        int[] colours = new int[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double share = (double) i / STEPS;
            colours[i] = signed ? palette.diverging(2 * share - 1) : palette.sequential(share);
        }
        return new Shades(signed, limit > 0 ? limit : 1, colours);
    }

    Shades to(double otherLimit) {
        return new Shades(signed, otherLimit > 0 ? otherLimit : 1, colours);
    }

    double low() {
        return signed ? -limit : 0;
    }

    int of(float value) {
        double share = signed ? (value / limit + 1) / 2 : value / limit;
        return colours[(int) Math.round(Math.clamp(share, 0, 1) * STEPS)];
    }
}
