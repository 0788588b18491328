package io.riskloom.engine.djl;

/**
 * What the strong recurrent judge sees of a day: the levels and the moves, each standardised by the real windows that it learns
 * from, and at most ten deviations from their mean.
 */
record JudgeInputs(int days, int levels, int moves, double[] mean, double[] deviation) {
    private static final double MOST = 10;

    /** @param learnt indices of the real windows that are learnt from */
    static JudgeInputs fit(int days, float[][] levels, float[][] moves, int[] learnt) {
        int first = levels[0].length / days;
        int values = first + moves[0].length / days;
        double[] sum = new double[values];
        double[] squares = new double[values];
        for (int w : learnt) {
            for (int t = 0; t < days; t++) {
                for (int v = 0; v < values; v++) {
                    double x = value(levels[w], moves[w], t, v, first, values);
                    sum[v] += x;
                    squares[v] += x * x;
                }
            }
        }
        double count = (double) learnt.length * days;
        double[] mean = new double[values];
        double[] deviation = new double[values];
        for (int v = 0; v < values; v++) {
            mean[v] = sum[v] / count;
            double variance = squares[v] / count - mean[v] * mean[v];
            deviation[v] = variance > 1e-18 ? Math.sqrt(variance) : 1;
        }
        return new JudgeInputs(days, first, values - first, mean, deviation);
    }

    private static double value(float[] levels, float[] moves, int t, int v, int first, int values) {
        return v < first ? levels[t * first + v] : moves[t * (values - first) + v - first];
    }

    /** Of a day. */
    int values() {
        return levels + moves;
    }

    float[][] rows(float[][] levelRows, float[][] moveRows) {
        float[][] rows = new float[levelRows.length][days * values()];
        for (int w = 0; w < rows.length; w++) {
            for (int i = 0; i < rows[w].length; i++) {
                int v = i % values();
                double x = value(levelRows[w], moveRows[w], i / values(), v, levels, values());
                rows[w][i] = (float) Math.clamp((x - mean[v]) / deviation[v], -MOST, MOST);
            }
        }
        return rows;
    }
}
