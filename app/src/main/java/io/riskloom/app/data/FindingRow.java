package io.riskloom.app.data;

import io.riskloom.engine.quality.Finding;
import io.riskloom.engine.quality.Step;
import java.util.List;

/**
 * Something to know about the data, in words.
 *
 * @param name  of the check, short
 * @param place series or column, empty where none is meant or there is only one
 * @param count of rows or cells in words, empty where none are meant
 * @param lines of the file, the first of them
 * @param more  whether there are further lines
 */
record FindingRow(
        Finding.Severity severity,
        String name,
        String words,
        String place,
        String count,
        List<Integer> lines,
        boolean more,
        List<FixChoice> fixes) {

    /** A correction that is offered, as its button says. */
    record FixChoice(String words, Step step) {}
}
