package io.riskloom.engine.inside;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;

/** A trained model whose network can be looked into. */
public interface Inspectable {

    /** @throws NoticeException {@code inside.error.applicants} (model) where the model reads applicants */
    Inside inside(PriceHistory history) throws NoticeException;

    /** @throws NoticeException {@code inside.error.prices} (model) where the model reads prices */
    Inside inside(CreditBook book) throws NoticeException;
}
