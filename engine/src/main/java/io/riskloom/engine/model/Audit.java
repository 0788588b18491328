package io.riskloom.engine.model;

import io.riskloom.engine.data.Notice;
import java.time.LocalDate;

/**
 * A trial of whether a run looked ahead: the future was changed, and what must not depend on it was computed again.
 *
 * @param kind    {@value #TRAINING}: all numbers that training, stopping and calibration see, with the days changed that the
 *                run must not know; {@value #FORECASTS}: forecasts, with the days after their origin changed
 * @param checked numbers or forecasts that were compared
 * @param changed those of them that came out different
 * @param from    first day that was changed; of several trials the earliest
 */
public record Audit(String kind, int checked, int changed, LocalDate from) {
    public static final String TRAINING = "training";
    public static final String FORECASTS = "forecasts";

    /** Whether something was compared and nothing came out different. */
    public boolean passed() {
        return checked > 0 && changed == 0;
    }

    /** What a reader must know of an audit that failed: checked, changed, first changed day. */
    Notice warning() {
        return Notice.of("run.warning.leak." + kind, checked, changed, from);
    }
}
