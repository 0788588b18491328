package io.riskloom.engine.quality;

/** What can be done about a finding. Message keys are {@code quality.fix.NAME} with the constant's name in lower case. */
public enum Fix {
    /** The rows found are left out. */
    LEAVE_OUT,
    /** The column is left out. */
    LEAVE_OUT_COLUMN,
    /** The cells found become missing; a price row without a close is left out. */
    SET_MISSING,
    /** Days without a row repeat the close of the day before, with volume 0. */
    FILL_PREVIOUS,
    /** Missing cells take the step's value: a number, or a level of their own. */
    FILL_VALUE,
    /** Prices before the jump are divided by the ratio of new shares to old, volume is multiplied by it. */
    ADJUST,
    /** High and low are widened to enclose open and close. */
    WIDEN,
    /** Of several prices for a day the first in the file counts. */
    KEEP_FIRST,
    /** Of several prices for a day the last in the file counts. */
    KEEP_LAST,
    /** A day with several prices is left out. */
    KEEP_NONE;

    /** Whether it changes what a column's cells mean, and so must be done to every file that a model sees. */
    public boolean ofColumn() {
        return this == LEAVE_OUT_COLUMN || this == SET_MISSING || this == FILL_VALUE;
    }
}
