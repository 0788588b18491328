package io.riskloom.app.playground.cell;

import io.riskloom.engine.lesson.RecurrentCell;
import java.util.Arrays;

/**
 * A cell with the numbers that go into one step; never changed, only replaced.
 *
 * @param x one an input
 * @param h one a unit
 * @param c one a unit, kept though a GRU does not read it
 */
record CellSetup(RecurrentCell cell, double[] x, double[] h, double[] c) {

    static final int MOST = 4;

    /** Sizes changed; what both have stays, the rest is zero. */
    CellSetup withSize(int inputs, int units) {
        RecurrentCell next = RecurrentCell.of(cell.kind(), inputs, units);
        copy(cell, next);
        return new CellSetup(next, Arrays.copyOf(x, inputs), Arrays.copyOf(h, units), Arrays.copyOf(c, units));
    }

    private static void copy(RecurrentCell from, RecurrentCell to) {
        for (int gate = 0; gate < from.kind().gates().size(); gate++) {
            for (int unit = 0; unit < Math.min(from.units(), to.units()); unit++) {
                int source = from.row(gate, unit);
                int target = to.row(gate, unit);
                System.arraycopy(from.w()[source], 0, to.w()[target], 0, Math.min(from.inputs(), to.inputs()));
                System.arraycopy(from.u()[source], 0, to.u()[target], 0, Math.min(from.units(), to.units()));
                to.b()[target] = from.b()[source];
            }
        }
    }

    CellSetup withW(int row, int input, double value) {
        double[][] w = copy(cell.w());
        w[row][input] = value;
        return with(new RecurrentCell(cell.kind(), w, cell.u(), cell.b()));
    }

    CellSetup withU(int row, int unit, double value) {
        double[][] u = copy(cell.u());
        u[row][unit] = value;
        return with(new RecurrentCell(cell.kind(), cell.w(), u, cell.b()));
    }

    CellSetup withB(int row, double value) {
        return with(new RecurrentCell(cell.kind(), cell.w(), cell.u(), set(cell.b(), row, value)));
    }

    CellSetup with(RecurrentCell other) {
        return new CellSetup(other, x, h, c);
    }

    CellSetup withX(int input, double value) {
        return new CellSetup(cell, set(x, input, value), h, c);
    }

    CellSetup withH(int unit, double value) {
        return new CellSetup(cell, x, set(h, unit, value), c);
    }

    CellSetup withC(int unit, double value) {
        return new CellSetup(cell, x, h, set(c, unit, value));
    }

    private static double[] set(double[] values, int place, double value) {
        double[] changed = values.clone();
        changed[place] = value;
        return changed;
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellSetup setup
                && cell.equals(setup.cell)
                && Arrays.equals(x, setup.x)
                && Arrays.equals(h, setup.h)
                && Arrays.equals(c, setup.c);
    }

    @Override
    public int hashCode() {
        return cell.hashCode() * 31 + Arrays.hashCode(x) + Arrays.hashCode(h) + Arrays.hashCode(c);
    }
}
