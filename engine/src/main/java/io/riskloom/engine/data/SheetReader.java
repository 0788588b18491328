package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.columns.Column;

/**
 * Reads a sheet. A file's first rows tell what its columns hold where they are numbers and dates beyond doubt; the columns are
 * then filled in one pass, which gives up at the first cell that contradicts. Otherwise a first pass looks at every cell.
 */
final class SheetReader {

    private static final int SAMPLE = 2_000;

    private final TextFile file;
    private final ReadSettings settings;
    private final Progress progress;
    private final int worthwhile;
    private final boolean every;
    private final List<ImportReport.Warning> warnings = new ArrayList<>();

    SheetReader(TextFile file, ReadSettings settings, Progress progress) {
        this(file, settings, progress, Halves.WORTHWHILE, false);
    }

    /** @param every whether each row counts, see {@link Opened#of(Text, ReadSettings, boolean)} */
    SheetReader(TextFile file, ReadSettings settings, Progress progress, int worthwhile, boolean every) {
        this.worthwhile = worthwhile;
        this.every = every;
        this.file = file;
        this.settings = settings;
        this.progress = progress;
    }

    Sheet read() throws DataException {
        Opened opened = opened();
        Profile sample = Profile.of(opened, settings, opened.body(Progress.NONE, 0, 0), SAMPLE);
        ColumnPlans layout = ColumnPlans.of(sample, opened, settings);
        int expected = expected(opened, sample);
        if (!every && !sample.complete() && beyondDoubt(sample, layout)) {
            Optional<Filler> filler = new Halves(worthwhile, opened, layout, progress).fill(expected);
            if (filler.isPresent()) {
                return sheet(opened, sample, layout, filler.get());
            }
        }
        return sample.complete() ? filled(opened, sample, expected) : readTwice(opened, expected);
    }

    /** As {@link #read}, without trust in the first rows. */
    Sheet readTwice() throws DataException {
        return readTwice(opened(), SAMPLE);
    }

    private Opened opened() throws DataException {
        return Opened.of(file.text(settings.encoding()), settings, every);
    }

    private Sheet readTwice(Opened opened, int expected) throws DataException {
        Profile profile = Profile.of(opened, settings, opened.body(progress, 0, 0.5), Integer.MAX_VALUE);
        return filled(opened, profile, expected);
    }

    private Sheet filled(Opened opened, Profile profile, int expected) throws DataException {
        profile.body().refuseRagged();
        ColumnPlans layout = ColumnPlans.of(profile, opened, settings);
        layout.refuseMixedMarks(profile, opened.text(), settings);
        Filler filler = new Filler(opened, layout, expected);
        filler.fill(opened.body(progress, 0.5, 0.5), false);
        return sheet(opened, profile, layout, filler);
    }

    /**
     * Whether a pass that finds no contradiction must end with the same plans as one over all cells: only numbers, dates of one
     * reading and symbols, and a decimal mark that was seen.
     */
    private boolean beyondDoubt(Profile profile, ColumnPlans layout) {
        boolean dated = layout.columns().stream().anyMatch(plan -> plan.type() == ColumnPlan.Type.DATE);
        long dot = 0;
        long comma = 0;
        for (int i = 0; i < layout.columns().size(); i++) {
            ColumnPlan plan = layout.columns().get(i);
            Profile.Column column = profile.columns().get(layout.sources().get(i));
            boolean number = plan.type() == ColumnPlan.Type.NUMBER
                    && column.numbers == column.filled
                    && column.percent.count() == 0
                    && !Headings.date(column.name);
            boolean date = plan.type() == ColumnPlan.Type.DATE
                    && column.count(plan.format()) == column.filled
                    && plan.format() != DateFormat.EXCEL_SERIAL
                    && (Headings.date(column.name) || !plan.format().numeric());
            boolean symbol = dated && plan.type() == ColumnPlan.Type.TEXT && Headings.symbol(column.name);
            if (!(number || date || symbol) || layout.ambiguous(profile, i, settings)) {
                return false;
            }
            dot += number ? column.count(Numbers.Kind.DOT) : 0;
            comma += number ? column.count(Numbers.Kind.COMMA) : 0;
        }
        return layout.columns().size() == profile.columns().size() && (dot > 0) != (comma > 0);
    }

    private static int expected(Opened opened, Profile profile) {
        Frame frame = opened.frame();
        if (profile.complete()) {
            return profile.body().rows();
        }
        double each = (double) profile.body().position() / profile.body().rows();
        return (int) Math.min(Integer.MAX_VALUE - 64, 1.02 * (frame.end() - frame.start()) / each + 64);
    }

    private Sheet sheet(Opened opened, Profile profile, ColumnPlans layout, Filler filler) throws DataException {
        if (filler.rows() == 0) {
            throw opened.text().refuse("data.error.headerOnly", 0, "", "", "");
        }
        warnings.addAll(opened.frame().warnings());
        filler.tellRows(warnings);
        warnings.addAll(layout.warnings());
        if (opened.text().guessed()) {
            String charset = opened.text().charset().name();
            warnings.add(new ImportReport.Warning(0, "", Notice.of("data.warn.encoding", "", "", charset)));
        }
        filler.tell(warnings);
        int[] lines = filler.lines();
        List<Column<?>> columns = filler.columns();
        List<ColumnPlan> plans = new ArrayList<>(layout.columns());
        for (int i = 0; i < plans.size(); i++) {
            ColumnPlan plan = plans.get(i);
            if (layout.ambiguous(profile, i, settings)) {
                List<DateFormat> orders = layout.dayOrders(profile, i, settings);
                plans.set(i, DayOrder.decide(plan, (DateColumn) columns.get(i), orders, lines[0], warnings));
            } else if (plan.type() == ColumnPlan.Type.DATE) {
                int cell = i;
                List<String> sample =
                        filler.preview().stream().map(row -> row.get(cell)).toList();
                EpochDays.decide(plan, (DateColumn) columns.get(i), sample, lines[0], warnings);
            }
        }
        ReadSettings detected = opened.detected(settings, layout.style(), plans);
        return new Sheet(file.withoutBytes(), settings, detected, columns, lines, plans, filler.preview(), warnings);
    }
}
