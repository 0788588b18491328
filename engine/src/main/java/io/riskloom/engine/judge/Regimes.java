package io.riskloom.engine.judge;

import io.riskloom.engine.feature.Span;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Periods of a series by which a test span is taken apart. Volatility is realised volatility: the root mean square of the daily
 * log returns ln(C(t)/C(t−1)) of the days of a period.
 */
public final class Regimes {

    /** A third of fewer days says nothing of their volatility. */
    private static final int LEAST = 15;

    private Regimes() {}

    /** The days of each calendar year, by index, in order of time. */
    public static Map<Integer, Span> years(List<LocalDate> dates) {
        Map<Integer, Span> years = new LinkedHashMap<>();
        for (int day = 0; day < dates.size(); day++) {
            int last = day;
            years.merge(dates.get(day).getYear(), new Span(day, day), (span, one) -> new Span(span.first(), last));
        }
        return years;
    }

    /** The third of the days, in a row, with the lowest volatility; the earliest of several. */
    public static Optional<Span> calmest(double[] close, Span days) {
        return third(close, days, 1);
    }

    /** The third of the days, in a row, with the highest volatility; the earliest of several. */
    public static Optional<Span> wildest(double[] close, Span days) {
        return third(close, days, -1);
    }

    /** Empty for fewer than {@value #LEAST} days. The first day of a series has no return and counts as none. */
    private static Optional<Span> third(double[] close, Span days, int sign) {
        if (days.size() < LEAST) {
            return Optional.empty();
        }
        int length = days.size() / 3;
        double[] until = new double[days.size() + 1]; // sum of the squared returns before each day
        int best = days.first();
        double least = Double.POSITIVE_INFINITY;
        for (int end = 1; end <= days.size(); end++) {
            until[end] = until[end - 1] + square(close, days.first() + end - 1);
            double sum = end < length ? Double.POSITIVE_INFINITY : sign * (until[end] - until[end - length]);
            if (sum < least) {
                least = sum;
                best = days.first() + end - length;
            }
        }
        return Optional.of(new Span(best, best + length - 1));
    }

    private static double square(double[] close, int day) {
        double move = day == 0 ? 0 : Math.log(close[day] / close[day - 1]);
        return move * move;
    }
}
