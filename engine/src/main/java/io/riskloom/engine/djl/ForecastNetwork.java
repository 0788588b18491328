package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.ParameterList;
import io.riskloom.engine.judge.Outlook;
import io.riskloom.engine.judge.Predictor;
import io.riskloom.engine.model.ForecastSpec;
import java.util.Arrays;

/** A forecaster's network: its start, and its answers before a series. */
final class ForecastNetwork {
    /** Part of the seed that stochastic passes start from. */
    private static final long PASSES = 1_000_003;

    private ForecastNetwork() {}

    /** Answers zero, the training span's mean, at first: noise in the first steps would have to be unlearnt. */
    static Network of(ForecastSpec spec, Shape sample) {
        Network network = Architecture.of(spec).network(sample, spec.answers() * spec.levels());
        Weights.zero(Skip.body(network.block()).part("head"));
        double[] unit = new double[spec.answers()];
        Arrays.fill(unit, 1);
        spread(spec, network, unit);
        return network;
    }

    /** What is set from the data before the first step: the linear forecast beside the network, where there is one. */
    static void start(ForecastSpec spec, Network network, Samples training) {
        if (network.block() instanceof Skip) {
            LinearFit fit = Skip.start(network, training);
            spread(spec, network, fit.deviations());
        }
    }

    private static void spread(ForecastSpec spec, Network network, double[] deviations) {
        if (spec.levels() > 1) {
            ParameterList head = Skip.body(network.block()).part("head").getDirectParameters();
            NDArray bias = head.get("bias").getArray();
            Pinball.start(bias, deviations);
        }
    }

    /** The network before a series, with as many passes as bands from dropout are made of. */
    static Outlook outlook(ForecastSpec spec, Network network, SeriesView view) {
        return new Outlook(
                predictor(spec, network, view),
                view.target(),
                view.history().dates(),
                view.windows().firstOrigin());
    }

    private static Predictor predictor(ForecastSpec spec, Network network, SeriesView view) {
        if (spec.bands().equals("dropout")) {
            Passes passes = new Passes(spec.passes(), Torch.mix(spec.seed(), PASSES));
            return spec.recursive()
                    ? Recursion.sampled(network, view, spec.horizon(), passes)
                    : NetworkPredictor.sampled(network, view, passes);
        }
        return spec.recursive()
                ? Recursion.plain(network, view, spec.horizon())
                : NetworkPredictor.plain(network, view);
    }
}
