package io.riskloom.engine.quality;

import java.util.BitSet;

/** Rows of daily data that repeat the close of the row before, in runs of at least {@value #LEAST} equal closes. */
final class Stale {

    static final int LEAST = 10;

    private Stale() {}

    /** The repeats; the first row of each run is not among them, nor are rows that a correction filled in. */
    static BitSet rows(Series series, Calendar calendar) {
        BitSet stale = new BitSet();
        if (!calendar.daily()) {
            return stale;
        }
        double[] close = series.close();
        int start = 0;
        int filledIn = 0;
        for (int row = 1; row <= close.length; row++) {
            if (row < close.length && close[row] == close[row - 1]) {
                filledIn += series.filledIn(row) ? 1 : 0;
                continue;
            }
            if (row - start - filledIn >= LEAST) {
                for (int repeat = start + 1; repeat < row; repeat++) {
                    stale.set(repeat, !series.filledIn(repeat));
                }
            }
            start = row;
            filledIn = 0;
        }
        return stale;
    }

    /** How many runs the repeats make. */
    static int runs(Series series, BitSet stale) {
        int runs = 0;
        for (int row = stale.nextSetBit(0); row >= 0; row = stale.nextSetBit(end(series, stale, row))) {
            runs++;
        }
        return runs;
    }

    /** The row behind the run of which that row is a repeat; a row that was filled in does not end it. */
    static int end(Series series, BitSet stale, int row) {
        int end = row;
        while (end < series.size() && (stale.get(end) || series.filledIn(end))) {
            end++;
        }
        return end;
    }
}
