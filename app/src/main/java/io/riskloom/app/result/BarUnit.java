package io.riskloom.app.result;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PriceHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** How far the rows of a price series are apart, by the median gap between their dates. */
public enum BarUnit {
    DAY(4),
    WEEK(10),
    MONTH(45),
    /** Further apart than months. */
    BAR(Long.MAX_VALUE),
    /** Rows without dates. */
    ROW(0);

    private static final int GAPS = 5_000;

    private final long longest;

    /** @param longest median gap in calendar days; four days still span a long weekend */
    BarUnit(long longest) {
        this.longest = longest;
    }

    /**
     * The unit of ascending dates; {@link #DAY} for fewer than two, {@link #ROW} where rows stand in for dates. Of many dates every
     * k-th gap is taken, so that at most {@value #GAPS} are sorted.
     */
    public static BarUnit of(List<LocalDate> dates) {
        if (!dates.isEmpty() && !PriceHistory.dated(dates.getFirst())) {
            return ROW;
        }
        int every = (dates.size() - 1) / GAPS + 1;
        long[] gaps = IntStream.iterate(1, i -> i < dates.size(), i -> i + every)
                .mapToLong(i -> dates.get(i).toEpochDay() - dates.get(i - 1).toEpochDay())
                .sorted()
                .toArray();
        long median = gaps.length == 0 ? 0 : gaps[gaps.length / 2];
        for (BarUnit unit : values()) {
            if (median <= unit.longest) {
                return unit;
            }
        }
        return BAR;
    }

    /** {@code days}, {@code months}: after a number. */
    public String many(Texts texts) {
        return texts.get("result.unit.many." + name());
    }

    /** {@code 1 day}, {@code 12 months}. */
    public String count(int bars, Texts texts) {
        return bars == 1
                ? texts.get("result.unit.one." + name())
                : texts.get("result.unit.count." + name(), Formats.number(bars, 0));
    }

    /** {@code days}, {@code months}: where no number stands before it. */
    public String plural(Texts texts) {
        return texts.get("result.unit.plural." + name());
    }

    /** {@code Day}, {@code Month}: of an axis. */
    public String axis(Texts texts) {
        return texts.get("result.unit.axis." + name());
    }

    /** {@code daily}, {@code monthly}. */
    public String each(Texts texts) {
        return texts.get("result.unit.each." + name());
    }
}
