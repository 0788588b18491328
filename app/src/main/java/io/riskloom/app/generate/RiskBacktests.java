package io.riskloom.app.generate;

import io.riskloom.app.task.LastAsked;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.challenger.Garch;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.judge.OneDayRisk;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.model.PathSight.Backtest;
import io.riskloom.engine.stats.StylisedFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * One-day values at risk of the main series on the test days. Those that the run's evaluation has are shown as they are; other
 * levels and the short side are computed here: the quantile of the days before, GARCH, and of a generator that knows no recent
 * history the quantile of its paths, the same every day. Where days were left out before the test span, no forecast from the days
 * before can be computed.
 */
final class RiskBacktests {

    /** The order of the table. */
    static final List<String> SIMULATORS = List.of(PathSight.GENERATED, PathSight.GARCH, OneDayRisk.HISTORICAL);

    /**
     * @param spec        of the run
     * @param turned      whether the position is short
     * @param levels      ascending
     * @param returns     of the test days, their signs turned for a short position
     */
    record Question(Details.OfGenerate details, GenerateSpec spec, boolean turned, double[] levels, double[] returns) {

        /** Whether the generator knows the recent history. */
        boolean conditional() {
            return spec.conditioned();
        }

        /** Whether days that are not kept lie between the known ones and the test span. */
        boolean gap() {
            return spec.embargo() > 0;
        }
    }

    /** Of a simulator that was fitted for the question asked before. */
    private record Fitted(Details.OfGenerate details, boolean turned, Optional<Garch> garch) {}

    private final LastAsked<Question, List<Backtest>> asked;
    private Question last;
    // of one background task at a time
    private volatile Fitted fitted;

    RiskBacktests(Tasks tasks) {
        this.asked = new LastAsked<>(tasks, this::tested);
    }

    void ask(Details.OfGenerate details, GenerateSpec spec, boolean turned, double[] levels) {
        if (last == null
                || last.details() != details
                || last.turned() != turned
                || !Arrays.equals(last.levels(), levels)) {
            last = new Question(details, spec, turned, levels, turned(details.real(), turned));
            asked.ask(last);
        }
    }

    void clear() {
        last = null;
        asked.clear();
    }

    /** Level by level, of each in the order of {@link #SIMULATORS}. */
    ReadOnlyObjectProperty<LastAsked.Answer<Question, List<Backtest>>> latest() {
        return asked.latest();
    }

    /** Why rows are not there; empty where all are. */
    static List<Notice> missing(Question question, List<Backtest> tests) {
        List<Notice> reasons = new ArrayList<>();
        if (question.conditional() && lacks(question, tests, PathSight.GENERATED)) {
            reasons.add(Notice.of("generate.risk.backtest.missing.conditional"));
        }
        if (question.gap() && lacks(question, tests, OneDayRisk.HISTORICAL)) {
            reasons.add(Notice.of("generate.risk.backtest.missing.embargo"));
        }
        return reasons;
    }

    private static boolean lacks(Question question, List<Backtest> tests, String simulator) {
        return tests.stream().filter(test -> test.simulator().equals(simulator)).count() < question.levels().length;
    }

    private List<Backtest> tested(Question question) {
        List<Backtest> tests = new ArrayList<>();
        for (double level : question.levels()) {
            for (String simulator : SIMULATORS) {
                stored(question, simulator, level)
                        .or(() -> computed(question, simulator, level))
                        .ifPresent(tests::add);
            }
        }
        return tests;
    }

    private static Optional<Backtest> stored(Question question, String simulator, double level) {
        return question.details().sight().backtests().stream()
                .filter(test -> !question.turned() && test.simulator().equals(simulator) && test.level() == level)
                .findFirst();
    }

    private Optional<Backtest> computed(Question question, String simulator, double level) {
        double[] known = turned(question.details().sight().training(), question.turned());
        double[] test = question.returns();
        return forecast(question, simulator, level, known)
                .map(forecast -> OneDayRisk.tested(simulator, level, forecast, test));
    }

    private Optional<double[]> forecast(Question question, String simulator, double level, double[] known) {
        double[] test = question.returns();
        if (question.gap() && !simulator.equals(PathSight.GENERATED)) {
            return Optional.empty();
        }
        return switch (simulator) {
            case PathSight.GENERATED -> constant(question, level);
            case PathSight.GARCH -> garch(question, known).map(garch -> OneDayRisk.garch(garch, known, test, level));
            default -> Optional.of(OneDayRisk.historical(known, test, level));
        };
    }

    private Optional<Garch> garch(Question question, double[] known) {
        Fitted now = fitted;
        if (now == null || now.details() != question.details() || now.turned() != question.turned()) {
            now = new Fitted(question.details(), question.turned(), Garch.possible(known));
            fitted = now;
        }
        return now.garch();
    }

    /** The same every day; empty for a generator that would have known the days before. */
    private static Optional<double[]> constant(Question question, double level) {
        if (question.conditional()) {
            return Optional.empty();
        }
        double[] made = turned(StylisedFacts.pooled(question.details().sample().returns()), question.turned());
        double[] forecast = new double[question.returns().length];
        Arrays.fill(forecast, StylisedFacts.valueAtRisk(made, level));
        return Optional.of(forecast);
    }

    private static double[] turned(double[] returns, boolean turned) {
        return turned ? Arrays.stream(returns).map(r -> -r).toArray() : returns;
    }
}
