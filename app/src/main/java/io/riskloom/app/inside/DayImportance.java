package io.riskloom.app.inside;

/** Carries a class-activation map over a window's picture back to the window's days. */
final class DayImportance {

    private DayImportance() {}

    /**
     * Row i and column i of a Gramian angular field both belong to the i-th stretch of days. A stretch weighs
     * wᵢ = mean over j of (Aᵢⱼ + Aⱼᵢ)/2; its weight is spread evenly over its days from ⌊i·n/m⌋ to before ⌊(i+1)·n/m⌋,
     * or, where the image has more pixels than the window days, between the two nearest days. The whole is scaled to
     * sum 1.
     *
     * @param activation square map A, m × m, no negative values
     * @param days       n, of the window
     * @return share of each day, oldest first; zeros where the map is zero everywhere
     */
    static double[] of(double[][] activation, int days) {
        int size = activation.length;
        double[] shares = new double[days];
        for (int i = 0; i < size; i++) {
            double weight = 0;
            for (int j = 0; j < size; j++) {
                weight += (activation[i][j] + activation[j][i]) / 2;
            }
            if (days >= size) {
                spread(shares, weight, i, size);
            } else {
                share(shares, weight, size == 1 ? 0 : (double) i * (days - 1) / (size - 1));
            }
        }
        double total = 0;
        for (double share : shares) {
            total += share;
        }
        for (int day = 0; day < days && total > 0; day++) {
            shares[day] /= total;
        }
        return shares;
    }

    /**
     * As {@link #of} for a chart of bars, in which the same number of columns belongs to each day: a day weighs the sum of its
     * columns.
     *
     * @param activation rows × columns
     */
    static double[] ofBars(double[][] activation, int days) {
        double[] shares = new double[days];
        double total = 0;
        for (double[] row : activation) {
            for (int c = 0; c < row.length; c++) {
                shares[c * days / row.length] += row[c];
                total += row[c];
            }
        }
        for (int day = 0; day < days && total > 0; day++) {
            shares[day] /= total;
        }
        return shares;
    }

    private static void spread(double[] shares, double weight, int i, int size) {
        int from = (int) ((long) i * shares.length / size);
        int to = (int) ((long) (i + 1) * shares.length / size);
        for (int day = from; day < to; day++) {
            shares[day] += weight / (to - from);
        }
    }

    private static void share(double[] shares, double weight, double place) {
        int below = Math.min((int) place, shares.length - 1);
        int above = Math.min(below + 1, shares.length - 1);
        shares[below] += weight * (1 - (place - below));
        shares[above] += weight * (place - below);
    }
}
