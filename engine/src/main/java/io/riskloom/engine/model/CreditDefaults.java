package io.riskloom.engine.model;

import io.riskloom.engine.data.CreditBook;

/**
 * Settings that suit the size of a table: with few applicants small networks that learn in small steps for many epochs, with
 * many the reverse (RECIPES: 1,000, 4,454 and 30,000 rows were tried).
 */
public final class CreditDefaults {
    private static final int MEDIUM_FROM = 2_500;
    private static final int LARGE_FROM = 12_000;

    private CreditDefaults() {}

    /** {@code small} below 2,500 rows, {@code medium} below 12,000, else {@code large}. */
    public static String table(int rows) {
        return rows < MEDIUM_FROM ? "small" : rows < LARGE_FROM ? "medium" : "large";
    }

    /** The specification for a table of that size; settings that were chosen stay. */
    public static CreditSpec suited(CreditSpec spec, CreditBook book) {
        return Specs.with(spec, "table", table(book.size()));
    }
}
