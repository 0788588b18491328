package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.columns.Column;

/**
 * Fills the typed columns of a table row by row; rows without any value are left out, where every row is wanted only those
 * behind the last filled one.
 */
final class Filler {

    static final int PREVIEW = 200;

    private final Opened opened;
    private final ColumnPlan[] plans;
    private final int[] sources;
    private final ColumnBuilder[] builders;
    private final BadCells[] bad;
    private final List<List<String>> preview = new ArrayList<>();
    private final LineTally empty = new LineTally();
    private int[] lines;
    private int rows;
    private int filled;
    private Body body;

    /** @param expected rows, roughly */
    Filler(Opened opened, ColumnPlans layout, int expected) {
        this.opened = opened;
        this.plans = layout.columns().toArray(ColumnPlan[]::new);
        this.sources = layout.sources().stream().mapToInt(Integer::intValue).toArray();
        this.builders = new ColumnBuilder[plans.length];
        this.bad = new BadCells[plans.length];
        for (int i = 0; i < plans.length; i++) {
            builders[i] = ColumnBuilder.of(plans[i], layout.style(), expected);
            bad[i] = new BadCells();
        }
        this.lines = new int[expected];
    }

    /**
     * Reads all rows.
     *
     * @param strict whether to stop at the first cell that is not what its column holds or has a percent sign, or row that is
     *     longer or shorter
     * @return false where it stopped so
     */
    boolean fill(Body body, boolean strict) throws DataException {
        this.body = body;
        Row row = new Row();
        while (body.next(row)) {
            boolean clean = row(row);
            if (strict && (!clean || !body.even())) {
                return false;
            }
        }
        rows = filled;
        return !strict || body.even();
    }

    /**
     * Takes over the rows of a filler that read the bytes behind this one's.
     *
     * @return false where the other one left rows out, whose lines it could not know
     */
    boolean append(Filler next) {
        if (next.empty.count() > 0 || next.body.skipped()) {
            return false;
        }
        int total = rows + next.rows;
        lines = lines.length < total ? Arrays.copyOf(lines, total) : lines;
        int before = body.line() - 1;
        for (int i = 0; i < next.rows; i++) {
            lines[rows + i] = before + next.lines[i];
        }
        for (int i = 0; i < builders.length; i++) {
            builders[i].append(rows, next.builders[i], next.rows);
            next.builders[i] = null;
        }
        rows = total;
        filled = total;
        return true;
    }

    private boolean row(Row row) {
        boolean anything = false;
        boolean clean = true;
        for (int i = 0; i < builders.length; i++) {
            int start = row.starts[sources[i]];
            int length = row.ends[sources[i]] - start;
            boolean level = (plans[i].minusIsLevel() && length == 1 && row.text[start] == '-')
                    || (plans[i].ticker() && Cells.na(row.text, start, length));
            if (!level && Cells.missing(row.text, start, length)) {
                builders[i].setMissing(rows);
                continue;
            }
            anything = true;
            clean &= plans[i].type() != ColumnPlan.Type.NUMBER || !Figure.percent(row.text, start, length);
            if (!builders[i].set(rows, row.text, start, length)) {
                builders[i].setMissing(rows);
                bad[i].add(row, sources[i]);
                clean = false;
            }
        }
        if (!anything && !opened.every()) {
            empty.add(row.line);
            return clean;
        }
        if (rows < PREVIEW) {
            preview.add(Arrays.stream(sources).mapToObj(row::cell).toList());
        }
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, rows + rows / 2 + 16);
        }
        lines[rows++] = row.line;
        filled = anything ? rows : filled;
        return clean;
    }

    int rows() {
        return rows;
    }

    List<List<String>> preview() {
        return preview.subList(0, Math.min(rows, preview.size()));
    }

    /** Tells rows that were left out or filled up. */
    void tellRows(List<ImportReport.Warning> warnings) {
        body.tell(warnings);
    }

    int[] lines() {
        return rows == lines.length ? lines : Arrays.copyOf(lines, rows);
    }

    /** The typed columns; the filler holds none of them afterwards. */
    List<Column<?>> columns() {
        List<Column<?>> columns = new ArrayList<>();
        for (int i = 0; i < builders.length; i++) {
            columns.add(builders[i].build(rows));
            builders[i] = null;
        }
        return columns;
    }

    /**
     * Tells bad cells and empty rows.
     *
     * @throws DataException {@code data.error.date} where a date column has too many bad cells
     */
    void tell(List<ImportReport.Warning> warnings) throws DataException {
        for (int i = 0; i < plans.length; i++) {
            ColumnPlan plan = plans[i];
            if (plan.type() == ColumnPlan.Type.DATE && bad[i].count() > Body.FEW * rows) {
                throw opened.text()
                        .refuse(
                                "data.error.date",
                                bad[i].line(),
                                plan.name(),
                                plan.format().pattern(),
                                bad[i].first());
            }
            bad[i].tell(plan, warnings);
        }
        empty.tell("data.warn.emptyRows", "", warnings);
    }
}
