package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.PathRequest;
import java.util.Arrays;

/**
 * A generator that rolls over noise, so many numbers a day, and makes each day of the noise up to it. Paths of any length have
 * no seams: a path is drawn in one piece, fewer paths at once the longer they are. Days before the first, with noise of their
 * own, are made and cut off, so that the first day has a past like any other.
 *
 * @param network    noise, rows × days × (noises and {@link Fading}'s channels), gives the last days' numbers, all series of a
 *     day together
 * @param noises     a day
 * @param conditions numbers in a condition, 0 for none
 * @param before     days before the window in training
 * @param lead       days before a drawn path
 */
record RollingGenerator(Network network, int window, int noises, int series, int conditions, int before, int lead)
        implements Generator {
    /** Numbers of noise that go in at once; the inner layers are ten times as wide. */
    private static final int MOST_NUMBERS = 1 << 19;

    /** Numbers that a network of this kind takes in a day. */
    static int channels(int noises, int conditions) {
        return noises + conditions * Fading.CHANNELS;
    }

    /** For a conditional one, after histories that are usual in everything. */
    @Override
    public NDArray noise(NDManager manager, int rows) {
        return noise(
                manager, rows, conditions == 0 ? null : manager.zeros(new Shape(rows, conditions)), before, window);
    }

    @Override
    public NDArray noise(NDManager manager, NDArray real) {
        int rows = Math.toIntExact(real.getShape().get(0));
        return conditions == 0
                ? noise(manager, rows)
                : noise(manager, rows, real.get(new NDIndex(":, :{}", conditions)), before, window);
    }

    private NDArray noise(NDManager manager, int rows, NDArray condition, int first, int days) {
        NDArray fresh = manager.randomNormal(new Shape(rows, first + days, noises));
        return condition == null
                ? fresh
                : NDArrays.concat(new NDList(fresh, Fading.of(condition, -first, first + days)), 2);
    }

    @Override
    public NDArray rows(NDArray noise, boolean training) {
        NDArray days = last(network.forward(noise, training), window);
        return conditions == 0 ? days : NDArrays.concat(new NDList(Fading.conditions(noise, conditions), days), 1);
    }

    private NDArray last(NDArray days, int length) {
        long extra = days.getShape().get(1) - (long) length * series;
        return extra == 0 ? days : days.get(new NDIndex(":, {}:", extra));
    }

    @Override
    public float[] draw(int rows) {
        try (NDManager scratch = network.manager().newSubManager()) {
            return last(network.forward(noise(scratch, rows), false), window).toFloatArray();
        }
    }

    @Override
    public float[][] paths(Wanted wanted, float[]... recent) {
        if (conditions > 0 == (recent.length == 0)) {
            throw new IllegalArgumentException(recent.length + " conditions of " + conditions + " numbers");
        }
        float[][] returns = new float[wanted.paths()][];
        long size = (long) (wanted.length() + lead) * channels(noises, conditions);
        int chunk = Math.toIntExact(Math.clamp(MOST_NUMBERS / size, 1, PathRequest.BLOCK));
        for (int block = 0; block < wanted.paths(); block += PathRequest.BLOCK) {
            Torch.seed(Torch.mix(wanted.seed(), wanted.first() + block));
            int end = Math.min(block + PathRequest.BLOCK, wanted.paths());
            for (int from = block; from < end; from += chunk) {
                draw(returns, from, Math.min(chunk, end - from), wanted.length(), recent);
            }
        }
        return returns;
    }

    private void draw(float[][] returns, int from, int rows, int length, float[]... recent) {
        network.checkCancelled();
        try (NDManager scratch = network.manager().newSubManager()) {
            NDArray condition = recent.length == 0
                    ? null
                    : scratch.create(RecentScale.block(recent, from, rows), new Shape(rows, conditions));
            NDArray noise = noise(scratch, rows, condition, lead, length);
            float[] drawn = last(network.forward(noise, false), length).toFloatArray();
            int size = length * series;
            for (int i = 0; i < rows; i++) {
                returns[from + i] = Arrays.copyOfRange(drawn, i * size, (i + 1) * size);
            }
        }
    }
}
