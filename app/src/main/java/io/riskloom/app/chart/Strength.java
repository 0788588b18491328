package io.riskloom.app.chart;

import java.util.Arrays;

/** Up to which value a heat map has colours of its own. */
public final class Strength {

    /** So many of a hundred cells are told apart; a few single ones would leave the others without colour. */
    private static final double SHARE = 0.99;

    private Strength() {}

    /** The 99th percentile of the cells' sizes, or their largest where it is 0; 0 for no cells. */
    public static double limit(double[][] cells) {
        double[] sizes = Arrays.stream(cells)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (sizes.length == 0) {
            return 0;
        }
        double limit = sizes[(int) Math.ceil(SHARE * (sizes.length - 1))];
        return limit > 0 ? limit : sizes[sizes.length - 1];
    }
}
