package io.riskloom.engine.judge;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.MannWhitney;
import io.riskloom.engine.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Directions beside what the plain model says.
 *
 * @param good   1 better, 0 no better, −1 worse
 * @param notice the whole in one sentence
 */
record ClassVerdict(int good, Notice notice) {

    /** Windows from which DeLong's interval raises a false alarm in at most 5 % of simulated trials, either way. */
    private static final int ENOUGH = 50;

    private static final double SIGNIFICANCE = 0.05;

    /**
     * Of two classes by AUC: "better" where its DeLong interval lies above one half, "worse" where it lies below, and of fewer
     * than {@value #ENOUGH} windows only where the exact rank test rejects chance at 5 % too.
     *
     * <p>AUC, its interval, accuracy in % with its interval, the majority class's accuracy in %, windows; where the rank test
     * does not reject chance its p.
     *
     * @param interval of AUC
     */
    static ClassVerdict ofTwo(
            double[] probabilityUp,
            boolean[] up,
            Interval interval,
            Map<String, Double> metrics,
            Proportion accuracy,
            double plainAccuracy) {
        int seeming = interval.low() > 0.5 ? 1 : interval.high() < 0.5 ? -1 : 0;
        double p = seeming != 0 && up.length < ENOUGH ? MannWhitney.pValue(probabilityUp, up) : 0;
        boolean chance = p >= SIGNIFICANCE;
        List<Object> args = new ArrayList<>(List.of(
                Text.number(metrics.getOrDefault(Metric.AUC, Double.NaN), 3),
                Text.number(interval.low(), 3),
                Text.number(interval.high(), 3),
                Text.percent(accuracy.value()),
                Text.percent(accuracy.low()),
                Text.percent(accuracy.high()),
                Text.percent(plainAccuracy),
                accuracy.n()));
        if (chance) {
            args.add(Text.signedP(p));
        }
        String word = chance ? "fewWindows" : word(seeming);
        return new ClassVerdict(chance ? 0 : seeming, Notice.of("verdict.classify." + word, args.toArray()));
    }

    /**
     * Of three classes by the log loss: {@link Comparison} with that of the plain model.
     *
     * <p>Log loss and that of the plain model, their ratio, its interval, p; accuracy in % with its interval, the majority
     * class's in %, windows.
     */
    static ClassVerdict ofThree(
            Comparison shares, Map<String, Double> metrics, Proportion accuracy, Map<String, Double> plain) {
        return new ClassVerdict(
                shares.good(),
                Notice.of(
                        "verdict.classes." + (Double.isNaN(shares.pValue()) ? "untested" : word(shares.good())),
                        Text.number(metrics.get(Metric.LOG_LOSS), 3),
                        Text.number(plain.get(Metric.LOG_LOSS), 3),
                        Text.number(shares.ratio(), 3),
                        Text.number(shares.interval().low(), 3),
                        Text.number(shares.interval().high(), 3),
                        Text.signedP(shares.pValue()),
                        Text.percent(accuracy.value()),
                        Text.percent(accuracy.low()),
                        Text.percent(accuracy.high()),
                        Text.percent(plain.get(Metric.ACCURACY)),
                        accuracy.n()));
    }

    private static String word(int good) {
        return switch (good) {
            case 1 -> "better";
            case -1 -> "worse";
            default -> "noBetter";
        };
    }
}
