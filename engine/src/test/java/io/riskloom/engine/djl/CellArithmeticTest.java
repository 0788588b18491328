package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.lesson.CellStates;
import io.riskloom.engine.lesson.CellStep;
import io.riskloom.engine.lesson.RecurrentCell;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellArithmeticTest {

    @Test
    void explainedCellsAgreeWithTheEngineOverRandomSizes() throws NoticeException {
        Random random = new Random(4);
        for (int trial = 0; trial < 40; trial++) {
            RecurrentCell.Kind kind = RecurrentCell.Kind.values()[trial % 2];
            int inputs = 1 + random.nextInt(4);
            int units = 1 + random.nextInt(4);
            int rows = kind.gates().size() * units;
            RecurrentCell cell = new RecurrentCell(
                    kind, table(random, rows, inputs), table(random, rows, units), table(random, 1, rows)[0]);
            double[][] days = table(random, 1 + random.nextInt(12), inputs);
            double[] h = table(random, 1, units)[0];
            double[] c = table(random, 1, units)[0];
            List<CellStep> explained = cell.run(days, h, c);
            CellStates states = run(cell, days, h, c);
            assertEquals(days.length, states.hidden().length);
            for (int t = 0; t < days.length; t++) {
                assertArrayEquals(explained.get(t).hidden(), states.hidden()[t], 1e-12);
                if (kind == RecurrentCell.Kind.LSTM) {
                    assertArrayEquals(explained.get(t).cell(), states.cell()[t], 1e-12);
                }
            }
        }
    }

    private static CellStates run(RecurrentCell cell, double[][] days, double[] h, double[] c) throws NoticeException {
        double[][] biases = new double[cell.b().length][2];
        for (int row = 0; row < biases.length; row++) {
            biases[row][0] = cell.b()[row];
        }
        String kind = cell.kind().name().toLowerCase(Locale.ROOT);
        return CellArithmetic.run(kind, cell.w(), cell.u(), biases, days, h, c);
    }

    @Test
    void sizesThatDoNotFitAreRefusedByName() {
        NoticeException thrown = assertThrows(
                NoticeException.class,
                () -> CellArithmetic.run(
                        "lstm",
                        new double[4][1],
                        new double[4][2],
                        new double[4][2],
                        new double[][] {{1}},
                        new double[1],
                        new double[1]));
        assertEquals(Notice.of("cell.error.size", "U", 2, 1), thrown.notice());
    }

    @Test
    void aGruNeedsNoCellStateAndAnLstmDoes() throws NoticeException {
        double[][] day = {{1}};
        double[] h = {0.5};
        // all weights zero: both gates are a half, the candidate is 0, h' = z·h
        CellStates gru = CellArithmetic.run("gru", new double[3][1], new double[3][1], new double[3][2], day, h, null);
        assertArrayEquals(new double[] {0.25}, gru.hidden()[0], 1e-12);
        assertEquals(0, gru.cell().length);
        NoticeException thrown = assertThrows(
                NoticeException.class,
                () -> CellArithmetic.run("lstm", new double[4][1], new double[4][1], new double[4][2], day, h, null));
        assertEquals(Notice.of("cell.error.size", "c", 0, 1), thrown.notice());
    }

    private static double[][] table(Random random, int rows, int columns) {
        double[][] table = new double[rows][columns];
        for (double[] row : table) {
            for (int i = 0; i < columns; i++) {
                row[i] = 2 * random.nextGaussian();
            }
        }
        return table;
    }
}
