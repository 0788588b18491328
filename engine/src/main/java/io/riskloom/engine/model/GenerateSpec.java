package io.riskloom.engine.model;

import io.riskloom.engine.quality.Reading;

/**
 * Price paths from a generative adversarial network over {@code window} standardised daily log returns. {@code mlp-gan}: noise
 * of {@code latent} numbers → two layers of {@code units} leaky-ReLU units → the window; a discriminator of the same shape.
 * {@code tcn-gan}: {@code noises} numbers a day → {@code blocks} dilated convolutions of {@code channels} → a path of any
 * length; a critic of the same blocks with gradient penalty. One epoch is one pass over the training windows.
 */
public record GenerateSpec(
        @Hyper(choices = {"mlp-gan", "tcn-gan"}) String model,
        String data,
        String series,
        Reading reading,
        @Hyper(min = 0, max = 1e9, value = 7) long seed,
        @Hyper(min = 10, max = 500, value = 60) int window,

        @Hyper(min = 1, max = 512, value = 32, models = "mlp-gan")
        int latent,

        @Hyper(min = 1, max = 2048, value = 128, models = "mlp-gan")
        int units,

        @Hyper(min = 1, max = 64, value = 3, models = "tcn-gan")
        int noises,

        @Hyper(min = 1, max = 512, value = 32, models = "tcn-gan")
        int channels,

        @Hyper(min = 1, max = 8, value = 5, models = "tcn-gan")
        int blocks,

        @Hyper(min = 2, max = 15, value = 3, models = "tcn-gan")
        int kernel,

        @Hyper(min = 1, max = 20, value = 2, models = "tcn-gan")
        int criticSteps,

        @Hyper(min = 0, max = 1000, value = 10, models = "tcn-gan")
        double penalty,

        @Hyper(min = 1e-6, max = 1, value = 1e-3) double learningRate,

        @Hyper(min = 1e-6, max = 1, value = 2e-4, models = "mlp-gan", advanced = true)
        double discriminatorRate,

        @Hyper(min = 1e-6, max = 1, value = 1e-3, models = "tcn-gan", advanced = true)
        double criticRate,

        @Hyper(min = 1, max = 4096, value = 64) int batch,
        @Hyper(min = 1, max = 10000, value = 80) int epochs,
        @Hyper(min = 0.05, max = 0.5, value = 0.3) double testShare,
        @Hyper(choices = {"adam", "adamw", "sgd"}) String optimiser,

        @Hyper(min = 0, max = 0.999, value = 0.5, advanced = true)
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
                window,
                latent,
                units,
                noises,
                channels,
                blocks,
                kernel,
                criticSteps,
                penalty,
                learningRate,
                discriminatorRate,
                criticRate,
                batch,
                epochs,
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

    /** Whether a path longer than the window is joined from windows that know nothing of each other. */
    public boolean joins() {
        return model.equals("mlp-gan");
    }

    @Override
    public String task() {
        return "generate";
    }
}
