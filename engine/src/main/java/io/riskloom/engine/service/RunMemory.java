package io.riskloom.engine.service;

import io.riskloom.engine.feature.FeatureGroups;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.NetworkSizes;
import io.riskloom.engine.model.RunSpec;

/**
 * Memory that a run takes at most, known before its data is read: never less than a plan of its layers says. Four bytes a number, of
 * weights four each (itself, its gradient, two of the optimiser), of answers as many as the way back needs for one batch, of
 * data three copies, and the process with PyTorch.
 *
 * @param weights of all layers
 * @param answers that one row leaves, their gradients included
 * @param data    numbers of all rows
 * @param batch   rows
 */
public record RunMemory(long weights, long answers, long data, long batch) {

    private static final long MIB = 1 << 20;
    /** As measured: a process that trains and judges a small network (decisions/0009-folds.md). */
    private static final long LEAST = 600 * MIB;
    /** PyTorch and Java without a network. */
    private static final long ENGINE = 400 * MIB;
    /** ResNet-50 with a few small pictures, as measured. */
    private static final long PICTURES = 1500 * MIB;
    /** Bytes of a day's line, the shortest. */
    private static final long LINE = 20;
    /** Bytes of a price of one of the series that stand side by side, the shortest. */
    private static final long PRICE = 5;
    /** Numbers and categories of an applicant, in columns. */
    private static final long WIDTH = 500;

    /**
     * @param fileBytes size of the data file
     * @return bytes
     */
    public static long bytes(RunSpec spec, long fileBytes) {
        long rows = fileBytes / LINE;
        return switch (spec) {
            case ForecastSpec s ->
                windows(
                        NetworkSizes.of(s, FeatureGroups.most(s.groups())),
                        s.batch(),
                        windows(s.tickers(), s.stride(), fileBytes));
            case AnomalySpec s -> LEAST;
            case CreditSpec s -> Math.max(LEAST, credit(s, fileBytes).bytes());
            case GenerateSpec s -> Math.max(LEAST, generate(s, rows).bytes());
            case ClassifySpec s ->
                windows(
                        NetworkSizes.of(s, FeatureGroups.most(s.groups())),
                        s.batch(),
                        windows(s.tickers(), s.stride(), fileBytes));
        };
    }

    private long bytes() {
        return ENGINE + 4 * (4 * weights + batch * answers + 3 * data);
    }

    /** Training windows at most. */
    private static long windows(String tickers, int stride, long fileBytes) {
        return fileBytes / (tickers.equals("all") ? PRICE : LINE) / stride + 1;
    }

    private static long windows(NetworkSizes sizes, int batch, long rows) {
        if (!sizes.pictures()) {
            return Math.max(LEAST, days(sizes, batch, rows).bytes());
        }
        long residual = pictures(sizes, batch) + 4 * 3 * rows * sizes.height() * sizes.width();
        return sizes.model().equals("cnn")
                ? Math.max(residual, small(sizes, batch, rows).bytes())
                : residual;
    }

    private static RunMemory days(NetworkSizes s, int batch, long rows) {
        long days = s.window();
        long units = Math.max(s.units(), s.features());
        long layers = Math.max(s.layers(), 3);
        long head = s.outputs();
        long input = days * s.features();
        long sides = s.bothWays() ? 2 : 1;
        long weights =
                switch (s.model()) {
                    case "tcn" -> s.blocks() * (2L * s.kernel() + 1) * units * units;
                    case "mlp" -> (input + layers * units) * units;
                    default -> layers * sides * 4 * (sides + 1) * units * (units + 2);
                };
        long answers =
                switch (s.model()) {
                    case "tcn" -> 8 * units * (2 * s.blocks() * days + ((long) s.kernel() << s.blocks()));
                    case "mlp" -> 4 * layers * units;
                    default -> layers * sides * days * 8 * units;
                };
        long skip = s.skip() ? (s.features() + 1L) * head : 0;
        return new RunMemory(
                weights + 2 * sides * units * head + skip,
                answers + 2 * input + 6 * sides * units + 4 * head,
                rows * input,
                batch);
    }

    private static RunMemory credit(CreditSpec s, long fileBytes) {
        long units = s.units();
        long weights = (WIDTH + s.units2() + 1) * (units + 1);
        return new RunMemory(weights, 5 * (units + s.units2()) + 2 * WIDTH, fileBytes, s.batch());
    }

    private static RunMemory generate(GenerateSpec s, long rows) {
        long days = s.window();
        if (s.model().equals("mlp-gan")) {
            long units = s.units();
            long weights = (units + 1) * (2 * units + 2 * days + s.latent() + 4);
            return new RunMemory(weights, 20 * units + 4 * days + 2L * s.latent() + 4, rows * days, s.batch());
        }
        long field = (long) s.kernel() << s.blocks();
        long channels = s.channels();
        long weights = 2L * s.blocks() * (s.kernel() * Math.max(channels, s.noises()) + 1) * channels;
        long generator = 3 * channels * s.blocks() * (days + field) + 2L * s.noises() * (days + field);
        long critic = 5 * 3 * channels * (s.blocks() + 1) * (days + field);
        return new RunMemory(
                weights + 2 * channels, generator + critic + 2 * days, rows * (days + field) * s.noises(), s.batch());
    }

    /** As measured with ResNet-50: 1,490 MiB with 32 pictures of 32 pixels a step, 1,890 with 64 pixels. */
    private static long pictures(NetworkSizes s, int batch) {
        return PICTURES + (long) batch * s.height() * s.width() / 220 * MIB;
    }

    /** The small network: three convolutions, each of the second and third on a quarter of the places before. */
    private static RunMemory small(NetworkSizes s, int batch, long rows) {
        long places = (long) s.height() * s.width();
        long filters = s.filters();
        long flat = 2 * filters * (places / 64 + 1);
        long weights = 9L * s.kernel() * s.kernel() * filters * filters + (flat + s.outputs()) * (s.units() + 1L);
        return new RunMemory(
                weights, 8 * places * filters + 4L * s.units() + 2 * flat + 2L * s.outputs(), rows * places, batch);
    }
}
