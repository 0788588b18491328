package io.riskloom.engine.model;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import java.time.LocalDate;

/**
 * A trial of whether a run looked ahead: the future was changed, and what must not depend on it was computed again.
 *
 * @param kind    {@value #TRAINING}: the windows that a run was given for its training, its choice of an epoch and its
 *                calibration, with the days changed that each of them must not know; {@value #FORECASTS}: forecasts, with the
 *                days after their origin changed or cut off; {@value #SHOWN}: forecasts that the outcome shows beside those
 *                that the model makes
 * @param checked windows or forecasts that were compared
 * @param changed those of them that came out different
 * @param from    first day that was changed, of several trials the earliest; of forecasts shown the first day of one
 */
public record Audit(String kind, int checked, int changed, LocalDate from) {
    public static final String TRAINING = "training";
    public static final String FORECASTS = "forecasts";
    public static final String SHOWN = "shown";

    /** Whether something was compared and nothing came out different. */
    public boolean passed() {
        return checked > 0 && changed == 0;
    }

    /** The finding: checked, changed, first changed day (or {@code #} and its row where the file has no dates). */
    public Notice notice() {
        return passed() ? finding("audit." + kind) : warning();
    }

    /** What a reader must know of an audit that failed; as {@link #notice}. */
    Notice warning() {
        return finding("run.warning.leak." + kind);
    }

    private Notice finding(String key) {
        Object day = PriceHistory.dated(from) ? from : "#" + PriceHistory.row(from);
        return Notice.of(key, checked, changed, day);
    }
}
