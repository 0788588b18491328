package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** By hand. */
class CamMapsTest {
    private static final double[][] MAPS = {{1, 2, 0, 1}, {3, 0, 1, 0}};

    /** Weights are the mean slopes 0.5 and −1; what stays below 0 is rectified. */
    @Test
    void gradCamWeighsMapsByTheirMeanSlope() {
        double[][] slopes = {{2, 0, 0, 0}, {-1, -1, -1, -1}};
        assertArrayEquals(new double[] {0, 1, 0, 0.5}, CamMaps.gradCam(MAPS, slopes), 1e-15);
    }

    /**
     * Map 1 sums to 4: α = 4 / (8 + 8·4) = 0.1 at the slope 2, weight 0.1·2 = 0.2. Map 2 sums to 4: α = 1 / (2 + 4) at the
     * slope 1, weight 1/6; its slope below 0 counts nothing.
     */
    @Test
    void gradCamPlusWeighsEachCellsSlope() {
        double[][] slopes = {{2, 0, 0, 0}, {1, -5, 0, 0}};
        assertArrayEquals(new double[] {0.2 + 0.5, 0.4, 1 / 6.0, 0.2}, CamMaps.gradCamPlus(MAPS, slopes), 1e-12);
    }

    /** −3 + 1 would make the denominator 2 − 2 = 0; without what is below 0 the weight is 1 / (2 + 1). */
    @Test
    void ofMapsThatDoNotComeFromARectifierWhatIsAboveZeroCounts() {
        double[][] maps = {{-3, 1}};
        double[][] slopes = {{1, 0}};
        assertArrayEquals(new double[] {0, 1 / 3.0}, CamMaps.gradCamPlus(maps, slopes), 1e-15);
    }

    /** G = −1/2 and a map that sums to 4 make the denominator 2·¼ − ⅛·4 = 0. */
    @Test
    void aDenominatorOfZeroCountsNothing() {
        double[][] slopes = {{-0.5, 0, 0, 0}, {0, 0, 0, 0}};
        assertArrayEquals(new double[4], CamMaps.gradCamPlus(MAPS, slopes));
    }
}
