package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Notes and totals below a table: among its last ten rows those that fit neither its dates nor its numbers. */
final class Footers {

    private static final int MOST = 10;
    private static final int BYTES = 1 << 16;
    private static final List<String> WORDS = List.of(
            "total",
            "totals",
            "grand total",
            "subtotal",
            "sum",
            "average",
            "mean",
            "source",
            "sources",
            "note",
            "notes",
            "disclaimer",
            "copyright",
            "©",
            "data provided",
            "downloaded",
            "generated",
            "end of",
            "rows",
            "count",
            "summe",
            "gesamt",
            "mittelwert",
            "durchschnitt",
            "quelle",
            "stand",
            "hinweis",
            "合计",
            "总计",
            "小计",
            "平均",
            "均值",
            "数据来源",
            "来源",
            "注",
            "说明",
            "备注",
            "合計",
            "總計",
            "資料來源",
            "註",
            "*");

    private record Tail(int offset, int line, boolean footer) {}

    private Footers() {}

    /** The frame that ends before its footers, and tells of them. */
    static Frame cut(Text text, Dialect dialect, Frame frame, Head head) throws DataException {
        int start = tail(text, frame);
        if (!evenQuotes(text, start, frame.end())) {
            return frame;
        }
        List<Tail> rows = new ArrayList<>();
        Row row = new Row();
        Scan scan = new Scan(text, dialect, start, 1, frame.end());
        while (scan.next(row)) {
            if (row.filledFrom(0) && row.offset > frame.start()) {
                rows.add(new Tail(row.offset, row.line, footer(row, frame.width(), head.types())));
            }
        }
        int first = rows.size();
        while (first > 0 && rows.size() - first < MOST && rows.get(first - 1).footer()) {
            first--;
        }
        if (first == rows.size()) {
            return frame;
        }
        List<ImportReport.Warning> warnings = new ArrayList<>(frame.warnings());
        int before = frame.line() + breaks(text.bytes(), frame.start(), start) - 1;
        LineTally tally = new LineTally();
        rows.subList(first, rows.size()).forEach(f -> tally.add(before + f.line()));
        tally.tell("data.warn.footer", "", warnings);
        return frame.endingAt(rows.get(first).offset(), List.copyOf(warnings));
    }

    /** Position of a line's start near the end, not before the body. */
    private static int tail(Text text, Frame frame) {
        byte[] bytes = text.bytes();
        int least = Math.max(frame.start(), frame.end() - BYTES);
        int breaks = 0;
        for (int i = frame.end() - 1; i > least; i--) {
            boolean lineFeed = bytes[i - 1] == '\n';
            boolean lone = bytes[i - 1] == '\r' && bytes[i] != '\n';
            breaks += lineFeed || lone ? 1 : 0;
            if ((lineFeed || lone) && breaks > MOST + 4) {
                return i;
            }
        }
        return least == frame.start() ? least : frame.end();
    }

    /** Whether no line of the tail lies within a quoted cell of several lines. */
    private static boolean evenQuotes(Text text, int start, int end) {
        boolean open = false;
        for (int i = start; i < end; i++) {
            byte b = text.bytes()[i];
            open ^= b == '"';
            if (open && (b == '\n' || b == '\r')) {
                return false;
            }
        }
        return !open;
    }

    private static int breaks(byte[] bytes, int start, int end) {
        int breaks = 0;
        for (int i = start; i < end; i++) {
            boolean lone = bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n');
            breaks += bytes[i] == '\n' || lone ? 1 : 0;
        }
        return breaks;
    }

    private static boolean footer(Row row, int width, char[] types) {
        int first = 0;
        while (row.empty(first)) {
            first++;
        }
        int filled = 0;
        int fits = 0;
        boolean dateMisfit = false;
        for (int i = 0; i < row.cells; i++) {
            char kind = row.empty(i) ? Head.MISSING : Head.kind(row, i);
            char type = i < types.length ? types[i] : Head.MISSING;
            filled += row.empty(i) ? 0 : 1;
            fits += (type == Head.NUMBER || type == Head.DATE) && kind == type ? 1 : 0;
            dateMisfit |= type == Head.DATE && kind == Head.TEXT;
        }
        char type = first < types.length ? types[first] : Head.MISSING;
        boolean typed = type == Head.NUMBER || type == Head.DATE;
        boolean misfit = typed && Head.kind(row, first) == Head.TEXT;
        String cell = row.cell(first);
        if (word(cell)) {
            return misfit || (dateMisfit && filled > 0) || 2 * filled <= width;
        }
        boolean sentence = row.cells == 1 && width > 2 && cell.length() > 20 && cell.indexOf(' ') > 0;
        boolean alone = filled == 1 && width > 1;
        return fits == 0 && (typed ? alone || (misfit && filled != width) : sentence);
    }

    /** Starts with a word of totals or notes. */
    private static boolean word(String cell) {
        String lower = cell.toLowerCase(Locale.ROOT);
        return WORDS.stream()
                .anyMatch(w -> lower.startsWith(w)
                        && (lower.length() == w.length()
                                || w.charAt(0) > 'z'
                                || !Character.isLetterOrDigit(lower.charAt(w.length()))));
    }
}
