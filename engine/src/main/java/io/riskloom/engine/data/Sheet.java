package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tech.tablesaw.columns.Column;

/**
 * A file as typed Tablesaw columns: every cell fits its column's type or is missing, and every row knows its line. The columns
 * stand in a list because Tablesaw's {@code Table} scans the whole class path when it is first used, which takes 0.7 s.
 *
 * @param file     without its bytes
 * @param settings what the reader decided, the rest to be detected
 * @param detected the settings in force, those that concern single columns as given
 * @param columns  one for each column of the file, in its order
 * @param lines    1-based line of the file for each row
 * @param plans    how each column was read
 * @param preview  the first rows as text
 * @param warnings what reading the cells brought up
 */
record Sheet(
        TextFile file,
        ReadSettings settings,
        ReadSettings detected,
        List<Column<?>> columns,
        int[] lines,
        List<ColumnPlan> plans,
        List<List<String>> preview,
        List<ImportReport.Warning> warnings) {

    static Sheet read(TextFile file, ReadSettings settings) throws DataException {
        return read(file, settings, Progress.NONE);
    }

    static Sheet read(TextFile file, ReadSettings settings, Progress progress) throws DataException {
        return new SheetReader(file, settings, progress).read();
    }

    /** As {@link #read}, but no row behind the names is left out unless it is empty and at the end; longer ones are refused. */
    static Sheet readEvery(TextFile file, ReadSettings settings) throws DataException {
        return new SheetReader(file, settings, Progress.NONE, Halves.WORTHWHILE, true).read();
    }

    /** @throws DataException where the file is no text */
    static Preview preview(TextFile file, ReadSettings settings) throws DataException {
        return new PreviewReader(file.text(settings.encoding()), settings).read();
    }

    Column<?> column(int index) {
        return columns.get(index);
    }

    int rows() {
        return lines.length;
    }

    ImportReport report(int usable, List<ImportReport.Column> roles, List<ImportReport.Warning> more) {
        return report(usable, roles, more, UnaryOperator.identity());
    }

    /** @param used adds to the settings in force what was decided about columns */
    ImportReport report(
            int usable,
            List<ImportReport.Column> roles,
            List<ImportReport.Warning> more,
            UnaryOperator<ReadSettings> used) {
        List<ImportReport.Warning> all = new ArrayList<>(warnings);
        all.addAll(more);
        List<Integer> previewLines =
                IntStream.range(0, preview.size()).mapToObj(i -> lines[i]).toList();
        return new ImportReport(
                detected.encoding(),
                detected.separator(),
                usable,
                roles,
                preview,
                previewLines,
                used.apply(detected),
                all);
    }

    Source source(int usable) {
        return new Source(file.path().toString(), file.sha256(), usable);
    }

    /** {@code date}, {@code number}, {@code category} or {@code text}. */
    String typeName(int column) {
        return switch (plans.get(column).type()) {
            case DATE -> "date";
            case NUMBER -> "number";
            case TEXT -> longText(column) ? "text" : "category";
            case EMPTY -> "text";
        };
    }

    /** More levels than a category has: over fifty, and most rows their own. */
    boolean longText(int column) {
        int distinct = column(column).countUnique();
        return distinct > 50 && 2 * distinct > rows();
    }
}
