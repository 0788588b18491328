package io.riskloom.engine.djl;

import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.CreditHistory;
import io.riskloom.engine.feature.RowPicture;
import io.riskloom.engine.judge.Calibrator;
import io.riskloom.engine.model.CreditTarget;

/**
 * What a credit scorer needs beside its weights.
 *
 * @param picture    null where no network sees pictures
 * @param history    null where no network reads months
 * @param calibrator of the mean logit; null in files of earlier versions, whose networks were others
 * @param cutOff     probability from which an applicant counts as bad
 * @param bestEpoch  the last at which a network's weights were kept
 * @param bestEpochs of each network
 * @param offset     ln(bad / good) of the training rows less that of what was learnt, where that was weighed or had
 *     generated rows, else 0: added to the mean logit, it puts the balance back
 * @param average    mean of the inputs of the rows that were learnt
 * @param target     what the file calls the outcome; null in files of earlier versions
 * @param trainedOn  SHA-256 of the file
 */
record CreditModel(
        CreditEncoder encoder,
        RowPicture picture,
        CreditHistory history,
        Calibrator calibrator,
        double cutOff,
        int bestEpoch,
        int[] bestEpochs,
        double offset,
        float[] average,
        CreditTarget target,
        String trainedOn) {

    CreditLayout layout() {
        return new CreditLayout(encoder, picture, history);
    }

    /** Before the calibration. */
    double raw(double logit) {
        return logit + offset;
    }
}
