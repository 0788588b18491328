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
        boolean ranged = quality != null && !quality.low().isEmpty();
        return new ColumnRow(
                column.name(),
                texts.get("data.type." + column.type()),
                column.role(),
                column.missing(),
                rows == 0 ? 0 : (double) column.missing() / rows,
                ranged
                        ? texts.get(
                                "data.columns.fromTo", bound(quality, quality.low()), bound(quality, quality.high()))
                        : "",
                quality == null ? -1 : quality.distinct(),
                quality == null || !column.type().equals("number") ? -1 : quality.outliers(),
                shift);
    }

    private static String bound(ColumnQuality quality, String value) {
        if (!quality.type().equals("number")) {
            return value;
        }
        double number = Double.parseDouble(value);
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Formats.number(number, 0) : Formats.compact(number);
    }
}
