package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.List;

/**
 * How a column will be read.
 *
 * @param format       of a date column
 * @param minusIsLevel a lone minus is a level, not a missing cell
 */
record ColumnPlan(String name, Type type, DateFormat format, boolean minusIsLevel) {

    enum Type {
        DATE,
        NUMBER,
        TEXT,
        EMPTY
    }

    /** A column is of a type where nine of ten filled cells are; the tenth is then an error with its line, not a text. */
    private static final double MOST = 0.9;

    /** The plans of all columns and the file's decimal mark. */
    record Layout(List<ColumnPlan> columns, Numbers.Style style, List<ImportReport.Warning> warnings) {

        /** Whether every date of the column can be read month first and day first. */
        boolean ambiguous(Profile.Column column, ColumnPlan plan) {
            return plan.type() == Type.DATE
                    && plan.format() == DateFormat.MONTH_DAY
                    && column.count(DateFormat.DAY_MONTH) == column.filled;
        }
    }

    static Layout layout(Profile profile, Dialect dialect) {
        List<ImportReport.Warning> warnings = new ArrayList<>();
        List<ColumnPlan> plans = new ArrayList<>();
        boolean dated = profile.columns().stream().anyMatch(ColumnPlan::isDate);
        long dot = 0;
        long comma = 0;
        Profile.Column unclear = null;
        for (Profile.Column column : profile.columns()) {
            ColumnPlan plan = plan(column, dated, warnings);
            plans.add(plan);
            if (plan.type() == Type.NUMBER) {
                dot += column.count(Numbers.Kind.DOT);
                comma += column.count(Numbers.Kind.COMMA);
                boolean maybe = column.count(Numbers.Kind.MAYBE_DOT) + column.count(Numbers.Kind.MAYBE_COMMA) > 0;
                unclear = unclear == null && maybe ? column : unclear;
            }
        }
        Numbers.Style style = comma > dot ? Numbers.Style.COMMA : Numbers.Style.DOT;
        if (dot + comma == 0 && unclear != null && dialect.separator() != ',') {
            boolean commas = unclear.count(Numbers.Kind.MAYBE_COMMA) > 0;
            style = commas ? Numbers.Style.COMMA : Numbers.Style.DOT;
            warnings.add(new ImportReport.Warning(
                    (int) unclear.sampleLine,
                    unclear.name,
                    Notice.of("data.warn.decimalMark", unclear.sampleLine, unclear.name, commas ? "," : ".")));
        }
        return new Layout(plans, style, warnings);
    }

    private static ColumnPlan plan(Profile.Column column, boolean dated, List<ImportReport.Warning> warnings) {
        if (column.filled == 0) {
            return new ColumnPlan(column.name, Type.EMPTY, DateFormat.ISO, false);
        } else if (isDate(column)) {
            return new ColumnPlan(column.name, Type.DATE, column.bestDate(), false);
        } else if (dated && Headings.symbol(column.name)) {
            return new ColumnPlan(column.name, Type.TEXT, DateFormat.ISO, false);
        }
        boolean most = column.numbers >= MOST * column.filled;
        boolean codes = column.numbers < column.filled && !column.many;
        boolean priced = dated && Headings.price(column.name) && column.numbers > 0;
        if (priced || (most && !codes)) {
            return new ColumnPlan(column.name, Type.NUMBER, DateFormat.ISO, false);
        }
        if (column.numbers * 2 >= column.filled) {
            warnings.add(new ImportReport.Warning(
                    0,
                    column.name,
                    Notice.of("data.warn.mixed", "", column.name, column.numbers, column.filled - column.numbers)));
        }
        return new ColumnPlan(column.name, Type.TEXT, DateFormat.ISO, column.plus > 0);
    }

    /** Digits alone are a date only under a date's name; half of the cells are enough there, so that the others are named. */
    private static boolean isDate(Profile.Column column) {
        DateFormat best = column.bestDate();
        int count = column.count(best);
        if (Headings.date(column.name)) {
            return count > 0 && 2 * count >= column.filled;
        }
        return best != DateFormat.COMPACT && count > 0 && count >= MOST * column.filled;
    }
}
