package io.riskloom.engine.judge;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.ChallengerScore.Gap;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import java.util.Comparator;
import java.util.List;

/**
 * The network beside all challengers by the paired 95 % DeLong intervals of the AUC differences: better only where every one
 * lies above 0, worse where one lies below, else no better. Named is the challenger that decides: the strongest of those that
 * it is worse than, of those that it is not told apart from, or of all that it beats.
 *
 * @param good 1 better, 0 no better, −1 worse
 */
record CreditVerdict(int good, ChallengerScore rival) {

    /** @param challengers at least one */
    static CreditVerdict of(List<ChallengerScore> challengers) {
        for (int good = -1; good < 1; good++) {
            int sign = good;
            List<ChallengerScore> deciding =
                    challengers.stream().filter(c -> sign(c) == sign).toList();
            if (!deciding.isEmpty()) {
                return new CreditVerdict(good, strongest(deciding));
            }
        }
        return new CreditVerdict(1, strongest(challengers));
    }

    private static ChallengerScore strongest(List<ChallengerScore> challengers) {
        return challengers.stream()
                .max(Comparator.comparingDouble(c -> c.metrics().get(Metric.AUC)))
                .orElseThrow();
    }

    private static int sign(ChallengerScore challenger) {
        Gap auc = challenger.differences().get(Metric.AUC);
        return auc.low() > 0 ? 1 : auc.high() < 0 ? -1 : 0;
    }

    /**
     * AUC, its interval, the deciding challenger and its AUC, the difference with its interval and p-value, test applicants,
     * how many challengers there are.
     */
    Notice notice(CreditFigures ours, int rows, int challengers) {
        String key =
                switch (good) {
                    case 1 -> "verdict.credit.beatsAll";
                    case -1 -> "verdict.credit.beaten";
                    default -> "verdict.credit.notApart";
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
                Text.number(gap.difference(), 3),
                Text.number(gap.low(), 3),
                Text.number(gap.high(), 3),
                Text.signedP(gap.pValue()),
                rows,
                challengers);
    }
}
