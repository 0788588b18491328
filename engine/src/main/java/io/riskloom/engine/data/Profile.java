package io.riskloom.engine.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The first pass: what every column of a file could be, its shape checked, nothing kept but counts and the first rows. */
final class Profile implements Scan.Sink {

    static final int PREVIEW = 200;
    private static final int FEW = 20;

    /** Counts over one column's cells. */
    static final class Column {
        final String name;
        int filled;
        int numbers;
        int plus;
        final int[] marks = new int[Numbers.Kind.values().length];
        final int[] dates = new int[DateFormat.values().length];
        final Set<String> few = new HashSet<>();
        boolean many;
        String sample = "";
        long sampleLine;

        Column(String name) {
            this.name = name;
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
            for (DateFormat format : DateFormat.values()) {
                best = count(format) > count(best) ? format : best;
            }
            return best;
        }
    }

    private final TextFile file;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> preview = new ArrayList<>();
    private final List<String> row = new ArrayList<>();
    private boolean header = true;
    private int rows;

    private Profile(TextFile file) {
        this.file = file;
    }

    static Profile of(TextFile file, Dialect dialect) throws DataException, IOException {
        Profile profile = new Profile(file);
        Scan.run(file, dialect, profile);
        if (profile.columns.isEmpty()) {
            throw new DataException("data.error.empty", file.name(), 0, "", "", "");
        } else if (profile.rows == 0) {
            throw new DataException("data.error.headerOnly", file.name(), 0, "", "", "");
        }
        return profile;
    }

    List<Column> columns() {
        return columns;
    }

    List<List<String>> preview() {
        return preview;
    }

    @Override
    public void cell(int index, char[] text, int start, int length, long line) {
        if (header || preview.size() < PREVIEW) {
            if (index == 0) {
                row.clear();
            }
            row.add(new String(text, start, length));
        }
        if (header || index >= columns.size()) {
            return;
        }
        Column column = columns.get(index);
        if (length == 1 && (text[start] == '+' || text[start] == '-')) {
            sign(column, text[start], line);
            return;
        }
        if (Cells.missing(text, start, length)) {
            return;
        }
        column.filled++;
        if (column.sampleLine == 0) {
            column.sample = new String(text, start, length);
            column.sampleLine = line;
        }
        Numbers.Kind kind = Numbers.kind(text, start, length);
        column.marks[kind.ordinal()]++;
        if (kind != Numbers.Kind.NOT) {
            column.numbers++;
        }
        if (kind == Numbers.Kind.NOT || length == 8) {
            for (DateFormat format : DateFormat.values()) {
                column.dates[format.ordinal()] += format.parse(text, start, length) >= 0 ? 1 : 0;
            }
        }
        if (!column.many) {
            column.few.add(new String(text, start, length));
            column.many = column.few.size() > FEW;
        }
    }

    /** A lone minus is a missing cell, except in a column where a lone plus is its opposite. */
    private static void sign(Column column, char sign, long line) {
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

    @Override
    public boolean row(int cells, long line) throws DataException {
        if (header) {
            header(line);
            header = false;
            return true;
        }
        if (cells != columns.size()) {
            throw new DataException(
                    "data.error.ragged",
                    file.name(),
                    (int) line,
                    "",
                    String.valueOf(columns.size()),
                    String.valueOf(cells));
        }
        if (preview.size() < PREVIEW) {
            preview.add(List.copyOf(row));
        }
        rows++;
        return true;
    }

    private void header(long line) throws DataException {
        boolean dated = row.stream().anyMatch(Headings::date);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < row.size(); i++) {
            String name = row.get(i);
            char[] text = name.toCharArray();
            boolean value = Numbers.kind(text, 0, text.length) != Numbers.Kind.NOT && !dated;
            if (value || DateFormat.any(name)) {
                throw new DataException("data.error.noHeader", file.name(), (int) line, "", "", name);
            }
            String unique = name.isEmpty() ? "#" + (i + 1) : name;
            if (!seen.add(unique.toLowerCase(Locale.ROOT))) {
                throw new DataException("data.error.duplicateColumn", file.name(), (int) line, unique, "", unique);
            }
            columns.add(new Column(unique));
        }
    }
}
