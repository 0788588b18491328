package io.riskloom.engine.judge;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Metric;
import java.util.List;
import java.util.Map;

/**
 * Generated paths beside the plain simulators, by the distance of their stylised facts: nearer or further only where the 95 %
 * interval of the difference does not hold 0.
 *
 * @param good  1 nearer than every plain simulator, −1 further than one and nearer than none, else 0
 * @param words {@code verdict.generate.better}, {@code .mixed}, {@code .noBetter}, {@code .worse}, {@code .worst}; with {@code .alone} before
 *     the last part where there is no GARCH; {@code .few} and {@code .copies} where nothing
 *     can be told
 */
record PathVerdict(int good, Notice words) {

    /** Share of near copies above which nearness is no merit. */
    private static final double MOSTLY = 0.5;

    /** Real returns below which nothing is told apart: facts of tails and of fifty lags need them. */
    private static final int FEWEST = 100;

    /**
     * @param facts   how many there are
     * @param returns real ones that are compared with
     */
    static PathVerdict of(Map<String, Double> metrics, List<ChallengerScore> challengers, int facts, int returns) {
        if (returns < FEWEST) {
            return new PathVerdict(
                    0,
                    Notice.of(
                            "verdict.generate.few",
                            returns,
                            FEWEST,
                            score(metrics),
                            score(challengers.getFirst().metrics())));
        }
        if (metrics.getOrDefault(Metric.NEAR_COPIES, 0.0) > MOSTLY) {
            return new PathVerdict(
                    0, Notice.of("verdict.generate.copies", Text.percent(metrics.get(Metric.NEAR_COPIES))));
        }
        long nearer = challengers.stream().filter(c -> gap(c).high() < 0).count();
        long further = challengers.stream().filter(c -> gap(c).low() > 0).count();
        String key;
        int good = 0;
        if (nearer == challengers.size()) {
            key = "better";
            good = 1;
        } else if (nearer > 0) {
            key = "mixed";
        } else if (further > 1) {
            key = "worst";
            good = -1;
        } else if (further > 0) {
            key = "worse";
            good = -1;
        } else {
            key = "noBetter";
        }
        ChallengerScore bootstrap = challengers.getFirst();
        String ours = score(metrics);
        String low = Text.number(gap(bootstrap).low(), 2);
        String high = Text.number(gap(bootstrap).high(), 2);
        if (challengers.size() == 1) {
            return new PathVerdict(
                    good,
                    Notice.of(
                            "verdict.generate.alone." + key,
                            ours,
                            score(bootstrap.metrics()),
                            low,
                            high,
                            inside(metrics),
                            inside(bootstrap.metrics()),
                            facts));
        }
        ChallengerScore garch = challengers.get(1);
        return new PathVerdict(
                good,
                Notice.of(
                        "verdict.generate." + key,
                        ours,
                        score(bootstrap.metrics()),
                        low,
                        high,
                        score(garch.metrics()),
                        Text.number(gap(garch).low(), 2),
                        Text.number(gap(garch).high(), 2),
                        inside(metrics),
                        inside(bootstrap.metrics()),
                        inside(garch.metrics()),
                        facts));
    }

    private static ChallengerScore.Gap gap(ChallengerScore challenger) {
        return challenger.differences().get(Metric.FACT_SCORE);
    }

    private static String score(Map<String, Double> metrics) {
        return Text.number(metrics.get(Metric.FACT_SCORE), 2);
    }

    private static long inside(Map<String, Double> metrics) {
        return Math.round(metrics.get(Metric.FACTS_INSIDE));
    }
}
