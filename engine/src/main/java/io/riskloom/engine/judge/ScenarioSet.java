package io.riskloom.engine.judge;

import java.util.Arrays;

/** Scenarios of one source: daily log returns of one or several series over the days to come. */
public sealed interface ScenarioSet {

    /** {@code generated}, {@code blockBootstrap}, {@code garchToday}, {@code garch} or {@code historical}. */
    String source();

    /** Scenarios that are so many days long. */
    int count(int days);

    /** Log return of a series over the first days of a scenario. */
    double sum(int series, int scenario, int days);

    /** Daily log returns of a series over the first days of a scenario. */
    double[] path(int series, int scenario, int days);

    /** Mean length of the blocks in which scenarios are drawn for intervals, 1 where they are independent. */
    double block(int days);

    /** Days that two scenarios must lie apart to share none; 0 where no two share any. */
    int apart(int days);

    /**
     * Paths that were drawn one by one.
     *
     * @param returns series × paths × days
     */
    record Drawn(String source, double[][][] returns) implements ScenarioSet {

        public Drawn {
            returns = returns.clone();
        }

        @Override
        public double[][][] returns() {
            return returns.clone();
        }

        @Override
        public int count(int days) {
            return returns[0].length > 0 && returns[0][0].length >= days ? returns[0].length : 0;
        }

        @Override
        public double sum(int series, int scenario, int days) {
            return total(returns[series][scenario], 0, days);
        }

        @Override
        public double[] path(int series, int scenario, int days) {
            return Arrays.copyOf(returns[series][scenario], days);
        }

        @Override
        public double block(int days) {
            return 1;
        }

        @Override
        public int apart(int days) {
            return 0;
        }
    }

    /**
     * Every window of the past, one a day: windows overlap, so that intervals draw blocks of {@link #LEAST_BLOCK} days or of
     * two windows, whichever is longer.
     *
     * @param returns series × days
     */
    record Windows(String source, double[][] returns) implements ScenarioSet {

        private static final double LEAST_BLOCK = 50;

        public Windows {
            returns = returns.clone();
        }

        @Override
        public double[][] returns() {
            return returns.clone();
        }

        @Override
        public int count(int days) {
            return Math.max(0, returns[0].length - days + 1);
        }

        @Override
        public double sum(int series, int scenario, int days) {
            return total(returns[series], scenario, days);
        }

        @Override
        public double[] path(int series, int scenario, int days) {
            return Arrays.copyOfRange(returns[series], scenario, scenario + days);
        }

        @Override
        public double block(int days) {
            return Math.max(LEAST_BLOCK, 2 * days);
        }

        @Override
        public int apart(int days) {
            return days;
        }
    }

    private static double total(double[] returns, int from, int days) {
        double sum = 0;
        for (int t = from; t < from + days; t++) {
            sum += returns[t];
        }
        return sum;
    }
}
