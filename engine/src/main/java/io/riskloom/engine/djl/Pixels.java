package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Arrays;
import java.util.Random;

/**
 * A row of inputs as a square picture of three channels: the value that lies at a pixel, the value times the pixel's own
 * fixed number, and another such number, by which a convolution tells places apart. In training normal noise is added to
 * each input, and some inputs are set to zero.
 */
final class Pixels extends AbstractBlock {
    static final int CHANNELS = 3;
    private static final long CODES = 3;

    private final int[] inputs;
    private final float[] codes;
    private final float[] places;
    private final int size;
    private final float noise;
    private final float dropout;
    private NDIndex pixels;
    private NDArray code;
    private NDArray place;

    /**
     * @param inputs  at each pixel of the square, row after row, −1 where it is empty
     * @param size    pixels a side of the picture that comes out; each is the nearest of the square
     * @param noise   standard deviation
     * @param dropout share of the inputs that are set to zero
     */
    Pixels(int[] inputs, int size, double noise, double dropout) {
        this(inputs, normal(CODES, inputs.length), normal(CODES + 1, inputs.length), size, noise, dropout);
    }

    /** With the pixels' own numbers. */
    Pixels(int[] inputs, float[] codes, float[] places, int size, double noise, double dropout) {
        int side = (int) Math.round(Math.sqrt(inputs.length));
        this.size = size;
        this.noise = (float) noise;
        this.dropout = (float) dropout;
        this.inputs = new int[size * size];
        this.codes = new float[size * size];
        this.places = new float[size * size];
        for (int i = 0; i < size * size; i++) {
            int from = i / size * side / size * side + i % size * side / size;
            this.inputs[i] = inputs[from];
            this.codes[i] = codes[from];
            this.places[i] = places[from];
        }
    }

    /** Pixels a side. */
    int side() {
        return size;
    }

    /** The input that lies at each pixel, row after row, −1 where it is empty. */
    int[] inputs() {
        return inputs.clone();
    }

    private static float[] normal(long seed, int count) {
        Random random = new Random(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList list, boolean training, PairList<String, Object> params) {
        NDArray x = list.singletonOrThrow();
        if (training) {
            x = blurred(x);
        }
        long rows = x.getShape().get(0);
        NDArray nothing = x.getManager().zeros(new Shape(rows, 1));
        NDArray values = NDArrays.concat(new NDList(x, nothing), 1).get(pixels).reshape(rows, 1, size, size);
        NDArray places = values.zerosLike().add(place);
        return new NDList(NDArrays.concat(new NDList(values, values.mul(code), places), 1));
    }

    private NDArray blurred(NDArray x) {
        NDManager manager = x.getManager();
        NDArray noisy = noise > 0 ? x.add(manager.randomNormal(0, noise, x.getShape(), DataType.FLOAT32)) : x;
        return dropout > 0
                ? noisy.mul(
                        manager.randomUniform(0, 1, x.getShape()).gte(dropout).toType(DataType.FLOAT32, false))
                : noisy;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] shapes) {
        return new Shape[] {new Shape(shapes[0].get(0), CHANNELS, size, size)};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... shapes) {
        int empty = Math.toIntExact(shapes[0].get(1));
        int[] from = Arrays.stream(inputs).map(i -> i < 0 ? empty : i).toArray();
        pixels = Embedded.columns(manager, from);
        code = manager.create(codes, new Shape(1, 1, size, size));
        place = manager.create(places, new Shape(1, 1, size, size));
    }
}
