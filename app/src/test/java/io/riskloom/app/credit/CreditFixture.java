package io.riskloom.app.credit;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.ScoreBins;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Ten applicants, four of them bad. From the highest score down: B B G B G G B G G G, at .9 .8 .7 .6 .5 .45 .4 .3 .2
 * .1. Of the 24 pairs of a bad and a good one 6 + 6 + 5 + 3 = 20 are in order: AUC 20/24. TPR − FPR is largest at .6,
 * where three of four bad and one of six good lie above: 3/4 − 1/6 = 7/12.
 */
final class CreditFixture {

    static final double[] SCORES = {0.9, 0.8, 0.7, 0.6, 0.5, 0.45, 0.4, 0.3, 0.2, 0.1};
    static final boolean[] BAD = {true, true, false, true, false, false, true, false, false, false};
    static final double[] LOGISTIC = {0.7, 0.4, 0.8, 0.6, 0.5, 0.3, 0.45, 0.2, 0.9, 0.1};

    private CreditFixture() {}

    static Run run(String id) {
        return run(id, BAD);
    }

    static Run run(String id, boolean[] bad) {
        int[] rows = {3, 7, 11, 12, 20, 21, 33, 34, 40, 41};
        Evaluation evaluation = new Evaluation(
                Map.of(
                        Metric.AUC,
                        20 / 24.0,
                        Metric.GINI,
                        16 / 24.0,
                        Metric.KS,
                        7 / 12.0,
                        Metric.BRIER,
                        0.17,
                        Metric.CUT_OFF,
                        0.55),
                Map.of(Metric.AUC, new Interval(0.55, 1)),
                List.of(new ChallengerScore("logistic", Map.of(Metric.AUC, 14 / 24.0))),
                Notice.of("common.error.busy", "x"),
                1,
                List.of(),
                new Details.OfCredit(rows, SCORES, LOGISTIC, bad));
        return ResultFixtures.run(id, 0, ResultFixtures.spec("credit", Path.of("german_credit.csv")), "", evaluation);
    }

    /** Applicants with random scores that mean what they say, judged by two plain models that know less; with dates. */
    static Run many(String id, int applicants) {
        Random random = new Random(3);
        double[] scores = new double[applicants];
        double[] card = new double[applicants];
        double[] forest = new double[applicants];
        boolean[] bad = new boolean[applicants];
        List<LocalDate> dates = new ArrayList<>();
        for (int i = 0; i < applicants; i++) {
            double logOdds = 1.5 * random.nextGaussian() - 1;
            scores[i] = chance(logOdds);
            card[i] = chance(logOdds + random.nextGaussian());
            forest[i] = chance(logOdds + 2 * random.nextGaussian());
            bad[i] = random.nextDouble() < scores[i];
            dates.add(LocalDate.of(2020, 1, 1).plusDays(i * 1000L / applicants));
        }
        Evaluation evaluation = new Evaluation(
                Map.of(Metric.AUC, 0.8, Metric.CUT_OFF, 0.4, Metric.CALIBRATION_SLOPE, 1.02),
                Map.of(),
                List.of(
                        new ChallengerScore("scorecard", Map.of(Metric.AUC, 0.7)),
                        new ChallengerScore("forest", Map.of(Metric.AUC, 0.6))),
                Notice.of("common.error.busy", "x"),
                1,
                List.of(),
                new Details.OfCredit(
                        IntStream.range(0, applicants).toArray(),
                        scores,
                        card,
                        bad,
                        List.of(new Details.Plain("scorecard", card), new Details.Plain("forest", forest)),
                        dates,
                        null,
                        new ScoreBins(new double[] {0.1, 0.3}, new double[] {0.3, 0.3, 0.4}),
                        null));
        return ResultFixtures.run(id, 1, ResultFixtures.spec("credit", Path.of("many.csv")), "", evaluation);
    }

    private static double chance(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
