package io.riskloom.engine.model;

import io.riskloom.engine.data.Imported;
import java.util.List;

/**
 * What a run's file calls the outcome, so that a later file's is told by the same texts and not by which of them is rarer there.
 *
 * @param column name
 * @param bad    texts of applicants who did not pay; all others paid
 */
public record CreditTarget(String column, List<String> bad) {

    /** Not known: a later file's outcome is detected. */
    public static final CreditTarget UNKNOWN = new CreditTarget("", List.of());

    public CreditTarget {
        bad = List.copyOf(bad);
    }

    /** As the file was read; {@link #UNKNOWN} of one that is no credit table. */
    public static CreditTarget of(Imported data) {
        return data instanceof Imported.Credit credit
                ? new CreditTarget(
                        credit.book().target(), credit.report().used().bad())
                : UNKNOWN;
    }
}
