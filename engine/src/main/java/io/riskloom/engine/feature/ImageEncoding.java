package io.riskloom.engine.feature;

import java.util.Arrays;
import java.util.List;

/**
 * A window of values as a square image: Gramian angular fields and the Markov transition field (Wang and Oates 2015) as pyts
 * 0.13 computes them; the recurrence plot (Eckmann, Kamphorst and Ruelle 1987), which pyts neither averages nor scales.
 */
public final class ImageEncoding {

    public static final String GASF = "gasf";
    public static final String GADF = "gadf";
    public static final String MTF = "mtf";
    public static final String RECURRENCE = "recurrence";

    private ImageEncoding() {}

    public static List<String> kinds() {
        return List.of(GASF, GADF, MTF, RECURRENCE);
    }

    /**
     * The window is averaged over {@code size} segments (from ⌊i·n/size⌋ to ⌊(i+1)·n/size⌋, see {@link #bound}) and scaled
     * by its own minimum and maximum. Then, with x̃ in [−1, 1] and φ = arccos x̃, {@code gasf} is cos(φᵢ + φⱼ) and
     * {@code gadf} is sin(φᵢ − φⱼ); with x̃ in [0, 1], {@code recurrence} is the distance |x̃ᵢ − x̃ⱼ|, without a threshold. A
     * window shorter than {@code size} (which pyts refuses) is drawn out by linear interpolation between its ends; a constant
     * window is taken as x̃ = 0. For {@code mtf} see {@link MarkovField}.
     *
     * @param kind   one of {@link #kinds}
     * @param window finite values, oldest first, at least one
     * @param size   pixels a side, at least 1
     * @return size × size, row i and column j being segments in order of time; values in [−1, 1] for Gramian fields, in [0, 1]
     *     for the others
     */
    public static double[][] encode(String kind, double[] window, int size) {
        if (!kinds().contains(kind)) {
            throw new IllegalArgumentException("encoding must be one of " + kinds() + ", not " + kind);
        }
        if (window.length == 0 || size < 1) {
            throw new IllegalArgumentException("window of " + window.length + " values for " + size + " pixels");
        }
        return switch (kind) {
            case MTF -> MarkovField.of(window, size);
            case RECURRENCE -> distances(scaled(segments(window, size), 0));
            default -> gramian(scaled(segments(window, size), -1), kind.equals(GASF));
        };
    }

    /**
     * First value of segment {@code i} of {@code size}, where segment {@code size} starts after the last of {@code n} values:
     * ⌊i·(n/size)⌋ in floating point, as NumPy's {@code linspace} has it; where i·n/size is whole it may be one less.
     */
    static int bound(int i, int n, int size) {
        return i == size ? n : (int) (i * ((double) n / size));
    }

    private static double[][] gramian(double[] cos, boolean sum) {
        double[] sin = Arrays.stream(cos)
                .map(c -> Math.sqrt(Math.clamp(1 - c * c, 0, 1)))
                .toArray();
        double[][] image = new double[cos.length][cos.length];
        for (int i = 0; i < cos.length; i++) {
            for (int j = 0; j < cos.length; j++) {
                image[i][j] = sum ? cos[i] * cos[j] - sin[i] * sin[j] : sin[i] * cos[j] - cos[i] * sin[j];
            }
        }
        return image;
    }

    private static double[][] distances(double[] x) {
        double[][] image = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                image[i][j] = Math.abs(x[i] - x[j]);
            }
        }
        return image;
    }

    private static double[] segments(double[] window, int size) {
        return window.length < size ? drawnOut(window, size) : averaged(window, size);
    }

    private static double[] averaged(double[] window, int size) {
        double[] means = new double[size];
        for (int i = 0; i < size; i++) {
            int from = bound(i, window.length, size);
            int to = bound(i + 1, window.length, size);
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

    /** From {@code bottom} at the minimum to 1 at the maximum. */
    private static double[] scaled(double[] x, double bottom) {
        double low = Arrays.stream(x).min().getAsDouble();
        double high = Arrays.stream(x).max().getAsDouble();
        return Arrays.stream(x)
                .map(v -> high == low ? 0 : (1 - bottom) * (v - low) / (high - low) + bottom)
                .toArray();
    }
}
