package io.riskloom.engine.feature;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import java.util.List;
import java.util.stream.Stream;

/**
 * The groups of day features that the setting {@code inputs} names, and what is known of each feature. The formulas stand
 * at {@link ForecastWindows}.
 */
public final class FeatureGroups {

    public static final String RETURNS = "returns";
    public static final String RANGES = "ranges";
    public static final String VOLUME = "volume";
    public static final String VOLATILITY = "volatility";
    public static final String LOG_VOLATILITY = "logVolatility";
    public static final String LOG_PRICE = "logPrice";
    public static final String INDICATORS = "indicators";
    public static final String CALENDAR = "calendar";

    /** {@link #lookBack} of a value that every day before it has a share in. */
    public static final int WHOLE_PAST = Integer.MAX_VALUE;

    private static final List<String> DEFAULTS = List.of(RETURNS, RANGES, VOLUME, VOLATILITY);

    private FeatureGroups() {}

    /** In the order of a day's values. */
    public static List<String> all() {
        return Stream.of(DayFeature.values()).map(DayFeature::group).distinct().toList();
    }

    public static List<String> defaults() {
        return DEFAULTS;
    }

    /**
     * Features of the named groups that a history offers, in the order of a day's values; costs nothing.
     *
     * @param groups any of {@link #all}, in any order
     * @throws NoticeException          {@code feature.error.noInputs} (symbol, groups) where the history offers none of them
     * @throws IllegalArgumentException for an unknown group
     */
    public static List<String> names(PriceHistory history, List<String> groups) throws NoticeException {
        List<String> names = offered(history, groups);
        if (names.isEmpty()) {
            throw new NoticeException(Notice.of("feature.error.noInputs", history.symbol(), String.join(", ", groups)));
        }
        return names;
    }

    /** As {@link #names}, but empty where the history offers none of them. */
    public static List<String> offered(PriceHistory history, List<String> groups) {
        List<String> unknown = groups.stream().filter(g -> !all().contains(g)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown groups " + unknown + "; known are " + all());
        }
        return Stream.of(DayFeature.values())
                .filter(feature -> groups.contains(feature.group()) && feature.offeredBy(history))
                .map(DayFeature::word)
                .toList();
    }

    /** How many features the named groups have where a history offers all of them. */
    public static int most(List<String> groups) {
        return (int) Stream.of(DayFeature.values())
                .filter(feature -> groups.contains(feature.group()))
                .count();
    }

    /** Days before day t that a value of day t depends on, but for rounding, or {@link #WHOLE_PAST}. */
    public static int lookBack(String feature) {
        return DayFeature.named(feature).lookBack();
    }

    /** Whether a value can be told from dates and from finitely many closes up to its day. */
    public static boolean closeOnly(String feature) {
        return DayFeature.named(feature).closeOnly();
    }
}
