package io.riskloom.engine.judge;

import io.riskloom.engine.stats.AdaptiveConformal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bands that widen after misses and narrow after hits ({@link AdaptiveConformal}), for each step ahead with its own delay. They
 * start from the calibration scores and go on with every day of the series after the last calibration origin: at an origin
 * t the score of origin i counts where its day i + step is not after t. So a newer file goes on where an older one ended,
 * and a file that begins later starts with its first origin. Origins up to the last calibration origin get its
 * {@link SplitBands}. The calibration scores themselves count from the start: for step − 1 days the last of them are not known
 * yet. Those days are left out before a test span, but whether their bands held is learnt from. α never falls below a quarter
 * of its nominal value.
 */
public record AdaptiveBands(Calibration calibration) implements Bands {
    /** A 90 % band widens to a 97.5 % band at most: beyond, a crisis makes bands of several times the price. */
    private static final double LEAST_SHARE = 0.25;

    @Override
    public boolean anyLevel() {
        return calibration.anyLevel();
    }

    @Override
    public Fan fan(Outlook outlook, int[] origins, double... levels) {
        int asked = origins.length == 0 ? 0 : origins[origins.length - 1] + 1;
        int start = Math.min(asked, Math.max(outlook.first(), after(outlook.dates(), calibration.last())));
        int[] early = Arrays.stream(origins).filter(day -> day < start).toArray();
        int[] later = IntStream.range(start, asked).toArray();
        int[] all = IntStream.concat(Arrays.stream(early), Arrays.stream(later)).toArray();
        Core core = Core.of(outlook, all);
        int[] steps = outlook.target().steps();
        int[] row = Arrays.stream(origins)
                .map(day -> day < start ? Arrays.binarySearch(early, day) : early.length + day - start)
                .toArray();
        double[][] labels =
                Arrays.stream(later).mapToObj(outlook.target()::label).toArray(double[][]::new);
        double[][][] low = new double[levels.length][origins.length][steps.length];
        double[][][] high = new double[levels.length][origins.length][steps.length];
        for (int l = 0; l < levels.length; l++) {
            int band = calibration.band(levels[l]);
            for (int s = 0; s < steps.length; s++) {
                double[] scores = new double[later.length];
                for (int j = 0; j < scores.length; j++) {
                    scores[j] = core.score(band, early.length + j, s, labels[j][s]);
                }
                double[] known = calibration.scores()[band][s];
                double[] half = AdaptiveConformal.of(
                                known, later, scores, steps[s], levels[l], (1 - levels[l]) * LEAST_SHARE)
                        .half();
                double split = calibration.half(levels[l], s);
                for (int i = 0; i < origins.length; i++) {
                    double width = row[i] < early.length ? split : half[row[i] - early.length];
                    low[l][i][s] = core.low(band, row[i], s, width);
                    high[l][i][s] = core.high(band, row[i], s, width);
                }
            }
        }
        double[][] point = Arrays.stream(row).mapToObj(r -> core.point()[r]).toArray(double[][]::new);
        return new Fan(point, levels.clone(), low, high);
    }

    /** The first day after a date. */
    private static int after(List<LocalDate> dates, LocalDate date) {
        int at = Collections.binarySearch(dates, date);
        return at < 0 ? -at - 1 : at + 1;
    }
}
