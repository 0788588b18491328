package io.riskloom.app.session;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.quality.Reading;
import io.riskloom.engine.quality.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reader should know about how a file was opened.
 *
 * @param words   one sentence each
 * @param offered the remembered reading that was not used, or not wholly; {@link Reading#PLAIN} where none was held back
 */
public record OpenNote(Kind kind, List<Notice> words, Reading offered) {

    public enum Kind {
        /** The file changed since it was corrected: its settings were used, its corrections were not. */
        CHANGED,
        /** Another file stands in for one that was lost, and its content differs. */
        REPLACED,
        /** The remembered reading does not fit any more; everything was detected anew. */
        UNFIT,
        /** Read with the settings of a file with the same columns. */
        ALIKE
    }

    public OpenNote {
        words = List.copyOf(words);
    }

    /** A note that stood when the project was closed; which file stood in for which, and why, was said then. */
    static OpenNote again(Kind kind, Reading offered) {
        Notice words = kind == Kind.UNFIT
                ? Notice.of("data.note.unfit")
                : Notice.of("data.note.changed", offered.steps().size());
        return new OpenNote(kind, List.of(words), offered);
    }

    /** The reading with the offered corrections before its own. */
    public Reading before(Reading now) {
        if (!offersSteps()) {
            return now;
        }
        List<Step> steps = new ArrayList<>(offered.steps());
        now.steps().stream().filter(step -> !steps.contains(step)).forEach(steps::add);
        return new Reading(now.settings(), steps);
    }

    /** Whether there are corrections that may still be made. */
    public boolean offersSteps() {
        return kind != Kind.UNFIT && !offered.steps().isEmpty();
    }
}
