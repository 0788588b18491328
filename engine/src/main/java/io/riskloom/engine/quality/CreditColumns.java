package io.riskloom.engine.quality;

import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The columns of a credit table in figures; of those that are no feature only the reader's counts are known. */
final class CreditColumns {

    private CreditColumns() {}

    static List<ColumnQuality> of(Imported.Credit read) {
        Map<String, CreditColumn> features = new HashMap<>();
        read.book().features().forEach(column -> features.put(column.name(), column));
        return read.report().columns().stream()
                .map(column -> {
                    CreditColumn feature = features.get(column.name());
                    return feature == null ? other(column, read) : feature(column, feature);
                })
                .toList();
    }

    private static ColumnQuality feature(ImportReport.Column column, CreditColumn feature) {
        return switch (feature) {
            case CreditColumn.Numeric numbers -> {
                double[] sorted = Order.sorted(numbers.values());
                yield numbers(column, feature.size(), numbers.missing(), sorted);
            }
            case CreditColumn.Categorical categories -> {
                int distinct = (int) IntStream.of(categories.codes())
                        .filter(code -> code >= 0)
                        .distinct()
                        .count();
                yield new ColumnQuality(
                        column.name(),
                        column.type(),
                        column.role(),
                        feature.size(),
                        categories.missing(),
                        distinct,
                        0,
                        "",
                        "",
                        Double.NaN);
            }
        };
    }

    /** @param sorted the numbers that are there */
    static ColumnQuality numbers(ImportReport.Column column, int rows, int missing, double[] sorted) {
        return new ColumnQuality(
                column.name(),
                column.type(),
                column.role(),
                rows,
                missing,
                Order.distinct(sorted),
                Order.beyond(sorted, ColumnQuality.FAR_OUT),
                sorted.length == 0 ? "" : Plain.exact(sorted[0]),
                sorted.length == 0 ? "" : Plain.exact(sorted[sorted.length - 1]),
                Order.mean(sorted));
    }

    private static ColumnQuality other(ImportReport.Column column, Imported.Credit read) {
        int distinct = column.role().equals("target") ? 2 : 0;
        return new ColumnQuality(
                column.name(),
                column.type(),
                column.role(),
                read.book().size(),
                column.missing(),
                distinct,
                0,
                "",
                "",
                Double.NaN);
    }
}
