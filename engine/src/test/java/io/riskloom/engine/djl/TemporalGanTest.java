package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Specs;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TemporalGanTest {
    private static final int WINDOW = 12;

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    private static GenerateSpec spec(String loss) {
        GenerateSpec spec = Specs.with(Specs.defaults(GenerateSpec.class, ""), "model", "tcn-gan");
        Map<String, Object> small = Map.of(
                "window", WINDOW, "channels", 4, "blocks", 2, "kernel", 3, "adversarialLoss", loss, "criticUnits", 8);
        for (Map.Entry<String, Object> setting : small.entrySet()) {
            spec = Specs.with(spec, setting.getKey(), setting.getValue());
        }
        return spec;
    }

    /** With all weights zero, r = softplus(.2)·ε, and ε is the first number of its own day. */
    @Test
    void withoutWeightsADayIsItsShock() {
        try (Generator generator = TemporalGan.generator(spec("wgan-gp"), 0);
                NDManager scratch = generator.network().manager().newSubManager()) {
            generator.network().trainable().values().forEach(weight -> weight.muli(0));
            NDArray noise = generator.noise(scratch, 2);
            // 1 + (3 − 1)·(2² − 1) = 7 days are seen, 6 of them before the window
            assertEquals(new Shape(2, WINDOW + 6, 3), noise.getShape());
            float[] expected = noise.get(":, 6:, 0")
                    .mul((float) Math.log(1 + Math.exp(0.2)))
                    .toFloatArray();
            assertArrayEquals(expected, generator.rows(noise, false).toFloatArray(), 1e-6f);
        }
    }

    @Test
    void pathsAreDrawnInBlocksThatAnswerForThemselvesAndFollowTheirCondition() {
        try (Generator generator = TemporalGan.generator(spec("wgan-gp"), 2)) {
            float[] calm = {-1, -1};
            float[][] all = generator.paths(new Generator.Wanted(0, 300, 20, 5), calm);
            float[][] second = generator.paths(new Generator.Wanted(256, 44, 20, 5), calm);
            for (int i = 0; i < 44; i++) {
                assertArrayEquals(all[256 + i], second[i]);
            }
            float[][] wild = generator.paths(new Generator.Wanted(256, 44, 20, 5), new float[] {1, 1});
            assertFalse(Arrays.equals(second[0], wild[0]));
        }
    }

    /** Rows [condition | window | statistics]: every number counts, and the judge of each loss is taught without leak. */
    @Test
    void theJudgeSeesConditionWindowAndStatistics() {
        int conditions = 2;
        int statistics = 3;
        for (String loss : new String[] {"wgan-gp", "hinge"}) {
            try (Network judge = TemporalGan.judge(spec(loss), conditions, statistics);
                    NDManager scratch = judge.manager().newSubManager()) {
                int size = conditions + WINDOW + statistics;
                NDArray rows = scratch.create(ReferenceNetworksTest.numbers(9, 4 * size, 1, 0), new Shape(4, size));
                rows.setRequiresGradient(true);
                NDArray slope = Torch.recorded(() -> Ops.slope(judge.forward(rows, true), rows));
                for (float number : slope.toFloatArray()) {
                    assertTrue(number != 0, loss);
                }
                assertEquals(loss.equals("hinge"), judge.state().containsKey("head.dense.weight_u"));
                assertEquals(loss.equals("hinge"), judge.state().containsKey("days.block2.conv.weight_u"));
            }
        }
    }
}
