package io.riskloom.app.generate;

import io.riskloom.engine.judge.Holding;
import io.riskloom.engine.judge.ScenarioRisk;
import io.riskloom.engine.judge.ScenarioSet;
import io.riskloom.engine.stats.Quantiles;
import io.riskloom.engine.stats.TailRisk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a position may lose by each source of scenarios.
 *
 * @param sources in the order of the desk, those that have scenarios so long
 */
record RiskReport(Question question, List<Of> sources) {

    private static final int WORST = 10;

    /** Horizons of the curve, as far as scenarios reach. */
    private static final int[] HORIZONS = {1, 2, 3, 5, 7, 10, 15, 20, 30, 40, 50, 60, 90, 120, 180, 252};

    /**
     * @param holding amounts by series
     * @param days    the position is held
     * @param levels  of the table, ascending
     * @param level   of the charts, one of them
     */
    record Question(RiskDesk desk, Holding holding, int days, double[] levels, double level, long seed) {}

    /**
     * @param risk  over the question's days
     * @param worst scenarios with the largest losses, the worst first
     * @param days  horizons of the curve
     * @param curve value at risk at the question's level, one a horizon
     */
    record Of(ScenarioRisk risk, List<Integer> worst, int[] days, double[] curve) {

        String source() {
            return risk.source();
        }

        TailRisk tail(double level) {
            return risk.tails().stream()
                    .filter(tail -> tail.level() == level)
                    .findFirst()
                    .orElseThrow();
        }
    }

    RiskReport {
        sources = List.copyOf(sources);
    }

    static RiskReport of(Question question) {
        List<Of> sources = new ArrayList<>();
        for (ScenarioSet set : question.desk().sets()) {
            if (set.count(question.days()) > 0) {
                sources.add(of(question, set));
            }
        }
        return new RiskReport(question, sources);
    }

    private static Of of(Question question, ScenarioSet set) {
        ScenarioRisk risk =
                ScenarioRisk.of(set, question.holding(), question.days(), question.levels(), question.seed());
        int[] days = Arrays.stream(HORIZONS)
                .filter(d -> d <= question.desk().days() && set.count(d) > 0)
                .toArray();
        double[] curve = Arrays.stream(days)
                .mapToDouble(d -> -Quantiles.of(question.holding().profits(set, d), question.level()))
                .toArray();
        return new Of(risk, risk.worst(set, WORST), days, curve);
    }

    Optional<Of> source(String name) {
        return sources.stream().filter(of -> of.source().equals(name)).findFirst();
    }

    double level() {
        return question.level();
    }
}
