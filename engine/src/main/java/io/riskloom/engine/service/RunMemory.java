package io.riskloom.engine.service;

import io.riskloom.engine.feature.FeatureGroups;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditMembers;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.NetworkSizes;
import io.riskloom.engine.model.RunSpec;
import java.util.List;

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
    /** Of the square that holds so many. */
    private static final long SIDE = 23;
    /** Months of a history at most. */
    private static final long MONTHS = 60;
    /** Weights of ResNet-50 with one output, rounded up. */
    private static final long RESNET50 = 23_600_000;
    /** Statistics of a window that a critic sees, at most. */
    private static final long STATISTICS = 60;
    /** Numbers of a condition. */
    private static final long CONDITION = 6;
    /** Series that are learnt together at most. */
    private static final long SERIES = 8;
    /** Batches that go through a critic before the way back: real, generated, and what lies between, whose slope is differentiated. */
    private static final long CRITIC = 5;
    /** Numbers that ResNet-50 keeps of one pixel for the way back, at the least of its sizes. */
    private static final long RESNET50_PLACE = 4_000;

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
            case AnomalySpec s -> Math.max(LEAST, anomaly(s, fileBytes).bytes());
            case CreditSpec s -> Math.max(LEAST, credit(s, fileBytes));
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

    /** Encoder, generator and discriminator, each with two hidden layers; a row passes them together three times in a step. */
    private static RunMemory anomaly(AnomalySpec s, long fileBytes) {
        long units = s.units();
        long weights = 3 * (WIDTH + s.latent() + units + 3) * (units + 1);
        long answers = 3 * 8 * (WIDTH + s.latent() + 4 * units);
        return new RunMemory(weights, answers, fileBytes, s.batch());
    }

    /**
     * All networks together; they take their steps one after the other, so that the answers of one are there at a time. With
     * oversampling each is there twice, the second time with generated rows beside its own.
     */
    private static long credit(CreditSpec spec, long fileBytes) {
        List<CreditSpec> members = CreditMembers.of(spec, true);
        long weights = 0;
        long answers = 0;
        for (CreditSpec member : members) {
            weights += applicantWeights(member);
            answers = Math.max(answers, member.batch() * applicantAnswers(member));
        }
        double copies = members.size();
        if (!spec.oversample().equals("no")) {
            weights *= 2;
            copies += members.size() / (1 - spec.oversampleShare());
        }
        long all = new RunMemory(weights, answers, (long) (fileBytes * copies), 1).bytes();
        return spec.model().equals("resnet50") ? PICTURES + all : all;
    }

    private static long side(CreditSpec s) {
        return Math.max(SIDE, s.pixels());
    }

    private static long applicantWeights(CreditSpec s) {
        long units = s.units();
        long dense = (WIDTH + 2 * units + s.units2() + 1) * (Math.max(units, s.units2()) + 1);
        long table = WIDTH * s.embedding();
        long places = side(s) * side(s);
        return switch (s.model()) {
            case "mlp" -> dense + table * (units + 1);
            case "lstm", "gru" -> dense + table * (s.units2() + 1) + 4 * units * (units + table + 2);
            case "resnet" -> {
                long planes = (long) s.width() << (s.stages() - 1);
                yield 27 * planes * planes + planes * (places + 30);
            }
            case "cnn" ->
                108L * s.filters() * s.filters() + 27 * s.filters() + (places * s.filters() + 2) * (units + 1);
            default -> RESNET50;
        };
    }

    /** Of one row; a stage of a narrow ResNet halves both sides and doubles the maps. */
    private static long applicantAnswers(CreditSpec s) {
        long places = side(s) * side(s);
        long dense = 8 * (WIDTH * (1L + s.embedding()) + s.units() + s.units2());
        return switch (s.model()) {
            case "mlp" -> dense;
            case "lstm", "gru" -> dense + MONTHS * 10 * (s.units() + WIDTH / 10);
            case "resnet" -> 16 * 2 * places * s.width() + 16L * (s.width() << s.stages()) + 8 * places;
            case "cnn" -> 16 * places * s.filters() + dense;
            default -> places * RESNET50_PLACE;
        };
    }

    /** Generator and critic; the critic answers up to five times a batch before the way back, as {@link #CRITIC} says. */
    private static RunMemory generate(GenerateSpec s, long rows) {
        long days = s.window();
        long units = s.units();
        long series = s.joint() ? SERIES : 1;
        long statistics = series * (STATISTICS + series - 1); // of each one and of each pair
        return switch (s.model()) {
            case "mlp-gan" -> {
                long weights = (units + 1) * (2 * units + 2 * days + s.latent() + 2 * CONDITION + 4);
                long answers = 5 * CRITIC * units + 4 * days + 2L * s.latent() + 3 * CRITIC * CONDITION;
                yield new RunMemory(weights, answers, rows * (days + s.latent() + CONDITION), s.batch());
            }
            case "sv-gan" -> {
                long channels = 30 * series;
                long generator = (channels + units + 4 * series) * (units + 1);
                long answers = days * (3 * channels + 8 * units + 16 * series);
                long seen = days * series + statistics + CONDITION * series;
                yield dense(s, generator, answers, seen, rows * days * channels);
            }
            case "ohlcv-gan" -> {
                long noises = 6L * s.noises();
                long generator = (noises + s.latent() + 2 * units + 12) * (units + 1);
                long answers = days * (2 * noises + 14 * units + 24) + CRITIC * days * 512;
                yield dense(s, generator + 10_000, answers, 9 * days + 10, rows * days * noises);
            }
            case "tcn-gan" -> convolutions(s, rows);
            default -> {
                long channels = s.noises() + (2 * CONDITION + 1L) * series;
                long weights = 4 * (3 * (2 * units + 4 * series) + channels + units + 4 * series) * (units + 1)
                        + 2 * units * (units + statistics);
                long answers = (days + 64) * (50 * units + 2 * channels) + CRITIC * days * 12 * (units + series);
                long of = answers + 2 * CRITIC * statistics;
                yield new RunMemory(weights, of, rows * (days + 64) * channels, s.batch());
            }
        };
    }

    /** With a critic of leaky layers on so many numbers. */
    private static RunMemory dense(GenerateSpec s, long generator, long answers, long seen, long data) {
        long critic = s.criticUnits();
        return new RunMemory(
                generator + (seen + critic + 70) * (critic + 1),
                answers + CRITIC * (6 * critic + 2 * seen),
                data,
                s.batch());
    }

    private static RunMemory convolutions(GenerateSpec s, long rows) {
        long days = s.window();
        long field = (long) s.kernel() << s.blocks();
        long channels = s.channels();
        long inputs = s.noises() + 2 * CONDITION;
        long weights = 2L * s.blocks() * (s.kernel() * Math.max(channels, inputs) + 1) * channels
                + (channels + STATISTICS + CONDITION + 2) * (s.criticUnits() + 1);
        long generator = 3 * channels * s.blocks() * (days + field) + (2 * inputs + 8) * (days + field);
        long critic =
                CRITIC * (3 * channels * (s.blocks() + 1) * (days + field) + 4L * s.criticUnits() + 2 * STATISTICS);
        return new RunMemory(
                weights + 3 * channels, generator + critic + 2 * days, rows * (days + field) * inputs, s.batch());
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
