package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What every column of a table could be: counts over its cells, nothing else kept. */
final class Profile {

    private static final int FEW = 20;
    private static final DateFormat[] FORMATS = DateFormat.values();

    /** Counts over one column's cells. */
    static final class Column {
        final String name;
        /** Whether digits alone may be dates here: a date's name or role, or the first column. */
        final boolean maybeDate;

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
        private final int[] last;
        private final boolean[] up;
        private final boolean[] down;

        Column(String name, boolean likely) {
            this.name = name;
            this.maybeDate = likely || Headings.date(name);
            this.last = new int[maybeDate ? FORMATS.length : 0];
            this.up = new boolean[last.length];
            this.down = new boolean[last.length];
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
            return maybeDate && filled > 1 && dates[f] == filled && up[f] != down[f];
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
                    up[f] |= day >= last[f];
                    down[f] |= day <= last[f];
                }
                if (digits) {
                    last[f] = day;
                }
                dates[f]++;
            }
        }
    }

    private final List<Column> columns = new ArrayList<>();
    private final Body body;
    private boolean complete;

    private Profile(Opened opened, ReadSettings settings, Body body) {
        this.body = body;
        List<String> names = opened.frame().names();
        for (int i = 0; i < names.size(); i++) {
            boolean date = "date".equals(settings.roles().get(names.get(i)));
            columns.add(new Column(names.get(i), i == 0 || date));
        }
    }

    /** @param most rows at most; the others are not looked at */
    static Profile of(Opened opened, ReadSettings settings, Body body, int most) throws DataException {
        Profile profile = new Profile(opened, settings, body);
        Row row = new Row();
        boolean more = true;
        while (body.rows() < most && (more = body.next(row))) {
            for (int i = 0; i < profile.columns.size(); i++) {
                profile.cell(profile.columns.get(i), row, i);
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
            column.dates(text, start, length, false);
        } else {
            column.numbers++;
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
