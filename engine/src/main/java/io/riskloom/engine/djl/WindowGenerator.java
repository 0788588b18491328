package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.feature.RecentFeatures;
import io.riskloom.engine.model.PathRequest;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A generator of whole windows from one vector of noise. A path longer than the window is several independent windows, one
 * behind the other; it enters the first at a random day, as the training windows began on any day, so that seams do not fall
 * on the same days of every path. A conditional one begins at the first day of a window, and each of its windows continues
 * the path so far, before which lies the history of its first condition.
 *
 * @param recent of a conditional one, whose condition stands behind the noise; null for others
 */
record WindowGenerator(Network network, int window, int latent, RecentScale recent) implements Generator {

    @Override
    public NDArray noise(NDManager manager, int windows) {
        NDArray noise = manager.randomNormal(new Shape(windows, latent));
        return recent == null ? noise : behind(noise, manager.zeros(new Shape(windows, recent.size())));
    }

    @Override
    public NDArray noise(NDManager manager, NDArray real) {
        long windows = real.getShape().get(0);
        NDArray noise = manager.randomNormal(new Shape(windows, latent));
        return recent == null ? noise : behind(noise, real.get(new NDIndex(":, :{}", recent.size())));
    }

    private static NDArray behind(NDArray noise, NDArray condition) {
        return NDArrays.concat(new NDList(noise, condition), 1);
    }

    @Override
    public NDArray rows(NDArray noise, boolean training) {
        NDArray days = network.forward(noise, training);
        return recent == null ? days : behind(noise.get(new NDIndex(":, {}:", latent)), days);
    }

    @Override
    public float[][] paths(Wanted wanted, float[]... conditions) {
        float[][] returns = new float[wanted.paths()][wanted.length()];
        for (int from = 0; from < wanted.paths(); from += PathRequest.BLOCK) {
            int rows = Math.min(PathRequest.BLOCK, wanted.paths() - from);
            long seed = Torch.mix(wanted.seed(), wanted.first() + from);
            Torch.seed(Torch.mix(seed, 5));
            if (recent == null) {
                fill(returns, from, rows, seed);
            } else {
                continued(returns, from, rows, RecentScale.block(conditions, from, rows));
            }
        }
        return returns;
    }

    /** One draw for each window of a block of paths keeps the memory of a long set small. */
    private void fill(float[][] returns, int from, int rows, long seed) {
        int length = returns[from].length;
        int[] offset = new int[rows];
        if (length > window) {
            SplittableRandom random = new SplittableRandom(Torch.mix(seed, 6));
            Arrays.setAll(offset, i -> random.nextInt(window));
        }
        int blocks = (length + (length > window ? 2 * window - 2 : window - 1)) / window;
        for (int block = 0; block < blocks; block++) {
            network.checkCancelled();
            float[] drawn = draw(rows);
            for (int i = 0; i < rows; i++) {
                for (int day = 0; day < window; day++) {
                    int t = block * window + day - offset[i];
                    if (t >= 0 && t < length) {
                        returns[from + i][t] = drawn[i * window + day];
                    }
                }
            }
        }
    }

    private void continued(float[][] returns, int from, int rows, float[] first) {
        int length = returns[from].length;
        double[][] sofar = new double[rows][];
        Arrays.setAll(sofar, i -> {
            float[] own = Arrays.copyOfRange(first, i * recent.size(), (i + 1) * recent.size());
            return Arrays.copyOf(recent.history(own), RecentFeatures.DAYS + length);
        });
        float[] condition = first;
        for (int day = 0; day < length; day += window) {
            network.checkCancelled();
            float[] drawn = draw(rows, condition);
            int days = Math.min(window, length - day);
            for (int i = 0; i < rows; i++) {
                System.arraycopy(drawn, i * window, returns[from + i], day, days);
                for (int t = day; t < day + days; t++) {
                    sofar[i][RecentFeatures.DAYS + t] = returns[from + i][t];
                }
            }
            condition = conditions(sofar, RecentFeatures.DAYS + day + days);
        }
    }

    private float[] conditions(double[][] sofar, int days) {
        float[] out = new float[sofar.length * recent.size()];
        for (int i = 0; i < sofar.length; i++) {
            System.arraycopy(recent.of(new double[][] {sofar[i]}, days), 0, out, i * recent.size(), recent.size());
        }
        return out;
    }

    private float[] draw(int rows, float[] condition) {
        try (NDManager scratch = network.manager().newSubManager()) {
            NDArray noise = scratch.randomNormal(new Shape(rows, latent));
            NDArray given = scratch.create(condition, new Shape(rows, recent.size()));
            return network.forward(behind(noise, given), false).toFloatArray();
        }
    }
}
