package io.riskloom.engine.quality;

import io.riskloom.engine.data.Imported;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Checks of loaded data; see {@link Check} for what is looked for. A clean file has no findings. */
public final class Quality {

    private static final Comparator<Finding> GRAVEST_FIRST = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(Comparator.comparingInt(Finding::count).reversed());

    private Quality() {}

    /** Of a file that was read without corrections, today. */
    public static QualityReport of(Imported imported) {
        return of(imported, Reading.PLAIN, LocalDate.now());
    }

    /**
     * @param reading what was corrected; what it settles is not found again
     * @param today   later days are in the future
     */
    public static QualityReport of(Imported imported, Reading reading, LocalDate today) {
        return switch (imported) {
            case Imported.Prices prices -> prices(prices, reading, today);
            case Imported.Credit credit -> new QualityReport(CreditColumns.of(credit), sorted(CreditChecks.of(credit)));
        };
    }

    private static QualityReport prices(Imported.Prices prices, Reading reading, LocalDate today) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < prices.series().size(); i++) {
            series.add(Series.of(prices.series().get(i), prices.lines().get(i)));
        }
        LocalDate tomorrow = today.plusDays(1);
        Peers peers = Peers.of(series.stream()
                .map(one -> one.until(tomorrow))
                .filter(one -> one.size() > 0)
                .toList());
        List<Finding> findings = new ArrayList<>(ReaderFindings.of(prices, series, reading));
        for (Series one : series) {
            Gaps gaps = Gaps.of(one.until(tomorrow));
            findings.addAll(CalendarChecks.of(one, gaps, peers, tomorrow));
            findings.addAll(PriceChecks.of(one, gaps.calendar()));
        }
        return new QualityReport(PriceColumnFacts.of(prices, series), sorted(findings));
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream().sorted(GRAVEST_FIRST).toList();
    }
}
