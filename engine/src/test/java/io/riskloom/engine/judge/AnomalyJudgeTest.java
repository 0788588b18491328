package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.stats.Roc;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows of two inputs that are equal in every real applicant: only a look at both tells a planted one. */
class AnomalyJudgeTest {

    private static final int ROWS = 200;
    private static final AnomalySpec SPEC = Specs.defaults(AnomalySpec.class, "a.csv");
    private static final AnomalyJudge.Scoring JOINT =
            rows -> Arrays.stream(rows).mapToDouble(r -> Math.abs(r[0] - r[1])).toArray();
    private static final AnomalyJudge.Scoring ALONE =
            rows -> Arrays.stream(rows).mapToDouble(r -> r[0]).toArray();

    private static float[][] twins() {
        SplittableRandom random = new SplittableRandom(11);
        float[][] rows = new float[ROWS][];
        Arrays.setAll(rows, i -> {
            float value = (float) random.nextGaussian();
            return new float[] {value, value};
        });
        return rows;
    }

    private static CreditBook book(boolean... bad) {
        Source source = new Source("a.csv", "0", ROWS);
        List<CreditColumn> features = List.of(new CreditColumn.Numeric("a", new double[ROWS]));
        String target = bad.length == 0 ? "" : "t";
        return new CreditBook("a", features, target, "good", "bad", bad, List.of(), source);
    }

    private static Evaluation judged(CreditBook book, AnomalyJudge.Scoring network, AnomalyJudge.Scoring forest) {
        int[] test = IntStream.range(0, ROWS).toArray();
        return AnomalyJudge.evaluate(SPEC, book, test, twins(), List.of("a", "b"), network, forest);
    }

    @Test
    void plantedApplicantsKeepEachColumnsValues() {
        float[][] rows = twins();
        float[][] dealt = PlantedTrial.dealt(rows, List.of("a", "b"), 3);
        for (int j = 0; j < 2; j++) {
            int column = j;
            assertArrayEquals(
                    Arrays.stream(rows).mapToDouble(r -> r[column]).sorted().toArray(),
                    Arrays.stream(dealt).mapToDouble(r -> r[column]).sorted().toArray());
        }
        long broken = Arrays.stream(dealt).filter(r -> r[0] != r[1]).count();
        assertTrue(broken > 0.9 * ROWS, broken + " of the pairs are broken");
    }

    @Test
    void inputsOfOneColumnStayTogether() {
        assertArrayEquals(
                new double[ROWS],
                Arrays.stream(PlantedTrial.dealt(twins(), List.of("a", "a"), 3))
                        .mapToDouble(r -> r[0] - r[1])
                        .toArray());
    }

    @Test
    void withoutLabelsPlantedApplicantsDecide() {
        Evaluation better = judged(book(), JOINT, ALONE);
        assertEquals(1, better.good());
        assertEquals("verdict.anomaly.planted.better", better.verdict().key());
        assertTrue(better.metrics().get(Metric.PLANTED_AUC) > 0.95);
        assertTrue(!better.metrics().containsKey(Metric.AUC));
        assertEquals(
                "run.warning.anomalyUnlabelled", better.warnings().getFirst().key());
        assertEquals(
                -1,
                judged(book(), (float[][] rows) -> blurred(rows, 1.5), JOINT).good());
        assertEquals(
                0, assertInstanceOf(Details.OfAnomaly.class, better.details()).bad().length);
    }

    /** Sees the difference through noise. */
    private static double[] blurred(float[][] rows, double noise) {
        SplittableRandom random = new SplittableRandom(2);
        return Arrays.stream(rows)
                .mapToDouble(r -> Math.abs(r[0] - r[1]) + noise * random.nextGaussian())
                .toArray();
    }

    @Test
    void aScoreThatFindsNothingIsChanceWhereTheForestFindsNothingEither() {
        Evaluation chance = judged(book(), ALONE, rows -> blurred(rows, 1e6));
        assertEquals("verdict.anomaly.planted.chance", chance.verdict().key());
        assertEquals(0, chance.good());
        Evaluation worse = judged(book(), ALONE, JOINT);
        assertEquals("verdict.anomaly.planted.worse", worse.verdict().key());
        assertEquals(-1, worse.good());
        Evaluation turned = judged(
                book(), rows -> Arrays.stream(JOINT.scores(rows)).map(s -> -s).toArray(), JOINT);
        assertEquals("verdict.anomaly.planted.below", turned.verdict().key());
        assertEquals(-1, turned.good());
    }

