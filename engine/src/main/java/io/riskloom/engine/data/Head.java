package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text's first rows with what their cells look like: what the header is searched in. */
final class Head {

    static final char TEXT = 't';
    static final char NUMBER = 'n';
    static final char DATE = 'd';
    /** Empty, or written as missing. */
    static final char MISSING = 'm';

    private static final int ROWS = 240;
    private static final int CHARACTERS = 1 << 20;

    /**
     * One row.
     *
     * @param kinds   one letter for each cell: {@code t n d m}
     * @param comment whether the row starts with a mark of comments
     */
    record Line(int line, int offset, List<String> cells, String kinds, boolean comment) {

        private Line row() {
            return new Line(line, offset, cells, kinds, false);
        }

        int width() {
            return cells.size();
        }

        long filled() {
            return cells.stream().filter(c -> !c.isEmpty()).count();
        }

        char kind(int column) {
            return column < kinds.length() ? kinds.charAt(column) : MISSING;
        }
    }

    private final List<Line> lines;
    private final LineTally above;
    private final boolean marked;
    private final int width;
    private final char[] types;

    private Head(List<Line> read, LineTally above) {
        this.above = above;
        this.marked = marked(read);
        this.lines = marked ? read : read.stream().map(Line::row).toList();
        List<Line> rows = lines.stream().filter(l -> !l.comment()).toList();
        List<Line> lower = rows.subList(rows.size() / 2, rows.size());
        this.width = prevailing(lower, rows);
        this.types = types(lower.stream().filter(l -> l.width() == width).toList(), width);
    }

    /**
     * @param header line of the names, where the reader gives it
     * @throws DataException where quotation marks do not match within the first rows
     */
    static Head of(Text text, Dialect dialect, int header) throws DataException {
        List<Line> lines = new ArrayList<>();
        LineTally above = new LineTally();
        Scan scan = new Scan(text, dialect);
        Row row = new Row();
        int characters = 0;
        boolean more = true;
        while (more && scan.next(row)) {
            if (row.line < header) {
                above.add(row.line);
                continue;
            }
            lines.add(line(row, dialect));
            characters += row.ends[row.cells - 1];
            more = lines.size() < 3 || (lines.size() < ROWS && characters < CHARACTERS);
        }
        return new Head(lines, above);
    }

    private static Line line(Row row, Dialect dialect) {
        char[] kinds = new char[row.cells];
        for (int i = 0; i < row.cells; i++) {
            kinds[i] = kind(row, i);
        }
        return new Line(row.line, row.offset, row.strings(), new String(kinds), comment(row, dialect));
    }

    /** Those from the header on, where the reader gives it. */
    List<Line> lines() {
        return lines;
    }

    /** The rows above the header that the reader gives. */
    LineTally above() {
        return above;
    }

    /** Whether rows that start with a mark are comments; not so where more than a tenth of the full rows do. */
    boolean marked() {
        return marked;
    }

    private static boolean marked(List<Line> lines) {
        int width = prevailing(lines, lines);
        List<Line> full = lines.stream().filter(l -> l.width() == width).toList();
        return full.stream().filter(Line::comment).count() <= Math.max(1, full.size() / 10) || width == 1;
    }

    /** The prevailing number of cells. */
    int width() {
        return width;
    }

    /** For each column what most of its filled cells are; {@link #MISSING} where none is filled. */
    char[] types() {
        return types;
    }

    boolean typed() {
        return typedColumns() > 0;
    }

    /** Number of columns of numbers or dates. */
    int typedColumns() {
        return count(NUMBER) + count(DATE);
    }

    /** Number of columns that hold anything. */
    int used() {
        return width - count(MISSING);
    }

    private int count(char type) {
        return (int) new String(types).chars().filter(c -> c == type).count();
    }

    static char kind(Row row, int cell) {
        char[] text = row.text;
        int start = row.start(cell);
        int length = row.length(cell);
        if (Cells.missing(text, start, length)) {
            return MISSING;
        } else if (Numbers.kind(text, start, length) != Numbers.Kind.NOT) {
            return NUMBER;
        }
        for (DateFormat format : DateFormat.values()) {
            if (format.parse(text, start, length) >= 0) {
                return DATE;
            }
        }
        return TEXT;
    }

    /** A row that starts with {@code # % !} or {@code //}, or with {@code ;} where that is no separator. */
    static boolean comment(Row row, Dialect dialect) {
        if (row.cells == 0
                || row.quoted
                || row.length(0) == 0
                || Cells.missing(row.text, row.start(0), row.length(0))) {
            return false;
        }
        char first = row.text[row.start(0)];
        boolean slashes = first == '/' && row.length(0) > 1 && row.text[row.start(0) + 1] == '/';
        boolean mark = first == '#' || first == '%' || first == '!' || slashes;
        return mark || (first == ';' && dialect.separator() != ';');
    }

    /** How many of a line's number and date columns hold what the column does. */
    int fits(Line line) {
        int fits = 0;
        for (int i = 0; i < Math.min(width, line.width()); i++) {
            boolean typed = types[i] == NUMBER || types[i] == DATE;
            fits += typed && line.kind(i) == types[i] ? 1 : 0;
        }
        return fits;
    }

    /** Whether a number or date column holds anything else in a line. */
    boolean contradicts(Line line) {
        for (int i = 0; i < width; i++) {
            boolean typed = types[i] == NUMBER || types[i] == DATE;
            if (typed && line.kind(i) != MISSING && line.kind(i) != types[i]) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line is one of the body: no number or date column holds anything else, and half of them are filled. */
    boolean body(Line line) {
        int typed = 0;
        int filled = 0;
        for (int i = 0; i < width; i++) {
            if (types[i] == NUMBER || types[i] == DATE) {
                typed++;
                filled += line.kind(i) == MISSING ? 0 : 1;
            }
        }
        return !line.comment() && !contradicts(line) && typed > 0 && 2 * filled >= typed && line.width() <= width;
    }

    /** The number of cells that most of the lines have; of equals the one that most of {@code all} have, then the larger one. */
    private static int prevailing(List<Line> lines, List<Line> all) {
        int best = 0;
        long most = 0;
        for (int width : lines.stream().map(Line::width).distinct().sorted().toList()) {
            long count = count(lines, width) * (all.size() + 1L) + count(all, width);
            if (count >= most) {
                best = width;
                most = count;
            }
        }
        return best;
    }

    private static long count(List<Line> lines, int width) {
        return lines.stream().filter(l -> l.width() == width).count();
    }

    private static char[] types(List<Line> lines, int width) {
        char[] types = new char[width];
        Arrays.fill(types, MISSING);
        for (int i = 0; i < width; i++) {
            int column = i;
            long filled = lines.stream().filter(l -> l.kind(column) != MISSING).count();
            long numbers = lines.stream().filter(l -> l.kind(column) == NUMBER).count();
            long dates = lines.stream().filter(l -> l.kind(column) == DATE).count();
            if (filled > 0) {
                types[i] = 2 * dates >= filled ? DATE : 2 * numbers >= filled ? NUMBER : TEXT;
            }
        }
        return types;
    }
}
