package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.stats.Classification;
import io.riskloom.engine.stats.HosmerLemeshow;
import io.riskloom.engine.stats.Roc;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CreditJudgeTest {

    private static final int ROWS = 1200;
    private static final int TESTED = 600;

    /** Applicants of known risk; the first half is learnt, the second tested. */
    private static final class Town {
        private final double[] truth = new double[ROWS];
        private final boolean[] bad = new boolean[ROWS];
        private final SplittableRandom random = new SplittableRandom(5);

        Town() {
            for (int i = 0; i < ROWS; i++) {
                truth[i] = 1.3 * random.nextGaussian() - 0.8;
                bad[i] = random.nextDouble() < sigmoid(truth[i]);
            }
        }

        /** Answers for the test rows that see the risk through noise. */
        double[] answers(double noise) {
            return IntStream.range(TESTED, ROWS)
                    .mapToDouble(i -> sigmoid(truth[i] + noise * random.nextGaussian()))
                    .toArray();
        }

        CreditBook book(CreditColumn... columns) {
            return new CreditBook(
                    "town", List.of(columns), "paid", "yes", "no", bad, List.of(), new Source("town.csv", "", ROWS));
        }

        Evaluation judged(CreditSpec spec, double[] ours, Details.Plain... plain) {
            return judged(spec, book(column()), IntStream.range(TESTED, ROWS).toArray(), ours, plain);
        }

        CreditColumn column() {
            return new CreditColumn.Numeric(
                    "noise",
                    random.doubles(ROWS).map(u -> u < 0.05 ? Double.NaN : u).toArray());
        }

        Evaluation judged(CreditSpec spec, CreditBook book, int[] test, double[] ours, Details.Plain... plain) {
            double[] raw = Arrays.stream(ours)
                    .map(p -> sigmoid(2 * Math.log(p / (1 - p))))
                    .toArray();
            return CreditJudge.evaluate(new CreditJudge.Asked(
                    spec,
                    book,
                    IntStream.range(0, TESTED).toArray(),
                    test,
                    raw,
                    ours,
                    0.35,
                    ours,
                    List.of(plain),
                    null,
                    List.of(),
                    null,
                    List.of(Notice.of("own"))));
        }
    }

    private final Town town = new Town();
    private final CreditSpec spec = Specs.defaults(CreditSpec.class, "town.csv");

    @Test
    void everyFigureIsThatOfItsDefinition() {
        double[] ours = town.answers(0.2);
        double[] forest = town.answers(1);
        Evaluation e = town.judged(
                spec, ours, new Details.Plain("scorecard", town.answers(0.5)), new Details.Plain("forest", forest));
        boolean[] bad = ((Details.OfCredit) e.details()).bad();
        Roc.Auc auc = Roc.delong(ours, bad);
        assertEquals(auc.auc(), e.metrics().get(Metric.AUC), 1e-12);
        assertEquals(auc.low(), e.intervals().get(Metric.AUC).low(), 1e-12);
        assertEquals(2 * auc.high() - 1, e.intervals().get(Metric.GINI).high(), 1e-12);
        assertEquals(Classification.confusion(ours, bad, 0.35).f1(), e.metrics().get(Metric.F1), 1e-12);
        assertEquals(0.35, e.metrics().get(Metric.CUT_OFF));
        assertEquals(
                HosmerLemeshow.of(ours, bad, 10).heldOutPValue(), e.metrics().get(Metric.HOSMER_LEMESHOW), 1e-12);
        assertEquals(
                e.metrics().get(Metric.CALIBRATION_SLOPE) / 2,
                e.metrics().get(Metric.CALIBRATION_SLOPE_RAW),
                1e-6,
                "of log odds twice as large");
        assertTrue(e.intervals().get(Metric.KS).low() < e.metrics().get(Metric.KS));
        assertEquals(
                e.metrics().get(Metric.BRIER),
                (e.intervals().get(Metric.BRIER).low()
                                + e.intervals().get(Metric.BRIER).high())
                        / 2,
                1e-12);
        ChallengerScore second = e.challengers().get(1);
        Roc.Difference paired = Roc.delongPaired(ours, forest, bad);
        assertEquals("forest", second.name());
        assertEquals(
                new ChallengerScore.Gap(paired.difference(), paired.low(), paired.high(), paired.pValue()),
                second.differences().get(Metric.AUC));
        assertEquals(
                e.metrics().get(Metric.BRIER) - second.metrics().get(Metric.BRIER),
                second.differences().get(Metric.BRIER).difference(),
                1e-12);
        assertEquals(Notice.of("own"), e.warnings().getLast());
    }

    /** However the challengers' answers are spread, as many applicants are refused as by the model. */
    @Test
    void challengersRefuseAsManyAsTheModel() {
        double[] ours = town.answers(0.2);
        double[] squeezed =
                Arrays.stream(town.answers(0.5)).map(p -> 0.5 + p / 100).toArray();
        Evaluation e = town.judged(spec, ours, new Details.Plain("scorecard", squeezed));
        double cutOff = e.challengers().getFirst().metrics().get(Metric.CUT_OFF);
        assertEquals(refused(ours, 0.35), refused(squeezed, cutOff));
        double[] tied = {0.1, 0.1, 0.3, 0.3, 0.3, 0.9};
        assertEquals(0.9, CreditRival.cutOff(tied, 2), "one is as near as the four of .3 are far");
        assertEquals(0.3, CreditRival.cutOff(tied, 3));
        assertEquals(Math.nextUp(0.9), CreditRival.cutOff(tied, 0));
        assertEquals(0.1, CreditRival.cutOff(tied, 6));
    }

    private static long refused(double[] p, double cutOff) {
        return Arrays.stream(p).filter(v -> v >= cutOff).count();
    }

    @Test
    void theVerdictFollowsTheIntervalsAgainstEveryChallenger() {
        double[] good = town.answers(0);
        Details.Plain weak = new Details.Plain("scorecard", town.answers(2));
        Details.Plain weaker = new Details.Plain("forest", town.answers(20));
        Evaluation better =
                town.judged(spec, good, weak, weaker, new Details.Plain("boosting", weaker.probabilityBad()));
        assertEquals(1, better.good());
        assertEquals("verdict.credit.beatsAll", better.verdict().key());
        assertEquals("challenger.scorecard", better.verdict().args().get(3));
        assertEquals(
                "verdict.credit.beatsFitted",
                town.judged(spec, good, weak).verdict().key());
        Evaluation two = town.judged(spec, good, weak, new Details.Plain("boosting", good));
        assertEquals("verdict.credit.notApartFitted", two.verdict().key());
        Evaluation same = town.judged(spec, good, weak, weaker, new Details.Plain("boosting", good));
        assertEquals(0, same.good());
        assertEquals("verdict.credit.notApart", same.verdict().key());
        assertEquals(
                List.of("challenger.boosting", "0.0000"),
                List.of(same.verdict().args().get(3), same.verdict().args().get(5)));
        Evaluation worse = town.judged(spec, weak.probabilityBad(), weaker, new Details.Plain("boosting", good));
        assertEquals(-1, worse.good());
        assertEquals("verdict.credit.beaten", worse.verdict().key());
        assertEquals(11, worse.verdict().args().size());
        assertThrows(IllegalArgumentException.class, () -> town.judged(spec, good));
    }

    @Test
    void aColumnThatKnowsTheAnswerIsNamed() {
        double[] amount = new double[ROWS];
        double[] middle = new double[ROWS];
        int[] codes = new int[ROWS];
        int[] gaps = new int[ROWS];
        double[] chance = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            amount[i] = (town.bad[i] ? -1 : 1) * (1 + town.random.nextDouble());
            // bad ones in the middle, which no order of the values tells
            middle[i] = town.bad[i] ? town.random.nextDouble() : 1.2 * (i % 2 == 0 ? -1 : 1);
            codes[i] = town.bad[i] ? 1 : i % 2 * 2;
            gaps[i] = town.bad[i] ? -1 : 0;
            chance[i] = town.random.nextDouble();
        }
        CreditBook book = town.book(
                new CreditColumn.Numeric("amount", amount),
                new CreditColumn.Numeric("middle", middle),
                new CreditColumn.Categorical("status", List.of("a", "b", "c"), codes),
                new CreditColumn.Categorical("gaps", List.of("a"), gaps),
                new CreditColumn.Numeric("chance", chance));
        int[] test = IntStream.range(TESTED, ROWS).toArray();
        Evaluation e =
                town.judged(spec, book, test, town.answers(0.3), new Details.Plain("scorecard", town.answers(1)));
        assertEquals(
                List.of("amount", "middle", "status", "gaps"),
                e.warnings().stream()
                        .filter(w -> w.key().equals("run.warning.columnSuspect"))
                        .map(w -> w.args().getFirst())
                        .toList());
        double alone = ColumnRanks.auc(
                        book, town.bad, IntStream.range(0, TESTED).toArray(), test)
                .get("chance");
        assertTrue(alone >= 0.5 && alone < 0.6, "chance alone ranks " + alone);
    }

    @Test
    void aReaderIsWarnedOfWhatTheFiguresCannotBear() {
        double[] sure = new double[ROWS - TESTED];
        for (int i = 0; i < sure.length; i++) {
            sure[i] = town.bad[TESTED + i] ? 0.6 + 0.3 * town.random.nextDouble() : 0.5 * town.random.nextDouble();
        }
        Details.Plain plain = new Details.Plain("scorecard", town.answers(1));
        assertEquals(List.of("run.warning.aucSuspect", "own"), keys(town.judged(spec, sure, plain)));
        double[] extreme = Arrays.stream(town.answers(0.1))
                .map(p -> sigmoid(3 * Math.log(p / (1 - p))))
                .toArray();
        assertEquals(List.of("run.warning.slopeLow", "own"), keys(town.judged(spec, extreme, plain)));
        double[] timid = Arrays.stream(town.answers(0.1))
                .map(p -> sigmoid(Math.log(p / (1 - p)) / 3))
                .toArray();
        CreditSpec resnet = Specs.with(spec, "model", "resnet50");
        assertEquals(
                List.of("run.warning.slopeHigh", "run.warning.resnet50Small", "own"),
                keys(town.judged(resnet, timid, plain)));
        double[] near = town.answers(0.1);
        double slope = town.judged(spec, near, plain).metrics().get(Metric.CALIBRATION_SLOPE);
        double[] bit = Arrays.stream(near)
                .map(p -> sigmoid(slope / 0.89 * Math.log(p / (1 - p))))
                .toArray();
        assertEquals(List.of("run.warning.slopeUnsure", "own"), keys(town.judged(spec, bit, plain)));
        int[] few = IntStream.range(TESTED, TESTED + 80).toArray();
        Evaluation e = town.judged(
                spec,
                town.book(town.column()),
                few,
                Arrays.copyOf(town.answers(0.1), 80),
                new Details.Plain("scorecard", Arrays.copyOf(town.answers(0.5), 80)));
        assertTrue(keys(e).contains("run.warning.fewBad"), keys(e).toString());
    }

    @Test
    void withinFoldsTheReaderIsSentToTheOtherFolds() {
        CreditSpec folds = Specs.with(spec, "scheme", "kfold");
        int[] few = IntStream.range(TESTED, TESTED + 80).toArray();
        List<String> keys = keys(town.judged(
                folds,
                town.book(town.column()),
                few,
                Arrays.copyOf(town.answers(0.1), 80),
                new Details.Plain("scorecard", Arrays.copyOf(town.answers(0.5), 80))));
        assertTrue(keys.contains("run.warning.fewBadFold") && !keys.contains("run.warning.fewBad"), keys.toString());
    }

    @Test
    void aModelThatTellsNobodyFromAnybodyIsSaidToDoSo() {
        Details.Plain plain = new Details.Plain("scorecard", town.answers(1));
        double[] alike = new double[ROWS - TESTED];
        Arrays.fill(alike, 0.3);
        Evaluation same = town.judged(spec, alike, plain);
        assertEquals(
                Notice.of("run.warning.sameForAll", "0.300"), same.warnings().getFirst());
        double[] noise = town.random.doubles(ROWS - TESTED, 0.2, 0.4).toArray();
        assertTrue(keys(town.judged(spec, noise, plain)).contains("run.warning.noSkill"));
        double[] turned = Arrays.stream(town.answers(0.2)).map(p -> 1 - p).toArray();
        assertTrue(keys(town.judged(spec, turned, plain)).contains("run.warning.ranksWrong"));
    }

    private static List<String> keys(Evaluation e) {
        return e.warnings().stream().map(Notice::key).toList();
    }

    /** Two judges that see the same risk through different noise are seldom told apart. */
    @Test
    void equalModelsAreSeldomCalledBetterOrWorse() {
        int told = 0;
        for (int trial = 0; trial < 60; trial++) {
            Evaluation e = town.judged(spec, town.answers(1), new Details.Plain("scorecard", town.answers(1)));
            told += e.good() == 0 ? 0 : 1;
        }
        assertTrue(told <= 8, told + " of 60 equal pairs were told apart");
    }

    @Test
    void theReferenceHoldsATenthOfTheScoresInEachBin() {
        double[] scores = IntStream.range(0, 1000).mapToDouble(i -> i / 1000.0).toArray();
        assertArrayEquals(
                new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1},
                ScoreDeciles.of(scores).shares(),
                1e-12);
        assertEquals(0, ScoreDeciles.psi(ScoreDeciles.of(scores), scores), 1e-12);
        double[] shifted =
                Arrays.stream(scores).map(s -> Math.min(0.999, s + 0.2)).toArray();
        assertTrue(ScoreDeciles.psi(ScoreDeciles.of(scores), shifted) > 0.25);
        double[] alike = new double[50];
        assertArrayEquals(new double[] {0, 1}, ScoreDeciles.of(alike).shares(), "one edge, at which all lie");
    }

    @Test
    void theSameAnswersAreJudgedTheSameAndReadAgain() {
        double[] ours = town.answers(0.2);
        Details.Plain plain = new Details.Plain("scorecard", town.answers(1));
        Evaluation one = town.judged(spec, ours, plain);
        Evaluation two = town.judged(spec, ours, plain);
        assertEquals(one.metrics(), two.metrics());
        assertEquals(one.intervals(), two.intervals());
        Evaluation read = Json.gson().fromJson(Json.gson().toJson(one), Evaluation.class);
        assertEquals(one.challengers(), read.challengers());
        ChallengerScore old =
                Json.gson().fromJson("{\"name\":\"logistic\",\"metrics\":{\"auc\":0.7}}", ChallengerScore.class);
        assertTrue(old.differences().isEmpty() && old.intervals().isEmpty());
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
