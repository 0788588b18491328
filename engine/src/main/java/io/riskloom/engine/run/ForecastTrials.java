package io.riskloom.engine.run;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Splits;
import io.riskloom.engine.model.TrainedModel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * A trained model's answers from test origins up to some cuts, by {@link Repeat}, and beside those that the outcome shows. The
 * cuts lie across the test span: a feature that looks a day ahead shows at the origins next to a cut, a figure of the whole
 * series at all. The first cut tries few origins and tells what time the next ones take. Adaptive bands are computed anew from
 * the calibration on for each question, however few origins it has.
 */
final class ForecastTrials {

    /** Origins before the first cut that are asked from, and before the others at most; networks over pictures are slow. */
    private static final int FEW = 8;

    private static final int BLOCK = 100;
    private static final int BLOCK_OF_PICTURES = 16;
    private static final int CUTS = 4;

    private final PriceHistory history;
    private final Span test;
    private final int few;
    private final int most;

    /** @throws NoticeException as {@link Splits#days} */
    ForecastTrials(RunSpec spec, PriceHistory history) throws NoticeException {
        this.history = history;
        this.test = Splits.days(spec, history.size()).test();
        boolean pictures =
                spec instanceof ForecastSpec f && f.seesImages() || spec instanceof ClassifySpec c && c.seesImages();
        // a classification shows one test day in so many
        this.few = spec instanceof ClassifySpec c ? Math.max(FEW, c.horizon()) : FEW;
        this.most = Math.max(few, pictures ? BLOCK_OF_PICTURES : BLOCK);
    }

    /**
     * @return false where the device does not give the same answer twice, so that no more can be said
     * @throws java.util.concurrent.CancellationException where the allowance is used up, in the middle of a question as well
     */
    boolean make(TrainedModel model, Details details, Tally made, Tally shown, Allowance allowance)
            throws NoticeException {
        Shown stored = new Shown(Answers.of(details));
        int first = test.first();
        int rows = few;
        for (int cut = 1; cut <= CUTS; cut++) {
            int last = test.first() + test.size() * cut / CUTS - 1;
            int from = Math.max(first, last - rows + 1);
            long begun = System.nanoTime();
            Repeat repeat = Repeat.of(model, history, from, last);
            if (!repeat.certain()) {
                return false;
            }
            made.add(repeat.known().size(), repeat.changed(), history.dates().get(last + 1));
            stored.compare(repeat.known(), shown);
            first = last + 1;
            if (cut == CUTS) {
                break;
            }
            allowance.check();
            long took = Math.max(1, System.nanoTime() - begun);
            if (took > allowance.left() / 2) {
                break;
            }
            long affordable = allowance.left() / 2 * (last - from + 1) / took / (CUTS - cut);
            rows = Math.clamp(affordable, few, most);
        }
        return true;
    }

    /** Answers of the outcome by their days. */
    private static final class Shown {
        private final Answers answers;
        private final Map<LocalDate, Integer> rows = new HashMap<>();

        Shown(Answers answers) {
            this.answers = answers;
            for (int i = 0; i < answers.size(); i++) {
                rows.put(answers.days().get(i), i);
            }
        }

        void compare(Answers known, Tally tally) {
            for (int i = 0; i < known.size(); i++) {
                LocalDate day = known.days().get(i);
                if (rows.containsKey(day)) {
                    tally.add(1, known.far(i, answers, rows.get(day)) ? 1 : 0, day);
                }
            }
        }
    }
}
