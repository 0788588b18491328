package io.riskloom.engine.djl;

import io.riskloom.engine.stats.Distances;
import java.util.Arrays;
import java.util.Random;

/**
 * Distance of rows from given ones: the mean of the Wasserstein-1 distances along 64 random directions, which follow from a
 * seed (sliced Wasserstein, Bonneel et al. 2015). Of many given rows, 2000 at even distances are looked at.
 */
final class SlicedDistance {
    private static final int DIRECTIONS = 64;
    private static final int MOST = 2000;

    private final int width;
    private final double[][] directions;
    private final double[][] given;

    /** @param rows at least one */
    SlicedDistance(float[][] rows, long seed) {
        this(CreditCases.flat(ClosestRecord.some(rows, MOST)), rows[0].length, DIRECTIONS, seed);
    }

    /**
     * Along so many directions, from all given rows.
     *
     * @param rows one after the other, at least one
     */
    SlicedDistance(float[] rows, int width, int count, long seed) {
        this.width = width;
        directions = new double[count][];
        given = new double[count][];
        Random random = new Random(seed);
        for (int d = 0; d < count; d++) {
            directions[d] = direction(random);
            given[d] = along(rows, directions[d]);
            // sorted once, it is hardly work to sort it again
            Arrays.sort(given[d]);
        }
    }

    private double[] direction(Random random) {
        double[] direction = new double[width];
        double square = 0;
        for (int i = 0; i < width; i++) {
            direction[i] = random.nextGaussian();
            square += direction[i] * direction[i];
        }
        for (int i = 0; i < width; i++) {
            direction[i] /= Math.sqrt(square);
        }
        return direction;
    }

    private double[] along(float[] flat, double[] direction) {
        double[] places = new double[flat.length / width];
        for (int i = 0; i < flat.length; i++) {
            places[i / width] += flat[i] * direction[i % width];
        }
        return places;
    }

    /** @param rows one after the other, at least one */
    double of(float[] rows) {
        double sum = 0;
        for (int d = 0; d < directions.length; d++) {
            sum += Distances.wasserstein1(along(rows, directions[d]), given[d]);
        }
        return sum / directions.length;
    }
}
