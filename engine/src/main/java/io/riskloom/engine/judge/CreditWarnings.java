package io.riskloom.engine.judge;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a reader of a credit model's figures must know. */
final class CreditWarnings {
    private static final double TOO_GOOD = 0.95;
    private static final double COLUMN_TOO_GOOD = 0.9;

    /** Fewest test applicants of either class from which figures are more than a first impression. */
    private static final int FEW = 50;

    private static final double LEAST_SLOPE = 0.9;
    private static final double MOST_SLOPE = 1.1;

    /** Applicants below which the 23.5 million weights of a whole ResNet-50 have not paid (RECIPES). */
    private static final int FEW_FOR_RESNET50 = 10_000;

    private CreditWarnings() {}

    static List<Notice> of(CreditJudge.Asked asked, CreditFigures figures, boolean[] came) {
        List<Notice> warnings = new ArrayList<>();
        double auc = figures.metrics().get(Metric.AUC);
        if (auc > TOO_GOOD) {
            warnings.add(Notice.of("run.warning.aucSuspect", Text.number(auc, 3)));
        }
        ColumnRanks.auc(asked.book(), asked.book().bad(), asked.learnt(), asked.test())
                .forEach((column, alone) -> {
                    if (alone > COLUMN_TOO_GOOD) {
                        warnings.add(Notice.of("run.warning.columnSuspect", column, Text.number(alone, 3)));
                    }
                });
        int count = 0;
        for (boolean each : came) {
            count += each ? 1 : 0;
        }
        boolean fold = !asked.spec().scheme().equals("holdout");
        if (Math.min(count, came.length - count) < FEW) {
            String key = fold ? "run.warning.fewBadFold" : "run.warning.fewBad";
            warnings.add(Notice.of(key, count, came.length - count, FEW));
        }
        skill(asked.answers(), figures, warnings);
        slope(figures, fold, warnings);
        if (asked.spec().model().equals("resnet50") && asked.learnt().length < FEW_FOR_RESNET50) {
            warnings.add(Notice.of("run.warning.resnet50Small", asked.learnt().length, FEW_FOR_RESNET50));
        }
        return warnings;
    }

    private static void skill(double[] answers, CreditFigures figures, List<Notice> warnings) {
        Interval auc = figures.intervals().get(Metric.AUC);
        if (Arrays.stream(answers).allMatch(answer -> answer == answers[0])) {
            warnings.add(Notice.of("run.warning.sameForAll", Text.number(answers[0], 3)));
        } else if (auc.low() <= 0.5) {
            String key = auc.high() < 0.5 ? "run.warning.ranksWrong" : "run.warning.noSkill";
            warnings.add(Notice.of(
                    key,
                    Text.number(figures.metrics().get(Metric.AUC), 3),
                    Text.number(auc.low(), 3),
                    Text.number(auc.high(), 3)));
        }
    }

    private static void slope(CreditFigures figures, boolean fold, List<Notice> warnings) {
        double slope = figures.metrics().get(Metric.CALIBRATION_SLOPE);
        if (slope < LEAST_SLOPE || slope > MOST_SLOPE) {
            Interval interval = figures.intervals().get(Metric.CALIBRATION_SLOPE);
            boolean perhapsRight = interval.low() < 1 && interval.high() > 1;
            String sure = slope < 1 ? "run.warning.slopeLow" : "run.warning.slopeHigh";
            warnings.add(Notice.of(
                    perhapsRight ? fold ? "run.warning.slopeUnsureFold" : "run.warning.slopeUnsure" : sure,
                    Text.number(slope, 2),
                    Text.number(interval.low(), 2),
                    Text.number(interval.high(), 2)));
        }
    }
}
