package io.riskloom.engine.djl;

import io.riskloom.engine.challenger.Logistic;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.judge.Classes;
import io.riskloom.engine.judge.Text;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.stats.Roc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A credit scorer on the test rows beside a logistic regression. The verdict rests on the paired DeLong test of the
 * two AUCs: better or worse only where the 95 % interval of the difference leaves out zero.
 */
final class CreditJudge {
    private static final double TOO_GOOD = 0.95;
    private static final double COLUMN_TOO_GOOD = 0.9;

    private CreditJudge() {}

    static Evaluation evaluate(CreditCases cases, Network network, CreditModel model, long seed)
            throws NoticeException {
        int[] test = cases.split().test();
        boolean[] bad = cases.labels(test);
        double[] ours = MlpCreditScorer.probabilities(network, cases.inputs(test), model.offset());
        int[] train = cases.split().train();
        Logistic logistic = Logistic.fit(cases.inputs(train), cases.labels(train), Torch.mix(seed, 3));
        double[] plain = logistic.probability(cases.inputs(test));
        int[] held = cases.split().validation();
        double plainCutOff = Roc.ks(logistic.probability(cases.inputs(held)), cases.labels(held))
                .threshold();
        Map<String, Double> metrics = new HashMap<>(Classes.metrics(ours, bad, model.cutOff()));
        metrics.put(Metric.CUT_OFF, model.cutOff());
        Map<String, Double> plainMetrics = new HashMap<>(Classes.metrics(plain, bad, plainCutOff));
        plainMetrics.put(Metric.CUT_OFF, plainCutOff);
        Roc.Auc auc = Roc.delong(ours, bad);
        Roc.Difference difference = Roc.delongPaired(ours, plain, bad);
        int good = difference.low() > 0 ? 1 : difference.high() < 0 ? -1 : 0;
        Map<String, Interval> intervals = Map.of(
                Metric.AUC, new Interval(auc.low(), auc.high()),
                Metric.GINI, new Interval(2 * auc.low() - 1, 2 * auc.high() - 1));
        return new Evaluation(
                metrics,
                intervals,
                List.of(new ChallengerScore("logistic", plainMetrics)),
                verdict(good, auc, plainMetrics.get(Metric.AUC), difference, bad.length),
                good,
                warnings(cases, auc.auc()),
                new Details.OfCredit(test, ours, plain, bad));
    }

    /** AUC, its interval, the logistic regression's AUC, the difference with its interval and p-value, test rows. */
    private static Notice verdict(int good, Roc.Auc auc, double plain, Roc.Difference difference, int rows) {
        String key =
                switch (good) {
                    case 1 -> "verdict.credit.better";
                    case -1 -> "verdict.credit.worse";
                    default -> "verdict.credit.noBetter";
                };
        return Notice.of(
                key,
                Text.number(auc.auc(), 3),
                Text.number(auc.low(), 3),
                Text.number(auc.high(), 3),
                Text.number(plain, 3),
                Text.number(difference.difference(), 3),
                Text.number(difference.low(), 3),
                Text.number(difference.high(), 3),
                Text.p(difference.pValue()),
                rows);
    }

    private static List<Notice> warnings(CreditCases cases, double auc) throws NoticeException {
        List<Notice> warnings = new ArrayList<>();
        if (auc > TOO_GOOD) {
            warnings.add(Notice.of("run.warning.aucSuspect", Text.number(auc, 3)));
        }
        SingleColumns.auc(cases).forEach((column, alone) -> {
            if (alone > COLUMN_TOO_GOOD) {
                warnings.add(Notice.of("run.warning.columnSuspect", column, Text.number(alone, 3)));
            }
        });
        return warnings;
    }
}
