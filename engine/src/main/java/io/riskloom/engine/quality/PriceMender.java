package io.riskloom.engine.quality;

import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Applies the steps for price series in their order; those that the reader took care of and those for credit do nothing. */
final class PriceMender {

    /** Values of a {@link Check#GAP} step; without a value all missing trading days are filled. */
    static final String LONG_GAPS = "long";

    static final String DAYS_OF_OTHERS = "others";

    private final Imported.Prices read;
    private final boolean carried;
    private List<Series> series = new ArrayList<>();

    private PriceMender(Imported.Prices read, boolean carried) {
        this.read = read;
        this.carried = carried;
        for (int i = 0; i < read.series().size(); i++) {
            series.add(Series.of(read.series().get(i), read.lines().get(i)));
        }
    }

    /**
     * @throws DataException where a step's value cannot be understood, it speaks of a day or (in a reading made for this file)
     *     of a series that is not there, or nothing is left
     */
    static Imported.Prices mend(Imported.Prices read, Reading reading) throws DataException {
        if (reading.steps().isEmpty()) {
            return read;
        }
        PriceMender mender = new PriceMender(read, reading.carried());
        for (Step step : reading.steps()) {
            mender.apply(step);
        }
        return mender.mended();
    }

    private void apply(Step step) throws DataException {
        boolean there = step.series().isEmpty()
                || series.stream().anyMatch(one -> one.name().equals(step.series()));
        if (!there && !carried) {
            throw StepErrors.series(read.source(), step);
        }
        Peers peers = step.value().equals(DAYS_OF_OTHERS) ? Peers.of(series) : Peers.of(List.of());
        List<Series> after = new ArrayList<>();
        for (Series one : series) {
            boolean meant = step.series().isEmpty() || step.series().equals(one.name());
            try {
                if (meant && step.fix() == Fix.ADJUST) {
                    refuseOutside(step, one);
                }
                after.add(meant ? applied(step, one, peers) : one);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw StepErrors.value(read.source(), step, e);
            }
        }
        series = after;
    }

    /** A mistyped day would divide no price or all of them. */
    private void refuseOutside(Step step, Series one) throws DataException {
        int[] days = one.days();
        int day = one.day(step.value().split(" ", 2)[0]);
        if (days.length > 0 && (day < days[0] || day > days[days.length - 1])) {
            throw StepErrors.day(read.source(), step, one.when(0), one.when(one.size() - 1));
        }
    }

    private static Series applied(Step step, Series one, Peers peers) {
        return switch (step.fix()) {
            case LEAVE_OUT -> one.without(found(step, one)::get);
            case SET_MISSING ->
                step.check() == Check.OUTLIER ? one.without(Moves.of(one).spikes()::get) : one;
            case FILL_PREVIOUS -> one.filled(lost(step, one, peers));
            case ADJUST -> adjusted(step.value(), one);
            case WIDEN -> widened(one);
            case LEAVE_OUT_COLUMN, FILL_VALUE, KEEP_FIRST, KEEP_LAST, KEEP_NONE -> one;
        };
    }

    private static BitSet found(Step step, Series one) {
        BitSet found = new BitSet();
        if (step.check() == Check.STALE) {
            found = Stale.rows(one, Calendar.of(one));
            for (int row = 1; row < one.size(); row++) {
                if (one.filledIn(row) && found.get(row - 1)) {
                    found.set(row); // it copies a row that goes
                }
            }
        } else if (step.check() == Check.FUTURE) {
            long latest = LocalDate.parse(step.value()).toEpochDay();
            IntStream.range(0, one.size())
                    .filter(row -> one.days()[row] > latest)
                    .forEach(found::set);
        }
        return found;
    }

    private static int[] lost(Step step, Series one, Peers peers) {
        if (step.check() == Check.GAP) {
            return switch (step.value()) {
                case LONG_GAPS -> Gaps.days(Gaps.fillable(one).unusual());
                case DAYS_OF_OTHERS -> peers.missing(one);
                case "" -> Gaps.days(Gaps.fillable(one).all());
                default -> throw new IllegalArgumentException("no kind of gaps: " + step.value());
            };
        }
        return step.check() == Check.NOT_POSITIVE
                ? List.of(step.value().split(" ")).stream().mapToInt(one::day).toArray()
                : new int[0];
    }

    /** All prices before the day are divided by the ratio of new shares to old, volume is multiplied by it. */
    private static Series adjusted(String value, Series one) {
        String[] parts = value.split(" ", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("a day and a ratio, not " + value);
        }
        int day = one.day(parts[0]);
        double ratio = SplitRatio.parse(parts[1]);
        for (int row = 0; row < one.size() && one.days()[row] < day; row++) {
            for (double[] prices : List.of(one.open(), one.high(), one.low(), one.close())) {
                if (prices.length > 0) {
                    prices[row] /= ratio;
                }
            }
            if (one.volume().length > 0) {
                one.volume()[row] *= ratio;
            }
        }
        return one;
    }

    private static Series widened(Series one) {
        Bars.widen(one, Bars.wrong(one));
        return one;
    }

    private Imported.Prices mended() throws DataException {
        List<Series> left = series.stream().filter(s -> s.size() > 0).toList();
        if (left.isEmpty()) {
            throw StepErrors.nothingLeft(read.source());
        }
        int before = read.series().stream().mapToInt(PriceHistory::size).sum();
        boolean wide = before > read.report().rows(); // several series share a row
        int rows = wide
                ? left.stream().mapToInt(Series::size).max().orElseThrow()
                : left.stream().mapToInt(Series::size).sum();
        Source source = new Source(read.source().path(), read.source().sha256(), rows);
        return new Imported.Prices(
                left.stream().map(s -> s.history(source)).toList(),
                left.stream().map(Series::lines).toList(),
                Reports.with(read.report(), rows, read.report().columns()));
    }
}
