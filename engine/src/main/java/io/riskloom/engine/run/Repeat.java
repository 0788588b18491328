package io.riskloom.engine.run;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.TrainedModel;
import java.util.List;

/**
 * Answers that were asked for again with all days after the last of their origins changed, and with these days cut off. They
 * are asked for the same origins each time: one may differ in its last bits in another batch.
 *
 * @param known   as they are
 * @param changed number of those that came out different
 * @param certain false where a difference may be the device's, which does not give the same answer twice
 */
record Repeat(Answers known, int changed, boolean certain) {

    /** How often a question is put again before a difference counts. */
    private static final int AGAIN = 4;

    /** Answers from the origins {@code from} to {@code last}. */
    static Repeat of(TrainedModel model, PriceHistory history, int from, int last) throws NoticeException {
        Answers known = Answers.of(model, history, from, last + 1);
        boolean[] different = new boolean[known.size()];
        int changed = 0;
        for (PriceHistory other : List.of(Perturbation.after(history, last, last), Perturbation.until(history, last))) {
            Answers then = Answers.of(model, other, from, last + 1);
            if (known.same(then)) {
                continue;
            }
            if (!repeats(model, history, from, known) || !repeats(model, other, from, then)) {
                return new Repeat(known, 0, false);
            }
            for (int i = 0; i < different.length; i++) {
                changed += !different[i] && known.changed(i, then) ? 1 : 0;
                different[i] |= known.changed(i, then);
            }
        }
        return new Repeat(known, changed, true);
    }

    private static boolean repeats(TrainedModel model, PriceHistory history, int from, Answers said)
            throws NoticeException {
        for (int time = 0; time < AGAIN; time++) {
            if (!said.same(Answers.of(model, history, from, from + said.size()))) {
                return false;
            }
        }
        return true;
    }
}
