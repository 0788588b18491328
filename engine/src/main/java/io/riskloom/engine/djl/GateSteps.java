package io.riskloom.engine.djl;

import io.riskloom.engine.inside.Gates;
import java.util.ArrayList;
import java.util.List;

/**
 * The arithmetic of one recurrent layer in one direction, day by day from a state of zeros, with every gate kept. With the
 * matrices W (of the input) and U (of the state) and both biases, σ the logistic function:
 *
 * <ul>
 *   <li>LSTM (Hochreiter and Schmidhuber 1997 with forget gates): i, f, o = σ(W·x + b + U·h + b′), g = tanh(…), c = f·c + i·g,
 *       h = o·tanh(c); rows of the matrices in the order i, f, g, o;
 *   <li>GRU (Cho et al. 2014, version 1): r, z = σ(…), n = tanh(W·x + b + r·(U·h + b′)), h = (1 − z)·n + z·h; rows r, z, n;
 *   <li>simple: h = tanh(W·x + b + U·h + b′).
 * </ul>
 *
 * @param kind       {@code lstm}, {@code gru} or {@code rnn}
 * @param units      of the state
 * @param ofInput    W, gates · units × features, row by row
 * @param ofState    U, gates · units × units, row by row
 * @param inputBias  b, one a row
 * @param stateBias  b′, one a row
 */
record GateSteps(String kind, int units, float[] ofInput, float[] ofState, float[] inputBias, float[] stateBias) {
    private static final List<String> LSTM = List.of("input", "forget", "candidate", "output", "cell", "state");
    private static final List<String> GRU = List.of("reset", "update", "candidate", "state");

    /**
     * @param days inputs, days × features, in the order in which the layer reads them
     * @return days × units each, in that order
     */
    List<Gates.Series> over(double[][] days) {
        return switch (kind) {
            case "lstm" -> lstm(days);
            case "gru" -> gru(days);
            case "rnn" -> simple(days);
            default -> throw new IllegalArgumentException("no recurrent layer " + kind);
        };
    }

    private List<Gates.Series> lstm(double[][] days) {
        double[][][] seen = new double[LSTM.size()][days.length][units];
        double[] cell = new double[units];
        double[] state = new double[units];
        for (int t = 0; t < days.length; t++) {
            double[] x = product(ofInput, inputBias, days[t]);
            double[] h = product(ofState, stateBias, state);
            for (int u = 0; u < units; u++) {
                double in = sigmoid(x, h, u);
                double forget = sigmoid(x, h, units + u);
                double candidate = Math.tanh(x[2 * units + u] + h[2 * units + u]);
                double out = sigmoid(x, h, 3 * units + u);
                cell[u] = forget * cell[u] + in * candidate;
                state[u] = out * Math.tanh(cell[u]);
                double[] all = {in, forget, candidate, out, cell[u], state[u]};
                keep(seen, t, u, all);
            }
        }
        return named(LSTM, seen);
    }

    private List<Gates.Series> gru(double[][] days) {
        double[][][] seen = new double[GRU.size()][days.length][units];
        double[] state = new double[units];
        for (int t = 0; t < days.length; t++) {
            double[] x = product(ofInput, inputBias, days[t]);
            double[] h = product(ofState, stateBias, state);
            for (int u = 0; u < units; u++) {
                double reset = sigmoid(x, h, u);
                double update = sigmoid(x, h, units + u);
                double candidate = Math.tanh(x[2 * units + u] + reset * h[2 * units + u]);
                state[u] = (1 - update) * candidate + update * state[u];
                keep(seen, t, u, new double[] {reset, update, candidate, state[u]});
            }
        }
        return named(GRU, seen);
    }

    private List<Gates.Series> simple(double[][] days) {
        double[][] seen = new double[days.length][units];
        double[] state = new double[units];
        for (int t = 0; t < days.length; t++) {
            double[] x = product(ofInput, inputBias, days[t]);
            double[] h = product(ofState, stateBias, state);
            for (int u = 0; u < units; u++) {
                state[u] = Math.tanh(x[u] + h[u]);
            }
            seen[t] = state.clone();
        }
        return List.of(new Gates.Series("state", seen));
    }

    private static void keep(double[][][] seen, int day, int unit, double[] values) {
        for (int s = 0; s < values.length; s++) {
            seen[s][day][unit] = values[s];
        }
    }

    private static List<Gates.Series> named(List<String> names, double[][][] seen) {
        List<Gates.Series> series = new ArrayList<>();
        for (int s = 0; s < seen.length; s++) {
            series.add(new Gates.Series(names.get(s), seen[s]));
        }
        return series;
    }

    private static double sigmoid(double[] x, double[] h, int row) {
        return Losses.sigmoid(x[row] + h[row]);
    }

    private static double[] product(float[] matrix, float[] bias, double[] vector) {
        double[] rows = new double[bias.length];
        for (int r = 0; r < rows.length; r++) {
            double sum = bias[r];
            for (int i = 0; i < vector.length; i++) {
                sum += matrix[r * vector.length + i] * vector[i];
            }
            rows[r] = sum;
        }
        return rows;
    }
}
