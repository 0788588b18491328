package io.riskloom.app.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                "Mean AUC over 3 folds: MLP 0.750 ± 0.050, Logistic regression 0.750 ± 0.036. "
                        + "The difference of 0.000 ± 0.017 is no larger than its spread: it does not tell the two apart.",
                verdict.words());
    }

    @Test
    void aDifferenceBeyondItsSpreadIsToldWithHowManyRunsAgree() {
        // 0.03 0.02 0.04: mean 0.03, SD 0.01
        StudyVerdict verdict = credit(new double[] {0.8, 0.7, 0.75}, new double[] {0.77, 0.68, 0.71});
        assertEquals(1, verdict.good());
        assertTrue(
                verdict.words()
                        .endsWith("The model is better by 0.030 ± 0.010, in 3 of 3. "
                                + "Folds share training data, so this is no test of significance."),
                verdict.words());
        assertEquals(
                -1,
                credit(new double[] {0.7, 0.6, 0.7}, new double[] {0.8, 0.71, 0.81})
                        .good());
    }

    @Test
    void ofAnErrorTheLowerIsTheBetter() {
        RunSpec seeds = Specs.with(spec("forecast"), "repeats", 2);
        StudyVerdict verdict = StudyVerdict.of(
                seeds, summary(seeds, "relMae", "lastValue", new double[] {0.9, 0.91}, new double[] {1, 1}), texts);
        assertEquals(1, verdict.good());
        assertEquals(
                "Mean relMAE over 2 seeds: LSTM 0.905 ± 0.007, Last value 1.00. The model is better by 0.095 ± 0.007, in 2 of 2. "
                        + "All were judged on the same test part, so this says nothing of other data.",
                verdict.words());
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
                "AUC（3 折均值）：MLP 为 0.750 ± 0.050，逻辑回归为 0.750 ± 0.036。差值 0.000 ± 0.017 不超过其离散程度，不足以区分两者优劣。",
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
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < model.length; i++) {
            Evaluation evaluation = new Evaluation(
                    Map.of(metric, model[i]),
                    Map.of(),
                    List.of(new ChallengerScore(challenger, Map.of(metric, other[i]))),
                    Notice.of("train.again"),
                    0,
                    List.of(),
                    new Details.OfCredit(new int[0], new double[0], new double[0], new boolean[0]));
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
