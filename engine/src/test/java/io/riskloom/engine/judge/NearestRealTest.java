package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.model.PathSight;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NearestRealTest {

    private final Random random = new Random(6);
    private final double[] training = gaussian(0.01, 1500);
    private final NearestReal nearest = new NearestReal(training, gaussian(0.01, 500));

    @Test
    void copiesOfTheTrainingDataHaveNoDistance() {
        double[][] copies = {Arrays.copyOfRange(training, 100, 400), Arrays.copyOfRange(training, 700, 1000)};
        NearestReal.Found found = nearest.of(copies);
        assertEquals(0, found.ratio(), 1e-12);
        assertEquals(1, found.copies());
    }

    @Test
    void freshPathsAreAsFarAsRealityFromItself() {
        NearestReal.Found found = nearest.of(new double[][] {gaussian(0.01, 300), gaussian(0.01, 300)});
        assertEquals(1, found.ratio(), 0.05);
        assertEquals(0.01, found.copies(), 0.015);
    }

    @Test
    void calmPathsAreNearButNoCopies() {
        NearestReal.Found found = nearest.of(new double[][] {gaussian(0.005, 300), gaussian(0.005, 300)});
        assertTrue(found.ratio() < 0.8, found.ratio() + " of the distance");
        assertTrue(found.copies() < 0.02, found.copies() + " copies");
    }

    @Test
    void aShareOfCopiesIsFoundAmongFreshPaths() {
        double[] mixed = gaussian(0.01, 1000);
        System.arraycopy(training, 300, mixed, 0, 200);
        NearestReal.Found found = nearest.of(new double[][] {mixed});
        assertEquals(0.2, found.copies(), 0.04);
    }

    @Test
    void distancesOfHeldOutDaysAndOfTheTrainingDaysStandBesideThem() {
        PathSight.Copying copying = nearest.copying(nearest.of(new double[][] {gaussian(0.01, 300)}));
        assertEquals(20, copying.days());
        assertEquals(1000, copying.generated().length);
        assertEquals(1000, copying.real().length);
        assertEquals(481, copying.heldOut().length);
        double first = Double.POSITIVE_INFINITY;
        for (int j = 20; j + 20 <= training.length; j++) {
            double sum = 0;
            for (int t = 0; t < 20; t++) {
                sum += Math.pow(training[t] - training[j + t], 2);
            }
            first = Math.min(first, Math.sqrt(sum));
        }
        assertEquals(first, copying.real()[0], 1e-15);
    }

    @Test
    void tooFewDaysSayNothing() {
        NearestReal few = new NearestReal(gaussian(0.01, 59), gaussian(0.01, 100));
        NearestReal.Found found = few.of(new double[][] {gaussian(0.01, 100)});
        assertTrue(Double.isNaN(found.ratio()) && Double.isNaN(found.copies()));
        assertArrayEquals(new double[0], few.copying(found).heldOut());
        assertTrue(Double.isNaN(nearest.of(new double[][] {gaussian(0.01, 19)}).ratio()));
    }

    private double[] gaussian(double deviation, int n) {
        return DoubleStream.generate(() -> deviation * random.nextGaussian())
                .limit(n)
                .toArray();
    }
}
