package io.riskloom.app.credit;

/**
 * A line, computed once and drawn often. Neither array is to be written into.
 *
 * @param x ascending
 */
record Points(double[] x, double[] y) {

    /**
     * A function that is constant between places, as a line of right angles.
     *
     * @param at     places, ascending, one at least, within [low, high]
     * @param after  value from each place on up to the next
     * @param before value from {@code low} to the first place
     */
    static Points steps(double[] at, double[] after, double before, double low, double high) {
        int n = at.length;
        double[] x = new double[2 * n + 2];
        double[] y = new double[2 * n + 2];
        x[0] = low;
        y[0] = before;
        for (int i = 0; i < n; i++) {
            x[2 * i + 1] = at[i];
            y[2 * i + 1] = y[2 * i];
            x[2 * i + 2] = at[i];
            y[2 * i + 2] = after[i];
        }
        x[2 * n + 1] = high;
        y[2 * n + 1] = after[n - 1];
        return new Points(x, y);
    }

    /** y at a place, which lies between two of the line's points. */
    double at(double place) {
        int i = Math.clamp(first(place), 1, x.length - 1);
        double span = x[i] - x[i - 1];
        return span == 0 ? y[i] : y[i - 1] + (y[i] - y[i - 1]) * Math.clamp((place - x[i - 1]) / span, 0, 1);
    }

    /** Index of the first point at or beyond a place; the number of points where there is none. */
    int first(double place) {
        int low = 0;
        int high = x.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x[middle] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
