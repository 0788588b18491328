package io.riskloom.app.data;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.quality.ColumnQuality;
import io.riskloom.engine.quality.ColumnShift;
import io.riskloom.engine.quality.Loaded;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of a file with what the importer and the quality report say of each. */
final class ColumnRows {

    private static final double LARGE = 1e9;
    private static final double LEAST = 1e-3;

    private ColumnRows() {}

    /** @param shifts against another file; a column without one is not compared */
    static List<ColumnRow> of(Loaded loaded, List<ColumnShift> shifts, Texts texts) {
        Map<String, Double> moved = shifts.stream()
                .collect(Collectors.toMap(ColumnShift::name, ColumnShift::psi, (first, second) -> first));
        Map<String, ColumnQuality> checked = loaded.report().columns().stream()
                .collect(Collectors.toMap(ColumnQuality::name, Function.identity(), (first, second) -> first));
        ImportReport report = loaded.imported().report();
        return report.columns().stream()
                .map(column -> row(
                        column,
                        report.rows(),
                        checked.get(column.name()),
                        moved.getOrDefault(column.name(), Double.NaN),
                        texts))
                .toList();
    }

    private static ColumnRow row(
            ImportReport.Column column, int rows, ColumnQuality quality, double shift, Texts texts) {
        return new ColumnRow(
                column.name(),
                texts.get("data.type." + column.type()),
                column.role(),
                column.missing(),
                rows == 0 ? 0 : (double) column.missing() / rows,
                quality == null || quality.low().isEmpty() ? "" : range(quality, texts),
                quality == null ? -1 : quality.distinct(),
                quality == null || !column.type().equals("number") ? -1 : quality.outliers(),
                shift);
    }

    private static String range(ColumnQuality quality, Texts texts) {
        if (!quality.type().equals("number")) {
            return texts.get("data.columns.fromTo", quality.low(), quality.high());
        }
        return range(Double.parseDouble(quality.low()), Double.parseDouble(quality.high()), texts);
    }

    static String range(double low, double high, Texts texts) {
        return texts.get("data.columns.fromTo", bound(low, low, high, texts), bound(high, low, high, texts));
    }

    /** Both bounds with the same digits: none where both are whole, in billions (Chinese: 10⁸) where one is as large. */
    private static String bound(double value, double low, double high, Texts texts) {
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (size >= LARGE) {
            return texts.get("data.columns.large", Formats.number(value / (texts.chinese() ? 1e8 : 1e9), 1));
        }
        if (low == Math.rint(low) && high == Math.rint(high)) {
            return Formats.number(value, 0);
        }
        return size < LEAST ? Formats.compact(value) : Formats.number(value, size >= 10 ? 2 : size >= 1 ? 3 : 4);
    }
}
