package io.riskloom.engine.model;

import io.riskloom.engine.quality.Reading;

/**
 * Price forecast. The network sees the last {@code window} days and gives the cumulative log return over 1, 2, …,
 * {@code horizon} days. The series is cut by date: training, then validation, then test, with
 * {@code horizon} + {@code embargo} days left out between the spans; the last {@code testShare} is tested in one piece or in
 * {@code folds}, each after the days that its run may know.
 */
public record ForecastSpec(
        @Hyper(choices = {"lstm", "gru", "rnn", "tcn", "mlp"})
        String model,

        String data,
        String series,
        Reading reading,
        @Hyper(min = 0, max = 1e9, value = 7) long seed,
        @Hyper(min = 5, max = 500, value = 60) int window,
        @Hyper(min = 1, max = 120, value = 20) int horizon,
        @Hyper(min = 1, max = 1024, value = 64) int units,

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

        @Hyper(min = 2, max = 15, value = 3, models = "tcn") int kernel,

        @Hyper(min = 0, max = 0.9, value = 0.1) double dropout,
        @Hyper(min = 1e-6, max = 1, value = 1e-3) double learningRate,

        @Hyper(min = 0, max = 1, value = 1e-4, advanced = true)
        double weightDecay,

        @Hyper(min = 0, max = 1000, value = 1, advanced = true)
        double clipNorm,

        @Hyper(min = 1, max = 4096, value = 64) int batch,
        @Hyper(min = 1, max = 1000, value = 12) int epochs,
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
        @Hyper(choices = {"huber", "mse", "mae", "pinball"}) String loss,
        @Hyper(choices = {"loss", "mae"}) String stopOn,

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
                window,
                horizon,
                units,
                layers,
                bidirectional,
                blocks,
                kernel,
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
                scheme,
                folds,
                fold,
                embargo,
                repeats);
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
