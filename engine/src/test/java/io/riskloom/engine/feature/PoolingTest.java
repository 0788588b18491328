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
        Pooling.Cell cell =
                Pooling.cell(new double[][] {{-3, -1}, {-1, -2}}, Kind.MAX, PoolShape.window(2, 2, 2), 0, 0);
        assertEquals(-1, cell.value());
        assertEquals(0, cell.argMaxRow());
        assertEquals(1, cell.argMaxColumn());
        assertArrayEquals(
                new double[] {0, 1, 0, 0},
                cell.terms().stream().mapToDouble(Pooling.Term::weight).toArray());
    }

    @Test
    void theAveragesGradientIsSharedEqually() throws SetupException {
        Pooling.Cell cell = Pooling.cell(NINE, Kind.AVERAGE, PoolShape.window(2, 2, 1), 1, 1);
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

    @Test
    void globalPoolingIsOneWindowOverAll() throws SetupException {
        PoolShape global = new PoolShape(PoolShape.Form.GLOBAL, 1, 1, 1, 0);
        assertArrayEquals(new double[][] {{9}}, Pooling.output(NINE, Kind.MAX, global));
        assertArrayEquals(new double[][] {{5}}, Pooling.output(NINE, Kind.AVERAGE, global));
    }

    @Test
    void adaptiveWindowsOverlapWhereTheSizesDoNotDivide() throws SetupException {
        PoolShape two = new PoolShape(PoolShape.Form.ADAPTIVE, 2, 2, 1, 0);
        assertArrayEquals(new double[][] {{5, 6}, {8, 9}}, Pooling.output(NINE, Kind.MAX, two));
        assertArrayEquals(new double[][] {{3, 4}, {6, 7}}, Pooling.output(NINE, Kind.AVERAGE, two));
        assertArrayEquals(
                new double[][] {{0.25, 0.5, 0.25}, {0.5, 1, 0.5}, {0.25, 0.5, 0.25}},
                Pooling.gradient(NINE, Kind.AVERAGE, two));
    }

    @Test
    void paddingIsNeverTheMaximumAndCountsAsZeroInTheMean() throws SetupException {
        double[][] minus = {{-1, -2}, {-3, -4}};
        PoolShape padded = new PoolShape(PoolShape.Form.WINDOW, 2, 2, 2, 1);
        assertArrayEquals(new double[][] {{-1, -2}, {-3, -4}}, Pooling.output(minus, Kind.MAX, padded));
        assertArrayEquals(new double[][] {{-0.25, -0.5}, {-0.75, -1}}, Pooling.output(minus, Kind.AVERAGE, padded));
        assertEquals(4, Pooling.cell(minus, Kind.AVERAGE, padded, 0, 0).terms().size());
        assertEquals(1, Pooling.cell(minus, Kind.MAX, padded, 0, 0).terms().size());
    }

    @Test
    void paddingBeyondHalfAWindowIsRefusedWithTheMost() {
        SetupException refused = assertThrows(
                SetupException.class,
                () -> Pooling.output(NINE, Kind.MAX, new PoolShape(PoolShape.Form.WINDOW, 3, 2, 1, 2)));
        assertEquals(
                "conv.error.windowPadding[2, 3, 2, 1, 1000]", refused.notice().toString());
        assertEquals(new Suggestion(3, 2, 1, 1, 1), refused.suggestion().orElseThrow());
    }

    @Test
    void sizesThatWouldFillTheMemoryAreRefusedWithTheLargestThatDoNot() {
        double[][] cells = {{1, 2}, {3, 4}};
        SetupException adaptive = assertThrows(
                SetupException.class,
                () -> new PoolShape(PoolShape.Form.ADAPTIVE, Integer.MAX_VALUE, 0, 1, 0).check(cells));
        assertEquals(
                "conv.error.adaptive[2147483647, 0, 1000, 1, 1000]",
                adaptive.notice().toString());
        int far = 2_000_000_000;
        SetupException padded = assertThrows(
                SetupException.class, () -> new PoolShape(PoolShape.Form.WINDOW, far, far, 1, far / 2).check(cells));
        assertEquals(
                "conv.error.windowPadding[1000000000, 2000000000, 2000000000, 1000, 1000]",
                padded.notice().toString());
    }

    @Test
    void theGradientOfOverlappingMaximaAddsUp() throws SetupException {
        assertArrayEquals(
                new double[][] {{0, 0, 0}, {0, 1, 1}, {0, 1, 1}},
                Pooling.gradient(NINE, Kind.MAX, PoolShape.window(2, 2, 1)));
    }
}
