package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.feature.RecentFeatures;

/**
 * Training windows of returns as the networks see them, day after day, all series of a day together. Behind the condition of
 * their first day where there is one.
 */
final class GanRows {
    private GanRows() {}

    /**
     * @param standard returns as the network learns them, series × days
     * @param recent   of a conditional generator, whose first window begins once its history is whole; null for others
     */
    static Samples of(double[][] standard, int window, RecentScale recent) {
        int series = standard.length;
        int first = recent == null ? 0 : RecentFeatures.DAYS;
        int size = (recent == null ? 0 : recent.size()) + window * series;
        int rows = standard[0].length - window + 1 - first;
        float[] x = new float[Math.multiplyExact(rows, size)];
        int at = 0;
        for (int i = first; i < first + rows; i++) {
            if (recent != null) {
                System.arraycopy(recent.of(standard, i), 0, x, at, recent.size());
                at += recent.size();
            }
            for (int t = 0; t < window; t++) {
                for (int s = 0; s < series; s++) {
                    x[at++] = (float) standard[s][i + t];
                }
            }
        }
        return new Samples(x, new Shape(size), new float[rows], 1);
    }
}
