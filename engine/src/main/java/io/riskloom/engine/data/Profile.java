package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every column of a table could be: counts over its cells, nothing else kept. */
final class Profile {

    private static final int FEW = 20;
    private static final int JUDGED = 10_000;
    private static final DateFormat[] FORMATS = DateFormat.values();

    /** A cell's text and line. */
    record Cell(String text, int line) {}

    /** Counts over one column's cells. */
    static final class Column {
        final String name;
        /** Whether digits alone may be dates here: a date's name or role, or the first column. */
        final boolean maybeDate;
        /** Whether the reader says that it holds numbers or categories: it is not asked for dates. */
        final boolean known;

        final boolean category;

        int filled;
        int numbers;
        int infinite;
        int plus;
        final int[] marks = new int[Numbers.Kind.values().length];
        final int[] dates = new int[FORMATS.length];
        final Set<String> few = new HashSet<>();
        boolean many;
        String sample = "";
        int sampleLine;
        /** Most digits of a whole number without marks between thousands; 0 where there is none. */
        int longestWhole;
        /** Cells with a percent sign, and cells without one that are not zero. */
        final LineTally percent = new LineTally();

        final LineTally plain = new LineTally();
        private final Cell[] firsts = new Cell[Numbers.Kind.values().length];
        private final int[] last;
        private final int[] up;
        private final int[] down;
        private int weekends;

        Column(String name, boolean likely, boolean known, boolean category) {
            this.name = name;
            this.known = known;
            this.category = category;
            this.maybeDate = !known && (likely || Headings.date(name));
            this.last = new int[maybeDate ? FORMATS.length : 0];
            this.up = new int[last.length];
            this.down = new int[last.length];
        }

        int count(Numbers.Kind kind) {
            return marks[kind.ordinal()];
        }

        int count(DateFormat format) {
            return dates[format.ordinal()];
        }

        /** The format that reads most cells, the earlier one of equals. */
        DateFormat bestDate() {
            DateFormat best = DateFormat.ISO;
            for (DateFormat format : FORMATS) {
                best = count(format) > count(best) ? format : best;
            }
            return best;
        }

        /** Whether every filled cell is a day in that format of digits, each before the next or each after it. */
        boolean steady(DateFormat format) {
            int f = format.ordinal();
            return maybeDate && filled > 1 && dates[f] == filled && (up[f] == 0) != (down[f] == 0);
        }

        /**
         * Whether days in that format of digits go one way in nine of ten steps, as those of several series one behind the other do
         * too, or spare the weekends.
         */
        boolean orderly(DateFormat format) {
            int f = format.ordinal();
            boolean oneWay = Math.max(up[f], down[f]) >= 0.9 * (dates[f] - 1);
            return oneWay || (dates[f] >= 20 && weekends <= 0.05 * dates[f]);
        }

        /** The first cell of that kind; empty where there is none. */
        Optional<Cell> first(Numbers.Kind kind) {
            return Optional.ofNullable(firsts[kind.ordinal()]);
        }

        private void number(Numbers.Kind kind, char[] text, int start, int length, int line) {
            numbers++;
            if (firsts[kind.ordinal()] == null) {
                firsts[kind.ordinal()] = new Cell(new String(text, start, length), line);
            }
            if (Figure.percent(text, start, length)) {
                percent.add(line);
            } else if (!zero(text, start, length)) {
                plain.add(line);
            }
            if (kind == Numbers.Kind.WHOLE && longestWhole < length) {
                int digits = 0;
                for (int i = start; i < start + length; i++) {
                    digits += text[i] >= '0' && text[i] <= '9' ? 1 : 0;
                }
                longestWhole = Math.max(longestWhole, digits);
            }
        }

        private static boolean zero(char[] text, int start, int length) {
            for (int i = start; i < start + length; i++) {
                if (text[i] >= '1' && text[i] <= '9') {
                    return false;
                }
            }
            return true;
        }

