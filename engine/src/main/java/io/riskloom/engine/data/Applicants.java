package io.riskloom.engine.data;

import java.util.Map;

/**
 * Some applicants of a long file, one behind the other.
 *
 * @param book  the columns that were asked for, all of them; those that the file lacks hold missing cells only
 * @param lines 1-based line of the file of each
 * @param texts cells as they are written, of columns that were asked for so; one an applicant
 */
public record Applicants(CreditBook book, int[] lines, Map<String, String[]> texts) {

    public Applicants {
        lines = lines.clone();
        texts = Map.copyOf(texts);
    }

    @Override
    public int[] lines() {
        return lines.clone();
    }

    public int size() {
        return lines.length;
    }

    public Applicants with(CreditBook changed) {
        return new Applicants(changed, lines, texts);
    }
}
