package io.riskloom.engine.quality;

/** What is looked for in loaded data. Message keys are {@code quality.NAME} with the constant's name in lower case. */
public enum Check {
    /** Trading days without a row, judged by the weekdays the series itself uses. */
    GAP,
    /** Several prices for one day of one series; the reader keeps one of them. */
    CONFLICT,
    /** Rows that repeat the day and price of another; left out when read. */
    REPEATED_DATE,
    /** Rows that are in no order of date; sorted when read. */
    UNSORTED,
    /** Zero or negative prices; such rows are left out when read. */
    NOT_POSITIVE,
    /** High below low, or open or close outside of both. */
    BAR_ORDER,
    /** A jump by a simple ratio overnight, as splits make. */
    SPLIT,
    /** The same close on many days in a row. */
    STALE,
    /** Dates later than the day after the file was read. */
    FUTURE,
    /** Moves far outside of the series' own distribution. */
    OUTLIER,
    /** Rows equal in every column. */
    DUPLICATE,
    /** A feature that alone ranks the target with an AUC over 0.9. */
    LEAK,
    /** The classes are very unequal. */
    BALANCE,
    /** A number far outside that stands for a missing value, such as −9999 or 99999999. */
    SPECIAL_CODE,
    /** A feature with one value only. */
    CONSTANT,
    /** Many cells of a column are missing. */
    MISSING,
    /** A column's distribution differs from that of a second file (population stability index). */
    SHIFT
}
