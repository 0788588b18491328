package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Audit;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.ChallengerScore.Gap;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.run.StudySummary.Spread;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudySummaryTest {

    private static final CreditSpec THREE_FOLDS = Specs.with(
            Specs.with(Specs.defaults(CreditSpec.class, "german_credit.csv"), "scheme", "kfold"), "folds", 3);

    @Test
    void aSpecificationStandsForEveryFoldWithEverySeed() {
        List<StudyPlan.Member> members = StudyPlan.members(Specs.with(THREE_FOLDS, "repeats", 2));
        assertEquals(
                List.of("1: 1/7", "2: 2/7", "3: 3/7", "4: 1/8", "5: 2/8", "6: 3/8"),
                members.stream()
                        .map(m -> m.number() + ": " + m.fold() + "/" + m.spec().seed())
                        .toList());
        assertTrue(members.stream().noneMatch(m -> m.spec().study()));
        assertEquals(6, Specs.with(THREE_FOLDS, "repeats", 2).runs());
    }

    @Test
    void aHoldOutIsRepeatedWithSeedsAloneAndASingleFoldStaysIt() {
        ForecastSpec holdOut = Specs.defaults(ForecastSpec.class, "SP500.csv");
        assertFalse(holdOut.study());
        assertEquals(List.of(holdOut), specs(holdOut));
        ForecastSpec seeds = Specs.with(Specs.with(holdOut, "repeats", 3), "seed", 1_000_000_000);
        assertTrue(seeds.study());
        assertEquals(
                List.of(1_000_000_000L, 0L, 1L),
                specs(seeds).stream().map(RunSpec::seed).toList());
        assertEquals(0, StudyPlan.members(seeds).getFirst().fold());
        CreditSpec second = Specs.with(THREE_FOLDS, "fold", 2);
        assertFalse(second.study());
        assertEquals(List.of(second), specs(second));
    }

    private static List<RunSpec> specs(RunSpec spec) {
        return StudyPlan.members(spec).stream().map(StudyPlan.Member::spec).toList();
    }

    /** AUC .7, .8 and .9: mean .8, SD .1. The challenger's .75, .75, .75: differences −.05, .05 and .15. */
    @Test
    void meansDeviationsAndPairedDifferencesAreThoseOfTheFinishedRuns() {
        StudySummary summary = StudySummary.of(
                THREE_FOLDS, List.of(run(2, 0.8, 0.75), run(1, 0.7, 0.75), run(3, Double.NaN, 0), run(3, 0.9, 0.75)));
        assertSpread(new Spread(0.8, 0.1, 3), summary.metrics().get("auc"));
        StudySummary.Challenger logistic = summary.challengers().getFirst();
        assertEquals("logistic", logistic.name());
        assertSpread(new Spread(0.75, 0, 3), logistic.metrics().get("auc"));
        assertSpread(new Spread(0.05, 0.1, 3), logistic.differences().get("auc"));
        assertEquals("finished", summary.outcome());
        assertEquals(
                List.of(0.7, 0.8, 0.9),
                summary.rows().stream()
                        .map(row -> row.evaluation().orElseThrow().metrics().get("auc"))
                        .toList());
    }

    @Test
    void oneRunHasNoDeviationAndWhatIsNoNumberIsLeftOut() {
        StudySummary summary = StudySummary.of(THREE_FOLDS, List.of(run(1, 0.7, 0.75), run(2, Double.NaN, 0.65)));
        assertEquals(new Spread(0.7, Double.NaN, 1), summary.metrics().get("auc"));
        assertSpread(
                new Spread(0.7, 0.0707, 2),
                summary.challengers().getFirst().metrics().get("auc"));
        assertEquals("cancelled", summary.outcome(), "the third was not begun");
        assertEquals("waiting", summary.rows().getLast().state());
        StudySummary none = StudySummary.of(THREE_FOLDS, List.of());
        assertEquals(Map.of(), none.metrics());
        assertEquals(List.of(), none.challengers());
    }

    /** Standard errors .02, .04 and .04: variance of the mean (.0004 + .0016 + .0016) / 9, error .02. */
    @Test
    void pairedDifferencesOfFoldsHaveOneIntervalTogether() {
        List<Run> runs = List.of(gap(1, 7, 0.01, 0.02), gap(2, 7, 0.04, 0.04), gap(3, 7, 0.04, 0.04));
        StudySummary.Challenger all =
                StudySummary.of(THREE_FOLDS, runs).challengers().getFirst();
        Gap pooled = all.pooled().get("auc");
        assertEquals(0.03, pooled.difference(), 1e-12);
        assertEquals(0.03 - 1.959964 * 0.02, pooled.low(), 1e-7);
        assertEquals(0.03 + 1.959964 * 0.02, pooled.high(), 1e-7);
        assertEquals(0.1336144, pooled.pValue(), 1e-6);
        CreditSpec twice = Specs.with(THREE_FOLDS, "repeats", 2);
        List<Run> repeated = new ArrayList<>(runs);
        repeated.addAll(List.of(gap(1, 8, 0.01, 0.02), gap(2, 8, 0.04, 0.04), gap(3, 8, 0.04, 0.04)));
        assertEquals(
                pooled.low(),
                StudySummary.of(twice, repeated)
                        .challengers()
                        .getFirst()
                        .pooled()
                        .get("auc")
                        .low(),
                1e-12,
                "another seed tests the same applicants");
        CreditSpec seeds = Specs.with(Specs.with(THREE_FOLDS, "scheme", "holdout"), "repeats", 2);
        List<Run> heldOut = StudyPlan.members(seeds).stream()
                .map(m -> with(gap(1, 7, 0.03, 0.03), m.spec()))
                .toList();
        assertEquals(
                0.03 - 1.959964 * 0.03,
                StudySummary.of(seeds, heldOut)
                        .challengers()
                        .getFirst()
                        .pooled()
                        .get("auc")
                        .low(),
                1e-7);
    }

    @Test
    void aRunWithoutAnIntervalLeavesNoneForAll() {
        StudySummary summary =
                StudySummary.of(THREE_FOLDS, List.of(gap(1, 7, 0.01, 0.02), gap(2, 7, 0.01, Double.NaN)));
        assertEquals(Map.of(), summary.challengers().getFirst().pooled());
        assertEquals(
                Map.of(),
                StudySummary.of(THREE_FOLDS, List.of(gap(1, 7, 0.01, 0.02), run(2, 0.8, 0.75)))
                        .challengers()
                        .getFirst()
                        .pooled());
    }

    /** A run of one fold whose AUC difference has a standard error. */
    private static Run gap(int fold, long seed, double difference, double error) {
        Gap gap =
                new Gap(difference, difference - 1.959963984540054 * error, difference + 1.959963984540054 * error, 1);
        Evaluation evaluation = new Evaluation(
                Map.of("auc", 0.75 + difference),
                Map.of(),
                List.of(new ChallengerScore("logistic", Map.of("auc", 0.75), Map.of(), Map.of("auc", gap))),
                Notice.of("verdict.credit.notApart"),
                0,
                List.of(),
                new Details.OfClassify(List.of(), new double[0], new boolean[0], null, null, null, null));
        Run run = run(fold, new Outcome.Finished(evaluation));
        return with(run, Specs.with(run.spec(), "seed", seed));
    }

    private static Run with(Run run, RunSpec spec) {
        return new Run(run.id(), spec, run.provenance(), run.started(), 1, List.of(), run.outcome());
    }

    @Test
    void aFailureIsToldWithItsReason() {
        Notice lost = Notice.of("service.dataChanged", "german_credit.csv");
        Notice died = Notice.of("service.childDied", 137, "–");
        StudySummary summary = StudySummary.of(
                THREE_FOLDS,
                List.of(run(1, 0.7, 0.75), run(2, new Outcome.Failed(died))),
                Map.of(StudyPlan.members(THREE_FOLDS).getLast(), lost));
        assertEquals("failed", summary.outcome());
        assertEquals(
                List.of("finished", "failed", "failed"),
                summary.rows().stream().map(StudySummary.Row::state).toList());
        assertEquals(died, summary.rows().get(1).reason().orElseThrow());
        assertEquals(lost, summary.rows().get(2).reason().orElseThrow());
    }

    /** What one run must not know another may have learnt from, so the finding speaks of each run's own days. */
    @Test
    void theAuditsOfAllRunsCountTogetherWhereEachRunHasOne() {
        LocalDate early = LocalDate.of(2020, 1, 1);
        List<Run> runs = List.of(
                audited(
                        1,
                        new Audit(Audit.TRAINING, 10, 0, early.plusDays(5)),
                        new Audit(Audit.FORECASTS, 4, 1, early)),
                audited(2, new Audit(Audit.TRAINING, 20, 0, early.plusDays(1))));
        List<StudyAudit> both = StudyAudit.of(StudySummary.of(THREE_FOLDS, runs));
        assertEquals(List.of(new StudyAudit(new Audit(Audit.TRAINING, 30, 0, early.plusDays(1)), 2, 0)), both);
        assertEquals(
                Notice.of("audit.study.training", 30, 0, "2020-01-02", 2, 0),
                both.getFirst().notice());
        List<StudyAudit> one = StudyAudit.of(StudySummary.of(THREE_FOLDS, runs.subList(0, 1)));
        assertEquals(
                List.of("audit.training", "run.warning.leak.forecasts"),
                one.stream().map(audit -> audit.notice().key()).toList());
        assertEquals(List.of(), StudyAudit.of(StudySummary.of(THREE_FOLDS, List.of(run(1, 0.7, 0.75)))));
    }

    @Test
    void aLeakIsToldWithTheRunsThatHaveIt() {
        LocalDate day = LocalDate.of(2020, 1, 1);
        List<Run> runs = List.of(
                audited(1, new Audit(Audit.FORECASTS, 4, 1, day)), audited(2, new Audit(Audit.FORECASTS, 5, 0, day)));
        assertEquals(
                List.of(Notice.of("run.warning.leak.study.forecasts", 9, 1, "2020-01-01", 2, 1)),
                StudyAudit.of(StudySummary.of(THREE_FOLDS, runs)).stream()
                        .map(StudyAudit::notice)
                        .toList());
    }

    private static Run audited(int fold, Audit... audits) {
        Run bare = run(fold, 0.7, 0.75);
        Evaluation evaluation = ((Outcome.Finished) bare.outcome()).evaluation();
        return run(fold, new Outcome.Finished(evaluation.audited(List.of(audits))));
    }

    private static void assertSpread(Spread expected, Spread actual) {
        assertEquals(expected.mean(), actual.mean(), 1e-12);
        assertEquals(expected.sd(), actual.sd(), 1e-4);
        assertEquals(expected.n(), actual.n());
    }

    private static Run run(int fold, double auc, double challenger) {
        return run(
                fold,
                new Outcome.Finished(new Evaluation(
                        Map.of("auc", auc),
                        Map.of(),
                        List.of(new ChallengerScore("logistic", Map.of("auc", challenger))),
                        Notice.of("verdict.credit.noBetter"),
                        0,
                        List.of(),
                        new Details.OfClassify(List.of(), new double[0], new boolean[0], null, null, null, null))));
    }

    private static Run run(int fold, Outcome outcome) {
        return new Run(
                "credit-mlp-000" + fold,
                Specs.with(THREE_FOLDS, "fold", fold),
                new Provenance("abc", "cpu", 1, Map.of()),
                Instant.EPOCH,
                1,
                List.of(),
                outcome);
    }
}
