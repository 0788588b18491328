package io.riskloom.engine.model;

import io.riskloom.engine.quality.Reading;

/**
 * Price paths from a generative adversarial network that learns windows of {@code window} days. Models:
 *
 * <ul>
 *   <li>{@code sv-gan}: neural stochastic volatility, r = .3·μ + softplus(s + .2)·ε with (μ, s) from a network a day over
 *       filters of past ε and of hidden noise; any length.
 *   <li>{@code ohlcv-gan}: whole bars, windows of moves that follow from a context (price level, volume,
 *       volatility, gaps). The epoch is kept whose bars are nearest to those of the training and the validation span.
 *   <li>{@code mlp-gan}: the article's two networks of two leaky layers; whole windows.
 *   <li>{@code tcn-gan}: dilated convolutions over noise, after Quant GANs; any length.
 *   <li>{@code lstm-gan}, {@code gru-gan}: recurrent, with embedding and supervised loss after TimeGAN; any length.
 * </ul>
 *
 * Returns are log returns, made into what the networks see by {@code transform}. One epoch is one pass over the training
 * windows; the epoch is kept whose stylised facts are nearest to those of the validation span. {@code halfLife} in years
 * (0 for none) has recent windows drawn more often, {@code average} is the share of the running mean of weights that a step
 * keeps. A {@code conditional} generator knows the recent history that its paths continue.
 */
