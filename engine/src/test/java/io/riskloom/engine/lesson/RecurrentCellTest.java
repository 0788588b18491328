package io.riskloom.engine.lesson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecurrentCellTest {

    /** One input, one unit; W, U and b of the gates input, forget, candidate, output. */
    private static final RecurrentCell LSTM = new RecurrentCell(
            RecurrentCell.Kind.LSTM,
            new double[][] {{1}, {-1}, {0.5}, {2}},
            new double[][] {{0.5}, {1}, {-1}, {0}},
            new double[] {0, 1, 0.25, -1});

    @Test
    void oneDayOfAnLstmIsWhatItsFormulasGiveByHand() {
        CellStep step = LSTM.step(new double[] {2}, new double[] {0.5}, new double[] {-1});
        assertArrayEquals(new double[] {2.25}, step.gate("input").sum(), 1e-15);
        assertArrayEquals(new double[] {-0.5}, step.gate("forget").sum(), 1e-15);
        assertArrayEquals(new double[] {0.75}, step.gate("candidate").sum(), 1e-15);
        assertArrayEquals(new double[] {3}, step.gate("output").sum(), 1e-15);
        double input = 0.9046505351008906;
        double forget = 0.3775406687981454;
        double candidate = 0.6351489523872873;
        double output = 0.9525741268224334;
        assertEquals(input, step.gate("input").after()[0], 1e-15);
        assertEquals(candidate, step.gate("candidate").after()[0], 1e-15);
        double cell = -forget + input * candidate;
        assertEquals(cell, step.cell()[0], 1e-15);
        assertEquals(output * Math.tanh(cell), step.hidden()[0], 1e-15);
    }

    @Test
    void oneDayOfAGruWeighsTheStateAfterItsMatrix() {
        RecurrentCell gru = new RecurrentCell(
                RecurrentCell.Kind.GRU, new double[][] {{1}, {0}, {1}}, new double[][] {{0}, {1}, {2}}, new double[] {
                    -1, 0, 0.5
                });
        CellStep step = gru.step(new double[] {1}, new double[] {0.5}, new double[0]);
        assertEquals(0.5, step.gate("reset").after()[0], 1e-15);
        assertEquals(2, step.gate("candidate").sum()[0], 1e-15, "1 + ½·(2·½) + ½");
        double update = 0.6224593312018546;
        assertEquals((1 - update) * Math.tanh(2) + update * 0.5, step.hidden()[0], 1e-15);
        assertEquals(0, step.cell().length);
    }

    @Test
    void everyDayBeginsWithTheStatesOfTheDayBefore() {
        List<CellStep> steps = LSTM.run(new double[][] {{1}, {2}, {3}}, new double[] {0}, new double[] {0});
        assertEquals(3, steps.size());
        assertArrayEquals(steps.get(0).hidden(), steps.get(1).h());
        assertArrayEquals(steps.get(1).cell(), steps.get(2).c());
    }

    @Test
    void cellsOfTheSameNumbersAreEqual() {
        RecurrentCell zeros = RecurrentCell.of(RecurrentCell.Kind.LSTM, 2, 3);
        assertEquals(3, zeros.units());
        assertEquals(2, zeros.inputs());
        assertEquals(7, zeros.row(2, 1));
        assertEquals(zeros, RecurrentCell.of(RecurrentCell.Kind.LSTM, 2, 3));
        assertEquals(
                zeros.hashCode(),
                RecurrentCell.of(RecurrentCell.Kind.LSTM, 2, 3).hashCode());
    }

    @Test
    void rowsThatDoNotFitTheGatesAreRefused() {
        double[][] three = new double[3][1];
        assertThrows(
                IllegalArgumentException.class,
                () -> new RecurrentCell(RecurrentCell.Kind.LSTM, three, three, new double[3]));
    }
}
