package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How a text separates its cells. The separator is the one of {@code , ; TAB |} that splits the first hundred rows most evenly
 * into numbers, dates and texts free of the other separators; runs of blanks where they do much better. A first line
 * {@code sep=;} decides at once, and so does the reader.
 *
 * @param separator between cells, a blank for runs of blanks
 * @param arff      whether single quotation marks and backslashes count as in ARFF files
 * @param start     position in the text's bytes where rows begin, behind a {@code sep=} line or an ARFF head
 * @param line      1-based line of the file at {@code start}
 */
record Dialect(char separator, boolean arff, int start, int line) {

    private static final char[] CANDIDATES = {',', ';', '\t', '|', ' '};
    private static final int ROWS = 100;
    /** Characters of half a row; longer cells are texts. */
    private static final int LONGEST_ROW = 200;
    /** A date with a time or a name in two words must not look like two columns. */
    private static final double BLANKS = 0.6;

    static Dialect of(Text text, ReadSettings settings) {
        byte[] bytes = text.bytes();
        int start = text.start();
        int line = 1;
        char said = 0;
        if (text.end() - start > 5 && saysSeparator(bytes, start)) {
            said = (char) bytes[start + 4];
            start += bytes[start + 5] == '\r' && text.end() - start > 6 && bytes[start + 6] == '\n' ? 7 : 6;
            line = 2;
        }
        if (!settings.separator().isEmpty()) {
            return new Dialect(settings.separator().charAt(0), false, start, line);
        } else if (said != 0) {
            return new Dialect(said, false, start, line);
        }
        Dialect best = new Dialect(',', false, start, line);
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            Dialect dialect = new Dialect(candidate, false, start, line);
            double score = score(text, dialect);
            if (score > bestScore) {
                best = dialect;
                bestScore = score;
            }
        }
        return best.separator == ',' && decimals(text, best) ? new Dialect(';', false, start, line) : best;
    }

    /** Whether a name of one cell stands over rows of two halves of a number each: one column with decimal commas. */
    private static boolean decimals(Text text, Dialect commas) {
        Row row = new Row();
        Scan scan = new Scan(text, commas);
        int rows = 0;
        try {
            if (!scan.next(row) || row.cells != 1 || row.quoted || Head.kind(row, 0) != Head.TEXT) {
                return false;
            }
            while (rows < ROWS && scan.next(row)) {
                boolean halves = row.cells == 2
                        && Numbers.kind(row.text, row.start(0), row.length(0)) == Numbers.Kind.WHOLE
                        && Numbers.kind(row.text, row.start(1), row.length(1)) == Numbers.Kind.WHOLE
                        && Character.isDigit(row.text[row.start(1)]);
                if (!halves || row.quoted) {
                    return false;
                }
                rows++;
            }
        } catch (DataException e) {
            return false; // the full pass will name the fault
        }
        return rows > 0;
    }

    private static boolean saysSeparator(byte[] bytes, int start) {
        byte end = bytes[start + 5];
        return (bytes[start] | 32) == 's'
                && (bytes[start + 1] | 32) == 'e'
                && (bytes[start + 2] | 32) == 'p'
                && bytes[start + 3] == '='
                && bytes[start + 4] > 0
                && ReadSettings.separates((char) bytes[start + 4])
                && (end == '\n' || end == '\r');
    }

    /** That of the rows without comments, or half that of all rows, whichever is better. */
    private static double score(Text text, Dialect dialect) {
        AtomicBoolean seen = new AtomicBoolean();
        double plain = score(text, dialect, false, seen);
        return seen.get() ? Math.max(plain, score(text, dialect, true, seen) / 2) : plain;
    }

    /**
     * Share of rows with the prevailing number of cells, cubed, times the share of their cells that are clean; 0 for one column.
     *
     * @param comments whether rows that look like comments count
     * @param seen     becomes true where there are such rows
     */
    private static double score(Text text, Dialect dialect, boolean comments, AtomicBoolean seen) {
        Map<Integer, List<Integer>> clean = new HashMap<>();
        Row row = new Row();
        Scan scan = new Scan(text, dialect);
        int rows = 0;
        double fault = 1;
        try {
            while (rows < ROWS && scan.next(row)) {
                boolean comment = Head.comment(row, dialect);
                seen.set(seen.get() || comment);
                if (comments || !comment) {
                    rows++;
                    clean.computeIfAbsent(row.cells, w -> new ArrayList<>()).add(clean(row, dialect.separator()));
                }
            }
        } catch (DataException e) {
            fault = 0.5; // the marks of another dialect, or a fault that the full pass will name
        }
        int width = 0;
        int most = 0;
        for (Map.Entry<Integer, List<Integer>> entry : clean.entrySet()) {
            int count = entry.getKey() < 2 ? 0 : entry.getValue().size();
            if (count > most || (count == most && count > 0 && entry.getKey() > width)) {
                width = entry.getKey();
                most = count;
            }
        }
        if (width == 0) {
            return 0;
        }
        double share = (double) most / rows;
        double cells = clean.get(width).stream().mapToInt(Integer::intValue).sum() / (double) (most * width);
        double runs = dialect.separator() == ' ' ? (share < 0.9 ? 0 : BLANKS) : 1;
        return fault * runs * share * share * share * (0.2 + cells) + Math.min(width, 999) * 1e-6;
    }

    /** How many cells are empty, numbers, dates, or texts without another separator in them. */
    private static int clean(Row row, char separator) {
        int clean = 0;
        for (int i = 0; i < row.cells; i++) {
            boolean typed = Cells.missing(row.text, row.start(i), row.length(i)) || Head.kind(row, i) != Head.TEXT;
            clean += typed || !(holdsOther(row, i, separator) || holdsRow(row, i)) ? 1 : 0;
        }
        return clean;
    }

    /** Whether a text is made of numbers or dates with blanks between: half a row of a table without marks. */
    private static boolean holdsRow(Row row, int cell) {
        if (row.length(cell) > LONGEST_ROW) {
            return false;
        }
        int typed = 0;
        int from = row.starts[cell];
        for (int i = from; i <= row.ends[cell]; i++) {
            if (i == row.ends[cell] || row.text[i] == ' ' || row.text[i] == '\t') {
                typed += i > from && typed(row.text, from, i - from) ? 1 : 0;
                from = i + 1;
            }
        }
        return typed > 1;
    }

    private static boolean typed(char[] text, int start, int length) {
        if (Numbers.kind(text, start, length) != Numbers.Kind.NOT) {
            return true;
        }
        for (DateFormat format : DateFormat.values()) {
            if (format.parse(text, start, length) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsOther(Row row, int cell, char separator) {
        for (int i = row.starts[cell]; i < row.ends[cell]; i++) {
            for (char other : CANDIDATES) {
                if (row.text[i] == other && other != separator && other != ' ') {
                    return true;
                }
            }
        }
        return false;
    }
}
