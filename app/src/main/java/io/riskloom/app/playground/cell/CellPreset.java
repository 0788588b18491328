package io.riskloom.app.playground.cell;

import io.riskloom.engine.lesson.RecurrentCell;
import io.riskloom.engine.lesson.RecurrentCell.Kind;
import java.util.SplittableRandom;

/** Cells that show what gates are for. */
enum CellPreset {
    /** Takes in a large input and keeps it. */
    REMEMBER,
    /** Follows the input: what was is gone the day after. */
    FORGET,
    /** Adds one for every positive input. */
    COUNT,
    /** Two inputs, three units, weights as a network starts with: uniform in ±1/√units. */
    UNTRAINED,
    /** As above, with the three gates of a GRU. */
    GRU;

    private static final long SEED = 11;

    CellSetup setup() {
        return switch (this) {
            case REMEMBER -> single(new double[] {6, 0, 2, 0}, new double[] {-8, 6, 0, 6}, 2, 0.4);
            case FORGET -> single(new double[] {0, 0, 1, 0}, new double[] {6, -6, 0, 6}, 0.5, 2);
            case COUNT -> single(new double[] {20, 0, 0, 0}, new double[] {0, 12, 10, 6}, 0.8, 3);
            case UNTRAINED -> drawn(Kind.LSTM);
            case GRU -> drawn(Kind.GRU);
        };
    }

    /** One input and one unit whose gates do not look at the state. */
    private static CellSetup single(double[] w, double[] b, double x, double c) {
        double[][] column = new double[w.length][];
        for (int row = 0; row < w.length; row++) {
            column[row] = new double[] {w[row]};
        }
        RecurrentCell cell = new RecurrentCell(Kind.LSTM, column, new double[w.length][1], b);
        double h = Math.rint(1e3 * Math.tanh(c)) / 1e3;
        return new CellSetup(cell, new double[] {x}, new double[] {h}, new double[] {c});
    }

    private static CellSetup drawn(Kind kind) {
        int units = 3;
        SplittableRandom random = new SplittableRandom(SEED);
        RecurrentCell cell = RecurrentCell.of(kind, 2, units);
        for (int row = 0; row < cell.b().length; row++) {
            fill(cell.w()[row], random, units);
            fill(cell.u()[row], random, units);
        }
        fill(cell.b(), random, units);
        return new CellSetup(
                cell, new double[] {1, -0.5}, new double[] {0.2, -0.1, 0.3}, new double[] {0.5, -0.2, 0.8});
    }

    /** Two decimals, so that the arithmetic on screen can be followed by hand. */
    private static void fill(double[] row, SplittableRandom random, int units) {
        double bound = 1 / Math.sqrt(units);
        for (int i = 0; i < row.length; i++) {
            row[i] = Math.rint(100 * random.nextDouble(-bound, bound)) / 100 + 0.0;
        }
    }
}
