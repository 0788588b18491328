package io.riskloom.engine.judge;

import io.riskloom.engine.model.Details;
import io.riskloom.engine.stats.Vintages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The test applicants by the time of their application. */
public final class CreditVintages {

    private static final int MOST = 24;
    private static final int ENOUGH = 50;
    private static final int MONTHS_A_QUARTER = 3;

    private CreditVintages() {}

    /** @param label {@code 2014-07}, {@code 2014-Q3} or {@code 2014} */
    public record Period(String label, Vintages.Vintage vintage) {}

    /**
     * Months, or quarters, or else years: the shortest of which there are no more than {@value #MOST} with {@value #ENOUGH}
     * applicants each on average. Periods without an applicant are left out.
     *
     * @return in order of time; empty without dates or training scores
     */
    public static List<Period> of(Details.OfCredit details) {
        List<LocalDate> dates = details.dates();
        if (dates.isEmpty() || details.reference() == null) {
            return List.of();
        }
        List<String> labels = labels(dates);
        List<String> periods = new ArrayList<>(new TreeSet<>(labels));
        int[] period = labels.stream().mapToInt(periods::indexOf).toArray();
        List<Vintages.Vintage> vintages = Vintages.of(
                period,
                periods.size(),
                details.probabilityBad(),
                details.bad(),
                details.reference().edges(),
                details.reference().shares(),
                details.reference().rows());
        return IntStream.range(0, periods.size())
                .mapToObj(p -> new Period(periods.get(p), vintages.get(p)))
                .toList();
    }

    private static List<String> labels(List<LocalDate> dates) {
        for (Function<LocalDate, String> unit :
                List.<Function<LocalDate, String>>of(CreditVintages::month, CreditVintages::quarter)) {
            List<String> labels = dates.stream().map(unit).toList();
            long periods = labels.stream().distinct().count();
            if (periods <= MOST && periods * ENOUGH <= dates.size()) {
                return labels;
            }
        }
        return dates.stream().map(CreditVintages::year).toList();
    }

    private static String year(LocalDate date) {
        String year = String.valueOf(date.getYear());
        return "0".repeat(Math.max(0, 4 - year.length())) + year;
    }

    private static String month(LocalDate date) {
        return year(date) + (date.getMonthValue() < 10 ? "-0" : "-") + date.getMonthValue();
    }

    private static String quarter(LocalDate date) {
        return year(date) + "-Q" + (1 + (date.getMonthValue() - 1) / MONTHS_A_QUARTER);
    }
}
