package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Specs;
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
        float[][] dealt = AnomalyJudge.dealt(rows, List.of("a", "b"), 3);
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
                Arrays.stream(AnomalyJudge.dealt(twins(), List.of("a", "a"), 3))
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
        assertEquals("run.warning.anomalyUnlabelled", better.warnings().getFirst().key());
        assertEquals(-1, judged(book(), (float[][] rows) -> blurred(rows, 1.5), JOINT).good());
        assertEquals(0, assertInstanceOf(Details.OfAnomaly.class, better.details()).bad().length);
    }

    /** Sees the difference through noise. */
    private static double[] blurred(float[][] rows, double noise) {
        SplittableRandom random = new SplittableRandom(2);
        return Arrays.stream(rows)
                .mapToDouble(r -> Math.abs(r[0] - r[1]) + noise * random.nextGaussian())
                .toArray();
    }

    @Test
    void aScoreThatFindsNothingIsChance() {
        Evaluation chance = judged(book(), ALONE, JOINT);
        assertEquals("verdict.anomaly.planted.chance", chance.verdict().key());
        assertEquals(0, chance.good());
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
        assertEquals(ROWS, assertInstanceOf(Details.OfAnomaly.class, evaluation.details()).bad().length);
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
