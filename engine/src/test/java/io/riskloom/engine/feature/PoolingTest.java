package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.feature.Pooling.Kind;
import org.junit.jupiter.api.Test;

class PoolingTest {

    private static final double[][] NINE = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};

    @Test
    void theWorkedExampleGivesFive() throws SetupException {
        double[][] out = Pooling.output(NINE, Kind.MAX, 2, 2, 2);
        assertEquals(1, out.length);
        assertArrayEquals(new double[] {5}, out[0]);
    }

    @Test
    void averageIsTheMeanOfTheWindow() throws SetupException {
        double[][] out = Pooling.output(NINE, Kind.AVERAGE, 2, 2, 1);
        assertArrayEquals(new double[] {3, 4}, out[0]);
        assertArrayEquals(new double[] {6, 7}, out[1]);
    }

    @Test
    void windowsNeedNotBeSquare() throws SetupException {
        double[][] out = Pooling.output(NINE, Kind.MAX, 1, 3, 1);
        assertArrayEquals(new double[] {3}, out[0]);
        assertEquals(3, out.length);
    }

    @Test
    void theMaximumsGradientFlowsToTheFirstLargestValueOnly() throws SetupException {
        Pooling.Cell cell = Pooling.cell(new double[][] {{-3, -1}, {-1, -2}}, Kind.MAX, 2, 2, 2, 0, 0);
        assertEquals(-1, cell.value());
        assertEquals(0, cell.argMaxRow());
        assertEquals(1, cell.argMaxColumn());
        assertArrayEquals(
                new double[] {0, 1, 0, 0},
                cell.terms().stream().mapToDouble(Pooling.Term::weight).toArray());
    }

    @Test
    void theAveragesGradientIsSharedEqually() throws SetupException {
        Pooling.Cell cell = Pooling.cell(NINE, Kind.AVERAGE, 2, 2, 1, 1, 1);
        assertEquals(7, cell.value());
        assertEquals(-1, cell.argMaxRow());
        assertEquals(new Pooling.Term(1, 1, 5, 0.25), cell.terms().get(0));
    }

    @Test
    void impossibleWindowsAreRefusedWithANearOne() {
        SetupException large = assertThrows(SetupException.class, () -> Pooling.output(NINE, Kind.MAX, 4, 2, 2));
        assertEquals("conv.error.windowTooLarge", large.notice().key());
        assertEquals(new Suggestion(3, 2, 2, 0, 1), large.suggestion().orElseThrow());
        SetupException none = assertThrows(SetupException.class, () -> Pooling.output(NINE, Kind.MAX, 0, 2, 2));
        assertEquals("conv.error.window", none.notice().key());
        assertEquals(new Suggestion(1, 2, 2, 0, 1), none.suggestion().orElseThrow());
        SetupException still = assertThrows(SetupException.class, () -> Pooling.output(NINE, Kind.MAX, 2, 2, 0));
        assertEquals("conv.error.windowStride", still.notice().key());
    }
}
