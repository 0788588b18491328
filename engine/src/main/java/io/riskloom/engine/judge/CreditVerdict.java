package io.riskloom.engine.judge;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.ChallengerScore.Gap;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import java.util.List;

/**
 * The network beside all challengers by the paired DeLong intervals of the AUC differences.
 *
 * @param good  1 better than each, 0 no better, −1 worse than one
 * @param rival the one that decides ({@link Deciding})
 */
record CreditVerdict(int good, ChallengerScore rival) {

    /** The scorecard and two kinds of trees. */
    private static final int ALL = 3;

    /** @param challengers at least one */
    static CreditVerdict of(List<ChallengerScore> challengers) {
        Deciding deciding = Deciding.of(
                challengers.stream().map(c -> c.differences().get(Metric.AUC)).toList(),
                challengers.stream()
                        .mapToDouble(c -> c.metrics().get(Metric.AUC))
                        .toArray());
        return new CreditVerdict(deciding.good(), challengers.get(deciding.rival()));
    }

    /**
     * AUC, its interval, the deciding challenger and its AUC, the difference with its interval and p-value, test applicants,
     * how many challengers there are.
     */
    Notice notice(CreditFigures ours, int rows, int challengers) {
        boolean all = challengers >= ALL;
        String key =
                switch (good) {
                    case 1 -> all ? "verdict.credit.beatsAll" : "verdict.credit.beatsFitted";
                    case -1 -> "verdict.credit.beaten";
                    default -> all ? "verdict.credit.notApart" : "verdict.credit.notApartFitted";
                };
        Interval auc = ours.intervals().get(Metric.AUC);
        Gap gap = rival.differences().get(Metric.AUC);
        return Notice.of(
                key,
                Text.number(ours.metrics().get(Metric.AUC), 3),
                Text.number(auc.low(), 3),
                Text.number(auc.high(), 3),
                "challenger." + rival.name(),
                Text.number(rival.metrics().get(Metric.AUC), 3),
                Text.number(gap.difference(), 4),
                Text.number(gap.low(), 4),
                Text.number(gap.high(), 4),
                Text.signedP(gap.pValue()),
                rows,
                challengers);
    }
}
