package io.riskloom.engine.feature;

import java.util.Arrays;

/**
 * The Markov transition field of a window: its values fall into {@value #BINS} bins between their own quantiles (of
 * neighbouring edges no more than 1e-8 apart the last one counts; a value on an edge belongs to the bin below), a bin's
 * transition probabilities are counted from day to day, and cell (i, j) is the probability of a step from the bin of day i to
 * the bin of day j. The image is the mean over blocks of days. A window shorter than the image, which pyts refuses, has its
 * cells repeated.
 */
final class MarkovField {

    /** As pyts has it. */
    static final int BINS = 8;

    private static final double SAME_EDGE = 1e-8;

    private MarkovField() {}

    /** @return size × size, values in [0, 1] */
    static double[][] of(double[] window, int size) {
        int[] bins = bins(window);
        double[][] steps = transitions(bins);
        int n = window.length;
        double[][] image = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                image[i][j] = n < size ? steps[bins[i * n / size]][bins[j * n / size]] : block(bins, steps, i, j, size);
            }
        }
        return image;
    }

    private static double block(int[] bins, double[][] steps, int i, int j, int size) {
        int n = bins.length;
        double sum = 0;
        int cells = 0;
        for (int a = ImageEncoding.bound(i, n, size); a < ImageEncoding.bound(i + 1, n, size); a++) {
            for (int b = ImageEncoding.bound(j, n, size); b < ImageEncoding.bound(j + 1, n, size); b++) {
                sum += steps[bins[a]][bins[b]];
                cells++;
            }
        }
        return sum / cells;
    }

    private static double[][] transitions(int[] bins) {
        double[][] steps = new double[BINS][BINS];
        for (int t = 1; t < bins.length; t++) {
            steps[bins[t - 1]][bins[t]]++;
        }
        for (double[] row : steps) {
            double all = Math.max(1, Arrays.stream(row).sum());
            for (int b = 0; b < BINS; b++) {
                row[b] /= all;
            }
        }
        return steps;
    }

    private static int[] bins(double[] window) {
        double[] edges = edges(window);
        int[] bins = new int[window.length];
        for (int t = 0; t < bins.length; t++) {
            while (bins[t] < edges.length && edges[bins[t]] < window[t]) {
                bins[t]++;
            }
        }
        return bins;
    }

    private static double[] edges(double[] window) {
        double[] sorted = window.clone();
        Arrays.sort(sorted);
        double[] edges = new double[BINS - 1];
        int kept = 0;
        for (int b = 1; b < BINS; b++) {
            double edge = quantile(sorted, (double) b / BINS);
            if (kept > 0 && edge - edges[kept - 1] <= SAME_EDGE) {
                kept--;
            }
            edges[kept++] = edge;
        }
        return Arrays.copyOf(edges, kept);
    }

    /** Linear between order statistics. */
    private static double quantile(double[] sorted, double q) {
        double place = q * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        double share = place - below;
        double gap = sorted[above] - sorted[below];
        return share < 0.5 ? sorted[below] + gap * share : sorted[above] - gap * (1 - share);
    }
}
