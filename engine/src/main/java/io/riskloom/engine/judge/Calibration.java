package io.riskloom.engine.judge;

import io.riskloom.engine.feature.Span;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Scores on the calibration origins, in order of time; see {@link Core} for what a score is.
 *
 * @param last   date of the last calibration origin; null where it is not known
 * @param scores one list for all levels, or one for 50 and one for 90 %, × steps × origins
 */
public record Calibration(LocalDate last, double[][][] scores) {

    static Calibration fit(Outlook outlook, Span calibration) {
        int[] origins = calibration.days();
        Core core = Core.of(outlook, origins);
        int steps = outlook.target().steps().length;
        double[][][] scores = new double[core.low().length][steps][origins.length];
        for (int i = 0; i < origins.length; i++) {
            double[] label = outlook.target().label(origins[i]);
            for (int band = 0; band < scores.length; band++) {
                for (int s = 0; s < steps; s++) {
                    scores[band][s][i] = core.score(band, i, s, label[s]);
                }
            }
        }
        return new Calibration(outlook.dates().get(calibration.last()), scores);
    }

    /** Of a model that kept the half-widths themselves, one a step. */
    public static Calibration ofWidths(double[] half50, double[] half90) {
        return new Calibration(null, new double[][][] {single(half50), single(half90)});
    }

    private static double[][] single(double[] widths) {
        return Arrays.stream(widths).mapToObj(w -> new double[] {w}).toArray(double[][]::new);
    }

    /** Whether scores stand for any level. */
    boolean anyLevel() {
        return scores.length == 1;
    }

    /** Which scores, and which {@link Core} band, are a level's. */
    int band(double level) {
        if (anyLevel()) {
            return 0;
        }
        if (level != 0.5 && level != 0.9) {
            throw new IllegalArgumentException("bands of .5 and .9 only, not " + level);
        }
        return level == 0.5 ? 0 : 1;
    }

    /** The ⌈(n + 1)·level⌉-th smallest of a step's n scores, the largest where there are too few. */
    double half(double level, int step) {
        double[] sorted = scores[band(level)][step].clone();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil((sorted.length + 1) * level);
        return sorted[Math.min(rank, sorted.length) - 1];
    }
}
