package io.riskloom.engine.model;

import io.riskloom.engine.quality.Reading;
import java.util.List;

/**
 * Forecast of a price series. The network sees the last {@code window} days and gives, by {@code target},
 *
 * <ul>
 *   <li>{@code path}: the cumulative log returns over 1, 2, …, {@code horizon} days, at once ({@code direct}) or day by day
 *       from its own forecasts ({@code recursive});
 *   <li>{@code return}: the log return over the next {@code horizon} days, one number;
 *   <li>{@code volatility}: ½ ln of the mean squared daily log return of the {@code volatilityDays} days that end
 *       {@code horizon} days ahead. Days up to the origin among them are known: with a horizon of as many days none is.
 * </ul>
 *
 * The series is cut by date: training, then validation, then test, with {@code horizon} + {@code embargo} days left out
 * between the spans; the last {@code testShare} is tested in one piece or in {@code folds}, each after the days that its run
 * may know.
 */
public record ForecastSpec(
        @Hyper(choices = {"lstm", "gru", "rnn", "tcn", "mlp", "resnet50", "resnet34", "resnet18", "cnn"})
        String model,

        String data,
        String series,
        Reading reading,
        @Hyper(min = 0, max = 1e9, value = 7) long seed,
        @Hyper(choices = {"path", "return", "volatility"}) String target,

        @Hyper(
                choices = {"direct", "recursive"},
                models = {"lstm", "gru", "rnn", "tcn", "mlp"},
                when = "target=path")
        String strategy,

        @Hyper(
                min = 5,
                max = 500,
                value = 60,
                values = {"model=resnet50|resnet34|resnet18|cnn:64", "target=volatility:22"})
        int window,

        @Hyper(min = 1, max = 120, value = 20) int horizon,

        @Hyper(min = 5, max = 250, value = 20, when = "target=volatility")
        int volatilityDays,

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
                values = {"target=volatility:returns,logVolatility", "strategy=recursive:returns,volatility"},
                models = {"lstm", "gru", "rnn", "tcn", "mlp"})
        String inputs,

        @Hyper(
                choices = {"gadf", "gasf", "mtf", "recurrence", "bars"},
                models = {"resnet50", "resnet34", "resnet18", "cnn"})
        String encoding,

        @Hyper(
                min = 16,
                max = 224,
                value = 32,
                models = {"resnet50", "resnet34", "resnet18", "cnn"},
                when = "encoding=gadf|gasf|mtf|recurrence")
        int imageSize,

        @Hyper(min = 1, max = 60, value = 1, values = "model=resnet50|resnet34|resnet18|cnn:5", advanced = true)
        int stride,

        @Hyper(
                min = 1,
                max = 1024,
                value = 64,
                values = "target=volatility:32",
                models = {"lstm", "gru", "rnn", "tcn", "mlp", "cnn"})
        int units,

        @Hyper(
                min = 1,
                max = 4,
                value = 2,
                values = "target=volatility:1",
                models = {"lstm", "gru", "mlp"})
        int layers,

        @Hyper(
                choices = {"no", "yes"},
                models = {"lstm", "gru"})
        String bidirectional,

        @Hyper(min = 1, max = 8, value = 4, models = "tcn") int blocks,

        @Hyper(
                min = 2,
                max = 15,
                value = 3,
                models = {"tcn", "cnn"})
        int kernel,

        @Hyper(min = 1, max = 256, value = 32, models = "cnn")
        int filters,

        @Hyper(
                choices = {"no", "yes"},
                values = "target=volatility:yes",
                models = {"lstm", "gru", "rnn", "tcn", "mlp"},
                advanced = true)
        String skip,

        @Hyper(
                min = 0,
                max = 0.9,
                value = 0.1,
                models = {"lstm", "gru", "rnn", "tcn", "mlp", "cnn"})
        double dropout,

        @Hyper(
                min = 1e-6,
                max = 1,
                value = 1e-3,
                values = {"model=resnet50|resnet34|resnet18|cnn:1e-4", "target=volatility:3e-3"})
        double learningRate,

        @Hyper(
                min = 0,
                max = 1,
                value = 1e-4,
                values = {"model=resnet50|resnet34|resnet18|cnn:1e-2", "target=volatility:1e-3"},
                advanced = true)
        double weightDecay,

        @Hyper(min = 0, max = 1000, value = 1, advanced = true)
        double clipNorm,

        @Hyper(
                min = 1,
                max = 4096,
                value = 64,
                values = {"model=resnet50|resnet34|resnet18|cnn:32", "target=volatility:256"})
        int batch,

        @Hyper(
                min = 1,
                max = 1000,
                value = 12,
                values = {"model=resnet50|resnet34|resnet18|cnn:3", "target=volatility:15"})
        int epochs,

        @Hyper(min = 1, max = 1000, value = 5) int patience,

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

        @Hyper(
                choices = {"huber", "mse", "mae", "pinball"},
                values = "target=volatility:mae")
        String loss,

        @Hyper(
                choices = {"loss", "mae"},
                values = "target=volatility:mae")
        String stopOn,

        @Hyper(
                choices = {"split", "adaptive", "dropout"},
                values = "target=volatility:adaptive")
        String bands,

        @Hyper(
                min = 10,
                max = 1000,
                value = 50,
                values = "strategy=recursive:20",
                when = "bands=dropout",
                advanced = true)
        int passes,

        @Hyper(min = 0, max = 200, value = 5, when = "target=path|return", advanced = true)
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
    public ForecastSpec {
        Specs.validate(
                ForecastSpec.class,
                model,
                seed,
                target,
                strategy,
                window,
                horizon,
                volatilityDays,
                tickers,
                inputs,
                encoding,
                imageSize,
                stride,
                units,
                layers,
                bidirectional,
                blocks,
                kernel,
                filters,
                skip,
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
                loss,
                stopOn,
                bands,
                passes,
                costs,
                scheme,
                folds,
                fold,
                embargo,
                repeats);
    }

    /** Networks over pictures of the window; the others see the days one by one. */
    public static final List<String> IMAGE_MODELS = List.of("resnet50", "resnet34", "resnet18", "cnn");

    public boolean seesImages() {
        return IMAGE_MODELS.contains(model);
    }

    public boolean recursive() {
        return target.equals("path") && strategy.equals("recursive") && !seesImages();
    }

    /** The groups of day features that the network sees. */
    public List<String> groups() {
        return List.of(inputs.split(","));
    }

    /** Days ahead that one answer of the network speaks of: one after the other, or the horizon alone. */
    public int answers() {
        return target.equals("path") && !recursive() ? horizon : 1;
    }

    /** Numbers that the network gives a step: the forecast, or five quantiles. */
    public int levels() {
        return loss.equals("pinball") ? 5 : 1;
    }

    @Override
    public String task() {
        return "forecast";
    }
}