        private void dates(char[] text, int start, int length, boolean digits) {
            for (int f = 0; f < FORMATS.length; f++) {
                if (FORMATS[f].numeric() != digits) {
                    continue;
                }
                int day = FORMATS[f].parse(text, start, length);
                if (day < 0) {
                    continue;
                }
                if (digits && dates[f] > 0) {
                    up[f] += day >= last[f] ? 1 : 0;
                    down[f] += day <= last[f] ? 1 : 0;
                }
                if (digits) {
                    last[f] = day;
                }
                if (FORMATS[f] == DateFormat.EXCEL_SERIAL) {
                    weekends += EpochDays.weekend(text, start) ? 1 : 0;
                }
                dates[f]++;
            }
        }
    }

    private final List<Column> columns = new ArrayList<>();
    private final Body body;
    private boolean complete;

    private Profile(Opened opened, ReadSettings settings, Body body, Set<String> known) {
        this.body = body;
        List<String> names = opened.frame().names();
        for (int i = 0; i < names.size(); i++) {
            String role = settings.roles().getOrDefault(names.get(i), "");
            boolean said = known.contains(names.get(i));
            boolean likely = i == 0 || role.equals("date");
            columns.add(new Column(names.get(i), likely, said, said && role.equals(Roles.CATEGORY)));
        }
    }

    /** @param most rows at most; the others are not looked at */
    static Profile of(Opened opened, ReadSettings settings, Body body, int most) throws DataException {
        return of(opened, settings, body, most, Set.of());
    }

    /**
     * @param known names of columns of which the settings say that they hold numbers or categories; where there are any, the others
     *     are judged by their first cells
     */
    static Profile of(Opened opened, ReadSettings settings, Body body, int most, Set<String> known)
            throws DataException {
        Profile profile = new Profile(opened, settings, body, known);
        Row row = new Row();
        boolean more = true;
        while (body.rows() < most && (more = body.next(row))) {
            boolean all = known.isEmpty() || body.rows() <= JUDGED;
            for (int i = 0; i < profile.columns.size(); i++) {
                if (all || profile.columns.get(i).known) {
                    profile.cell(profile.columns.get(i), row, i);
                }
            }
        }
        profile.complete = !more;
        return profile;
    }

    List<Column> columns() {
        return columns;
    }

    Body body() {
        return body;
    }

    /** Whether all rows were looked at. */
    boolean complete() {
        return complete;
    }

    private void cell(Column column, Row row, int index) {
        char[] text = row.text;
        int start = row.start(index);
        int length = row.length(index);
        if (length == 1 && (text[start] == '+' || text[start] == '-')) {
            sign(column, text[start], row.line);
            return;
        }
        if (column.category && (column.filled > 0 || length == 0)) {
            return; // nothing else is asked of its cells
        }
        if (Cells.missing(text, start, length)) {
            return;
        }
        column.filled++;
        if (column.sampleLine == 0) {
            column.sample = new String(text, start, length);
            column.sampleLine = row.line;
        }
        Numbers.Kind kind = Numbers.kind(text, start, length);
        column.marks[kind.ordinal()]++;
        if (kind == Numbers.Kind.NOT) {
            column.infinite += BadCells.infinite(text, start, length) ? 1 : 0;
            if (!column.known) {
                column.dates(text, start, length, false);
            }
        } else {
            column.number(kind, text, start, length, row.line);
            if (column.maybeDate) {
                column.dates(text, start, length, true);
            }
        }
        if (!column.many) {
            column.few.add(new String(text, start, length));
            column.many = column.few.size() > FEW;
        }
    }

    /** A lone minus is a missing cell, except in a column where a lone plus is its opposite. */
    private static void sign(Column column, char sign, int line) {
        if (sign == '+') {
            column.plus++;
            column.filled++;
            column.marks[Numbers.Kind.NOT.ordinal()]++;
            column.few.add("+");
            if (column.sampleLine == 0) {
                column.sample = "+";
                column.sampleLine = line;
            }
        }
    }
}
