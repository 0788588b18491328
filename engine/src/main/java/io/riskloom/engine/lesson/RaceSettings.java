package io.riskloom.engine.lesson;

import io.riskloom.engine.quality.Reading;
import java.util.List;

/**
 * Two stacks of convolutions over days, one with shortcuts and one without, that learn the same from the same batches.
 *
 * @param file       price file
 * @param series     symbol of the series in it
 * @param depth      convolutions in each stack's blocks, two a block: even, 2 to 50
 * @param width      channels of the first half of the blocks, 2 to 16; the second half has twice as many over half the days
 * @param activation {@code relu}, {@code tanh} or {@code sigmoid}
 * @param first      first weights: {@code torch}, uniform in ±1/√fan as PyTorch draws them, or {@code he}, normal with variance
 *                   2/fan (He et al. 2015), fan being the numbers that go into one answer
 * @param batchNorm  whether each convolution is followed by batch norm
 * @param rate       of gradient descent with momentum 0.9
 * @param batch      windows a step, 8 to 128
 */
public record RaceSettings(
        String file,
        Reading reading,
        String series,
        int depth,
        int width,
        String activation,
        String first,
        boolean batchNorm,
        double rate,
        int batch,
        long seed) {

    public static final int MOST_LAYERS = 50;
    public static final List<String> ACTIVATIONS = List.of("relu", "tanh", "sigmoid");
    public static final List<String> FIRST_WEIGHTS = List.of("torch", "he");

    public RaceSettings {
        if (depth < 2 || depth > MOST_LAYERS || depth % 2 != 0) {
            throw new IllegalArgumentException("depth must be even, from 2 to " + MOST_LAYERS + ", not " + depth);
        }
        if (width < 2 || width > 16) {
            throw new IllegalArgumentException("width must be between 2 and 16, not " + width);
        }
        if (batch < 8 || batch > 128) {
            throw new IllegalArgumentException("batch must be between 8 and 128, not " + batch);
        }
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate must be above 0 and at most 1, not " + rate);
        }
        if (!ACTIVATIONS.contains(activation)) {
            throw new IllegalArgumentException("activation must be one of " + ACTIVATIONS + ", not " + activation);
        }
        if (!FIRST_WEIGHTS.contains(first)) {
            throw new IllegalArgumentException("first weights must be one of " + FIRST_WEIGHTS + ", not " + first);
        }
    }

    /** Blocks in each stack. */
    public int blocks() {
        return depth / 2;
    }

    /** The first block, from 0, that has twice the channels over half the days; none in a stack of one block. */
    public int widening() {
        return blocks() == 1 ? Integer.MAX_VALUE : (blocks() + 1) / 2;
    }
}
