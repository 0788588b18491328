package io.riskloom.engine.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.lesson.CellStates;

/**
 * One recurrent layer of the native library, on the processor and in double precision, day by day, to hold the explained
 * arithmetic against.
 */
public final class CellArithmetic {
    private CellArithmetic() {}

    /**
     * @param kind   {@code lstm} with the gates in the order input, forget, candidate, output, or {@code gru} with reset, update,
     *               candidate and the reset gate after the matrix, as PyTorch has them
     * @param w      gates · units × inputs
     * @param u      gates · units × units
     * @param b      gates · units × 2: the bias beside W and the one beside U
     * @param inputs days × inputs
     * @param h      first state, one a unit
     * @param c      first cell state, one a unit; not read for a GRU
     * @throws NoticeException {@code cell.error.size} (what, size, expected)
     */
    public static CellStates run(
            String kind, double[][] w, double[][] u, double[][] b, double[][] inputs, double[] h, double[] c)
            throws NoticeException {
        boolean lstm = "lstm".equals(kind);
        if (!lstm && !"gru".equals(kind)) {
            throw new NoticeException(Notice.of("cell.error.size", "kind", kind, "lstm, gru"));
        }
        if (inputs.length == 0 || inputs[0].length == 0 || h.length == 0) {
            throw new NoticeException(Notice.of("cell.error.size", "x, h", 0, "≥ 1"));
        }
        int units = h.length;
        int rows = (lstm ? 4 : 3) * units;
        int features = inputs[0].length;
        table("W", w, rows, features);
        table("U", u, rows, units);
        table("b", b, rows, 2);
        table("x", inputs, inputs.length, features);
        if (lstm) {
            size("c", c == null ? 0 : c.length, units);
        }
        Torch.enter(Torch.Load.SMALL);
        double[][] hidden = new double[inputs.length][];
        double[][] cell = new double[lstm ? inputs.length : 0][];
        try (NDManager manager = Torch.engine().newBaseManager(Device.cpu())) {
            NDList weights =
                    new NDList(matrix(manager, w), matrix(manager, u), column(manager, b, 0), column(manager, b, 1));
            NDArray state = manager.create(h, new Shape(1, 1, units));
            NDArray memory = lstm ? manager.create(c, new Shape(1, 1, units)) : null;
            for (int t = 0; t < inputs.length; t++) {
                NDArray x = manager.create(inputs[t], new Shape(1, 1, features));
                NDList after = lstm
                        ? x.getNDArrayInternal()
                                .lstm(x, new NDList(state, memory), weights, true, 1, 0, false, false, true)
                        : x.getNDArrayInternal().gru(x, state, weights, true, 1, 0, false, false, true);
                state = after.get(1);
                hidden[t] = state.toDoubleArray();
                if (lstm) {
                    memory = after.get(2);
                    cell[t] = memory.toDoubleArray();
                }
            }
        }
        return new CellStates(hidden, cell);
    }

    private static NDArray matrix(NDManager manager, double[][] rows) {
        double[] flat = new double[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
        }
        return manager.create(flat, new Shape(rows.length, rows[0].length));
    }

    private static NDArray column(NDManager manager, double[][] rows, int column) {
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = rows[i][column];
        }
        return manager.create(values);
    }

    private static void table(String what, double[][] rows, int expected, int columns) throws NoticeException {
        size(what, rows.length, expected);
        for (double[] row : rows) {
            size(what, row.length, columns);
        }
    }

    private static void size(String what, int size, int expected) throws NoticeException {
        if (size != expected) {
            throw new NoticeException(Notice.of("cell.error.size", what, size, expected));
        }
    }
}
