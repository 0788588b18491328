package io.riskloom.engine.model;

import io.riskloom.engine.quality.Reading;

/**
 * Direction over the next {@code horizon} days from an image of the last {@code window} closes: window → Gramian angular
 * field of {@code imageSize} pixels → network → up or down. {@code stride} days between neighbouring training windows.
 */
public record ClassifySpec(
        @Hyper(choices = {"resnet50", "resnet34", "resnet18", "cnn"})
        String model,

        String data,
        String series,
        Reading reading,
        @Hyper(min = 0, max = 1e9, value = 7) long seed,
        @Hyper(min = 8, max = 500, value = 64) int window,
        @Hyper(min = 1, max = 120, value = 5) int horizon,
        @Hyper(min = 16, max = 224, value = 32) int imageSize,
        @Hyper(choices = {"gadf", "gasf"}) String encoding,
        @Hyper(min = 1, max = 60, value = 5) int stride,

        @Hyper(min = 1, max = 256, value = 32, models = "cnn")
        int filters,

        @Hyper(min = 2, max = 15, value = 3, models = "cnn") int kernel,

        @Hyper(min = 1, max = 1024, value = 64, models = "cnn")
        int units,

        @Hyper(min = 0, max = 0.9, value = 0, models = "cnn")
        double dropout,

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

        @Hyper(min = 0.05, max = 0.5, value = 0.2) double testShare,
        @Hyper(choices = {"adamw", "adam", "sgd"}) String optimiser,

        @Hyper(min = 0, max = 0.999, value = 0.9, advanced = true)
        double momentum,

        @Hyper(choices = {"cosine", "constant", "plateau", "one-cycle"})
        String schedule,

        @Hyper(min = 0, max = 0.9, value = 0.05, advanced = true)
        double warmup,

        @Hyper(min = 0, max = 1, value = 0, advanced = true) double l1,

        @Hyper(min = 0, max = 1, value = 0, advanced = true) double l2,
        @Hyper(choices = {"balanced", "none"}) String classWeights,
        @Hyper(choices = {"loss", "auc"}) String stopOn,

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
                filters,
                kernel,
                units,
                dropout,
                learningRate,
                weightDecay,
                clipNorm,
                batch,
                epochs,
                patience,
                validationShare,
                testShare,
                optimiser,
                momentum,
                schedule,
                warmup,
                l1,
                l2,
                classWeights,
                stopOn,
                scheme,
                folds,
                fold,
                embargo,
                repeats);
    }

    @Override
    public String task() {
        return "classify";
    }
}
