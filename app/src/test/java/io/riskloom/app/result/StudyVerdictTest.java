package io.riskloom.app.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.ChallengerScore.Gap;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.run.StudyPlan;
import io.riskloom.engine.run.StudySummary;
import io.riskloom.engine.run.StudySummary.Spread;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StudyVerdictTest {

    private final Texts texts = new Texts(Texts.ENGLISH);
    private final RunSpec folds = Specs.with(Specs.with(spec("credit"), "scheme", "kfold"), "folds", 3);

    @Test
    void aDifferenceWithinItsSpreadIsNotCalledOne() {
        // 0.80 0.70 0.75 and 0.79 0.72 0.74: the differences 0.01 −0.02 0.01 have mean 0 and SD 0.0173
        StudyVerdict verdict = credit(new double[] {0.8, 0.7, 0.75}, new double[] {0.79, 0.72, 0.74});
        assertEquals(0, verdict.good());
        assertEquals(
                "MLP and Logistic regression cannot be told apart over 3 folds: mean AUC 0.750 ± 0.050 against 0.750 ± 0.036; "
                        + "the difference of 0.000 ± 0.017 is no larger than its spread.",
                verdict.words());
    }

    @Test
    void aDifferenceBeyondItsSpreadIsToldWithHowManyRunsAgree() {
        // 0.03 0.02 0.04: mean 0.03, SD 0.01
        StudyVerdict verdict = credit(new double[] {0.8, 0.7, 0.75}, new double[] {0.77, 0.68, 0.71});
        assertEquals(1, verdict.good());
        assertTrue(
                verdict.words()
                        .endsWith("against 0.720 ± 0.046, a difference of 0.030 ± 0.010. "
                                + "Folds share training data, so this is no test of significance."),
                verdict.words());
        assertEquals(
                -1,
                credit(new double[] {0.7, 0.6, 0.7}, new double[] {0.8, 0.71, 0.81})
                        .good());
    }

    /** Intervals of all folds together decide, against every challenger, though the difference is within its spread. */
    @Test
    void pairedIntervalsDecideAgainstEveryChallenger() {
        StudyVerdict better = paired(0.05, 0.02);
        assertEquals(1, better.good());
        assertEquals(
                "MLP is better than each of 2 challengers over 3 folds: mean AUC 0.800. The strongest, Random forest, has 0.780: "
                        + "mean paired difference +0.020 (95% interval +0.006 to +0.034). The interval holds the chance of who was tested, "
                        + "not that of training: folds share training data.",
                better.words());
        StudyVerdict within = paired(0.05, 0.005);
        assertEquals(0, within.good());
        assertTrue(
                within.words()
                        .startsWith(
                                "MLP and Random forest cannot be told apart over 3 folds: mean AUC 0.800 against 0.795"),
                within.words());
        StudyVerdict worse = paired(0.05, -0.03);
        assertEquals(-1, worse.good());
        assertTrue(worse.words().startsWith("MLP is worse than Random forest over 3 folds: "), worse.words());
        texts.locale().set(Texts.CHINESE);
        assertTrue(
                paired(0.05, 0.02).words().startsWith("MLP优于全部 2 个基准模型：AUC（3 折均值）为 0.800"),
                paired(0.05, 0.02).words());
    }

    @Test
    void aMeanCalibrationSlopeThatIsOffIsSaid() {
        assertEquals("", slope(0.91));
        assertEquals("", slope(1.09));
        assertEquals("", slope(Double.NaN));
        assertTrue(slope(0.82).startsWith(" The mean calibration slope, 0.82"), slope(0.82));
        assertTrue(slope(0.82).contains(", is below 0.9: "), slope(0.82));
        assertTrue(slope(1.25).contains(", is above 1.1: "), slope(1.25));
    }

    /** What a mean slope adds to the words. */
    private String slope(double slope) {
        String without = paired(0.05, 0.02).words();
        String with = paired(Map.of("auc", 0.8, "calibrationSlope", slope), 0.05, 0.02)
                .words();
        assertTrue(with.startsWith(without), with);
        return with.substring(without.length());
    }

    private StudyVerdict paired(double overLogistic, double overForest) {
        return paired(Map.of("auc", 0.8), overLogistic, overForest);
    }

    private StudyVerdict paired(Map<String, Double> metrics, double overLogistic, double overForest) {
        Evaluation evaluation = new Evaluation(
                metrics,
                Map.of(),
                List.of(challenger("logistic", overLogistic), challenger("forest", overForest)),
                Notice.of("verdict.credit.notApart"),
                0,
                List.of(),
                new Details.OfCredit(new int[0], new double[0], new double[0], new boolean[0]));
        return StudyVerdict.of(folds, finished(folds, List.of(evaluation, evaluation, evaluation)), texts);
    }

    /** Its standard error is .0125 in each fold, .0072 over three. */
    private static ChallengerScore challenger(String name, double difference) {
        Gap gap = new Gap(difference, difference - 0.0245, difference + 0.0245, 0.5);
        return new ChallengerScore(name, Map.of("auc", 0.8 - difference), Map.of(), Map.of("auc", gap));
    }

    @Test
    void ofAnErrorTheLowerIsTheBetter() {
        RunSpec seeds = Specs.with(spec("forecast"), "repeats", 2);
        StudyVerdict verdict = StudyVerdict.of(
                seeds, summary(seeds, "relMae", "lastValue", new double[] {0.9, 0.91}, new double[] {1, 1}), texts);
        assertEquals(0, verdict.good(), "no run is called better by itself");
        assertEquals(
                "LSTM is better than Last value in 2 of 2: mean relMAE over 2 seeds 0.905 ± 0.007 against 1.000, a difference of 0.095 ± 0.007. "
                        + "All were judged on the same test part, so this says nothing of other data. "
                        + "By its own test, a run is better in 0, no better or not tested in 2, worse in 0.",
                verdict.words());
        RunSpec volatility = Specs.with(seeds, "target", "volatility");
        StudyVerdict log = StudyVerdict.of(
                volatility, summary(volatility, "relMae", "har", new double[] {0.9, 0.91}, new double[] {1, 1}), texts);
        assertTrue(log.words().contains(": mean relMAE of log volatility over 2 seeds "), log.words());
    }

    /** A mean that beats the challenger's beyond its spread is no win where the runs themselves say that it is none. */
    @Test
    void whatTheRunsSayByThemselvesIsToldBehindTheMeans() {
        RunSpec three = Specs.with(Specs.with(spec("forecast"), "scheme", "expanding"), "folds", 3);
        Notice up = Notice.of("run.warning.alwaysUp", "99.0", "69.7", 51, "68.6");
        List<Evaluation> drifting = List.of(
                told(0.985, 0.99, 0.98, "verdict.close.plainWorse", 0, List.of(up)),
                told(0.984, 0.99, 0.995, "verdict.close.driftOnly", 0, List.of(up)),
                told(0.983, 0.99, 0.995, "verdict.close.better", 1, List.of()));
        StudyVerdict verdict = StudyVerdict.of(three, finished(three, drifting), texts);
        assertEquals(0, verdict.good());
        assertTrue(
                verdict.words()
                        .endsWith(
                                "By its own test, a run is better in 1, no better or not tested in 2, worse in 0. "
                                        + "In 1 of 3 runs a constant drift equal to the average forecast does as well as the model. "
                                        + "In 1 of 3 runs another plain model does as well or better. "
                                        + "In 2 of 3 runs at least 95% of the forecasts point one way. "
                                        + "The best plain model is not the same in every run: Autoregression in 1, Mean drift in 2."),
                verdict.words());
        List<Evaluation> better = drifting.stream()
                .map(e -> told(e.metrics().get("relMae"), 0.99, 0.995, "verdict.close.better", 1, List.of()))
                .toList();
        StudyVerdict win = StudyVerdict.of(three, finished(three, better), texts);
        assertEquals(1, win.good());
        assertTrue(
                win.words().endsWith("a run is better in 3, no better or not tested in 0, worse in 0."), win.words());
        texts.locale().set(Texts.CHINESE);
        String chinese =
                StudyVerdict.of(three, finished(three, drifting), texts).words();
        assertTrue(chinese.endsWith("各次实验中最优的基准模型并不相同：自回归（1 次）、平均漂移（2 次）。"), chinese);
    }

    /** Forecasts that know a share of each move, judged on the days of all folds as one. */
    @Test
    void theTestForecastsOfAllFoldsAreTestedTogether() {
        RunSpec three =
                Specs.with(Specs.with(Specs.with(spec("forecast"), "scheme", "expanding"), "folds", 3), "horizon", 1);
        StudyVerdict skill = StudyVerdict.of(three, finished(three, folds(0.5)), texts);
        assertEquals(1, skill.good());
        assertTrue(
                skill.words().contains("All folds’ test forecasts judged together: Better than the last value"),
                skill.words());
        StudyVerdict none = StudyVerdict.of(three, finished(three, folds(0)), texts);
        assertEquals(0, none.good(), none.words());
        assertTrue(none.words().contains("judged together: No better than the last value"), none.words());
    }

    private static List<Evaluation> folds(double known) {
        Random random = new Random(9);
        List<Evaluation> folds = new ArrayList<>();
        for (int fold = 0; fold < 3; fold++) {
            int n = 100;
            double[] last = new double[n];
            double[][] forecast = new double[n][1];
            double[][] actual = new double[n][1];
            List<LocalDate> dates = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                double move = random.nextGaussian();
                last[i] = 100;
                actual[i][0] = 100 + move;
                forecast[i][0] = 100 + known * move + 0.1 * random.nextGaussian();
                dates.add(LocalDate.of(2020, 1, 1).plusDays(200L * fold + i));
            }
            Forecast test = Forecast.ofCloses(dates, last, forecast, actual, forecast, forecast, forecast, forecast);
            Evaluation bare = told(0.98 + 0.001 * fold, 0.99, 0.995, "verdict.close.noBetter", 0, List.of());
            folds.add(new Evaluation(
                    bare.metrics(),
                    bare.intervals(),
                    bare.challengers(),
                    bare.verdict(),
                    bare.good(),
                    bare.warnings(),
                    new Details.OfForecast(test, test, dates.getFirst(), null, List.of(), List.of(), 1)));
        }
        return folds;
    }

    private static Evaluation told(
            double model, double drift, double ar, String verdict, int good, List<Notice> warnings) {
        return new Evaluation(
                Map.of("relMae", model),
                Map.of(),
                List.of(
                        new ChallengerScore("lastValue", Map.of("relMae", 1.0)),
                        new ChallengerScore("drift", Map.of("relMae", drift)),
                        new ChallengerScore("ar", Map.of("relMae", ar))),
                Notice.of(verdict),
                good,
                warnings,
                new Details.OfCredit(new int[0], new double[0], new double[0], new boolean[0]));
    }

    @Test
    void oneRunHasNoSpread() {
        assertEquals(
                "AUC 0.800 in the one run that has finished; a spread needs at least two.",
                credit(new double[] {0.8}, new double[] {0.7}).words());
        assertEquals(
                "No run has finished, so there are no scores.",
                credit(new double[0], new double[0]).words());
        assertTrue(
                credit(new double[] {0.8, 0.7}, new double[] {0.7, 0.7}).words().contains("over 2 of 3 folds"));
    }

    @Test
    void theSentenceIsToldInChinese() {
        texts.locale().set(Texts.CHINESE);
        assertEquals(
                "MLP与逻辑回归难分优劣：AUC（3 折均值）为 0.750 ± 0.050，后者为 0.750 ± 0.036；差值 0.000 ± 0.017 不超过其离散程度。",
                credit(new double[] {0.8, 0.7, 0.75}, new double[] {0.79, 0.72, 0.74})
                        .words());
    }

    @Test
    void aSpreadHasTheDecimalsOfItsDeviation() {
        assertEquals("0.781 ± 0.029", SpreadWords.of("auc", new Spread(0.7812, 0.0287, 5)));
        assertEquals("0.163 ± 0.003", SpreadWords.of("brier", new Spread(0.1628, 0.0033, 5)));
        assertEquals("51.3 ± 2.1%", SpreadWords.of("directionalAccuracy", new Spread(0.5131, 0.0213, 5)));
        assertEquals("25.1 ± 3.0 bp", SpreadWords.of("wasserstein1", new Spread(0.00251, 0.0003, 5)));
        assertEquals("0.781", SpreadWords.of("auc", new Spread(0.7812, Double.NaN, 1)));
        assertEquals("–", SpreadWords.of("auc", new Spread(Double.NaN, Double.NaN, 0)));
    }

    @Test
    void aDifferenceHasAtLeastTheDecimalsOfTheScores() {
        Spread auc = new Spread(0.7812, 0.0287, 5);
        assertEquals("+0.003 ± 0.010", SpreadWords.signed("auc", new Spread(0.0031, 0.0098, 5), auc));
        assertEquals("−0.0139 ± 0.0015", SpreadWords.signed("relMae", new Spread(-0.01392, 0.0015, 3), auc));
        assertEquals("0.000 ± 0.007", SpreadWords.signed("brier", new Spread(-0.0001, 0.0065, 5), auc));
        assertEquals("0.012 ± 0.049", SpreadWords.size("auc", new Spread(-0.0123, 0.0493, 5), auc));
    }

    @Test
    void theTableHasALineForEveryPlannedRun() {
        StudySummary summary = summary(folds, "auc", "logistic", new double[] {0.8, 0.75}, new double[] {0.7, 0.71});
        Study study = new Study("study-credit-mlp-0001", folds, "ab", Instant.EPOCH, 4, List.of("run-1", "run-2"));
        assertEquals(
                List.of(
                        "study,fold,seed,run,state,epochs,seconds,auc,logistic.auc",
                        "study-credit-mlp-0001,1,7,run-1,finished,0,2,0.8,0.7",
                        "study-credit-mlp-0001,2,7,run-2,finished,0,2,0.75,0.71",
                        "study-credit-mlp-0001,3,7,,waiting,,,,"),
                StudyCsv.of(study, summary).lines().toList());
    }

    private StudyVerdict credit(double[] model, double[] logistic) {
        return StudyVerdict.of(folds, summary(folds, "auc", "logistic", model, logistic), texts);
    }

    private static RunSpec spec(String task) {
        return Specs.defaults(task, Path.of("/data/x.csv").toString());
    }

    /** The first runs have finished with these scores. */
    private static StudySummary summary(
            RunSpec spec, String metric, String challenger, double[] model, double[] other) {
        List<Evaluation> evaluations = new ArrayList<>();
        for (int i = 0; i < model.length; i++) {
            evaluations.add(new Evaluation(
                    Map.of(metric, model[i]),
                    Map.of(),
                    List.of(new ChallengerScore(challenger, Map.of(metric, other[i]))),
                    Notice.of("train.again"),
                    0,
                    List.of(),
                    new Details.OfCredit(new int[0], new double[0], new double[0], new boolean[0])));
        }
        return finished(spec, evaluations);
    }

    private static StudySummary finished(RunSpec spec, List<Evaluation> evaluations) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < evaluations.size(); i++) {
            Evaluation evaluation = evaluations.get(i);
            Run run = ResultFixtures.run(
                    "run-" + (i + 1), i, StudyPlan.members(spec).get(i).spec(), "ab", evaluation);
            runs.add(new Run(
                    run.id(),
                    run.spec(),
                    run.provenance(),
                    run.started(),
                    2,
                    List.of(),
                    new Outcome.Finished(evaluation)));
        }
        return StudySummary.of(spec, runs);
    }
}
