package io.riskloom.engine.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.columns.Column;

/**
 * A file as typed Tablesaw columns: every cell fits its column's type or is missing, and every row knows its line. The columns
 * stand in a list because Tablesaw's {@code Table} scans the whole class path when it is first used, which takes 0.7 s.
 *
 * @param settings what the reader decided, the rest to be detected
 * @param columns  one for each column of the file, in its order
 * @param lines    1-based line of the file for each row
 * @param plans    how each column was read
 * @param preview  the first rows as text
 * @param warnings what reading the cells brought up
 */
record Sheet(
        TextFile file,
        ReadSettings settings,
        Dialect dialect,
        List<Column<?>> columns,
        int[] lines,
        List<ColumnPlan> plans,
        List<List<String>> preview,
        List<ImportReport.Warning> warnings) {

    static Preview preview(TextFile file, ReadSettings settings) throws DataException, IOException {
        Dialect dialect = Dialect.of(file);
        Profile profile = Profile.of(file, dialect);
        return new Preview(
                settings.withEncoding(file.charset().name()).withSeparator(String.valueOf(dialect.separator())),
                profile.columns().stream().map(c -> c.name).toList(),
                profile.preview(),
                List.of());
    }

    static Sheet read(TextFile file, ReadSettings settings) throws DataException, IOException {
        Dialect dialect = Dialect.of(file);
        Profile profile = Profile.of(file, dialect);
        ColumnPlan.Layout layout = ColumnPlan.layout(profile, dialect);
        Filler filler = new Filler(file, layout);
        Scan.run(file, dialect, filler);
        List<Column<?>> columns = new ArrayList<>();
        for (ColumnBuilder builder : filler.builders) {
            columns.add(builder.build(filler.rows));
        }
        List<ImportReport.Warning> warnings = new ArrayList<>(layout.warnings());
        if (file.guessed()) {
            warnings.add(new ImportReport.Warning(
                    0,
                    "",
                    Notice.of("data.warn.encoding", "", "", file.charset().name())));
        }
        if (filler.empty > 0) {
            warnings.add(new ImportReport.Warning(
                    filler.firstEmpty, "", Notice.of("data.warn.emptyRows", filler.firstEmpty, "", filler.empty)));
        }
        if (filler.rows == 0) {
            throw new DataException("data.error.headerOnly", file.name(), 0, "", "", "");
        }
        List<ColumnPlan> plans = new ArrayList<>(layout.columns());
        for (int i = 0; i < plans.size(); i++) {
            if (layout.ambiguous(profile.columns().get(i), plans.get(i))) {
                plans.set(i, DayOrder.decide(plans.get(i), (DateColumn) columns.get(i), filler.lines[0], warnings));
            }
        }
        int[] lines = Arrays.copyOf(filler.lines, filler.rows);
        return new Sheet(file, settings, dialect, columns, lines, plans, profile.preview(), warnings);
    }

    Column<?> column(int index) {
        return columns.get(index);
    }

    int rows() {
        return lines.length;
    }

    ImportReport report(int usable, List<ImportReport.Column> columns, List<ImportReport.Warning> more) {
        List<ImportReport.Warning> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new ImportReport(
                file.charset().name(),
                String.valueOf(dialect.separator()),
                usable,
                columns,
                preview,
                previewLines(),
                used(),
                all);
    }

    private List<Integer> previewLines() {
        return IntStream.range(0, Math.min(preview.size(), lines.length)).mapToObj(i -> lines[i]).toList();
    }

    private ReadSettings used() {
        return settings.withEncoding(file.charset().name()).withSeparator(String.valueOf(dialect.separator()));
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

    private static final class Filler implements Scan.Sink {
        private final TextFile file;
        private final List<ColumnPlan> plans;
        private final ColumnBuilder[] builders;
        private int[] lines = new int[1024];
        private int rows;
        private boolean header = true;
        private boolean anything;
        private int empty;
        private int firstEmpty;

        Filler(TextFile file, ColumnPlan.Layout layout) {
            this.file = file;
            this.plans = layout.columns();
            this.builders = plans.stream()
                    .map(plan -> ColumnBuilder.of(plan, layout.style()))
                    .toArray(ColumnBuilder[]::new);
        }

        @Override
        public void cell(int index, char[] text, int start, int length, long line) throws DataException {
            if (header) {
                return;
            }
            ColumnPlan plan = plans.get(index);
            boolean minus = plan.minusIsLevel() && length == 1 && text[start] == '-';
            if (Cells.missing(text, start, length) && !minus) {
                builders[index].setMissing(rows);
                return;
            }
            anything = true;
            if (!builders[index].set(rows, text, start, length)) {
                boolean date = plan.type() == ColumnPlan.Type.DATE;
                throw new DataException(
                        date ? "data.error.date" : "data.error.notNumber",
                        file.name(),
                        (int) line,
                        plan.name(),
                        date ? plan.format().pattern() : "",
                        new String(text, start, length));
            }
        }

        @Override
        public boolean row(int cells, long line) {
            if (header) {
                header = false;
            } else if (anything) {
                if (rows == lines.length) {
                    lines = Arrays.copyOf(lines, 2 * rows);
                }
                lines[rows++] = (int) line;
            } else {
                firstEmpty = empty++ == 0 ? (int) line : firstEmpty;
            }
            anything = false;
            return true;
        }
    }
}
