package io.riskloom.engine.challenger;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import java.util.HashMap;
import java.util.Map;

/**
 * Gradient boosting (Friedman 2001) of the log loss by small trees grown leaf by leaf, each on 80 % of the rows and half of the
 * inputs: 150 trees of 8 leaves, and 300 of 15 from 10,000 rows on.
 */
final class Boosting {

    static final String NAME = "boosting";

    private static final int MANY_ROWS = 10_000;

    private Boosting() {}

    /** @throws NoticeException where XGBoost's library cannot be loaded or fails */
    static PlainCredit fit(CreditBook book, int[] train, long seed) throws NoticeException {
        boolean many = train.length >= MANY_ROWS;
        Map<String, Object> settings = new HashMap<>(Map.of(
                "objective",
                "binary:logistic",
                "grow_policy",
                "lossguide",
                "max_depth",
                0,
                "subsample",
                0.8,
                "colsample_bytree",
                0.5));
        settings.put("max_leaves", many ? 15 : 8);
        settings.put("learning_rate", many ? 0.03 : 0.04);
        settings.put("min_child_weight", many ? 5 : 4);
        settings.put("lambda", many ? 5 : 1);
        return Trees.grow(NAME, book, train, settings, many ? 300 : 150, seed);
    }
}
