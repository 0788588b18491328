package io.riskloom.app.playground;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.feature.Activation;
import io.riskloom.engine.feature.ConvolutionLayer;
import io.riskloom.engine.feature.PadMode;
import io.riskloom.engine.feature.Pooling;
import java.util.Objects;
import java.util.Optional;

/**
 * All that the user has set; one immutable value, so that undo is a stack of them.
 *
 * @param inputs channels of the picture
 * @param source where the input was taken from, until it is edited
 */
record PlaygroundState(
        Mode mode,
        Volume inputs,
        Convolving conv,
        Pool pool,
        DenseEnd dense,
        Series series,
        Look look,
        Optional<PriceWindow> source) {

    enum Mode {
        CONVOLUTION,
        POOLING,
        /** The convolution's maps, flattened, weighed and turned into probabilities. */
        DENSE,
        /** A row of returns beside its picture. */
        SERIES
    }

    PlaygroundState {
        Objects.requireNonNull(mode, "mode");
        between("input rows", inputs.rows(), 1, Grid.LARGEST);
        between("input columns", inputs.columns(), 1, Grid.LARGEST);
        between("channels", inputs.count(), 1, Convolving.MAX_CHANNELS);
        if (conv.bank().filters().getFirst().count() != inputs.count()) {
            conv = conv.with(conv.bank().withChannels(inputs.count()));
        }
        look = within(look, mode, inputs.count(), conv.bank().count(), conv.groups());
    }

    /** A filter whose group does not read the shown channel brings the nearest one that it reads. */
    private static Look within(Look look, Mode mode, int channels, int filters, int groups) {
        int filter = Math.clamp(look.filter(), 0, filters - 1);
        int channel = Math.clamp(look.channel(), 0, channels - 1);
        if (mode != Mode.POOLING && channels % groups == 0 && filters % groups == 0) {
            int first = filter * groups / filters * (channels / groups);
            channel = Math.clamp(channel, first, first + channels / groups - 1);
        }
        return new Look(channel, filter, Math.clamp(look.kind(), 0, DenseEnd.CLASSES - 1));
    }

    static void between(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " must be between " + low + " and " + high + ", not " + value);
        }
    }

    /** A vertical edge finder over a small picture. */
    static PlaygroundState first() {
        Grid input = Grid.of(new double[][] {
            {3, 4, 1, 6, 7, 2, 1},
            {1, 0, 6, 8, 4, 0, 3},
            {8, 8, 5, 4, 2, 1, 4},
            {3, 0, 4, 4, 3, 2, 4},
            {4, 5, 1, 9, 5, 6, 8},
            {3, 2, 3, 7, 4, 1, 8},
            {4, 0, 4, 9, 4, 8, 3}
        });
        return new PlaygroundState(
                Mode.CONVOLUTION,
                Volume.of(input),
                Convolving.of(Preset.SOBEL_X.kernel()),
                Pool.window(Pooling.Kind.MAX, 2, 2, 2),
                DenseEnd.first(),
                Series.first(),
                new Look(0, 0, 0),
                Optional.empty());
    }

    /** The channel that is shown. */
    Grid input() {
        return inputs.at(look.channel());
    }

    /** What the shown filter has for the shown channel. */
    Grid kernel() {
        return conv.bank().filters().get(look.filter()).at(look.channel());
    }

    /** Of the shown filter. */
    double bias() {
        return conv.bank().biases().get(look.filter());
    }

    /** What the input is, and from which days; of the series where it is shown. */
    Optional<Notice> origin() {
        return (mode == Mode.SERIES ? series.source() : source).map(PriceWindow::origin);
    }

    boolean pooling() {
        return mode == Mode.POOLING;
    }

    /** Padding that counts. */
    int border() {
        return switch (mode) {
            case POOLING -> pool.border();
            case SERIES -> 0;
            case CONVOLUTION, DENSE -> conv.padding();
        };
    }

    /** The groups are possible; {@link Convolving#groups} may not be. */
    boolean grouped() {
        return inputs.count() % conv.groups() == 0 && conv.bank().count() % conv.groups() == 0;
    }

    /** First channel that the shown filter reads. */
    int firstRead() {
        return look.filter() * conv.groups() / conv.bank().count() * (inputs.count() / conv.groups());
    }

    /** How many channels a filter reads. */
    int read() {
        return inputs.count() / conv.groups();
    }

    ConvolutionLayer layer() {
        return new ConvolutionLayer(
                inputs.values(),
                conv.bank().kernels(conv.groups()),
                conv.bank().biasValues(),
                conv.stride(),
                conv.padding(),
                conv.dilation(),
                conv.groups(),
                conv.padMode(),
                conv.activation());
    }

    PlaygroundState withMode(Mode value) {
        return new PlaygroundState(value, inputs, conv, pool, dense, series, look, source);
    }

    PlaygroundState withInputs(Volume value, Optional<PriceWindow> from) {
        return new PlaygroundState(mode, value, conv, pool, dense, series, look, from);
    }

    PlaygroundState withInput(Grid value, Optional<PriceWindow> from) {
        return withInputs(inputs.with(look.channel(), value), from);
    }

    /** A new channel begins as the mirror image of the last one. */
    PlaygroundState withChannels(int count) {
        Volume next = inputs.first(Math.min(count, inputs.count()));
        while (next.count() < count) {
            next = next.plus(next.at(next.count() - 1).mirrored());
        }
        return withInputs(next, source);
    }

    PlaygroundState with(Convolving value) {
        return new PlaygroundState(mode, inputs, value, pool, dense, series, look, source);
    }

    PlaygroundState with(FilterBank value) {
        return with(conv.with(value));
    }

    PlaygroundState withKernel(Grid value) {
        FilterBank bank = conv.bank();
        return with(bank.with(look.filter(), bank.filters().get(look.filter()).with(look.channel(), value)));
    }

    PlaygroundState withBias(double value) {
        return with(conv.bank().withBias(look.filter(), value));
    }

    PlaygroundState withStride(int value) {
        return with(conv.withStride(value));
    }

    PlaygroundState withPadding(int value) {
        return with(conv.withPadding(value));
    }

    PlaygroundState withDilation(int value) {
        return with(conv.withDilation(value));
    }

    PlaygroundState withPadMode(PadMode value) {
        return with(conv.withPadMode(value));
    }

    PlaygroundState withActivation(Activation value) {
        return with(conv.withActivation(value));
    }

    PlaygroundState with(Pool value) {
        return new PlaygroundState(mode, inputs, conv, value, dense, series, look, source);
    }

    PlaygroundState with(DenseEnd value) {
        return new PlaygroundState(mode, inputs, conv, pool, value, series, look, source);
    }

    PlaygroundState with(Series value) {
        return new PlaygroundState(mode, inputs, conv, pool, dense, value, look, source);
    }

    PlaygroundState with(Look value) {
        return new PlaygroundState(mode, inputs, conv, pool, dense, series, value, source);
    }
}
