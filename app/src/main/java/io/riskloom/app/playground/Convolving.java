package io.riskloom.app.playground;

import io.riskloom.engine.feature.Activation;
import io.riskloom.engine.feature.PadMode;
import java.util.Objects;

/** Everything of a convolution but its input. */
record Convolving(
        FilterBank bank, int stride, int padding, int dilation, int groups, PadMode padMode, Activation activation) {

    static final int MAX_STRIDE = 4;
    static final int MAX_PADDING = 4;
    static final int MAX_DILATION = 4;
    static final int MAX_KERNEL = 7;

    /** Most channels, filters and groups: more cannot be read at a glance. */
    static final int MAX_CHANNELS = 4;

    Convolving {
        Objects.requireNonNull(padMode, "padMode");
        Objects.requireNonNull(activation, "activation");
        PlaygroundState.between("kernel rows", bank.rows(), 1, MAX_KERNEL);
        PlaygroundState.between("kernel columns", bank.columns(), 1, MAX_KERNEL);
        PlaygroundState.between("filters", bank.count(), 1, MAX_CHANNELS);
        PlaygroundState.between("stride", stride, 1, MAX_STRIDE);
        PlaygroundState.between("padding", padding, 0, MAX_PADDING);
        PlaygroundState.between("dilation", dilation, 1, MAX_DILATION);
        PlaygroundState.between("groups", groups, 1, MAX_CHANNELS);
        for (double bias : bank.biases()) {
            if (!Double.isFinite(bias)) {
                throw new IllegalArgumentException("bias must be a finite number, not " + bias);
            }
        }
    }

    static Convolving of(Grid kernel) {
        return new Convolving(FilterBank.of(kernel), 1, 0, 1, 1, PadMode.ZERO, Activation.NONE);
    }

    /** The padding mode as requests name it. */
    String padWord() {
        return switch (padMode) {
            case ZERO -> "zeros";
            case REFLECT -> "reflect";
            case REPLICATE -> "replicate";
        };
    }

    Convolving with(FilterBank value) {
        return new Convolving(value, stride, padding, dilation, groups, padMode, activation);
    }

    Convolving withStride(int value) {
        return new Convolving(bank, value, padding, dilation, groups, padMode, activation);
    }

    Convolving withPadding(int value) {
        return new Convolving(bank, stride, value, dilation, groups, padMode, activation);
    }

    Convolving withDilation(int value) {
        return new Convolving(bank, stride, padding, value, groups, padMode, activation);
    }

    Convolving withGroups(int value) {
        return new Convolving(bank, stride, padding, dilation, value, padMode, activation);
    }

    Convolving withPadMode(PadMode value) {
        return new Convolving(bank, stride, padding, dilation, groups, value, activation);
    }

    Convolving withActivation(Activation value) {
        return new Convolving(bank, stride, padding, dilation, groups, padMode, value);
    }
}
