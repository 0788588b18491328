package io.riskloom.engine.judge;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.stats.Proportion;
import java.util.Optional;

/** Directions that are called too well: daily prices do not let more than a few points be had above the base rate. */
final class LeakAlarm {
    private static final double SUSPICIOUS = 0.56;
    private static final int ENOUGH = 100;

    private LeakAlarm() {}

    /**
     * An alarm above 56 % hits from 100 cases on; an up-trend alone lifts the hits of a model that always says "up", so
     * that they must lie 6 points above the more frequent direction too.
     *
     * @param hits     share of directions that were right
     * @param majority share of the more frequent direction, or hits of the majority class
     * @return {@code run.warning.leakSuspect} (hits in %, cases)
     */
    static Optional<Notice> of(Proportion hits, double majority) {
        double lead = hits.value() - Math.max(0.5, majority);
        return hits.value() > SUSPICIOUS && lead > SUSPICIOUS - 0.5 && hits.n() >= ENOUGH
                ? Optional.of(Notice.of("run.warning.leakSuspect", Text.percent(hits.value()), hits.n()))
                : Optional.empty();
    }
}
