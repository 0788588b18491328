package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.model.PathRequest;

/**
 * Draws days of {@link StochasticVolatility}, a stretch at a time, from channels of filtered noise. Without condition the
 * filters hold at the start what they would on any day. With one they start empty, since what came before is told by the
 * condition, whose channels fade while the filters fill.
 */
final class VolatilityGenerator implements Generator {
    /** Days that are made at once: few enough for the layers' numbers to stay near the processor. */
    private static final int STRETCH = 64;

    private final Network network;
    private final Filters filters;
    private final int window;
    private final int series;
    private final int conditions;

    /** What the filters hold, and what was last made of them. */
    private record Held(NDArray past, NDArray hidden, NDArray channels) {}

    /** @param conditions numbers in a condition, 0 for none */
    VolatilityGenerator(int window, int series, int units, int conditions) {
        this.window = window;
        this.series = series;
        this.conditions = conditions;
        int channels = StochasticVolatility.channels(series, conditions);
        this.network = new Network(new StochasticVolatility(series, units), new Shape(window, channels));
        this.filters = new Filters(network.manager());
    }

    @Override
    public Network network() {
        return network;
    }

    /** For a conditional one, after histories that are usual in everything. */
    @Override
    public NDArray noise(NDManager manager, int rows) {
        return channels(manager, rows, conditions == 0 ? null : manager.zeros(new Shape(rows, conditions)));
    }

    @Override
    public NDArray noise(NDManager manager, NDArray real) {
        return conditions == 0
                ? noise(manager, Math.toIntExact(real.getShape().get(0)))
                : channels(
                        manager, Math.toIntExact(real.getShape().get(0)), real.get(new NDIndex(":, :{}", conditions)));
    }

    private NDArray channels(NDManager manager, int rows, NDArray condition) {
        return next(manager, start(manager, rows), condition, 0, window).channels();
    }

    @Override
    public NDArray rows(NDArray noise, boolean training) {
        NDArray days = network.forward(noise, training);
        return conditions == 0 ? days : NDArrays.concat(new NDList(Fading.conditions(noise, conditions), days), 1);
    }

    private Held start(NDManager manager, int rows) {
        if (conditions > 0) {
            NDArray empty = manager.zeros(new Shape(Filters.COUNT, (long) rows * series, 1));
            return new Held(empty, empty, null);
        }
        return new Held(filters.together(manager, rows * series), Filters.apart(manager, rows * series), null);
    }

    /** @param condition rows × numbers, null for none */
    private Held next(NDManager manager, Held held, NDArray condition, int from, int days) {
        long all = held.past().getShape().get(1);
        long rows = all / series;
        NDArray fresh = manager.randomNormal(new Shape(all, days));
        NDArray past = filters.over(fresh, held.past());
        NDArray hidden = filters.over(manager.randomNormal(new Shape(Filters.COUNT, all, days)), held.hidden());
        NDArray channels = Filters.joined(
                Filters.channels(Filters.lagged(past), series),
                Filters.channels(Filters.fresh(hidden), series),
                manager.randomNormal(new Shape(series + 1L, rows, days)),
                fresh.reshape(series, rows, days));
        if (condition != null) {
            channels = NDArrays.concat(new NDList(channels, Fading.of(condition, from, days)), 2);
        }
        return new Held(Filters.after(past), Filters.after(hidden), channels);
    }

    @Override
    public float[][] paths(Wanted wanted, float[]... recent) {
        if (conditions > 0 == (recent.length == 0)) {
            throw new IllegalArgumentException(recent.length + " conditions of " + conditions + " numbers");
        }
        float[][] returns = new float[wanted.paths()][wanted.length() * series];
        for (int from = 0; from < wanted.paths(); from += PathRequest.BLOCK) {
            int rows = Math.min(PathRequest.BLOCK, wanted.paths() - from);
            Torch.seed(Torch.mix(wanted.seed(), wanted.first() + from));
            fill(returns, from, rows, recent.length == 0 ? null : RecentScale.block(recent, from, rows));
        }
        return returns;
    }

    /** A copy that lives in the block: a view would keep all of its stretch. */
    private static NDArray kept(NDManager block, NDArray view) {
        NDArray copy = view.duplicate();
        copy.attach(block);
        return copy;
    }

    private void fill(float[][] returns, int from, int rows, float[] conditioned) {
        int length = returns[from].length / series;
        try (NDManager block = network.manager().newSubManager()) {
            Held held = start(block, rows);
            for (int day = 0; day < length; day += STRETCH) {
                network.checkCancelled();
                int days = Math.min(STRETCH, length - day);
                try (NDManager scratch = block.newSubManager()) {
                    NDArray condition =
                            conditioned == null ? null : scratch.create(conditioned, new Shape(rows, conditions));
                    Held next = next(scratch, held, condition, day, days);
                    float[] drawn = network.forward(next.channels(), false).toFloatArray();
                    for (int i = 0; i < rows; i++) {
                        System.arraycopy(drawn, i * days * series, returns[from + i], day * series, days * series);
                    }
                    Held kept = new Held(kept(block, next.past()), kept(block, next.hidden()), null);
                    held.past().close();
                    held.hidden().close();
                    held = kept;
                }
            }
        }
    }
}
