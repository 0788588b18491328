package io.riskloom.engine.judge;

import io.riskloom.engine.feature.BarsPerYear;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.stats.TradingRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Scores of any period of the test span of directions, as {@link PeriodScores} of forecasts: the whole span of one run gives the
 * figures that it was judged by. Several folds are joined in order of time, an origin of two of them counts once, and one whose
 * label overlaps the last one's of the fold before is left out. At each origin the plain model answers the shares of its own
 * fold's training.
 */
public final class DirectionScores {

    private static final int UNKNOWN = -1;

    private final List<Row> rows = new ArrayList<>();
    private final int horizon;
    private final double barsPerYear;

    /**
     * @param day  its place in the series; {@value #UNKNOWN} in runs of earlier versions
     * @param move NaN where it is not known
     */
    private record Row(LocalDate date, int day, double[] probability, double[] prior, int outcome, double move) {}

    /**
     * @param folds   test spans of as many classes
     * @param horizon days that a direction spans, and that neighbouring origins are apart
     * @throws IllegalArgumentException where there is no test origin at all, or classes differ
     */
    public DirectionScores(List<Details.OfClassify> folds, int horizon) {
        this.horizon = horizon;
        folds.stream()
                .filter(fold -> !fold.origins().isEmpty())
                .sorted(Comparator.comparing(fold -> fold.origins().getFirst()))
                .forEach(this::add);
        if (rows.isEmpty()
                || rows.stream()
                                .mapToInt(row -> row.probability().length)
                                .distinct()
                                .count()
                        > 1) {
            throw new IllegalArgumentException(rows.size() + " directions of as many classes cannot be judged");
        }
        this.barsPerYear = folds.stream()
                .mapToDouble(Details.OfClassify::barsPerYear)
                .filter(bars -> bars > 0)
                .findFirst()
                .orElseGet(this::barsPerYear);
    }

    private void add(Details.OfClassify fold) {
        double[][] probability = fold.probability();
        int[] outcome = fold.outcome();
        double[] move = fold.move();
        double[] prior = fold.prior().length == 0 ? shares(outcome, probability[0].length) : fold.prior();
        int[] days = fold.days();
        Row last = rows.isEmpty() ? null : rows.getLast();
        for (int i = 0; i < outcome.length; i++) {
            Row row = new Row(
                    fold.origins().get(i),
                    days.length == 0 ? UNKNOWN : days[i],
                    probability[i],
                    prior,
                    outcome[i],
                    move.length == 0 ? Double.NaN : move[i]);
            if (last == null || apart(last, row)) {
                rows.add(row);
            }
        }
    }

    /** Whether the label of one row ends before that of a later fold's row begins. */
    private boolean apart(Row last, Row row) {
        boolean known = last.day() != UNKNOWN && row.day() != UNKNOWN;
        return row.date().isAfter(last.date()) && (!known || row.day() >= last.day() + horizon);
    }

    /** Runs of earlier versions did not keep their training shares; those of what came stand in. */
    private static double[] shares(int[] outcome, int classes) {
        double[] shares = new double[classes];
        Arrays.stream(outcome).forEach(o -> shares[o] += 1.0 / outcome.length);
        return shares;
    }

    /** Runs of earlier versions did not keep it: by the median gap between origins, which are a horizon of days apart. */
    private double barsPerYear() {
        long[] gaps = new long[rows.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = rows.get(i + 1).date().toEpochDay() - rows.get(i).date().toEpochDay();
        }
        Arrays.sort(gaps);
        long median = gaps.length == 0 ? horizon : gaps[gaps.length / 2];
        LocalDate first = rows.getFirst().date();
        return BarsPerYear.of(List.of(first, first.plusDays(Math.max(1, Math.round((double) median / horizon)))));
    }

    /** Dates of all origins, ascending. */
    public List<LocalDate> dates() {
        return rows.stream().map(Row::date).toList();
    }

    /** @param costs basis points for a unit of turnover */
    public Period all(double costs) {
        return period(rows, costs);
    }

    /**
     * The origins from one date to another, both included.
     *
     * @return empty where there is none
     */
    public Optional<Period> between(LocalDate from, LocalDate to, double costs) {
        List<Row> part = rows.stream()
                .filter(row -> !row.date().isBefore(from) && !row.date().isAfter(to))
                .toList();
        return part.isEmpty() ? Optional.empty() : Optional.of(period(part, costs));
    }

    private Period period(List<Row> part, double costs) {
        double[] move = part.stream().mapToDouble(Row::move).toArray();
        ClassifyJudge judge = new ClassifyJudge(
                part.stream().map(Row::probability).toArray(double[][]::new),
                part.stream().map(Row::prior).toArray(double[][]::new),
                part.stream().mapToInt(Row::outcome).toArray(),
                move);
        List<LocalDate> dates = part.stream().map(Row::date).toList();
        Optional<TradingRule> rule = Arrays.stream(move).allMatch(Double::isFinite)
                ? Optional.of(judge.trade(costs, barsPerYear / horizon))
                : Optional.empty();
        ClassVerdict verdict = judge.verdict();
        return new Period(
                part.size(),
                dates.getFirst(),
                dates.getLast(),
                judge.metrics(),
                judge.intervals(),
                List.of(),
                verdict.notice(),
                Period.chosen(part.size(), rows.size()),
                verdict.good(),
                rule.map(r -> new Trading(dates, r.rule(), r.buyAndHold())));
    }
}
