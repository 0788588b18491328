package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConvolutionTest {

    private static final double[][] NINE = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    private static final double[][] ONE = {{1}};
    private static final double[][] BOX = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};

    @Test
    void theWorkedExampleGivesFive() throws SetupException {
        double[][] kernel = {{1, 0, -1}, {0, 1, 0}, {-1, 0, 1}};
        assertMatrix(new double[][] {{5}}, Convolution.output(NINE, kernel, 1, 0, 1, PadMode.ZERO, 0));
    }

    @Test
    void theKernelIsNotFlipped() throws SetupException {
        double[][] corner = {{1, 0}, {0, 0}};
        assertMatrix(new double[][] {{1, 2}, {4, 5}}, Convolution.output(NINE, corner, 1, 0, 1, PadMode.ZERO, 0));
    }

    @Test
    void zeroPaddingAddsNothing() throws SetupException {
        assertMatrix(
                new double[][] {{12, 21, 16}, {27, 45, 33}, {24, 39, 28}},
                Convolution.output(NINE, BOX, 1, 1, 1, PadMode.ZERO, 0));
    }

    @Test
    void reflectionLeavesTheEdgeOut() throws SetupException {
        assertMatrix(
                new double[][] {
                    {9, 8, 7, 8, 9, 8, 7},
                    {6, 5, 4, 5, 6, 5, 4},
                    {3, 2, 1, 2, 3, 2, 1},
                    {6, 5, 4, 5, 6, 5, 4},
                    {9, 8, 7, 8, 9, 8, 7},
                    {6, 5, 4, 5, 6, 5, 4},
                    {3, 2, 1, 2, 3, 2, 1}
                },
                Convolution.padded(NINE, 2, PadMode.REFLECT));
    }

    @Test
    void replicationRepeatsTheEdge() throws SetupException {
        assertMatrix(
                new double[][] {{1, 1, 2, 2}, {1, 1, 2, 2}, {3, 3, 4, 4}, {3, 3, 4, 4}},
                Convolution.padded(new double[][] {{1, 2}, {3, 4}}, 1, PadMode.REPLICATE));
    }

    @ParameterizedTest
    @EnumSource(PadMode.class)
    void paddingFirstAndConvolvingThenIsTheSame(PadMode mode) throws SetupException {
        double[][] input = noise(6, 7, 1);
        double[][] kernel = noise(3, 2, 2);
        assertMatrix(
                Convolution.output(Convolution.padded(input, 2, mode), kernel, 2, 0, 2, PadMode.ZERO, 0.5),
                Convolution.output(input, kernel, 2, 2, 2, mode, 0.5));
    }

    @Test
    void strideSkipsAndDilationSpreads() throws SetupException {
        double[][] row = {{1, 2, 4, 8, 16, 32, 64}};
        double[][] pair = {{1, 1}};
        assertMatrix(new double[][] {{3, 12, 48}}, Convolution.output(row, pair, 2, 0, 1, PadMode.ZERO, 0));
        assertMatrix(new double[][] {{9, 18, 36, 72}}, Convolution.output(row, pair, 1, 0, 3, PadMode.ZERO, 0));
        assertMatrix(new double[][] {{19, 82}}, Convolution.output(row, pair, 3, 0, 3, PadMode.ZERO, 10));
    }

    /** Sizes as PyTorch's Conv2d gives them. */
    @ParameterizedTest
    @CsvSource({
        "224, 7, 2, 3, 1, 112",
        "32, 3, 1, 1, 1, 32",
        "7, 3, 1, 0, 2, 3",
        "5, 2, 2, 0, 1, 2",
        "3, 5, 1, 0, 1, -1"
    })
    void outputSizeFollowsTheFormula(int n, int k, int s, int p, int d, int size) {
        assertEquals(size, Convolution.outputSize(n, k, s, p, d));
    }

    @ParameterizedTest
    @EnumSource(PadMode.class)
    void everyCellExplainsItsOutputExactly(PadMode mode) throws SetupException {
        double[][] input = noise(6, 5, 3);
        double[][] kernel = noise(3, 3, 4);
        double[][] out = Convolution.output(input, kernel, 2, 1, 1, mode, 0.1);
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < out[i].length; j++) {
                Convolution.Cell cell = Convolution.cell(input, kernel, 2, 1, 1, mode, 0.1, i, j);
                assertEquals(out[i][j], cell.sum());
                assertEquals(9, cell.terms().size());
                assertEquals(cell.sum(), cell.running()[8]);
                assertEquals(0.1 + cell.terms().get(0).product(), cell.running()[0]);
            }
        }
    }

    @Test
    void termsNameTheCellsUnderTheKernel() throws SetupException {
        Convolution.Cell cell = Convolution.cell(NINE, BOX, 1, 1, 1, PadMode.REPLICATE, 0, 0, 2);
        assertEquals(new Convolution.Term(-1, 1, 2, 1, 2), cell.terms().get(0));
        assertEquals(new Convolution.Term(0, 3, 3, 1, 3), cell.terms().get(5));
        assertThrows(
                IndexOutOfBoundsException.class, () -> Convolution.cell(NINE, BOX, 1, 0, 1, PadMode.ZERO, 0, 1, 0));
    }

    @Test
    void aKernelBeyondTheInputIsRefusedWithANearSetUp() {
        SetupException e = refused(NINE, new double[5][5], 1, 0, 1, PadMode.ZERO, "conv.error.tooLarge");
        assertEquals(new Suggestion(5, 5, 1, 1, 1), e.suggestion().orElseThrow());
        assertEquals("[5, 5, 3, 3, 5, 5, 1, 1, 1]", e.notice().args().toString());
    }

    @Test
    void aDilatedKernelIsMadeDenserBeforeItIsMadeSmaller() {
        SetupException e = refused(NINE, BOX, 1, 0, 2, PadMode.ZERO, "conv.error.tooLarge");
        assertEquals(new Suggestion(3, 3, 1, 0, 1), e.suggestion().orElseThrow());
    }

    @Test
    void reflectionBeyondTheInputIsRefused() {
        SetupException e = refused(NINE, BOX, 1, 3, 1, PadMode.REFLECT, "conv.error.reflect");
        assertEquals(new Suggestion(3, 3, 1, 2, 1), e.suggestion().orElseThrow());
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        SetupException still = refused(NINE, ONE, 0, 0, 1, PadMode.ZERO, "conv.error.stride");
        assertEquals(1, still.suggestion().orElseThrow().stride());
        refused(NINE, ONE, 1, 0, 0, PadMode.ZERO, "conv.error.dilation");
        refused(NINE, ONE, 1, -1, 1, PadMode.ZERO, "conv.error.padding");
        refused(NINE, ONE, 1, Integer.MAX_VALUE, 1, PadMode.ZERO, "conv.error.padding");
        refused(NINE, BOX, 1, 0, Integer.MAX_VALUE, PadMode.ZERO, "conv.error.tooLarge");
        refused(new double[0][], ONE, 1, 0, 1, PadMode.ZERO, "conv.error.inputEmpty");
        refused(NINE, new double[][] {{}}, 1, 0, 1, PadMode.ZERO, "conv.error.kernelEmpty");
        SetupException ragged =
                refused(new double[][] {{1, 2}, {3}}, ONE, 1, 0, 1, PadMode.ZERO, "conv.error.inputRagged");
        assertEquals("[2, 1, 2]", ragged.notice().args().toString());
        assertTrue(ragged.suggestion().isEmpty());
    }

    @Test
    void everySuggestionIsPossible() throws SetupException {
        SplittableRandom random = new SplittableRandom(5);
        int refusals = 0;
        for (int trial = 0; trial < 3000; trial++) {
            double[][] input = new double[1 + random.nextInt(6)][1 + random.nextInt(6)];
            double[][] kernel = new double[1 + random.nextInt(9)][1 + random.nextInt(9)];
            PadMode mode = PadMode.values()[random.nextInt(3)];
            try {
                Convolution.output(input, kernel, random.nextInt(3), random.nextInt(5) - 1, random.nextInt(4), mode, 0);
            } catch (SetupException e) {
                refusals++;
                Suggestion s = e.suggestion().orElseThrow();
                double[][] smaller = new double[s.kernelRows()][s.kernelColumns()];
                double[][] out = Convolution.output(input, smaller, s.stride(), s.padding(), s.dilation(), mode, 0);
                assertTrue(out.length > 0 && out[0].length > 0);
            }
        }
        assertTrue(refusals > 500, refusals + " refusals");
    }

    private static SetupException refused(
            double[][] input, double[][] kernel, int stride, int padding, int dilation, PadMode mode, String key) {
        SetupException e = assertThrows(
                SetupException.class, () -> Convolution.output(input, kernel, stride, padding, dilation, mode, 0));
        assertEquals(key, e.notice().key());
        return e;
    }

    private static double[][] noise(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] out = new double[rows][columns];
        for (double[] row : out) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return out;
    }

    private static void assertMatrix(double[][] expected, double[][] found) {
        assertEquals(expected.length, found.length);
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], found[i], 1e-12, "row " + i);
        }
    }
}
