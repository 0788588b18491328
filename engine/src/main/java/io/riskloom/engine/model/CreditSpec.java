package io.riskloom.engine.model;

import io.riskloom.engine.quality.Reading;

/**
 * Probability of default from a table of applicants: two hidden layers over standardised numbers, missing indicators and
 * one-hot categories. Rows are split into training, validation and test with the same share of bad in each, once or so that
 * every row is tested in one of {@code folds}.
 *
 * @param target column of the target, empty to recognise it
 * @param groups column whose rows of one value stay together in the scheme {@code grouped}; no model sees it then
 */
public record CreditSpec(
        @Hyper(choices = {"mlp"}) String model,
        String data,
        String series,
        Reading reading,
        String target,
        String groups,
        @Hyper(min = 0, max = 1e9, value = 7) long seed,
        @Hyper(min = 1, max = 2048, value = 64) int units,
        @Hyper(min = 1, max = 2048, value = 32) int units2,
        @Hyper(min = 0, max = 0.9, value = 0.4) double dropout,
        @Hyper(min = 1e-6, max = 1, value = 5e-3) double learningRate,

        @Hyper(min = 0, max = 1, value = 0.05, advanced = true)
        double weightDecay,

        @Hyper(min = 0, max = 1000, value = 1, advanced = true)
        double clipNorm,

        @Hyper(min = 1, max = 4096, value = 64) int batch,
        @Hyper(min = 1, max = 1000, value = 60) int epochs,
        @Hyper(min = 1, max = 1000, value = 10) int patience,

        @Hyper(min = 0.05, max = 0.4, value = 0.15, advanced = true)
        double validationShare,

        @Hyper(min = 0.05, max = 0.5, value = 0.3, schemes = "holdout")
        double testShare,

        @Hyper(choices = {"adamw", "adam", "sgd"}) String optimiser,

        @Hyper(min = 0, max = 0.999, value = 0.9, advanced = true)
        double momentum,

        @Hyper(choices = {"cosine", "constant", "plateau", "one-cycle"})
        String schedule,

        @Hyper(min = 0, max = 0.9, value = 0.05, advanced = true)
        double warmup,

        @Hyper(min = 0, max = 1, value = 0, advanced = true) double l1,

        @Hyper(min = 0, max = 1, value = 0, advanced = true) double l2,
        @Hyper(choices = {"none", "balanced"}) String classWeights,
        @Hyper(choices = {"loss", "auc"}) String stopOn,

        @Hyper(choices = {"holdout", "kfold", "grouped"}) String scheme,

        @Hyper(
                min = 2,
                max = 20,
                value = 5,
                schemes = {"kfold", "grouped"})
        int folds,

        @Hyper(
                min = 0,
                max = 20,
                value = 0,
                schemes = {"kfold", "grouped"},
                advanced = true)
        int fold,

        @Hyper(min = 1, max = 20, value = 1) int repeats)
        implements RunSpec {
    public CreditSpec {
        Specs.validate(
                CreditSpec.class,
                model,
                seed,
                units,
                units2,
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
                repeats);
    }

    @Override
    public String task() {
        return "credit";
    }
}
