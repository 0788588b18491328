package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.riskloom.engine.model.Learning;
import java.util.Map;

/**
 * A generator against a discriminator (Goodfellow et al. 2014): the discriminator learns
 * softplus(−D(x)) + softplus(D(G(z))), the generator the non-saturating loss softplus(−D(G(z))).
 */
final class Adversarial extends Duel {

    Adversarial(Learning learning, Sampler generator, Judge discriminator, Lessons lessons, Check check) {
        super(learning, generator, discriminator, lessons, check, "surplus");
    }

    @Override
    NDArray judgeLoss(Network discriminator, NDArray real, NDArray fake) {
        NDList answers =
                Torch.recorded(() -> new NDList(discriminator.forward(real, true), discriminator.forward(fake, true)));
        NDArray onReal = answers.get(0);
        NDArray onFake = answers.get(1);
        // share of right answers less that of wrong ones, twice
        count("surplus", onReal.sign().mean().sub(onFake.sign().mean()));
        return Torch.recorded(() -> Losses.softplusMean(onReal.neg()).add(Losses.softplusMean(onFake)));
    }

    @Override
    NDArray generatorLoss(NDArray answers) {
        return Losses.softplusMean(answers.neg());
    }

    @Override
    Map<String, Double> values(Map<String, Double> means) {
        return Map.of("discriminatorAccuracy", 0.5 + 0.25 * means.get("surplus"));
    }
}