    /** By the label: the forest's .6 is apart from chance, the network's .55 is not, and the two are not apart. */
    @Test
    void whatTheForestFindsIsNotCalledChance() {
        SplittableRandom random = new SplittableRandom(3);
        boolean[] bad = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            bad[i] = i % 2 == 0;
        }
        double[] forest = noisy(bad, 0.6, random);
        double[] network = noisy(bad, 0.15, random);
        Evaluation unsure = judged(book(bad), rows -> network.clone(), rows -> forest.clone());
        assertEquals("verdict.anomaly.unsure", unsure.verdict().key());
        assertEquals(0, unsure.good());
    }

    private static double[] noisy(boolean[] bad, double gap, SplittableRandom random) {
        double[] scores = new double[bad.length];
        for (int i = 0; i < bad.length; i++) {
            scores[i] = (bad[i] ? gap : 0) + random.nextGaussian();
        }
        return scores;
    }

    /** Columns that have nothing to do with each other: planted applicants are like real ones, and .5 is the truth. */
    @Test
    void theIntervalOfPlantedApplicantsHoldsTheTruthNineteenTimesOfTwenty() {
        SplittableRandom random = new SplittableRandom(9);
        AnomalyJudge.Scoring far = rows -> Arrays.stream(rows)
                .mapToDouble(r -> Math.abs(r[0]) + Math.abs(r[1]))
                .toArray();
        AnomalyJudge.Scoring one = rows ->
                Arrays.stream(rows).mapToDouble(r -> Math.abs(r[0] + r[1])).toArray();
        int missed = 0;
        int told = 0;
        for (int trial = 0; trial < 600; trial++) {
            float[][] rows = normal(random);
            AnomalySpec spec = Specs.with(SPEC, "seed", trial);
            int[] test = IntStream.range(0, ROWS).toArray();
            Evaluation evaluation = AnomalyJudge.evaluate(spec, book(), test, rows, List.of("a", "b"), one, far);
            Interval interval = evaluation.intervals().get(Metric.PLANTED_AUC);
            missed += interval.low() > 0.5 || interval.high() < 0.5 ? 1 : 0;
            told += evaluation.good() == 0 ? 0 : 1;
        }
        assertTrue(missed >= 15 && missed <= 45, missed + " of 600 miss");
        assertTrue(told <= 48, told + " of 600 equal pairs told apart");
    }

    @Test
    void aSingleGroupSaysNothing() {
        assertEquals(new Roc.Auc(0.7, Double.NaN, 0, 1), PlantedTrial.auc(new double[] {0.7}));
        assertEquals(
                Double.NaN,
                PlantedTrial.difference(new double[] {0.7}, new double[] {0.6}).low());
    }

    /** Mean .7, standard error .1 / √3; t of 2 degrees of freedom passes 4.30265 once in 40 times. */
    @Test
    void theIntervalIsThatOfTheGroupsMean() {
        Roc.Auc auc = PlantedTrial.auc(new double[] {0.6, 0.7, 0.8});
        assertEquals(0.7, auc.auc(), 1e-12);
        assertEquals(0.7 - 4.302653 * 0.1 / Math.sqrt(3), auc.low(), 1e-6);
        Roc.Difference same = PlantedTrial.difference(new double[] {0.6, 0.7}, new double[] {0.6, 0.7});
        assertEquals(new Roc.Difference(0, 0, 0, 1), same);
        assertEquals(
                0.5,
                PlantedTrial.difference(new double[] {0.6, 0.8}, new double[] {0.6, 0.6})
                        .pValue(),
                1e-9);
    }

    private static float[][] normal(SplittableRandom random) {
        float[][] rows = new float[ROWS][];
        Arrays.setAll(rows, i -> new float[] {(float) random.nextGaussian(), (float) random.nextGaussian()});
        return rows;
    }

    @Test
    void aTestPartOfOneClassIsNotCalledUnlabelled() {
        Evaluation evaluation = judged(book(new boolean[ROWS]), JOINT, ALONE);
        assertEquals(
                Notice.of("run.warning.anomalyOneClass", 0, ROWS),
                evaluation.warnings().getFirst());
        assertEquals("verdict.anomaly.planted.better", evaluation.verdict().key());
    }

    @Test
    void labelsDecideWhereTheyAre() {
        float[][] rows = twins();
        boolean[] bad = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            bad[i] = rows[i][0] > 1;
        }
        Evaluation evaluation = judged(book(bad), ALONE, JOINT);
        assertEquals("verdict.anomaly.better", evaluation.verdict().key());
        assertEquals(1, evaluation.metrics().get(Metric.AUC), 1e-12);
        assertEquals(0.5, evaluation.challengers().getFirst().metrics().get(Metric.AUC), 1e-12);
        assertEquals(
                ROWS,
                assertInstanceOf(Details.OfAnomaly.class, evaluation.details()).bad().length);
    }

    @Test
    void fewOfAClassAreWarnedOf() {
        boolean[] bad = new boolean[ROWS];
        Arrays.fill(bad, 0, 10, true);
        assertEquals(
                List.of("run.warning.anomalyFew"),
                judged(book(bad), ALONE, JOINT).warnings().stream()
                        .map(warning -> warning.key())
                        .toList());
    }
}