public record GenerateSpec(
        @Hyper(choices = {"sv-gan", "ohlcv-gan", "mlp-gan", "tcn-gan", "lstm-gan", "gru-gan"})
        String model,

        String data,
        String series,
        Reading reading,
        @Hyper(min = 0, max = 1e9, value = 7) long seed,

        @Hyper(
                choices = {"one", "all"},
                models = {"sv-gan", "lstm-gan", "gru-gan"},
                advanced = true)
        String together,

        @Hyper(
                min = 10,
                max = 500,
                value = 128,
                values = {"model=sv-gan:256", "model=ohlcv-gan:24", "model=mlp-gan|lstm-gan|gru-gan:60"})
        int window,

        @Hyper(
                choices = {"standard", "lambert", "quantile"},
                values = "model=tcn-gan:lambert",
                models = {"sv-gan", "mlp-gan", "tcn-gan", "lstm-gan", "gru-gan"})
        String transform,

        @Hyper(
                choices = {"no", "yes"},
                models = {"sv-gan", "mlp-gan", "tcn-gan", "lstm-gan", "gru-gan"})
        String conditional,

        @Hyper(
                choices = {"real", "generated"},
                models = "ohlcv-gan")
        String contexts,

        @Hyper(min = 0, max = 1, value = 0.05, models = "ohlcv-gan", advanced = true)
        double jitter,

        @Hyper(
                min = 1,
                max = 512,
                value = 32,
                values = "model=ohlcv-gan:24",
                models = {"mlp-gan", "ohlcv-gan"})
        int latent,

        @Hyper(
                min = 1,
                max = 64,
                value = 3,
                values = "model=ohlcv-gan:8",
                models = {"ohlcv-gan", "tcn-gan", "lstm-gan", "gru-gan"})
        int noises,

        @Hyper(
                min = 1,
                max = 2048,
                value = 32,
                values = {"model=mlp-gan:128", "model=ohlcv-gan:64"},
                models = {"sv-gan", "mlp-gan", "ohlcv-gan", "lstm-gan", "gru-gan"})
        int units,

        @Hyper(min = 1, max = 512, value = 32, models = "tcn-gan")
        int channels,

        @Hyper(min = 1, max = 8, value = 5, models = "tcn-gan")
        int blocks,

        @Hyper(min = 2, max = 15, value = 3, models = "tcn-gan")
        int kernel,

        @Hyper(
                choices = {"wgan-gp", "hinge", "original"},
                values = "model=mlp-gan|lstm-gan|gru-gan:original")
        String adversarialLoss,

        @Hyper(
                choices = {"yes", "no"},
                models = {"sv-gan", "tcn-gan", "lstm-gan", "gru-gan"})
        String statistics,

        @Hyper(
                min = 1,
                max = 2048,
                value = 192,
                values = "model=ohlcv-gan:256",
                models = {"sv-gan", "ohlcv-gan", "tcn-gan"})
        int criticUnits,

        @Hyper(min = 1, max = 20, value = 2, values = "model=mlp-gan|lstm-gan|gru-gan:1")
        int criticSteps,

        @Hyper(min = 0, max = 1000, value = 10, when = "adversarialLoss=wgan-gp")
        double penalty,

        @Hyper(
                min = 0,
                max = 1000,
                value = 1,
                models = {"lstm-gan", "gru-gan"})
        double supervised,

        @Hyper(
                min = 0,
                max = 0.8,
                value = 0.2,
                models = {"lstm-gan", "gru-gan"},
                advanced = true)
        double pretraining,

        @Hyper(
                min = 0,
                max = 50,
                value = 0,
                models = {"sv-gan", "mlp-gan", "tcn-gan", "lstm-gan", "gru-gan"})
        double halfLife,

        @Hyper(min = 1e-6, max = 1, value = 2e-4, values = "model=mlp-gan|tcn-gan|lstm-gan|gru-gan|ohlcv-gan:1e-3")
        double learningRate,

        @Hyper(
                min = 1e-6,
                max = 1,
                value = 2e-4,
                values = "model=tcn-gan|lstm-gan|gru-gan|ohlcv-gan:1e-3",
                advanced = true)
        double criticRate,

        @Hyper(min = 0, max = 0.9999, value = 0.999, advanced = true)
        double average,

        @Hyper(min = 1, max = 4096, value = 64, values = "model=ohlcv-gan:128")
        int batch,

        @Hyper(
                min = 1,
                max = 10000,
                value = 100,
                values = {"model=mlp-gan|tcn-gan:80", "model=lstm-gan|gru-gan:50", "model=ohlcv-gan:150"})
        int epochs,

        @Hyper(min = 0.02, max = 0.4, value = 0.1) double validationShare,

        @Hyper(
                choices = {"yes", "no"},
                values = "model=ohlcv-gan:no")
        String refit,

        @Hyper(min = 0.05, max = 0.5, value = 0.3) double testShare,
        @Hyper(choices = {"adam", "adamw", "sgd"}) String optimiser,

        @Hyper(min = 0, max = 0.999, value = 0, values = "model=mlp-gan|lstm-gan|gru-gan:0.5", advanced = true)
        double momentum,

        @Hyper(choices = {"cosine", "constant", "plateau", "one-cycle"})
        String schedule,

        @Hyper(min = 0, max = 0.9, value = 0.05, advanced = true)
        double warmup,

        @Hyper(choices = {"holdout", "expanding", "sliding"})
        String scheme,

        @Hyper(
                min = 2,
                max = 20,
                value = 5,
                schemes = {"expanding", "sliding"})
        int folds,

        @Hyper(
                min = 0,
                max = 20,
                value = 0,
                schemes = {"expanding", "sliding"},
                advanced = true)
        int fold,

        @Hyper(min = 0, max = 500, value = 0, advanced = true)
        int embargo,

        @Hyper(min = 1, max = 20, value = 1) int repeats)
        implements RunSpec {
    public GenerateSpec {
        Specs.validate(
                GenerateSpec.class,
                model,
                seed,
                together,
                window,
                transform,
                conditional,
                contexts,
                jitter,
                latent,
                noises,
                units,
                channels,
                blocks,
                kernel,
                adversarialLoss,
                statistics,
                criticUnits,
                criticSteps,
                penalty,
                supervised,
                pretraining,
                halfLife,
                learningRate,
                criticRate,
                average,
                batch,
                epochs,
                validationShare,
                refit,
                testShare,
                optimiser,
                momentum,
                schedule,
                warmup,
                scheme,
                folds,
                fold,
                embargo,
                repeats);
    }

    /** Whether a path longer than the window is joined from windows. */
    public boolean joins() {
        return model.equals("mlp-gan") || model.equals("ohlcv-gan");
    }

    /** Whether whole bars are made, not closes alone. */
    public boolean bars() {
        return model.equals("ohlcv-gan");
    }

    /** Whether paths continue a recent history. */
    public boolean conditioned() {
        return conditional.equals("yes") && !bars();
    }

    /** Whether the judge sees statistics of windows beside them. */
    public boolean statistical() {
        return statistics.equals("yes") && !joins();
    }

    /** Whether all series of the file are made together. */
    public boolean joint() {
        return together.equals("all")
                && (model.equals("sv-gan") || model.equals("lstm-gan") || model.equals("gru-gan"));
    }

    /** The first epoch that can be kept, where a later one is made: before, rates are high and a generator is unripe. */
    public int ripeFrom() {
        return epochs / 2 + 1;
    }

    /** Days that a day of a {@code tcn-gan}'s path has seen: 1 + (kernel − 1)·(2^blocks − 1). */
    public int receptiveField() {
        return 1 + (kernel - 1) * ((1 << blocks) - 1);
    }

    @Override
    public String task() {
        return "generate";
    }
}
