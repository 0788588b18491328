package io.riskloom.engine.challenger;

import io.riskloom.engine.data.CreditBook;
import java.util.Arrays;

/**
 * Trees without an input: everybody has the share of bad among the training rows.
 *
 * @param name of the model that had nothing to split
 */
record BaseRate(String name, double share) implements PlainCredit {

    static BaseRate of(String name, float[] labels) {
        double bad = 0;
        for (float label : labels) {
            bad += label;
        }
        return new BaseRate(name, bad / labels.length);
    }

    @Override
    public double[] probability(CreditBook book, int[] rows) {
        double[] all = new double[rows.length];
        Arrays.fill(all, share);
        return all;
    }
}
