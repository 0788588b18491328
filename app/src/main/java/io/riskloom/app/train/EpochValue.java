package io.riskloom.app.train;

import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/** A further figure of an epoch, in the order of columns and of charts. */
enum EpochValue {
    LEARNING_RATE("learningRate", 1, false),
    GRADIENT_NORM("gradientNorm", 1, true),
    UPDATE_RATIO("updateRatio", 1, true),
    SPEED("samplesPerSecond", 1, false),
    VALID_MAE("validMae", 1, false),
    VALID_AUC("validAuc", 1, false),
    CRITIC_GAP("criticGap", 1, false),
    DISCRIMINATOR_ACCURACY("discriminatorAccuracy", 100, false),
    BAR_DISTANCE("barDistance", 1, false),
    FACT_SCORE("factScore", 1, false),
    FACTS_INSIDE("factsInside", 1, false),
    DIVERSITY("diversity", 100, false),
    GENERATOR_GRADIENT("generatorGradient", 1, true),
    CRITIC_GRADIENT("criticGradient", 1, true),
    /** In basis points. */
    WASSERSTEIN("wasserstein1", 1e4, false);

    private final String key;
    private final double unit;
    private final boolean log;

    /**
     * @param unit what a chart multiplies it by
     * @param log  whether orders of magnitude count
     */
    EpochValue(String key, double unit, boolean log) {
        this.key = key;
        this.unit = unit;
        this.log = log;
    }

    /** Its name in {@link EpochReport#values()}. */
    String key() {
        return key;
    }

    boolean log() {
        return log;
    }

    /** In the unit of a chart's axis; NaN where the epoch does not tell it. */
    double of(EpochReport epoch) {
        return unit * epoch.values().getOrDefault(key, Double.NaN);
    }

    /** A share in percent, a distance of returns in basis points, other figures as they are. */
    String words(double value) {
        return switch (this) {
            case DISCRIMINATOR_ACCURACY -> MetricWords.value(Metric.ACCURACY, value);
            case WASSERSTEIN -> MetricWords.value(Metric.WASSERSTEIN_1, value);
            case VALID_AUC -> MetricWords.value(Metric.AUC, value);
            case DIVERSITY -> Formats.percent(value, 0);
            case FACTS_INSIDE -> Formats.number(value, 0);
            case SPEED -> Formats.number(value, 0);
            case LEARNING_RATE, UPDATE_RATIO -> small(value);
            default -> Formats.compact(value);
        };
    }

    /** Three digits that count, without an exponent. */
    private static String small(double value) {
        return Double.isFinite(value)
                ? RunWords.setting(
                        BigDecimal.valueOf(value).round(new MathContext(3)).doubleValue())
                : Formats.compact(value);
    }

    /** As {@link #words(double)}; the figure as an epoch tells it. */
    String words(EpochReport epoch) {
        return words(epoch.values().getOrDefault(key, Double.NaN));
    }

    /** Those that at least one epoch tells. */
    static List<EpochValue> of(List<EpochReport> epochs) {
        return Arrays.stream(values())
                .filter(value ->
                        epochs.stream().anyMatch(epoch -> epoch.values().containsKey(value.key)))
                .toList();
    }
}
