package io.riskloom.engine.model;

import io.riskloom.engine.quality.Reading;

/**
 * Direction over the next {@code horizon} days from an image of the last {@code window} closes: window → Gramian angular
 * field of {@code imageSize} pixels → ResNet-50 → up or down. {@code stride} days between neighbouring training windows.
 */
public record ClassifySpec(
        @Hyper(choices = {"resnet50"}) String model,
        String data,
        String series,
        Reading reading,
        @Hyper(min = 0, max = 1e9, value = 7) long seed,
        @Hyper(min = 8, max = 500, value = 64) int window,
        @Hyper(min = 1, max = 120, value = 5) int horizon,
        @Hyper(min = 16, max = 224, value = 32) int imageSize,
        @Hyper(choices = {"gasf", "gadf"}) String encoding,
        @Hyper(min = 1, max = 60, value = 5) int stride,
        @Hyper(min = 1e-6, max = 1, value = 1e-4) double learningRate,

        @Hyper(min = 0, max = 1, value = 1e-2, advanced = true)
        double weightDecay,

        @Hyper(min = 0, max = 1000, value = 1, advanced = true)
        double clipNorm,

        @Hyper(min = 2, max = 512, value = 32) int batch,
        @Hyper(min = 1, max = 1000, value = 3) int epochs,
        @Hyper(min = 1, max = 1000, value = 3) int patience,

        @Hyper(min = 0.05, max = 0.4, value = 0.15, advanced = true)
        double validationShare,

        @Hyper(min = 0.05, max = 0.5, value = 0.2) double testShare)
        implements RunSpec {
    public ClassifySpec {
        Specs.validate(
                ClassifySpec.class,
                model,
                seed,
                window,
                horizon,
                imageSize,
                encoding,
                stride,
                learningRate,
                weightDecay,
                clipNorm,
                batch,
                epochs,
                patience,
                validationShare,
                testShare);
    }

    @Override
    public String task() {
        return "classify";
    }
}
