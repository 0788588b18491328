package io.riskloom.engine.model;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;

/** Gives each applicant's probability of being bad. */
public non-sealed interface CreditScorer extends TrainedModel {
    /** @throws NoticeException naming a column that the model needs and the book lacks */
    double[] probabilityBad(CreditBook book) throws NoticeException;

    /** What the model was trained on: its columns, which of them hold numbers, the categories it has seen. */
    CreditEncoder encoder();
}
