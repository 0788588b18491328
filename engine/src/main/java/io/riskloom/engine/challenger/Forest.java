package io.riskloom.engine.challenger;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import java.util.Map;

/**
 * A random forest (Breiman 2001): deep trees, each on its own 63.2 % of the rows, each split among √inputs drawn for it. A leaf
 * answers with its share of bad (squared error on 0 and 1 splits as Gini's impurity does), the forest with the mean.
 */
final class Forest {

    static final String NAME = "forest";

    private static final int TREES = 400;
    private static final int FEWER_TREES = 200;
    private static final int MANY_ROWS = 10_000;
    private static final int DEPTH = 12;
    /** Of the rows: what a bootstrap sample holds at least once, 1 − 1/e. */
    private static final double DRAWN = 0.632;
    /** Rows that a tree learns from at most: more make a forest slower, hardly better. */
    private static final double MOST_DRAWN = 50_000;

    private static final int LEAST_IN_LEAF = 3;
    private static final int LEAVES = 2_000;

    private Forest() {}

    /** @throws NoticeException where XGBoost's library cannot be loaded or fails */
    static PlainCredit fit(CreditBook book, int[] train, long seed) throws NoticeException {
        double inputs = Math.max(1, TreeInputs.fit(book, train).width());
        Map<String, Object> settings = Map.of(
                "objective",
                "reg:squarederror",
                "base_score",
                0,
                "learning_rate",
                1,
                "lambda",
                0,
                "num_parallel_tree",
                train.length < MANY_ROWS ? TREES : FEWER_TREES,
                "max_depth",
                DEPTH,
                "min_child_weight",
                Math.max(LEAST_IN_LEAF, train.length / LEAVES),
                "colsample_bynode",
                Math.sqrt(inputs) / inputs,
                "subsample",
                Math.min(DRAWN, MOST_DRAWN / train.length));
        return Trees.grow(NAME, book, train, settings, 1, seed);
    }
}
