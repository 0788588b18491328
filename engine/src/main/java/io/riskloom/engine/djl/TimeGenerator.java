package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;

/**
 * A rolling generator of {@link TimeNetwork}, which learns beside its judge's answers what TimeGAN's generator does:
 * weight · (surprise + moments) + loss of the embedder. The moments are |σ̂ − σ| + |μ̂ − μ| over the rows, a mean over days.
 *
 * @param weight of the supervised loss and of the moments
 */
record TimeGenerator(RollingGenerator rolling, TimeNetwork parts, double weight) implements Generator {
    private static final float LEAST_VARIANCE = 1e-6f;

    @Override
    public Network network() {
        return rolling.network();
    }

    @Override
    public NDArray noise(NDManager manager, int rows) {
        return rolling.noise(manager, rows);
    }

    @Override
    public NDArray noise(NDManager manager, NDArray real) {
        return rolling.noise(manager, real);
    }

    @Override
    public NDArray rows(NDArray noise, boolean training) {
        return rolling.rows(noise, training);
    }

    @Override
    public float[] draw(int rows) {
        return rolling.draw(rows);
    }

    @Override
    public float[][] paths(Wanted wanted, float[]... recent) {
        return rolling.paths(wanted, recent);
    }

    @Override
    public NDArray beside(NDArray real, NDArray fake) {
        NDArray moments = deviation(fake)
                .sub(deviation(real))
                .abs()
                .mean()
                .add(mean(fake).sub(mean(real)).abs().mean());
        NDArray days = days(real);
        NDArray states = parts.states(network(), days);
        return Recorded.times(parts.surprise(network(), states, days).add(moments), weight)
                .add(parts.lost(network(), states, days));
    }

    /** The embedder's loss on real rows. */
    NDArray lost(NDArray real) {
        NDArray days = days(real);
        return parts.lost(network(), parts.states(network(), days), days);
    }

    /** The supervised loss on real rows. */
    NDArray surprise(NDArray real) {
        NDArray days = days(real);
        return parts.surprise(network(), parts.states(network(), days), days);
    }

    /** Rows × days × series, without conditions. */
    private NDArray days(NDArray rows) {
        NDArray window = rolling.conditions() == 0 ? rows : rows.get(new NDIndex(":, {}:", rolling.conditions()));
        return window.reshape(rows.getShape().get(0), rolling.window(), rolling.series());
    }

    private NDArray mean(NDArray rows) {
        return days(rows).mean(new int[] {0});
    }

    private NDArray deviation(NDArray rows) {
        NDArray days = days(rows);
        NDArray far = days.sub(days.mean(new int[] {0}, true));
        return far.square().mean(new int[] {0}).add(LEAST_VARIANCE).sqrt();
    }
}
