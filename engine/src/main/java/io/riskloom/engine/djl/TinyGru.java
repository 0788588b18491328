package io.riskloom.engine.djl;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One layer of gated recurrent units with a linear answer, gates as in PyTorch: r = σ(W_r x + b_r + U_r h + c_r), z alike,
 * n = tanh(W_n x + b_n + r ∘ (U_n h + c_n)), h ← (1 − z) ∘ n + z ∘ h. In plain arithmetic, since a layer of a few units is
 * several times quicker so than by a native call for every operation of every day. Arrays are days × units (or columns) × rows
 * of the batch; each day's are kept for the way back.
 */
final class TinyGru {
    private static final int GATES = 3;

    final float[] weights;
    final float[] slopes;
    /** Days × rows. */
    final float[][] answer;

    private final int columns;
    private final int units;
    private final int days;
    private final Blocks at;
    private final float[][][] input;
    private final float[][][] gate;
    private final float[][][] recurrent;
    private final float[][][] state;
    private final float[][] sums;
    private final float[][] fromState;
    private final float[][] fromGates;

    /** Where each weight stands: input matrix, state matrix (gates r, z, n one after the other), their biases, the answer's. */
    private record Blocks(int input, int state, int inputBias, int stateBias, int head, int headBias, int size) {
        static Blocks of(int columns, int units) {
            int gates = GATES * units;
            int state = gates * columns;
            int inputBias = state + gates * units;
            int head = inputBias + 2 * gates;
            return new Blocks(0, state, inputBias, inputBias + gates, head, head + units, head + units + 1);
        }
    }

    /** @param rows of a batch, all of which are computed even where fewer are asked for */
    TinyGru(int columns, int units, int days, int rows) {
        this.columns = columns;
        this.units = units;
        this.days = days;
        at = Blocks.of(columns, units);
        weights = new float[at.size()];
        slopes = new float[at.size()];
        input = new float[days][columns][rows];
        gate = new float[days][GATES * units][rows];
        recurrent = new float[days][units][rows];
        state = new float[days + 1][units][rows];
        answer = new float[days][rows];
        sums = new float[at.size()][rows];
        fromState = new float[units][rows];
        fromGates = new float[GATES * units][rows];
    }

    /** Every weight uniform in ±1/√units, as PyTorch starts them. */
    void initialise(SplittableRandom random) {
        double bound = 1 / Math.sqrt(units);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
    }

    /** Puts the first columns of a window's first days into a row of the batch. */
    void put(int row, float[] window, int windowColumns) {
        for (int t = 0; t < days; t++) {
            for (int c = 0; c < columns; c++) {
                input[t][c][row] = window[t * windowColumns + c];
            }
        }
    }

    /** Fills {@code answer} from the day {@code first} on. */
    void forward(int first) {
        for (int t = 0; t < days; t++) {
            for (int g = 0; g < GATES * units; g++) {
                gate(t, g);
            }
            for (int u = 0; u < units; u++) {
                next(t, u);
            }
            if (t >= first) {
                Arrays.fill(answer[t], weights[at.headBias()]);
                for (int u = 0; u < units; u++) {
                    TinyMath.add(answer[t], weights[at.head() + u], state[t + 1][u]);
                }
            }
        }
    }

    /** The last day's answers alone. */
    float[] last() {
        forward(days - 1);
        return answer[days - 1];
    }

    private void gate(int t, int g) {
        float[] out = gate[t][g];
        boolean fresh = g >= 2 * units;
        float[] fromBefore = fresh ? recurrent[t][g - 2 * units] : out;
        Arrays.fill(out, weights[at.inputBias() + g] + (fresh ? 0 : weights[at.stateBias() + g]));
        for (int c = 0; c < columns; c++) {
            TinyMath.add(out, weights[at.input() + g * columns + c], input[t][c]);
        }
        if (fresh) {
            Arrays.fill(fromBefore, weights[at.stateBias() + g]);
        }
        for (int k = 0; k < units; k++) {
            TinyMath.add(fromBefore, weights[at.state() + g * units + k], state[t][k]);
        }
        if (fresh) {
            TinyMath.multiplyAdd(out, gate[t][g - 2 * units], fromBefore);
            TinyMath.tanh(out);
        } else {
            TinyMath.sigmoid(out);
        }
    }

    private void next(int t, int unit) {
        float[] z = gate[t][units + unit];
        float[] n = gate[t][2 * units + unit];
        float[] h = state[t][unit];
        float[] out = state[t + 1][unit];
        for (int i = 0; i < out.length; i++) {
            out[i] = n[i] + z[i] * (h[i] - n[i]);
        }
    }

    /**
     * Fills {@code slopes} with those of the loss.
     *
     * @param error slope of the loss with respect to each answer, days × rows
     * @param first day from which answers count
     */
    void backward(float[][] error, int first) {
        for (float[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        for (float[] unit : fromState) {
            Arrays.fill(unit, 0);
        }
        for (int t = days - 1; t >= 0; t--) {
            if (t >= first) {
                for (int u = 0; u < units; u++) {
                    TinyMath.multiplyAdd(sums[at.head() + u], error[t], state[t + 1][u]);
                    TinyMath.add(fromState[u], weights[at.head() + u], error[t]);
                }
                TinyMath.add(sums[at.headBias()], 1, error[t]);
            }
            for (int u = 0; u < units; u++) {
                unit(t, u);
            }
            for (int g = 0; g < GATES * units; g++) {
                weights(t, g);
            }
        }
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = TinyMath.sum(sums[i]);
        }
    }

    /** From a state's slope those of its gates before their squashing; what goes straight on to the state before stays. */
    private void unit(int t, int u) {
        float[] r = gate[t][u];
        float[] z = gate[t][units + u];
        float[] n = gate[t][2 * units + u];
        float[] own = recurrent[t][u];
        float[] h = state[t][u];
        float[] slope = fromState[u];
        float[] ofReset = fromGates[u];
        float[] ofUpdate = fromGates[units + u];
        float[] ofFresh = fromGates[2 * units + u];
        for (int i = 0; i < slope.length; i++) {
            float fresh = slope[i] * (1 - z[i]) * (1 - n[i] * n[i]);
            ofFresh[i] = fresh;
            ofReset[i] = fresh * own[i] * r[i] * (1 - r[i]);
        }
        for (int i = 0; i < slope.length; i++) {
            ofUpdate[i] = slope[i] * (h[i] - n[i]) * z[i] * (1 - z[i]);
        }
        TinyMath.multiply(slope, z);
    }

    /** A gate's weights, and what it hands to the states of the day before. */
    private void weights(int t, int g) {
        float[] from = fromGates[g];
        for (int c = 0; c < columns; c++) {
            TinyMath.multiplyAdd(sums[at.input() + g * columns + c], from, input[t][c]);
        }
        TinyMath.add(sums[at.inputBias() + g], 1, from);
        if (g >= 2 * units) {
            TinyMath.multiply(from, gate[t][g - 2 * units]);
        }
        TinyMath.add(sums[at.stateBias() + g], 1, from);
        for (int k = 0; k < units; k++) {
            TinyMath.multiplyAdd(sums[at.state() + g * units + k], from, state[t][k]);
            TinyMath.add(fromState[k], weights[at.state() + g * units + k], from);
        }
    }
}
