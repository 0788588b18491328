package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.judge.Platt;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Integrated gradients of a scorer's log odds are what their definition says. */
class CreditGradientsTest {

    private static final float[] BASELINE = rows(1, 77)[0];

    private static float[][] rows(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] inputs = new float[rows][ToyCreditNetworks.INPUTS];
        for (float[] row : inputs) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return inputs;
    }

    /** Two networks that are alike, their mean logit through the line 0.7·z − 0.4 after the balance of 0.3. */
    private static NetworkCreditScorer scorer(String model) {
        CreditSpec spec = Specs.with(Specs.defaults(CreditSpec.class, "toy.csv"), "model", model);
        Network one = new Network(ToyCreditNetworks.of(model), ToyCreditNetworks.row());
        Network other = new Network(ToyCreditNetworks.of(model), ToyCreditNetworks.row());
        ReferenceNetworksTest.fill(one);
        ReferenceNetworksTest.fill(other);
        CreditModel described = new CreditModel(
                new CreditEncoder(List.of()),
                null,
                null,
                new Platt(0.7, -0.4),
                0.5,
                1,
                new int[] {1, 1},
                0.3,
                BASELINE,
                null,
                "");
        WeightStages weights =
                new WeightStages(List.of(one, other), CreditRecipe.making(spec, described), Path.of("none"));
        return new NetworkCreditScorer(spec, CreditNetworks.of(List.of(one, other)), described, weights);
    }

    private static double gap(NetworkCreditScorer scorer, float[][] inputs, int steps) {
        double[][] shares = scorer.integratedGradients(inputs, BASELINE, steps);
        double[] ends = scorer.logOdds(inputs);
        double start = scorer.logOdds(new float[][] {BASELINE})[0];
        double worst = 0;
        for (int i = 0; i < ends.length; i++) {
            worst = Math.max(
                    worst, Math.abs(ends[i] - start - Arrays.stream(shares[i]).sum()));
        }
        return worst;
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp", "gru", "lstm"})
    void sharesOfASmoothNetworkSumToTheChangeOfItsLogOdds(String model) {
        try (NetworkCreditScorer scorer = scorer(model)) {
            float[][] inputs = rows(20, 1);
            double[] ends = scorer.logOdds(inputs);
            assertTrue(Arrays.stream(ends).max().orElseThrow()
                            - Arrays.stream(ends).min().orElseThrow()
                    > 0.05);
            double gap = gap(scorer, inputs, 64);
            assertTrue(gap < 1e-3, "gap " + gap);
        }
    }

    /** A network of straight pieces has kinks on the way, which fall between two points. */
    @Test
    void theGapOfANetworkWithKinksShrinksWithTheSteps() {
        try (NetworkCreditScorer scorer = scorer("resnet")) {
            float[][] inputs = rows(10, 2);
            double coarse = gap(scorer, inputs, 4);
            double fine = gap(scorer, inputs, 64);
            assertTrue(fine < coarse / 4, coarse + " with 4 steps, " + fine + " with 64");
            assertTrue(fine < 1e-2, "gap " + fine);
        }
    }

    /** For one step the rule is the gradient at the middle, here by differences, times the way. */
    @Test
    void oneStepIsTheSlopeInTheMiddle() {
        try (NetworkCreditScorer scorer = scorer("mlp")) {
            float[] end = rows(1, 3)[0];
            double[] shares = scorer.integratedGradients(new float[][] {end}, BASELINE, 1)[0];
            float h = 1f / 32;
            for (int i = 0; i < end.length; i++) {
                float[] above = new float[end.length];
                for (int k = 0; k < end.length; k++) {
                    above[k] = (end[k] + BASELINE[k]) / 2;
                }
                float[] below = above.clone();
                above[i] += h;
                below[i] -= h;
                double[] at = scorer.logOdds(new float[][] {above, below});
                assertEquals((end[i] - BASELINE[i]) * (at[0] - at[1]) / (2 * h), shares[i], 2e-4, "input " + i);
            }
        }
    }

    @Test
    void rowsAreAnsweredAlikeInAnyCompany() {
        try (NetworkCreditScorer scorer = scorer("mlp")) {
            float[][] inputs = rows(600, 4);
            double[][] all = scorer.integratedGradients(inputs, BASELINE, 4);
            for (int i = 0; i < inputs.length; i += 119) {
                double[] alone = scorer.integratedGradients(new float[][] {inputs[i]}, BASELINE, 4)[0];
                assertArrayEquals(alone, all[i], 1e-6);
            }
            assertEquals(0, scorer.integratedGradients(new float[0][], BASELINE, 4).length);
        }
    }

    @Test
    void theAverageApplicantHasNoReasons() {
        try (NetworkCreditScorer scorer = scorer("gru")) {
            double[] none = scorer.integratedGradients(new float[][] {BASELINE}, scorer.average(), 16)[0];
            assertArrayEquals(new double[ToyCreditNetworks.INPUTS], none, 0);
        }
    }
}
