package io.riskloom.engine.model;

import io.riskloom.engine.quality.Reading;

/**
 * Probability of default from a table of applicants. Numbers are read by rank, categories by an embedding or one input each;
 * a network over pictures sees an applicant as a square of pixels, a recurrent one the months of a history, an ensemble all
 * of them. Rows are split into training, validation and test with the same share of bad in each, once or so that every row
 * is tested in one of {@code folds}. Defaults follow the size of the table ({@link CreditDefaults}).
 *
 * @param target column of the target, empty to recognise it
 * @param groups column whose rows of one value stay together in the scheme {@code grouped}; no model sees it then
 */
public record CreditSpec(
        @Hyper(choices = {"mlp", "resnet", "resnet50", "cnn", "lstm", "gru", "ensemble"})
        String model,

        String data,
        String series,
        Reading reading,
        String target,
        String groups,
        @Hyper(min = 0, max = 1e9, value = 7) long seed,
        @Hyper(choices = {"small", "medium", "large"}) String table,

        @Hyper(
                min = 1,
                max = 20,
                value = 1,
                values = {"model=mlp&table=small|medium:5", "model=mlp|lstm|gru:2", "model=resnet&table=small:2"},
                models = {"mlp", "resnet", "cnn", "lstm", "gru"})
        int members,

        @Hyper(
                min = 1,
                max = 2048,
                value = 64,
                values = {"model=mlp&table=medium|large:128", "model=lstm|gru:32"},
                models = {"mlp", "cnn", "lstm", "gru"})
        int units,

        @Hyper(
                min = 1,
                max = 2048,
                value = 64,
                values = "model=mlp&table=small:32",
                models = {"mlp", "lstm", "gru"})
        int units2,

        @Hyper(
                min = 1,
                max = 64,
                value = 4,
                models = {"mlp", "lstm", "gru"},
                advanced = true)
        int embedding,

        @Hyper(
                choices = {"no", "yes"},
                values = "model=mlp|lstm|gru|ensemble&table=large:yes")
        String codes,

        @Hyper(min = 1, max = 256, value = 16, models = "resnet")
        int width,

        @Hyper(min = 1, max = 5, value = 3, models = "resnet", advanced = true)
        int stages,

        @Hyper(min = 1, max = 256, value = 16, models = "cnn")
        int filters,

        @Hyper(
                min = 0,
                max = 224,
                value = 0,
                values = "model=resnet50:16",
                models = {"resnet", "resnet50", "cnn"})
        int pixels,

        @Hyper(
                min = 0,
                max = 2,
                value = 0.1,
                models = {"resnet", "resnet50", "cnn"},
                advanced = true)
        double noise,

        @Hyper(
                min = 0,
                max = 0.9,
                value = 0.1,
                models = {"resnet", "resnet50", "cnn"},
                advanced = true)
        double pixelDropout,

        @Hyper(
                min = 0,
                max = 0.9,
                value = 0.3,
                values = {"model=mlp&table=small:0.4", "model=lstm|gru:0.2"})
        double dropout,

        @Hyper(
                min = 1e-6,
                max = 1,
                value = 2e-3,
                values = {
                    "model=mlp&table=small:5e-3",
                    "model=mlp&table=large:3e-3",
                    "model=lstm|gru:3e-3",
                    "model=resnet50:1e-3"
                })
        double learningRate,

        @Hyper(
                min = 0,
                max = 1,
                value = 0.05,
                values = {"model=mlp&table=medium|large:0.02", "model=lstm|gru:0.02"},
                advanced = true)
        double weightDecay,

        @Hyper(min = 0, max = 1000, value = 1, advanced = true)
        double clipNorm,

        @Hyper(
                min = 2,
                max = 4096,
                value = 64,
                values = {
                    "model=mlp&table=large:512",
                    "model=lstm|gru&table=large:512",
                    "model=resnet|cnn|ensemble&table=large:256",
                    "model=resnet50:128",
                    "table=medium|large:128"
                })
        int batch,

        @Hyper(
                min = 1,
                max = 1000,
                value = 60,
                values = {
                    "model=mlp|ensemble&table=large:14",
                    "model=lstm|gru&table=large:16",
                    "model=resnet|cnn&table=large:6",
                    "model=resnet50&table=large:2",
                    "model=resnet50:4",
                    "model=resnet|cnn&table=medium:15",
                    "model=resnet|cnn|lstm|gru:25"
                })
        int epochs,

        @Hyper(
                min = 1,
                max = 1000,
                value = 12,
                values = {"table=large:4", "model=resnet|cnn:8"})
        int patience,

        @Hyper(choices = {"platt", "isotonic", "none"}) String calibration,
        @Hyper(choices = {"no", "gan"}) String oversample,

        @Hyper(min = 0.05, max = 0.5, value = 0.4, when = "oversample=gan")
        double oversampleShare,

        @Hyper(min = 0.05, max = 0.4, value = 0.2, advanced = true)
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

        @Hyper(min = 2, max = 20, value = 6, advanced = true)
        int bins,

        @Hyper(min = 1, max = 200, value = 20, advanced = true)
        double points,

        @Hyper(min = 0, max = 2000, value = 600, advanced = true)
        double baseScore,

        @Hyper(min = 0.01, max = 10000, value = 50, advanced = true)
        double baseOdds,

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
                table,
                members,
                units,
                units2,
                embedding,
                codes,
                width,
                stages,
                filters,
                pixels,
                noise,
                pixelDropout,
                dropout,
                learningRate,
                weightDecay,
                clipNorm,
                batch,
                epochs,
                patience,
                calibration,
                oversample,
                oversampleShare,
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
                bins,
                points,
                baseScore,
                baseOdds,
                scheme,
                folds,
                fold,
                repeats);
    }

    @Override
    public String task() {
        return "credit";
    }

    /** Whether a network sees applicants as pictures. */
    public boolean seesImages() {
        return model.equals("resnet") || model.equals("resnet50") || model.equals("cnn");
    }

    /** Whether a network reads the months of a history. */
    public boolean seesHistory() {
        return model.equals("lstm") || model.equals("gru");
    }
}
