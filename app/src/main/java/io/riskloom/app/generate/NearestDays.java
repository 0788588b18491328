package io.riskloom.app.generate;

import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.stats.NearestWindows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of a generated path beside the learnt days that it is nearest to.
 *
 * @param path     number of the path, from 1
 * @param at       first day of the stretch, from 1
 * @param made     the stretch as an index that begins at 100, one value a day more than the stretch has days
 * @param real     the learnt days alike
 * @param dates    of the learnt days; empty where they are not known
 * @param distance Euclidean, of the daily log returns
 * @param rank     share of real stretches as long as the path that repeat themselves more closely
 */
record NearestDays(
        int path, int at, double[] made, double[] real, List<LocalDate> dates, double distance, double rank) {

    private static final double BASE = 100;

    /** Empty where a return is no number. */
    static Optional<NearestDays> of(NearestWindows windows, PathSight sight, double[] path, int number) {
        return windows.nearest(path).map(match -> of(windows, match, sight, path, number));
    }

    private static NearestDays of(
            NearestWindows windows, NearestWindows.Match match, PathSight sight, double[] path, int number) {
        int days = windows.days();
        List<LocalDate> dates = sight.trainingDates();
        return new NearestDays(
                number,
                match.at() + 1,
                index(path, match.at(), days),
                index(sight.training(), match.realAt(), days),
                dates.isEmpty() ? List.of() : dates.subList(match.realAt(), match.realAt() + days),
                match.distance(),
                windows.rank(path.length, match.distance()));
    }

    private static double[] index(double[] returns, int from, int days) {
        double[] index = new double[days + 1];
        index[0] = BASE;
        for (int t = 0; t < days; t++) {
            index[t + 1] = index[t] * Math.exp(returns[from + t]);
        }
        return index;
    }

    int days() {
        return made.length - 1;
    }
}
