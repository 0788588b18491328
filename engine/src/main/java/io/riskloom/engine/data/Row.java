package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One row's cells, trimmed, in a buffer that the next row overwrites. */
final class Row {

    char[] text = new char[512];
    int[] starts = new int[16];
    int[] ends = new int[16];
    int cells;
    /** 1-based line of the file at which the row starts. */
    int line;
    /** Position in the text's bytes at which the row starts. */
    int offset;
    /** Whether the first cell stands in quotation marks. */
    boolean quoted;

    int start(int cell) {
        return starts[cell];
    }

    int length(int cell) {
        return ends[cell] - starts[cell];
    }

    String cell(int cell) {
        return new String(text, starts[cell], ends[cell] - starts[cell]);
    }

    boolean empty(int cell) {
        return starts[cell] == ends[cell];
    }

    /** Nothing but white space, and no separator. */
    boolean blank() {
        return cells == 0 || (cells == 1 && empty(0) && !quoted);
    }

    boolean marked(char mark) {
        return cells > 0 && !quoted && length(0) > 0 && text[starts[0]] == mark;
    }

    /** Whether any cell from {@code from} on holds something. */
    boolean filledFrom(int from) {
        for (int i = from; i < cells; i++) {
            if (!empty(i)) {
                return true;
            }
        }
        return false;
    }

    /** Adds empty cells up to {@code width}. */
    void pad(int width) {
        while (cells < width) {
            put(0, 0);
        }
    }

    void put(int start, int end) {
        if (cells == starts.length) {
            starts = Arrays.copyOf(starts, 2 * cells);
            ends = Arrays.copyOf(ends, 2 * cells);
        }
        int from = start;
        int to = end;
        while (from < to && Cells.blank(text[from])) {
            from++;
        }
        while (to > from && Cells.blank(text[to - 1])) {
            to--;
        }
        starts[cells] = from;
        ends[cells++] = to;
    }

    List<String> strings() {
        List<String> strings = new ArrayList<>(cells);
        for (int i = 0; i < cells; i++) {
            strings.add(cell(i));
        }
        return strings;
    }
}
