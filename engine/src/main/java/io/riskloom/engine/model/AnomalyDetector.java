package io.riskloom.engine.model;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;

/** Tells how unlike the training applicants each applicant is. */
public non-sealed interface AnomalyDetector extends TrainedModel {

    /**
     * Scores, 0 for the most usual; as an empirical share in [0, 1]: how many of the validation applicants score lower.
     *
     * @throws NoticeException naming a column that the model needs and the book lacks
     */
    double[] scores(CreditBook book) throws NoticeException;

    /** As {@link #scores(CreditBook)} of rows as the encoder makes them. */
    double[] scores(float[][] inputs);

    /** Such rows as the network puts them together again. */
    float[][] again(float[][] inputs);

    CreditEncoder encoder();
}
