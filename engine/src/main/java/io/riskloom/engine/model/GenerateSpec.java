package io.riskloom.engine.model;

import io.riskloom.engine.quality.Reading;

/**
 * Price paths from a generative adversarial network: noise of {@code latent} numbers → two layers of {@code units} leaky-ReLU
 * units → {@code window} standardised daily log returns; a discriminator of the same shape. One epoch is one pass over the
 * training windows.
 */
public record GenerateSpec(
        @Hyper(choices = {"mlp-gan"}) String model,
        String data,
        String series,
        Reading reading,
        @Hyper(min = 0, max = 1e9, value = 7) long seed,
        @Hyper(min = 10, max = 500, value = 60) int window,
        @Hyper(min = 1, max = 512, value = 32) int latent,
        @Hyper(min = 1, max = 2048, value = 128) int units,
        @Hyper(min = 1e-6, max = 1, value = 1e-3) double learningRate,

        @Hyper(min = 1e-6, max = 1, value = 2e-4, advanced = true)
        double discriminatorRate,

        @Hyper(min = 1, max = 4096, value = 64) int batch,
        @Hyper(min = 1, max = 10000, value = 80) int epochs,
        @Hyper(min = 0.05, max = 0.5, value = 0.3) double testShare,
        @Hyper(choices = {"adam", "adamw", "sgd"}) String optimiser,

        @Hyper(min = 0, max = 0.999, value = 0.5, advanced = true)
        double momentum,

        @Hyper(choices = {"cosine", "constant", "plateau", "one-cycle"})
        String schedule,

        @Hyper(min = 0, max = 0.9, value = 0.05, advanced = true)
        double warmup)
        implements RunSpec {
    public GenerateSpec {
        Specs.validate(
                GenerateSpec.class,
                model,
                seed,
                window,
                latent,
                units,
                learningRate,
                discriminatorRate,
                batch,
                epochs,
                testShare,
                optimiser,
                momentum,
                schedule,
                warmup);
    }

    @Override
    public String task() {
        return "generate";
    }
}
