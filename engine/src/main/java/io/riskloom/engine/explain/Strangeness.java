package io.riskloom.engine.explain;

import java.util.List;

/**
 * What is unusual about one applicant: where the network could not put the applicant together again.
 *
 * @param row   in the file, from 0
 * @param score share of the validation applicants that are more usual
 * @param parts one a column, the largest share first
 */
public record Strangeness(int row, double score, List<Part> parts) {
    public Strangeness {
        parts = List.copyOf(parts);
    }

    /**
     * @param column   of the file
     * @param value    its text there, empty where it is missing
     * @param share    of the applicant's reconstruction error; all shares add up to 1
     * @param expected what the network made of it instead, {@code NA} for a missing cell; empty where that cannot be said
     */
    public record Part(String column, String value, double share, String expected) {}
}
