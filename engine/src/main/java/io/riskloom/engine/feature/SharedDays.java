package io.riskloom.engine.feature;

import io.riskloom.engine.data.PriceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Several series on the days that all of them have. */
public final class SharedDays {
    private SharedDays() {}

    /** The main series first, the others in their order; closes alone. */
    public static List<PriceHistory> of(PriceHistory main, List<PriceHistory> all) {
        Set<LocalDate> shared = new HashSet<>(main.dates());
        all.forEach(series -> shared.retainAll(new HashSet<>(series.dates())));
        List<PriceHistory> cut = new ArrayList<>();
        cut.add(on(main, shared));
        all.stream()
                .filter(series -> !series.symbol().equals(main.symbol()))
                .forEach(series -> cut.add(on(series, shared)));
        return cut;
    }

    private static PriceHistory on(PriceHistory series, Set<LocalDate> days) {
        List<LocalDate> dates = new ArrayList<>();
        List<Double> closes = new ArrayList<>();
        double[] close = series.close();
        for (int i = 0; i < close.length; i++) {
            if (days.contains(series.dates().get(i))) {
                dates.add(series.dates().get(i));
                closes.add(close[i]);
            }
        }
        double[] none = new double[0];
        double[] kept = closes.stream().mapToDouble(c -> c).toArray();
        return new PriceHistory(series.symbol(), dates, none, none, none, kept, none, series.source());
    }
}
