package io.riskloom.engine.data;

/** Tells whether an adjusted close is whole enough to be used instead of the close. */
final class AdjustedCloses {

    /** Share of the rows that it may miss beyond those that the close misses. */
    private static final double MORE_MISSING = 0.01;

    private AdjustedCloses() {}

    /** Whether it misses more values than the close does, by more than a hundredth of the rows. */
    static boolean incomplete(Sheet sheet, int adjusted, int close) {
        int more = sheet.column(adjusted).countMissing() - sheet.column(close).countMissing();
        return more > MORE_MISSING * sheet.rows();
    }

    static ImportReport.Warning warning(Sheet sheet, int adjusted, int close) {
        String name = sheet.plans().get(adjusted).name();
        int missing = sheet.column(adjusted).countMissing();
        String used = sheet.plans().get(close).name();
        return new ImportReport.Warning(0, name, Notice.of("data.warn.adjustedIncomplete", "", name, missing, used));
    }
}
