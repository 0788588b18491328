package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.Learning;
import java.util.Map;

/**
 * A generator against a critic with gradient penalty (Gulrajani et al. 2017). The critic's loss is
 * E[D(G(z))] − E[D(x)] + λ·E[(‖∇D(x̂)‖ − 1)²], x̂ a random point between a real and a generated row; the generator's
 * −E[D(G(z))].
 */
final class WassersteinGan extends Duel {
    /** Keeps the norm's own gradient finite where the critic is flat. */
    private static final double FLAT = 1e-12;

    private final double weight;

    /** @param weight λ of the penalty, taken in the numbers that the critic sees */
    WassersteinGan(Learning learning, Sampler generator, Judge critic, double weight, Lessons lessons, Check check) {
        super(learning, generator, critic, lessons, check, "gap");
        this.weight = weight;
    }

    @Override
    NDArray judgeLoss(Network critic, NDArray real, NDArray fake) {
        NDManager manager = real.getManager();
        NDArray both = NDArrays.concat(new NDList(real, fake));
        NDArray share = manager.randomUniform(0, 1, new Shape(real.getShape().get(0), 1));
        NDArray between = fake.add(real.sub(fake).mul(share));
        return Torch.recorded(() -> {
            NDList answers = critic.forward(both, true).split(2);
            NDArray gap = answers.get(0).mean().sub(answers.get(1).mean());
            count("gap", gap);
            return Recorded.times(penalty(critic, between), weight).sub(gap);
        });
    }

    /** E[(‖∇D(x̂)‖ − 1)²] over rows, to be recorded; its gradient is the critic's second derivative. */
    static NDArray penalty(Network critic, NDArray between) {
        between.setRequiresGradient(true);
        NDArray slope = Ops.slope(critic.forward(between, true), between);
        return slope.square()
                .sum(new int[] {1})
                .add(FLAT)
                .sqrt()
                .sub(1)
                .square()
                .mean();
    }

    @Override
    NDArray generatorLoss(NDArray answers) {
        return answers.mean().neg();
    }

    @Override
    Map<String, Double> values(Map<String, Double> means) {
        return Map.of("criticGap", means.get("gap"));
    }
}
