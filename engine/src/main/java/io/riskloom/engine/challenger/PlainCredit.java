package io.riskloom.engine.challenger;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;

/** A plain credit model, fitted on training rows only. */
public interface PlainCredit {

    /** Key under {@code challenger.} in the bundles: {@code scorecard}, {@code forest} or {@code boosting}. */
    String name();

    /**
     * Probability of bad of some rows of a book with the columns that it was fitted on, in the order given.
     *
     * @throws NoticeException naming a column that it needs and the book lacks, or {@code run.warning.treesFailed} (key of the
     *     name, cause)
     */
    double[] probability(CreditBook book, int[] rows) throws NoticeException;
}
