package io.riskloom.engine.model;

import io.riskloom.engine.data.Notice;
import java.util.List;

/**
 * A credit model's answer for a file of applicants. Arrays are copied in and out.
 *
 * @param bad   each applicant's probability of being bad, in the file's order, no row left out
 * @param lines 1-based line of the file of each
 * @param notes what a reader should know about the file: what its reading decided by convention, cells that were taken as
 *     missing, categories that the model has not seen
 */
public record Scores(double[] bad, int[] lines, List<Notice> notes) {

    public Scores {
        bad = bad.clone();
        lines = lines.clone();
        notes = List.copyOf(notes);
        if (bad.length != lines.length) {
            throw new IllegalArgumentException(bad.length + " scores for " + lines.length + " lines");
        }
    }

    @Override
    public double[] bad() {
        return bad.clone();
    }

    @Override
    public int[] lines() {
        return lines.clone();
    }
}
