package io.riskloom.engine.judge;

import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.feature.Target;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Series with given daily log returns. */
public final class ToySeries {
    private static final LocalDate MONDAY = LocalDate.of(2001, 1, 1);

    private ToySeries() {}

    /** Day 0 closes at 1; the return of day t + 1 is number t. */
    public static PriceHistory of(double... returns) {
        double[] close = new double[returns.length + 1];
        close[0] = 1;
        for (int t = 0; t < returns.length; t++) {
            close[t + 1] = close[t] * Math.exp(returns[t]);
        }
        return ofCloses(close, 0);
    }

    /** Closes alone, from a day on; each day keeps its date. */
    static PriceHistory ofCloses(double[] close, int from) {
        double[] none = {};
        List<LocalDate> dates = dates(close.length).subList(from, close.length);
        double[] later = Arrays.copyOfRange(close, from, close.length);
        return new PriceHistory("TOY", dates, none, none, none, later, none, new Source("toy.csv", "0", 0));
    }

    /** Weekdays. */
    static List<LocalDate> dates(int days) {
        return IntStream.range(0, days)
                .mapToObj(day -> MONDAY.plusDays(7L * (day / 5) + day % 5))
                .toList();
    }

    /** A model of the next day's return. */
    public static Outlook nextDay(PriceHistory history, Predictor predictor) {
        return new Outlook(predictor, Target.ofCloses(history, new int[] {1}, 1), history.dates(), 0);
    }
}
