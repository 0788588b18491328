package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * A generator that rolls over noise, {@code channels} numbers a day, and makes each day of the last {@code field} days'
 * noise (see {@link TemporalGan}). Paths of any length have no seams.
 */
record RollingGenerator(Network network, int window, int channels, int field) implements Generator {
    /** Numbers of noise that go in at once; the inner layers are ten times as wide. */
    private static final int MOST_NUMBERS = 1 << 18;

    @Override
    public NDArray noise(NDManager manager, int windows) {
        return noise(manager, windows, window);
    }

    private NDArray noise(NDManager manager, int paths, int length) {
        return manager.randomNormal(new Shape(paths, length + field - 1, channels));
    }

    @Override
    public float[][] paths(int paths, int length, long seed) {
        Torch.seed(Torch.mix(seed, 5));
        float[][] returns = new float[paths][];
        int chunk = Math.clamp(MOST_NUMBERS / ((long) (length + field) * channels), 1, 256);
        for (int from = 0; from < paths; from += chunk) {
            network.checkCancelled();
            int rows = Math.min(chunk, paths - from);
            try (NDManager scratch = network.manager().newSubManager()) {
                float[] drawn =
                        network.forward(noise(scratch, rows, length), false).toFloatArray();
                for (int i = 0; i < rows; i++) {
                    returns[from + i] = Arrays.copyOfRange(drawn, i * length, (i + 1) * length);
                }
            }
        }
        return returns;
    }
}
