package io.riskloom.engine.feature;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * An applicant's inputs as the pixels of a square: inputs that go together in the training rows lie side by side, so that
 * a convolution finds them in one view. The square is the smallest that holds all; pixels that are left over stay 0.
 *
 * <p>The plane comes from t-SNE (van der Maaten and Hinton 2008) of the distances √(1 − |ρ|) with Pearson’s correlation ρ,
 * the pixels from the assignment with the least sum of squared distances to it (as DeepInsight, Sharma et al. 2019, and
 * its successors place features).
 *
 * @param side   pixels of an edge
 * @param place  pixel of each input, counted row by row
 * @param labels name of each input
 */
public record RowPicture(int side, int[] place, List<String> labels) {

    /** Inputs of a picture at most: with more, finding their places takes minutes. */
    public static final int MOST_INPUTS = 1024;

    public RowPicture {
        place = place.clone();
        labels = List.copyOf(labels);
        if (place.length != labels.size() || place.length > side * side) {
            throw new IllegalArgumentException(
                    place.length + " places for " + labels.size() + " inputs and " + side * side + " pixels");
        }
    }

    /**
     * @param inputs training rows × inputs, at least one of each
     * @param labels name of each input
     */
    public static RowPicture fit(float[][] inputs, List<String> labels, long seed) {
        return fit(inputs, labels, seed, () -> false);
    }

    /** @throws java.util.concurrent.CancellationException where it is stopped */
    public static RowPicture fit(float[][] inputs, List<String> labels, long seed, BooleanSupplier stopped) {
        int side = (int) Math.ceil(Math.sqrt(labels.size()));
        double[][] distances = Correlations.distances(Correlations.sample(inputs, seed), stopped);
        double[][] plane = Tsne.plane(distances, seed, stopped);
        spread(plane, side - 1);
        double[][] costs = new double[plane.length][side * side];
        for (int i = 0; i < plane.length; i++) {
            for (int pixel = 0; pixel < side * side; pixel++) {
                double down = plane[i][0] - pixel / side;
                double right = plane[i][1] - pixel % side;
                costs[i][pixel] = down * down + right * right;
            }
        }
        return new RowPicture(side, Assignment.least(costs), labels);
    }

    /** Stretches each coordinate to 0 … end. */
    private static void spread(double[][] plane, double end) {
        for (int axis = 0; axis < 2; axis++) {
            int a = axis;
            double low = Arrays.stream(plane).mapToDouble(p -> p[a]).min().orElseThrow();
            double high = Arrays.stream(plane).mapToDouble(p -> p[a]).max().orElseThrow();
            double scale = high > low ? end / (high - low) : 0;
            for (double[] point : plane) {
                point[axis] = (point[axis] - low) * scale;
            }
        }
    }

    @Override
    public int[] place() {
        return place.clone();
    }

    /** The input at each pixel, −1 where none is. */
    public int[] input() {
        int[] input = new int[side * side];
        Arrays.fill(input, -1);
        for (int i = 0; i < place.length; i++) {
            input[place[i]] = i;
        }
        return input;
    }

    /** One applicant's picture, side · side values row by row, 0 where no input lies. */
    public float[] pixels(float[] row) {
        float[] pixels = new float[side * side];
        for (int i = 0; i < place.length; i++) {
            pixels[place[i]] = row[i];
        }
        return pixels;
    }
}
