package io.riskloom.engine.quality;

import io.riskloom.engine.data.Notice;
import java.util.List;

/**
 * Something that a reader should know about the data, and what can be done about it.
 *
 * @param severity how much it matters for what a model learns
 * @param series   of a price file; empty where all series or none are meant
 * @param column   empty where none is meant
 * @param count    how many rows or cells
 * @param lines    1-based lines of the file, the first {@value #LINES} of them
 * @param notice   the finding in words
 * @param fixes    offered corrections, the usual one first; empty where there is nothing to do but know
 */
public record Finding(
        Check check,
        Severity severity,
        String series,
        String column,
        int count,
        List<Integer> lines,
        Notice notice,
        List<Step> fixes) {

    public static final int LINES = 20;

    public enum Severity {
        /** Good to know. */
        NOTE,
        /** Look at it before you train. */
        WARNING,
        /** A model trained on it is likely to be wrong. */
        SEVERE
    }

    public Finding {
        lines = List.copyOf(lines);
        fixes = List.copyOf(fixes);
        if (lines.size() > LINES) {
            throw new IllegalArgumentException(lines.size() + " lines, at most " + LINES);
        }
    }
}
