package io.riskloom.app.forecast;

import io.riskloom.engine.judge.DirectionScores;
import io.riskloom.engine.judge.Period;
import io.riskloom.engine.judge.PeriodScores;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Details;
import java.util.List;
import java.util.Optional;

/** Judges periods of a walk-forward; keeps what periods of the same runs share. Asked by one thread at a time. */
final class PeriodWork {

    /**
     * @param days  null for all test days
     * @param costs in basis points of a unit of turnover
     */
    record Question(WalkForward walk, PeriodDays days, double costs) {}

    /**
     * @param whole figures of all test days
     * @param part  those of the period, the same where none is chosen; empty where it has no forecast
     */
    record Answer(Question question, Period whole, Optional<Period> part) {}

    /** Scores of the runs of one walk-forward. */
    private interface Judge {
        /** @param days null for all test days */
        Optional<Period> over(PeriodDays days, double costs);
    }

    private WalkForward walk;
    private Judge judge;
    private Period whole;
    private double costs;

    Answer answer(Question question) {
        if (question.walk() != walk) {
            judge = judge(question.walk());
            walk = question.walk();
            whole = null;
        }
        if (whole == null || costs != question.costs()) {
            whole = judge.over(null, question.costs()).orElseThrow();
            costs = question.costs();
        }
        return new Answer(
                question,
                whole,
                question.days() == null ? Optional.of(whole) : judge.over(question.days(), question.costs()));
    }

    private static Judge judge(WalkForward walk) {
        if (walk.spec() instanceof ClassifySpec spec) {
            DirectionScores scores = new DirectionScores(details(walk, Details.OfClassify.class), spec.horizon());
            return (days, costs) ->
                    days == null ? Optional.of(scores.all(costs)) : scores.between(days.from(), days.to(), costs);
        }
        PeriodScores scores = new PeriodScores(details(walk, Details.OfForecast.class));
        return (days, costs) ->
                days == null ? Optional.of(scores.all(costs)) : scores.between(days.from(), days.to(), costs);
    }

    private static <D extends Details> List<D> details(WalkForward walk, Class<D> kind) {
        return walk.details().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
