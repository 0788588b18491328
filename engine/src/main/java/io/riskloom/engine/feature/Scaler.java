package io.riskloom.engine.feature;

/**
 * Column-wise standardisation, (x − mean) / scale. Fit it on training rows only. Arrays are copied in and out.
 *
 * @param mean  one a column
 * @param scale one a column, positive
 */
public record Scaler(double[] mean, double[] scale) {

    public Scaler {
        mean = mean.clone();
        scale = scale.clone();
        if (mean.length != scale.length) {
            throw new IllegalArgumentException(mean.length + " means and " + scale.length + " scales");
        }
    }

    /**
     * Mean and standard deviation (divisor n) of each column. NaN cells are left out; a column that does not vary, or
     * has no value, gets scale 1.
     *
     * @param rows at least one, all of the same length
     */
    public static Scaler fit(double[][] rows) {
        int columns = rows[0].length;
        double[] mean = new double[columns];
        double[] scale = new double[columns];
        for (int c = 0; c < columns; c++) {
            double sum = 0;
            int n = 0;
            for (double[] row : rows) {
                if (!Double.isNaN(row[c])) {
                    sum += row[c];
                    n++;
                }
            }
            mean[c] = n == 0 ? 0 : sum / n;
            double squares = 0;
            for (double[] row : rows) {
                squares += Double.isNaN(row[c]) ? 0 : (row[c] - mean[c]) * (row[c] - mean[c]);
            }
            double deviation = n == 0 ? 0 : Math.sqrt(squares / n);
            scale[c] = deviation > 1e-12 * Math.abs(mean[c]) ? deviation : 1;
        }
        return new Scaler(mean, scale);
    }

    public int columns() {
        return mean.length;
    }

    /** The standardised row, new; NaN stays NaN. */
    public double[] apply(double[] row) {
        check(row);
        double[] out = new double[row.length];
        for (int c = 0; c < row.length; c++) {
            out[c] = (row[c] - mean[c]) / scale[c];
        }
        return out;
    }

    public double[][] apply(double[][] rows) {
        double[][] out = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            out[i] = apply(rows[i]);
        }
        return out;
    }

    /** Back from standardised values: x·scale + mean. */
    public double[] invert(double[] row) {
        check(row);
        double[] out = new double[row.length];
        for (int c = 0; c < row.length; c++) {
            out[c] = row[c] * scale[c] + mean[c];
        }
        return out;
    }

    private void check(double[] row) {
        if (row.length != mean.length) {
            throw new IllegalArgumentException("row of " + row.length + " values for " + mean.length + " columns");
        }
    }

    @Override
    public double[] mean() {
        return mean.clone();
    }

    @Override
    public double[] scale() {
        return scale.clone();
    }
}
