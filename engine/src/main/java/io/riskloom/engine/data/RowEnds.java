package io.riskloom.engine.data;

/** Finds where rows end without reading their cells, by the rules of {@link Scan}: line breaks in quotation marks belong to a cell. */
final class RowEnds {

    private RowEnds() {}

    /**
     * Position behind the last whole row.
     *
     * @param from start of a row
     * @param to   end of the bytes at hand; more may follow
     * @return {@code from} where no row ends
     */
    static int last(byte[] bytes, int from, int to, Dialect dialect) {
        boolean blanks = dialect.separator() == ' ';
        int last = from;
        int at = from;
        while (at < to) {
            while (at < to && (bytes[at] == ' ' || (blanks && bytes[at] == '\t'))) {
                at++;
            }
            if (at < to && (bytes[at] == '"' || (dialect.arff() && bytes[at] == '\''))) {
                at = behindQuotes(bytes, at, to, dialect.arff());
            }
            while (at < to && !stops(bytes[at], dialect.separator(), blanks)) {
                at++;
            }
            if (at < to && (bytes[at] == '\n' || loneReturn(bytes, at, to))) {
                last = at + 1;
            }
            at++;
        }
        return last;
    }

    private static boolean stops(byte b, char separator, boolean blanks) {
        return b == separator || b == '\n' || b == '\r' || (blanks && b == '\t');
    }

    /** Not where the next byte may belong to the same line break. */
    private static boolean loneReturn(byte[] bytes, int at, int to) {
        return bytes[at] == '\r' && at + 1 < to && bytes[at + 1] != '\n' && bytes[at + 1] != '\r';
    }

    private static int behindQuotes(byte[] bytes, int open, int to, boolean arff) {
        byte mark = bytes[open];
        int at = open + 1;
        while (at < to) {
            if (arff && bytes[at] == '\\') {
                at += 2;
            } else if (bytes[at] != mark) {
                at++;
            } else if (at + 1 < to && bytes[at + 1] == mark) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return to;
    }
}
