package io.riskloom.engine.quality;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.quality.Finding.Severity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Days of one series that are missing or cannot be. */
final class CalendarChecks {

    /** Share of missing single days that holidays explain: 3.5 % in New York, 6 % in Tokyo. */
    private static final double HOLIDAYS = 0.08;

    private static final double MANY = 0.01;

    private final Series series;
    private final Series known;
    private final SeriesFindings findings;

    private CalendarChecks(Series series, LocalDate latest) {
        this.series = series;
        this.known = series.until(latest);
        this.findings = new SeriesFindings(series);
    }

    /**
     * @param gaps   of the days up to the latest, as {@code peers}: before a date such as 9999-12-31 nothing is missing
     * @param latest later rows are in the future: tomorrow, because the world has several time zones
     */
    static List<Finding> of(Series series, Gaps gaps, Peers peers, LocalDate latest) {
        CalendarChecks checks = new CalendarChecks(series, latest);
        List<Gaps.Gap> unusual = gaps.unusual();
        checks.longGaps(unusual, gaps.calendar());
        checks.singleDays(gaps.single());
        checks.peers(peers, unusual);
        checks.future(latest);
        return checks.findings.all();
    }

    private void longGaps(List<Gaps.Gap> unusual, Calendar calendar) {
        if (unusual.isEmpty()) {
            return;
        }
        Gaps.Gap longest = unusual.getFirst();
        for (Gaps.Gap gap : unusual) {
            longest = gap.days().length > longest.days().length ? gap : longest;
        }
        int days = Gaps.days(unusual).length;
        Notice notice = Notice.of(
                calendar.daily() ? "quality.gap" : "quality.gap.period",
                series.name(),
                days,
                unusual.size(),
                longest.days().length,
                series.when(longest.row() - 1),
                series.when(longest.row()),
                calendar.step());
        Step[] fixes = longest.days().length > known.size()
                ? new Step[0]
                : new Step[] {fill(Check.GAP, PriceMender.LONG_GAPS)};
        findings.add(Check.GAP, Severity.WARNING, days, rows(unusual), notice, fixes);
    }

    private void singleDays(List<Gaps.Gap> single) {
        int missing = Gaps.days(single).length;
        double share = (double) missing / (missing + known.size());
        if (share > HOLIDAYS) {
            Notice notice = Notice.of("quality.gap.single", series.name(), missing, Plain.percent(share));
            findings.add(Check.GAP, Severity.WARNING, missing, rows(single), notice, fill(Check.GAP, ""));
        }
    }

    private void peers(Peers peers, List<Gaps.Gap> unusual) {
        int[] told = Gaps.days(unusual);
        int[] missing = IntStream.of(peers.missing(known))
                .filter(day -> Arrays.binarySearch(told, day) < 0)
                .toArray();
        if (missing.length == 0) {
            return;
        }
        Severity severity = missing.length > MANY * series.size() ? Severity.WARNING : Severity.NOTE;
        Notice notice =
                Notice.of("quality.gap.others", series.name(), missing.length, LocalDate.ofEpochDay(missing[0]));
        IntStream after = IntStream.of(missing)
                .map(day -> -1 - Arrays.binarySearch(series.days(), day))
                .distinct();
        findings.add(Check.GAP, severity, missing.length, after, notice, fill(Check.GAP, PriceMender.DAYS_OF_OTHERS));
    }

    private void future(LocalDate latest) {
        int first = known.size();
        int count = series.size() - first;
        if (count > 0) {
            Notice notice = Notice.of(
                    "quality.future", series.name(), count, series.when(first), series.when(series.size() - 1));
            Step leaveOut = new Step(Check.FUTURE, Fix.LEAVE_OUT, series.name(), "", latest.toString());
            findings.add(
                    Check.FUTURE, Severity.WARNING, count, IntStream.range(first, series.size()), notice, leaveOut);
        }
    }

    private Step fill(Check check, String which) {
        return new Step(check, Fix.FILL_PREVIOUS, series.name(), "", which);
    }

    private static IntStream rows(List<Gaps.Gap> gaps) {
        return gaps.stream().mapToInt(Gaps.Gap::row);
    }
}
