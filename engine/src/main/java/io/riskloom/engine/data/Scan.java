package io.riskloom.engine.data;

import java.util.Arrays;

/**
 * One pass over a text's rows, straight from its bytes; a cell becomes an object only where its reader makes one. A cell may
 * stand in quotation marks, doubled marks inside them mean one, and separators and line breaks inside belong to the cell. Line
 * ends are LF, CRLF and CR.
 */
final class Scan {

    private static final int MOST_CELLS = 1 << 16;
    private static final int MOST_CHARACTERS = 1 << 26;

    private final Text text;
    private final byte[] bytes;
    private final int end;
    private final byte separator;
    private final boolean blanks;
    private final boolean arff;
    private final boolean[] stops = new boolean[256];
    private int at;
    private int line;
    private char[] out = new char[0];
    private int size;

    Scan(Text text, Dialect dialect) {
        this(text, dialect, dialect.start(), dialect.line(), text.end());
    }

    /** @param line 1-based line of the file at {@code start} */
    Scan(Text text, Dialect dialect, int start, int line, int end) {
        this.text = text;
        this.bytes = text.bytes();
        this.at = start;
        this.line = line;
        this.end = end;
        this.separator = (byte) dialect.separator();
        this.blanks = dialect.separator() == ' ';
        this.arff = dialect.arff();
        stops[separator & 0xFF] = true;
        stops['\n'] = true;
        stops['\r'] = true;
        stops['\t'] |= blanks;
    }

    /** Position in the text's bytes behind the last row. */
    int at() {
        return at;
    }

    /** Line at {@link #at()}. */
    int line() {
        return line;
    }

    /**
     * Reads the next row that is not blank.
     *
     * @return false at the end
     * @throws DataException {@code data.error.quotes} where quotation marks do not match, {@code data.error.longCell} where a row
     *     has over 65,536 cells or 67 million characters
     */
    boolean next(Row row) throws DataException {
        boolean more = line(row);
        while (more && row.blank()) {
            more = line(row);
        }
        return more;
    }

    /** As {@link #next}, but stops at blank rows too; {@code CR CR LF} ends one row, as some programs write it. */
    boolean line(Row row) throws DataException {
        if (at >= end) {
            return false;
        }
        read(row);
        boolean thrice = row.blank() && row.offset > 0 && bytes[row.offset - 1] == '\r' && bytes[at - 1] == '\n';
        return thrice ? line(row) : true;
    }

    private void read(Row row) throws DataException {
        row.cells = 0;
        row.line = line;
        row.offset = at;
        row.quoted = false;
        out = row.text;
        size = 0;
        boolean open = true;
        while (open) {
            int gap = at;
            while (at < end && (bytes[at] == ' ' || (blanks && bytes[at] == '\t'))) {
                at++;
            }
            if (blanks && ends() && row.cells > 0) {
                break;
            }
            int start = size;
            if (at < end && quote(bytes[at])) {
                row.quoted |= row.cells == 0;
                quotedCell(row);
            } else {
                at = blanks ? at : gap;
                plainCell(row);
            }
            row.put(start, size);
            if (row.cells > MOST_CELLS) {
                throw text.refuse("data.error.longCell", row.line, "", "", row.cells + " …");
            }
            open = at < end && !ends();
            at += open ? 1 : 0;
        }
        lineEnd();
    }

    private boolean quote(byte b) {
        return b == '"' || (arff && b == '\'');
    }

    private boolean ends() {
        return at >= end || bytes[at] == '\n' || bytes[at] == '\r';
    }

    private boolean separates(byte b) {
        return b == separator || (blanks && b == '\t');
    }

    private void plainCell(Row row) throws DataException {
        byte[] in = bytes;
        int from = at;
        int to = from;
        int signs = 0;
        for (; to < end && !stops[in[to] & 0xFF]; to++) {
            signs |= in[to];
        }
        at = to;
        while (size + to - from > out.length) {
            grow(row);
        }
        char[] into = out;
        int n = size;
        if (signs >= 0) {
            for (int i = from; i < to; i++) {
                into[n++] = (char) in[i];
            }
            size = n;
            return;
        }
        for (int i = from; i < to; i++) {
            if (in[i] >= 0) {
                out[size++] = (char) in[i];
            } else {
                i = decode(i);
            }
        }
    }

    private void quotedCell(Row row) throws DataException {
        byte mark = bytes[at++];
        while (at < end) {
            byte b = bytes[at];
            if (size + 4 > out.length) {
                grow(row);
            }
            if (arff && b == '\\' && at + 1 < end) {
                at++;
                b = bytes[at];
            } else if (b == mark) {
                at++;
                if (at < end && bytes[at] == mark) {
                    out[size++] = (char) mark;
                    at++;
                    continue;
                }
                afterQuotes(row);
                return;
            }
            lineBreak(b);
            if (b >= 0) {
                out[size++] = (char) b;
                at++;
            } else {
                at = decode(at) + 1;
            }
        }
        throw text.refuse("data.error.quotes", row.line, "", "\"", "");
    }

    /** Between a closing mark and the separator stands nothing but blanks. */
    private void afterQuotes(Row row) throws DataException {
        while (!blanks && at < end && bytes[at] == ' ') {
            at++;
        }
        if (!ends() && !separates(bytes[at])) {
            throw text.refuse("data.error.quotes", row.line, "", "\"", "");
        }
    }

    private void lineBreak(byte b) {
        boolean second = b == '\n' && at > 0 && bytes[at - 1] == '\r';
        line += (b == '\n' || b == '\r') && !second ? 1 : 0;
    }

    private void lineEnd() {
        if (at < end) {
            boolean both = bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n';
            at += both ? 2 : 1;
            line++;
        }
    }

    private char[] grow(Row row) throws DataException {
        if (out.length >= MOST_CHARACTERS) {
            throw text.refuse("data.error.longCell", row.line, "", "", out.length + " …");
        }
        out = Arrays.copyOf(out, 2 * out.length);
        row.text = out;
        return out;
    }

    /** Appends the character that starts at {@code i}; gives the position of its last byte. */
    private int decode(int i) {
        int b = bytes[i];
        if (b >> 5 == -2) {
            out[size++] = (char) ((b & 0x1F) << 6 | bytes[i + 1] & 0x3F);
            return i + 1;
        } else if (b >> 4 == -2) {
            out[size++] = (char) ((b & 0xF) << 12 | (bytes[i + 1] & 0x3F) << 6 | bytes[i + 2] & 0x3F);
            return i + 2;
        }
        int point = (b & 7) << 18 | (bytes[i + 1] & 0x3F) << 12 | (bytes[i + 2] & 0x3F) << 6 | bytes[i + 3] & 0x3F;
        out[size++] = Character.highSurrogate(point);
        out[size++] = Character.lowSurrogate(point);
        return i + 3;
    }
}
