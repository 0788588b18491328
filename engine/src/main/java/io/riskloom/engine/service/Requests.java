package io.riskloom.engine.service;

import io.riskloom.engine.model.RunSpec;

/** Questions to a trained model or to the engine's arithmetic. */
public final class Requests {
    private Requests() {}

    /** A trained model: its spec and its run's folder. */
    public record ModelRef(RunSpec spec, String folder) {}

    /**
     * @param data file with the history, the series named in the spec
     * @param from index of the first origin; negative counts from the end (−1 is the last day)
     * @param to   index after the last origin; 0 or less counts from the end
     */
    public record ForecastRequest(ModelRef model, String data, int from, int to) {}

    public record ScoreRequest(ModelRef model, String data) {}

    public record GenerateRequest(ModelRef model, int paths, int length, long seed) {}

    /** @param origin index of the window's last day; negative counts from the end */
    public record FeaturesRequest(ModelRef model, String data, int origin) {}

    /** @param padMode {@code zeros}, {@code reflect} or {@code replicate} */
    public record ConvolveRequest(
            double[][] input, double[][] kernel, int stride, int padding, int dilation, String padMode, double bias) {}

    /** @param kind {@code max} or {@code average} */
    public record PoolRequest(double[][] input, int rows, int columns, int stride, String kind) {}
}
