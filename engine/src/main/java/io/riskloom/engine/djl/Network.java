package io.riskloom.engine.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import io.riskloom.engine.feature.WindowInputs;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * A block with its weights, which live in one manager and carry structural names. Close it to free them. Answers of
 * {@link #forward} belong to the manager of the input.
 */
final class Network implements AutoCloseable {

    private static final int MOST_ROWS = 256;
    /** Numbers that go in at once: 256 pictures of 32 × 32, whose inner layers take well under a gigabyte. */
    private static final int MOST_NUMBERS = MOST_ROWS * 32 * 32;

    private final NDManager manager;
    private final Block block;
    private final Shape sample;
    private final ParameterStore store;
    private final Map<String, Parameter> parameters;
    private BooleanSupplier cancelled = () -> false;

    /** @param sample shape of one input, without the batch */
    Network(Block block, Shape sample) {
        this(block, sample, Torch.device());
    }

    /** On a device of its own, whichever was chosen for runs. */
    Network(Block block, Shape sample, Device device) {
        this.block = block;
        this.sample = sample;
        this.manager = Torch.engine().newBaseManager(device);
        this.store = new ParameterStore(manager, false);
        block.initialize(manager, DataType.FLOAT32, batchOf(2, sample));
        Weights.initialise(block, manager);
        this.parameters = Names.of(block);
        for (NDArray weight : trainable().values()) {
            weight.setRequiresGradient(true);
        }
    }

    /**
     * Lays the weights of convolutions out with the channels innermost, an order that the processor's kernels then keep
     * from layer to layer. Answers differ by rounding, files not at all. Before the first optimiser sees the weights.
     */
    Network channelsLast() {
        for (NDArray weight : trainable().values()) {
            if (weight.getShape().dimension() == 4 && !weight.getDevice().isGpu()) {
                Ops.channelsLast(weight);
            }
        }
        return this;
    }

    Block block() {
        return block;
    }

    /** Shape of one input, without the batch. */
    Shape sample() {
        return sample;
    }

    NDManager manager() {
        return manager;
    }

    NDArray forward(NDArray x, boolean training) {
        return forward(block, x, training);
    }

    /** Runs one part of the network alone. */
    NDArray forward(Block part, NDArray x, boolean training) {
        return part.forward(store, new NDList(x), training).singletonOrThrow();
    }

    /** Weights that training changes, by structural name. */
    Map<String, NDArray> trainable() {
        return arrays(true);
    }

    /** All weights and running statistics, by structural name. */
    Map<String, NDArray> state() {
        return arrays(false);
    }

    private Map<String, NDArray> arrays(boolean trainableOnly) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> {
            if (!trainableOnly || parameter.requiresGradient()) {
                arrays.put(name, parameter.getArray());
            }
        });
        return arrays;
    }

    /** Of one input, without the batch. */
    static Shape shapeOf(WindowInputs inputs) {
        return new Shape(Arrays.stream(inputs.shape()).asLongStream().toArray());
    }

    /** Inputs of that shape that are answered at once: at most 256, fewer the larger they are. */
    static int chunk(Shape sample) {
        return Math.toIntExact(Math.clamp(MOST_NUMBERS / sample.size(), 1, MOST_ROWS));
    }

    /** From now on {@link #predict} asks this before every chunk. */
    void cancelWhen(BooleanSupplier asked) {
        cancelled = asked;
    }

    /** @throws CancellationException where {@link #cancelWhen}'s answer is yes */
    void checkCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    /**
     * Answers for many inputs in inference mode, {@link #chunk} at a time.
     *
     * @param inputs row after row, {@code sample} numbers each
     * @return row after row, in the order of the inputs
     * @throws CancellationException between two chunks, see {@link #cancelWhen}
     */
    float[] predict(float[] inputs, Shape sample) {
        return predict(inputs, sample, false, row -> {});
    }

    /**
     * As {@link #predict(float[], Shape)} for windows, whose inputs are made a chunk at a time: the pictures of all origins
     * together may not fit into memory.
     */
    float[] predict(WindowInputs windows, int[] origins) {
        Shape sample = shapeOf(windows);
        int chunk = chunk(sample);
        float[] answers = null;
        for (int from = 0; from < origins.length; from += chunk) {
            int[] part = Arrays.copyOfRange(origins, from, Math.min(origins.length, from + chunk));
            float[] out = predict(Samples.inputs(windows, part), sample);
            if (answers == null) {
                answers = new float[out.length / part.length * origins.length];
            }
            System.arraycopy(out, 0, answers, out.length / part.length * from, out.length);
        }
        return answers == null ? new float[0] : answers;
    }

    /**
     * Answers with dropout as in training, whose masks follow from the seed and from a row's place alone. A network with
     * dropout here has no batch norm, which would see its batch in training mode.
     */
    float[] sampled(float[] inputs, Shape sample, long seed) {
        return predict(inputs, sample, true, row -> Torch.seed(Torch.mix(seed, row)));
    }

    private float[] predict(float[] inputs, Shape sample, boolean training, IntConsumer before) {
        int size = Math.toIntExact(sample.size());
        int rows = inputs.length / size;
        float[] answers = null;
        int chunk = chunk(sample);
        for (int from = 0; from < rows; from += chunk) {
            checkCancelled();
            before.accept(from);
            int to = Math.min(rows, from + chunk);
            try (NDManager step = manager.newSubManager()) {
                float[] part = new float[(to - from) * size];
                System.arraycopy(inputs, from * size, part, 0, part.length);
                float[] out = forward(step.create(part, batchOf(to - from, sample)), training)
                        .toFloatArray();
                int width = out.length / (to - from);
                if (answers == null) {
                    answers = new float[rows * width];
                }
                System.arraycopy(out, 0, answers, from * width, out.length);
            }
        }
        return answers == null ? new float[0] : answers;
    }

    static Shape batchOf(long rows, Shape sample) {
        return new Shape(rows).addAll(sample);
    }

    @Override
    public void close() {
        manager.close();
    }
}
