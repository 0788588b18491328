package io.riskloom.engine.djl;

import io.riskloom.engine.feature.BarCode;
import io.riskloom.engine.feature.Ticks;
import java.util.Arrays;

/**
 * What a generator of bars keeps beside its weights.
 *
 * @param spreads  standard deviations of the moves over the training windows
 * @param mean     of the training windows' contexts
 * @param scale    their standard deviations
 * @param low      smallest numbers of the contexts
 * @param high     largest
 * @param contexts of the training windows, each a day after the one before
 * @param last     context of the file's last window, with the file's last close as the close before
 * @param ticks    of the file's numbers
 */
record BarScale(
        double[] spreads,
        double[] mean,
        double[] scale,
        double[] low,
        double[] high,
        double[][] contexts,
        double[] last,
        Ticks ticks) {

    static BarScale fit(BarCode[] training, double[] last, Ticks ticks) {
        double[][] contexts = Arrays.stream(training).map(BarCode::context).toArray(double[][]::new);
        double[][] moves = Arrays.stream(training)
                .flatMap(code -> Arrays.stream(code.moves()))
                .toArray(double[][]::new);
        double[] mean = new double[BarCode.CONTEXT];
        Arrays.setAll(
                mean,
                j -> Arrays.stream(contexts).mapToDouble(c -> c[j]).average().orElseThrow());
        double[] low = contexts[0].clone();
        double[] high = contexts[0].clone();
        for (double[] context : contexts) {
            for (int j = 0; j < low.length; j++) {
                low[j] = Math.min(low[j], context[j]);
                high[j] = Math.max(high[j], context[j]);
            }
        }
        return new BarScale(deviations(moves), mean, deviations(contexts), low, high, contexts, last, ticks);
    }

    private static double[] deviations(double[]... rows) {
        double[] out = new double[rows[0].length];
        for (int j = 0; j < out.length; j++) {
            double sum = 0;
            double squares = 0;
            for (double[] row : rows) {
                sum += row[j];
            }
            for (double[] row : rows) {
                squares += (row[j] - sum / rows.length) * (row[j] - sum / rows.length);
            }
            out[j] = Math.sqrt(squares / rows.length);
        }
        return out;
    }

    BarShape shape(int window) {
        return new BarShape(
                window, spreads.length, mean.length, divisor(spreads[BarCode.GAP]), divisor(spreads[BarCode.BODY]));
    }

    /** What never varies is left as it is. */
    private static double divisor(double spread) {
        return spread > 0 ? spread : 1;
    }

    /** A context as networks have it, within the range of the training windows'. */
    float[] standard(double... context) {
        float[] out = new float[context.length];
        for (int j = 0; j < out.length; j++) {
            out[j] = (float) ((Math.clamp(context[j], low[j], high[j]) - mean[j]) / divisor(scale[j]));
        }
        return out;
    }

    /** The context that a row begins with. */
    double[] context(float[] rows, int from) {
        double[] out = new double[mean.length];
        Arrays.setAll(out, j -> rows[from + j] * divisor(scale[j]) + mean[j]);
        return out;
    }

    /** A row as networks have it: the context, and the moves day after day. */
    float[] row(BarCode code) {
        int days = code.moves().length;
        float[] row = Arrays.copyOf(standard(code.context()), mean.length + days * spreads.length);
        for (int t = 0; t < days; t++) {
            for (int k = 0; k < spreads.length; k++) {
                row[mean.length + t * spreads.length + k] = (float) (code.moves()[t][k] / divisor(spreads[k]));
            }
        }
        return row;
    }

    /**
     * The window whose row begins at a place among rows.
     *
     * @param context of the window, in place of the row's own
     */
    BarCode code(float[] rows, int from, int days, double[] context) {
        double[][] moves = new double[days][spreads.length];
        for (int t = 0; t < days; t++) {
            for (int k = 0; k < spreads.length; k++) {
                moves[t][k] = rows[from + mean.length + t * spreads.length + k] * divisor(spreads[k]);
            }
        }
        return new BarCode(moves, context);
    }
}
