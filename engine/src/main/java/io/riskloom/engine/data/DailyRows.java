package io.riskloom.engine.data;

import java.util.Arrays;
import tech.tablesaw.api.DoubleColumn;

/** Puts the rows of one series in order of days and keeps one a day, by the rule of the settings where prices differ. */
final class DailyRows {

    private final Sheet sheet;
    private final RowDays days;
    private final DoubleColumn close;
    private final Tally tally;
    private int severalPrices;
    private int firstConflict;

    DailyRows(Sheet sheet, RowDays days, DoubleColumn close, Tally tally) {
        this.sheet = sheet;
        this.days = days;
        this.close = close;
        this.tally = tally;
    }

    /** How many days have prices that differ. */
    int severalPrices() {
        return severalPrices;
    }

    /** Line of the first row that contradicts another one's price, 0 without one. */
    int firstConflict() {
        return firstConflict;
    }

    /** @param kept row indices in file order */
    int[] of(int[] kept) {
        return oneADay(ascending(kept));
    }

    private int[] ascending(int[] kept) {
        int up = 0;
        int down = 0;
        int firstTurn = 0;
        for (int i = 1; i < kept.length; i++) {
            int step = Integer.compare(days.key(kept[i]), days.key(kept[i - 1]));
            up += step > 0 ? 1 : 0;
            down += step < 0 ? 1 : 0;
            if (up > 0 && down > 0 && firstTurn == 0) {
                firstTurn = sheet.lines()[kept[i]];
            }
        }
        if (down == 0) {
            return kept;
        }
        if (up > 0) {
            tally.add("data.warn.unsorted", days.name(), firstTurn);
        }
        long[] keys = new long[kept.length];
        for (int i = 0; i < kept.length; i++) {
            keys[i] = (long) days.key(kept[i]) << 32 | kept[i];
        }
        Arrays.sort(keys);
        int[] sorted = new int[kept.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (int) keys[i];
        }
        return sorted;
    }

    /** Rows of one day stand in the order of the file. */
    private int[] oneADay(int[] sorted) {
        int kept = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            boolean differ = false;
            while (to < sorted.length && days.key(sorted[to]) == days.key(sorted[from])) {
                differ |= close.getDouble(sorted[to]) != close.getDouble(sorted[from]);
                to++;
            }
            int chosen = differ ? conflict(sorted, from, to) : repeats(sorted, from, to);
            if (chosen >= 0) {
                sorted[kept++] = chosen;
            }
            from = to;
        }
        return kept == sorted.length ? sorted : Arrays.copyOf(sorted, kept);
    }

    private int repeats(int[] sorted, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            tally.add("data.warn.repeatedDate", days.name(), sheet.lines()[sorted[i]]);
        }
        return sorted[from];
    }

    /** The row that counts of a day with several prices, −1 where none does. */
    private int conflict(int[] sorted, int from, int to) {
        severalPrices++;
        int line = sheet.lines()[sorted[from + 1]];
        firstConflict = firstConflict == 0 ? line : Math.min(firstConflict, line);
        String rule = sheet.settings().conflicts();
        int chosen =
                switch (rule) {
                    case "first" -> from;
                    case "none" -> -1;
                    default -> to - 1;
                };
        String key =
                switch (rule) {
                    case "first" -> "data.warn.conflictFirst";
                    case "none" -> "data.warn.conflictNone";
                    default -> "data.warn.conflict";
                };
        for (int i = from; i < to; i++) {
            if (i != chosen) {
                tally.add(key, close.name(), sheet.lines()[sorted[i]]);
            }
        }
        return chosen < 0 ? -1 : sorted[chosen];
    }
}
