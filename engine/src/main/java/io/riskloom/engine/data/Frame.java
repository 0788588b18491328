package io.riskloom.engine.data;

import java.util.List;

/**
 * Where a text's table stands: its column names, and the bytes of its body.
 *
 * @param names    of the columns, no two the same; {@code #1}, {@code #2} … where the file names none
 * @param unnamed  whether a column has no name in the file
 * @param types    what an ARFF head says of each column; empty for other files
 * @param header   1-based line of the names, {@link ReadSettings#NO_HEADER} without any
 * @param start    position of the first row of the body in the text's bytes
 * @param line     1-based line of the file at {@code start}
 * @param end      position behind the last row, before notes and totals
 * @param comments mark of rows inside the body that are comments; 0 for none
 * @param warnings what was skipped or made up
 */
record Frame(
        List<String> names,
        List<Boolean> unnamed,
        List<ColumnPlan.Type> types,
        int header,
        int start,
        int line,
        int end,
        char comments,
        List<ImportReport.Warning> warnings) {

    int width() {
        return names.size();
    }

    /** The part of the body from a position on, whose lines are counted from 1. */
    Frame from(int position) {
        return new Frame(names, unnamed, types, header, position, 1, end, comments, warnings);
    }

    Frame endingAt(int position, List<ImportReport.Warning> told) {
        return new Frame(names, unnamed, types, header, start, line, position, comments, told);
    }
}
