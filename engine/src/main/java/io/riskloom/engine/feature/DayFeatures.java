package io.riskloom.engine.feature;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import java.util.List;

/** Days × features of a history; see {@link DayFeature}. */
final class DayFeatures {

    private DayFeatures() {}

    /**
     * Days × features. Day 0 has no return: its row is NaN.
     *
     * @throws NoticeException {@code feature.error.missingColumns} (symbol, columns) where the history lacks columns that the
     *     features need
     */
    static double[][] of(PriceHistory history, List<String> names) throws NoticeException {
        List<DayFeature> features = names.stream().map(DayFeature::named).toList();
        refuseMissing(
                history,
                features.stream()
                        .flatMap(feature -> feature.missing(history).stream())
                        .distinct()
                        .toList());
        DayColumns columns = new DayColumns(history);
        double[][] values =
                features.stream().map(feature -> feature.column(columns)).toArray(double[][]::new);
        double[][] days = new double[history.size()][names.size()];
        for (int t = 0; t < days.length; t++) {
            for (int f = 0; f < values.length; f++) {
                days[t][f] = t == 0 ? Double.NaN : values[f][t];
            }
        }
        return days;
    }

    static void refuseMissing(PriceHistory history, List<String> columns) throws NoticeException {
        if (!columns.isEmpty()) {
            throw new NoticeException(
                    Notice.of("feature.error.missingColumns", history.symbol(), String.join(", ", columns)));
        }
    }
}
