package io.riskloom.engine.model;

import io.riskloom.engine.quality.Reading;
import java.util.List;

/**
 * Direction over the next {@code horizon} days: up or down, or with a flat class between where the move stays within
 * {@code deadBand} times the volatility that was known (20 days, times √horizon). A network over images sees the window as a
 * picture, the others its days one by one. {@code stride} days between neighbouring training windows.
 */
public record ClassifySpec(
        @Hyper(choices = {"resnet50", "resnet34", "resnet18", "cnn", "lstm", "gru", "rnn", "tcn", "mlp"})
        String model,

        String data,
        String series,
        Reading reading,
        @Hyper(min = 0, max = 1e9, value = 7) long seed,
        @Hyper(choices = {"two", "three"}) String directions,

        @Hyper(min = 0.01, max = 5, value = 0.43, when = "directions=three")
        double deadBand,

        @Hyper(min = 8, max = 500, value = 64, values = "model=lstm|gru|rnn|tcn|mlp:60")
        int window,

        @Hyper(min = 1, max = 120, value = 5) int horizon,

        @Hyper(
                choices = {"one", "all"},
                advanced = true)
        String tickers,

        @Hyper(
                choices = {
                    "returns",
                    "ranges",
                    "volume",
                    "volatility",
                    "logVolatility",
                    "logPrice",
                    "indicators",
                    "calendar"
                },
                several = true,
                initial = {"returns", "ranges", "volume", "volatility"},
                models = {"lstm", "gru", "rnn", "tcn", "mlp"})
        String inputs,

        @Hyper(
                min = 16,
                max = 224,
                value = 32,
                models = {"resnet50", "resnet34", "resnet18", "cnn"},
                when = "encoding=gadf|gasf|mtf|recurrence")
        int imageSize,

        @Hyper(
                choices = {"gadf", "gasf", "mtf", "recurrence", "bars"},
                models = {"resnet50", "resnet34", "resnet18", "cnn"})
        String encoding,

        @Hyper(min = 1, max = 60, value = 5, values = "model=lstm|gru|rnn|tcn|mlp:1")
        int stride,

        @Hyper(min = 1, max = 256, value = 32, models = "cnn")
        int filters,

        @Hyper(
                min = 2,
                max = 15,
                value = 3,
                models = {"cnn", "tcn"})
        int kernel,

        @Hyper(
                min = 1,
                max = 1024,
                value = 64,
                models = {"cnn", "lstm", "gru", "rnn", "tcn", "mlp"})
        int units,

        @Hyper(
                min = 1,
                max = 4,
                value = 2,
                models = {"lstm", "gru", "mlp"})
        int layers,

        @Hyper(
                choices = {"no", "yes"},
                models = {"lstm", "gru"})
        String bidirectional,

        @Hyper(min = 1, max = 8, value = 4, models = "tcn") int blocks,

        @Hyper(
                min = 0,
                max = 0.9,
                value = 0,
                values = "model=lstm|gru|rnn|tcn|mlp:0.1",
                models = {"cnn", "lstm", "gru", "rnn", "tcn", "mlp"})
        double dropout,

        @Hyper(min = 1e-6, max = 1, value = 1e-4, values = "model=lstm|gru|rnn|tcn|mlp:1e-3")
        double learningRate,

        @Hyper(min = 0, max = 1, value = 1e-2, advanced = true)
        double weightDecay,

        @Hyper(min = 0, max = 1000, value = 1, advanced = true)
        double clipNorm,

        @Hyper(min = 2, max = 512, value = 32, values = "model=lstm|gru|rnn|tcn|mlp:64")
        int batch,

        @Hyper(min = 1, max = 1000, value = 3, values = "model=lstm|gru|rnn|tcn|mlp:12")
        int epochs,

        @Hyper(min = 1, max = 1000, value = 3, values = "model=lstm|gru|rnn|tcn|mlp:5")
        int patience,

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

        @Hyper(
                choices = {"loss", "auc"},
                when = "directions=two")
        String stopOn,

        @Hyper(min = 0, max = 200, value = 5, advanced = true)
        double costs,

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
                directions,
                deadBand,
                window,
                horizon,
                tickers,
                inputs,
                imageSize,
                encoding,
                stride,
                filters,
                kernel,
                units,
                layers,
                bidirectional,
                blocks,
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
                costs,
                scheme,
                folds,
                fold,
                embargo,
                repeats);
    }

    public boolean seesImages() {
        return ForecastSpec.IMAGE_MODELS.contains(model);
    }

    /** The groups of day features that a network over days sees. */
    public List<String> groups() {
        return List.of(inputs.split(","));
    }

    /** Classes that are told apart: 2 (down, up) or 3 (down, flat, up). */
    public int classes() {
        return directions.equals("three") ? 3 : 2;
    }

    @Override
    public String task() {
        return "classify";
    }
}
