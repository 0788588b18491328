package io.riskloom.engine.judge;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Scorecard;
import io.riskloom.engine.model.Seeds;
import io.riskloom.engine.stats.CalibrationLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A credit scorer on the test applicants beside plain models that were fitted on the same other applicants. */
public final class CreditJudge {

    /** Part of a run's seed that draws the bootstrap samples. */
    private static final int DRAWS = 17;

    private CreditJudge() {}

    /**
     * What is judged.
     *
     * @param book         as the model sees it, with the target
     * @param learnt       rows of training and validation
     * @param test         rows of the test
     * @param raw          probability of bad of each test row before calibration
     * @param answers      after calibration
     * @param cutOff       see {@link CutOff}
     * @param reference    calibrated answers on the learnt rows, with which later applicants' are compared
     * @param plain        the challengers' answers on the test rows, at least one challenger
     * @param scorecard    may be null
     * @param dates        of the test rows, or empty
     * @param augmentation null where nothing was generated
     * @param warnings     that come after the judge's own
     */
    public record Asked(
            CreditSpec spec,
            CreditBook book,
            int[] learnt,
            int[] test,
            double[] raw,
            double[] answers,
            double cutOff,
            double[] reference,
            List<Details.Plain> plain,
            Scorecard scorecard,
            List<LocalDate> dates,
            Details.Augmentation augmentation,
            List<Notice> warnings) {
        public Asked {
            learnt = learnt.clone();
            test = test.clone();
            raw = raw.clone();
            answers = answers.clone();
            reference = reference.clone();
            plain = List.copyOf(plain);
            dates = List.copyOf(dates);
            warnings = List.copyOf(warnings);
        }

        @Override
        public int[] learnt() {
            return learnt.clone();
        }

        @Override
        public int[] test() {
            return test.clone();
        }

        @Override
        public double[] raw() {
            return raw.clone();
        }

        @Override
        public double[] answers() {
            return answers.clone();
        }

        @Override
        public double[] reference() {
            return reference.clone();
        }
    }

    /** @throws IllegalArgumentException where the test rows are of one class, or there is no challenger */
    public static Evaluation evaluate(Asked asked) {
        if (asked.plain().isEmpty()) {
            throw new IllegalArgumentException("no challenger");
        }
        boolean[] all = asked.book().bad();
        int[] test = asked.test();
        boolean[] bad = new boolean[test.length];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = all[test[i]];
        }
        double[] ours = asked.answers();
        long seed = Seeds.mix(asked.spec().seed(), DRAWS);
        CreditFigures figures = CreditFigures.of(ours, bad, asked.cutOff(), seed);
        int refused = (int) Arrays.stream(ours).filter(p -> p >= asked.cutOff()).count();
        List<ChallengerScore> challengers = asked.plain().stream()
                .map(plain -> CreditRival.score(plain, ours, bad, refused, seed))
                .toList();
        CreditVerdict verdict = CreditVerdict.of(challengers);
        Map<String, Double> metrics = new HashMap<>(figures.metrics());
        metrics.put(
                Metric.CALIBRATION_SLOPE_RAW,
                CalibrationLine.of(asked.raw(), bad).slope());
        List<Notice> warnings = new ArrayList<>(CreditWarnings.of(asked, figures, bad));
        warnings.addAll(asked.warnings());
        return new Evaluation(
                metrics,
                figures.intervals(),
                challengers,
                verdict.notice(figures, bad.length, challengers.size()),
                verdict.good(),
                warnings,
                new Details.OfCredit(
                        test,
                        ours,
                        asked.plain().getFirst().probabilityBad(),
                        bad,
                        asked.plain(),
                        asked.dates(),
                        asked.scorecard(),
                        ScoreDeciles.of(asked.reference()),
                        asked.augmentation()));
    }
}
