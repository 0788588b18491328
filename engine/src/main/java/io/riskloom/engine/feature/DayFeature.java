package io.riskloom.engine.feature;

import static io.riskloom.engine.feature.FeatureGroups.WHOLE_PAST;

import io.riskloom.engine.data.PriceHistory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a network can see of each day, in the order of a day's values; stored models know a feature by its word. */
enum DayFeature {
    LOG_RETURN("logReturn", FeatureGroups.RETURNS, 1, Needs.CLOSES, DayColumns::logReturn),
    RANGE("range", FeatureGroups.RANGES, 0, Needs.BARS, DayColumns::range),
    CLOSE_IN_RANGE("closeInRange", FeatureGroups.RANGES, 0, Needs.BARS, DayColumns::closeInRange),
    VOLUME_CHANGE("volumeChange", FeatureGroups.VOLUME, 1, Needs.VOLUME, DayColumns::volumeChange),
    VOLATILITY_5("volatility5", FeatureGroups.VOLATILITY, 5, Needs.CLOSES, days -> days.volatility(5)),
    VOLATILITY_20("volatility20", FeatureGroups.VOLATILITY, 20, Needs.CLOSES, days -> days.volatility(20)),
    LOG_SQUARED("logSquared", FeatureGroups.LOG_VOLATILITY, 1, Needs.CLOSES, days -> days.logVolatility(1, 1)),
    LOG_VOLATILITY_5("logVolatility5", FeatureGroups.LOG_VOLATILITY, 5, Needs.CLOSES, days -> days.logVolatility(5, 1)),
    LOG_VOLATILITY_20(
            "logVolatility20", FeatureGroups.LOG_VOLATILITY, 20, Needs.CLOSES, days -> days.logVolatility(20, 1)),
    LOG_VOLATILITY_19(
            "logVolatility19", FeatureGroups.LOG_VOLATILITY, 19, Needs.CLOSES, days -> days.logVolatility(19, 0.95)),
    LOG_RANGE("logRange", FeatureGroups.LOG_VOLATILITY, 0, Needs.BARS, DayColumns::logRange),
    LOG_PRICE("logPrice", FeatureGroups.LOG_PRICE, 0, Needs.CLOSES, DayColumns::logPrice),
    RSI_14("rsi14", FeatureGroups.INDICATORS, WHOLE_PAST, Needs.CLOSES, days -> Indicators.rsi(days.close())),
    MACD_HISTOGRAM(
            "macdHistogram",
            FeatureGroups.INDICATORS,
            WHOLE_PAST,
            Needs.CLOSES,
            days -> Indicators.macdHistogram(days.close())),
    PERCENT_B("percentB", FeatureGroups.INDICATORS, 19, Needs.CLOSES, days -> Indicators.percentB(days.close())),
    ATR_14(
            "atr14",
            FeatureGroups.INDICATORS,
            WHOLE_PAST,
            Needs.BARS,
            days -> Indicators.averageTrueRange(
                    DayColumns.filled(days.high(), days.close()),
                    DayColumns.filled(days.low(), days.close()),
                    days.close())),
    WEEKDAY_SINE("weekdaySine", FeatureGroups.CALENDAR, 0, Needs.DATES, days -> days.sine(DayFeature::weekday, 7)),
    WEEKDAY_COSINE(
            "weekdayCosine", FeatureGroups.CALENDAR, 0, Needs.DATES, days -> days.cosine(DayFeature::weekday, 7)),
    MONTH_SINE("monthSine", FeatureGroups.CALENDAR, 0, Needs.DATES, days -> days.sine(DayFeature::month, 12)),
    MONTH_COSINE("monthCosine", FeatureGroups.CALENDAR, 0, Needs.DATES, days -> days.cosine(DayFeature::month, 12));

    private enum Needs {
        CLOSES,
        BARS,
        VOLUME,
        DATES
    }

    private final String word;
    private final String group;
    private final int lookBack;
    private final Needs needs;
    private final Function<DayColumns, double[]> formula;

    DayFeature(String word, String group, int lookBack, Needs needs, Function<DayColumns, double[]> formula) {
        this.word = word;
        this.group = group;
        this.lookBack = lookBack;
        this.needs = needs;
        this.formula = formula;
    }

    static DayFeature named(String word) {
        return Arrays.stream(values())
                .filter(feature -> feature.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown feature " + word));
    }

    String word() {
        return word;
    }

    String group() {
        return group;
    }

    int lookBack() {
        return lookBack;
    }

    boolean closeOnly() {
        return lookBack != WHOLE_PAST && (needs == Needs.CLOSES || needs == Needs.DATES);
    }

    boolean offeredBy(PriceHistory history) {
        return missing(history).isEmpty();
    }

    /** Columns that it needs and the history is without. */
    List<String> missing(PriceHistory history) {
        return switch (needs) {
            case CLOSES -> List.of();
            case BARS -> history.hasBars() ? List.of() : missingBars(history);
            case VOLUME -> history.volume().length > 0 ? List.of() : List.of("volume");
            case DATES -> history.dated() ? List.of() : List.of("date");
        };
    }

    static List<String> missingBars(PriceHistory history) {
        Map<String, double[]> bars = new LinkedHashMap<>();
        bars.put("open", history.open());
        bars.put("high", history.high());
        bars.put("low", history.low());
        return bars.entrySet().stream()
                .filter(column -> column.getValue().length == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** One value a day; that of day 0 has no meaning. */
    double[] column(DayColumns days) {
        return formula.apply(days);
    }

    private static int weekday(LocalDate date) {
        return date.getDayOfWeek().getValue() - 1;
    }

    private static int month(LocalDate date) {
        return date.getMonthValue() - 1;
    }
}
