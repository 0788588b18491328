package io.riskloom.engine.model;

import io.riskloom.engine.data.Notice;
import java.util.List;

/**
 * What scoring a whole file did.
 *
 * @param rows     applicants that were scored
 * @param refused  at or above the cut-off
 * @param mean     probability of bad
 * @param seconds  wall time
 * @param notes    missing columns, unseen categories, unreadable cells, by name
 * @param complete whether the file was scored to its end and written; else it was cancelled and nothing was written
 */
public record ScoreReport(long rows, long refused, double mean, double seconds, List<Notice> notes, boolean complete) {
    public ScoreReport {
        notes = List.copyOf(notes);
    }
}
