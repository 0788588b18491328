package io.riskloom.app.credit;

/**
 * A function that is constant between places, as a line of right angles: {@code y[i]} from {@code x[i]} on up to the next place.
 *
 * @param x ascending
 */
record Steps(double[] x, double[] y) {

    /**
     * @param at     places, ascending, one at least, within [low, high]
     * @param after  value from each place on
     * @param before value from {@code low} to the first place
     */
    static Steps of(double[] at, double[] after, double before, double low, double high) {
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
        return new Steps(x, y);
    }
}
