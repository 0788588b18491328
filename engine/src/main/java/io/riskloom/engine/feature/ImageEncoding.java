package io.riskloom.engine.feature;

import java.util.Arrays;
import java.util.List;

/** A window of values as an image: Gramian angular fields (Wang and Oates 2015) as pyts 0.13 computes them. */
public final class ImageEncoding {

    public static final String GASF = "gasf";
    public static final String GADF = "gadf";

    private ImageEncoding() {}

    public static List<String> kinds() {
        return List.of(GASF, GADF);
    }

    /**
     * The window is averaged over {@code size} segments (from ⌊i·n/size⌋ to ⌊(i+1)·n/size⌋), scaled to x̃ in [−1, 1] by
     * its own minimum and maximum, and with φ = arccos x̃ the image is cos(φᵢ + φⱼ) for {@code gasf} and sin(φᵢ − φⱼ)
     * for {@code gadf}. A window shorter than {@code size} (which pyts refuses) is drawn out by linear interpolation
     * between its ends; a constant window is taken as x̃ = 0.
     *
     * @param kind   {@code gasf} or {@code gadf}
     * @param window finite values, oldest first, at least one
     * @param size   pixels a side, at least 1
     * @return size × size, row i and column j being segments in order of time, values in [−1, 1]
     */
    public static double[][] encode(String kind, double[] window, int size) {
        if (!kinds().contains(kind)) {
            throw new IllegalArgumentException("encoding must be one of " + kinds() + ", not " + kind);
        }
        if (window.length == 0 || size < 1) {
            throw new IllegalArgumentException("window of " + window.length + " values for " + size + " pixels");
        }
        double[] cos = scaled(window.length < size ? drawnOut(window, size) : averaged(window, size));
        double[] sin = Arrays.stream(cos)
                .map(c -> Math.sqrt(Math.clamp(1 - c * c, 0, 1)))
                .toArray();
        boolean sum = kind.equals(GASF);
        double[][] image = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                image[i][j] = sum ? cos[i] * cos[j] - sin[i] * sin[j] : sin[i] * cos[j] - cos[i] * sin[j];
            }
        }
        return image;
    }

    private static double[] averaged(double[] window, int size) {
        double[] means = new double[size];
        for (int i = 0; i < size; i++) {
            int from = (int) ((long) i * window.length / size);
            int to = (int) ((long) (i + 1) * window.length / size);
            means[i] = Arrays.stream(window, from, to).sum() / (to - from);
        }
        return means;
    }

    private static double[] drawnOut(double[] window, int size) {
        double[] out = new double[size];
        for (int i = 0; i < size; i++) {
            double place = (double) i * (window.length - 1) / (size - 1);
            int below = Math.min((int) place, window.length - 1);
            int above = Math.min(below + 1, window.length - 1);
            out[i] = window[below] + (place - below) * (window[above] - window[below]);
        }
        return out;
    }

    private static double[] scaled(double[] x) {
        double low = Arrays.stream(x).min().getAsDouble();
        double high = Arrays.stream(x).max().getAsDouble();
        return Arrays.stream(x)
                .map(v -> high == low ? 0 : 2 * (v - low) / (high - low) - 1)
                .toArray();
    }
}
