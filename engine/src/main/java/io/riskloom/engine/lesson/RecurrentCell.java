package io.riskloom.engine.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A recurrent cell's weights. Each gate of each unit takes W·x + U·h + b, with one row a gate and unit: row gate · units + unit.
 *
 * <p>LSTM (Hochreiter &amp; Schmidhuber 1997 with Gers' forget gate): i, f, o = σ(·), g = tanh(·), c′ = f⊙c + i⊙g, h′ = o⊙tanh(c′).
 * GRU (Cho et al. 2014, version 1, as in PyTorch): r, z = σ(·), n = tanh(W·x + b + r⊙(U·h)), h′ = (1 − z)⊙n + z⊙h.
 *
 * @param w gates · units × inputs
 * @param u gates · units × units
 * @param b one a gate and unit
 */
public record RecurrentCell(Kind kind, double[][] w, double[][] u, double[] b) {

    /** In the order of the rows. */
    public enum Kind {
        LSTM("input", "forget", "candidate", "output"),
        GRU("reset", "update", "candidate");

        private final List<String> gates;

        Kind(String... gates) {
            this.gates = List.of(gates);
        }

        public List<String> gates() {
            return gates;
        }
    }

    public RecurrentCell {
        int rows = b.length;
        int gates = kind.gates().size();
        if (rows == 0 || rows % gates != 0 || w.length != rows || u.length != rows) {
            throw new IllegalArgumentException(
                    gates + " gates need as many rows each, not " + w.length + ", " + u.length + " and " + rows);
        }
        for (int row = 0; row < rows; row++) {
            if (w[row].length != w[0].length || w[row].length == 0 || u[row].length != rows / gates) {
                throw new IllegalArgumentException("row " + row + " holds " + w[row].length + " and " + u[row].length);
            }
        }
    }

    /** All zeros. */
    public static RecurrentCell of(Kind kind, int inputs, int units) {
        int rows = kind.gates().size() * units;
        return new RecurrentCell(kind, new double[rows][inputs], new double[rows][units], new double[rows]);
    }

    public int units() {
        return b.length / kind.gates().size();
    }

    public int inputs() {
        return w[0].length;
    }

    public int row(int gate, int unit) {
        return gate * units() + unit;
    }

    /**
     * One day.
     *
     * @param x one an input
     * @param h state after the day before, one a unit
     * @param c cell state after the day before; not read by a GRU
     */
    public CellStep step(double[] x, double[] h, double[] c) {
        int units = units();
        List<CellStep.Gate> gates = new ArrayList<>();
        for (int g = 0; g < kind.gates().size(); g++) {
            CellStep.Gate gate = new CellStep.Gate(
                    kind.gates().get(g),
                    new double[units],
                    new double[units],
                    Arrays.copyOfRange(b, g * units, (g + 1) * units),
                    new double[units],
                    new double[units]);
            boolean candidate = kind.gates().get(g).equals("candidate");
            for (int k = 0; k < units; k++) {
                gate.fromInput()[k] = dot(w[row(g, k)], x);
                gate.fromState()[k] = dot(u[row(g, k)], h);
                double weight = kind == Kind.GRU && candidate ? gates.getFirst().after()[k] : 1;
                gate.sum()[k] = gate.fromInput()[k] + weight * gate.fromState()[k] + gate.bias()[k];
                gate.after()[k] = candidate ? Math.tanh(gate.sum()[k]) : sigmoid(gate.sum()[k]);
            }
            gates.add(gate);
        }
        return kind == Kind.LSTM ? lstm(x, h, c, gates) : gru(x, h, gates);
    }

    private CellStep lstm(double[] x, double[] h, double[] c, List<CellStep.Gate> gates) {
        double[] cell = new double[units()];
        double[] hidden = new double[units()];
        for (int k = 0; k < units(); k++) {
            cell[k] = gates.get(1).after()[k] * c[k]
                    + gates.get(0).after()[k] * gates.get(2).after()[k];
            hidden[k] = gates.get(3).after()[k] * Math.tanh(cell[k]);
        }
        return new CellStep(x, h, c, gates, cell, hidden);
    }

    private CellStep gru(double[] x, double[] h, List<CellStep.Gate> gates) {
        double[] hidden = new double[units()];
        for (int k = 0; k < units(); k++) {
            double update = gates.get(1).after()[k];
            hidden[k] = (1 - update) * gates.get(2).after()[k] + update * h[k];
        }
        return new CellStep(x, h, new double[0], gates, new double[0], hidden);
    }

    /** Day after day, each from the states that the day before left. */
    public List<CellStep> run(double[][] inputs, double[] h, double[] c) {
        List<CellStep> steps = new ArrayList<>();
        double[] hidden = h;
        double[] cell = c;
        for (double[] x : inputs) {
            CellStep step = step(x, hidden, cell);
            steps.add(step);
            hidden = step.hidden();
            cell = step.cell();
        }
        return steps;
    }

    private static double dot(double[] weights, double[] values) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecurrentCell cell
                && kind == cell.kind
                && Arrays.deepEquals(w, cell.w)
                && Arrays.deepEquals(u, cell.u)
                && Arrays.equals(b, cell.b);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(w) * 31 + Arrays.deepHashCode(u) + Arrays.hashCode(b);
    }
}
