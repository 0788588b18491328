package io.riskloom.engine.judge;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.BarsPerYear;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.Direction;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.Proportion;
import io.riskloom.engine.stats.Roc;
import io.riskloom.engine.stats.TradingRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Directions on test windows whose labels do not overlap, beside the shares of the classes in training; see {@link
 * ClassVerdict}. Traded: long where up is the likeliest class, short where down is, out of the market where flat is, held for
 * the horizon.
 */
public final class ClassifyJudge {
    private static final double CUT_OFF = 0.5;
    /** Windows below which figures, and the choice of an epoch, are chance; a fold always has as many. */
    private static final int FEW = 10;

    private final double[][] probability;
    private final double[][] plain;
    private final int[] outcome;
    private final double[] move;
    private final Map<String, Double> metrics;
    private final Map<String, Double> plainMetrics;
    private final Map<String, Interval> intervals = new HashMap<>();
    private final Proportion accuracy;

    /** @param plain origins × classes: the plain model's answers */
    ClassifyJudge(double[][] probability, double[][] plain, int[] outcome, double[] move) {
        this.probability = probability;
        this.plain = plain;
        this.outcome = outcome;
        this.move = move;
        this.metrics = metrics(probability);
        this.plainMetrics = metrics(plain);
        int hits = (int) Math.round(metrics.get(Metric.ACCURACY) * outcome.length);
        this.accuracy = Proportion.wilson(hits, outcome.length);
        intervals.put(Metric.ACCURACY, new Interval(accuracy.low(), accuracy.high()));
        boolean[] up = ClassScores.up(probability, outcome);
        if (Classes.both(up)) {
            Roc.Auc delong = Roc.delong(ClassScores.last(probability), up);
            intervals.put(Metric.AUC, new Interval(delong.low(), delong.high()));
        }
    }

    /**
     * @param chosenOn validation windows by which the epoch was chosen
     * @param prior    share of each class among the training windows
     * @param network  probabilities for some origins, origins × classes in the order down, (flat,) up
     */
    public static Evaluation evaluate(
            ClassifySpec spec,
            PriceHistory history,
            DateSplit split,
            int chosenOn,
            double[] prior,
            Function<int[], double[][]> network) {
        int[] origins = split.test().days(spec.horizon());
        Direction direction = new Direction(history.close(), spec.horizon(), spec.classes(), spec.deadBand());
        double[][] plain = new double[origins.length][];
        Arrays.fill(plain, prior);
        ClassifyJudge judge = new ClassifyJudge(
                network.apply(origins),
                plain,
                Arrays.stream(origins).map(direction::of).toArray(),
                Arrays.stream(origins).mapToDouble(direction::move).toArray());
        double barsPerYear = BarsPerYear.of(history.dates());
        judge.trade(spec.costs(), barsPerYear / spec.horizon());
        List<LocalDate> dates =
                Arrays.stream(origins).mapToObj(history.dates()::get).toList();
        ClassVerdict verdict = judge.verdict();
        return new Evaluation(
                judge.metrics,
                judge.intervals,
                List.of(new ChallengerScore("majority", judge.plainMetrics)),
                verdict.notice(),
                verdict.good(),
                judge.warnings(chosenOn),
                judge.details(dates, prior, origins, barsPerYear));
    }

    private boolean two() {
        return probability[0].length == 2;
    }

    private Map<String, Double> metrics(double[][] answers) {
        return two()
                ? new HashMap<>(Classes.metrics(ClassScores.last(answers), ClassScores.up(answers, outcome), CUT_OFF))
                : ClassScores.metrics(answers, outcome);
    }

    TradingRule trade(double costs, double periodsPerYear) {
        double[] sides =
                Arrays.stream(probability).mapToDouble(ClassifyJudge::side).toArray();
        double[] simple = Arrays.stream(move).map(Math::expm1).toArray();
        TradingRule rule = TradingRule.sign(sides, simple, costs, periodsPerYear);
        Trading.put(rule.rule(), metrics, intervals);
        return rule;
    }

    /** −1 for down, 0 for flat, 1 for up; as good as even between two counts as up. */
    private static double side(double[] p) {
        if (p.length == 2) {
            return p[1] >= CUT_OFF ? 1 : -1;
        }
        return ClassScores.called(p) - 1;
    }

    Map<String, Double> metrics() {
        return metrics;
    }

    Map<String, Interval> intervals() {
        return intervals;
    }

    ClassVerdict verdict() {
        if (two()) {
            return ClassVerdict.ofTwo(
                    ClassScores.last(probability),
                    ClassScores.up(probability, outcome),
                    intervals.getOrDefault(Metric.AUC, new Interval(0, 1)),
                    metrics,
                    accuracy,
                    plainMetrics.get(Metric.ACCURACY));
        }
        Comparison shares =
                Comparison.of(ClassScores.losses(probability, outcome), ClassScores.losses(plain, outcome), 1);
        return ClassVerdict.ofThree(shares, metrics, accuracy, plainMetrics);
    }

    private Details.OfClassify details(List<LocalDate> dates, double[] prior, int[] days, double barsPerYear) {
        return new Details.OfClassify(
                dates,
                ClassScores.last(probability),
                ClassScores.up(probability, outcome),
                probability,
                outcome,
                move,
                prior,
                days,
                barsPerYear);
    }

    private List<Notice> warnings(int chosenOn) {
        List<Notice> warnings = new ArrayList<>();
        if (Math.min(outcome.length, chosenOn) < FEW) {
            warnings.add(Notice.of("run.warning.fewWindows", outcome.length, chosenOn, FEW));
        }
        LeakAlarm.of(accuracy, plainMetrics.get(Metric.ACCURACY)).ifPresent(warnings::add);
        return warnings;
    }
}
