package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.riskloom.engine.model.Learning;
import java.util.Map;

/**
 * A generator against a critic by the hinge loss (Lim and Ye 2017): the critic's is E[max(0, 1 − D(x))] + E[max(0, 1 + D(G(z)))],
 * the generator's −E[D(G(z))]. Its critic has spectrally normalised layers (Miyato et al. 2018), see {@link Spectral}.
 */
final class HingeGan extends Duel {

    HingeGan(Learning learning, Sampler generator, Judge critic, Lessons lessons, Check check) {
        super(learning, generator, critic, lessons, check, "gap");
    }

    @Override
    NDArray judgeLoss(Network critic, NDArray real, NDArray fake) {
        return Torch.recorded(() -> {
            NDList answers = new NDList(critic.forward(real, true), critic.forward(fake, true));
            NDArray onReal = answers.get(0);
            NDArray onFake = answers.get(1);
            count("gap", onReal.mean().sub(onFake.mean()));
            return Residual.relu(onReal.neg().add(1))
                    .mean()
                    .add(Residual.relu(onFake.add(1)).mean());
        });
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
