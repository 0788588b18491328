package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * Statistics of windows through which gradients flow, see {@link WindowStatistics}.
 *
 * @param window     days
 * @param conditions numbers before the days of a row, 0 for none
 * @param levels     below which shares of days are counted, 1 × series × levels × 1
 * @param widths     of the soft step at each level
 */
record WindowFigures(int window, int series, int conditions, NDArray levels, NDArray widths) {
    private static final int[] SIZE_LAGS = {1, 2, 3, 4, 6, 8, 11, 15, 20, 26, 33, 41, 50};
    private static final int[] LEVERAGE_LAGS = {1, 2, 3, 5, 8, 13, 20};
    private static final int[] LAGS = {1, 2, 3, 5};
    private static final int[] MOVES = {5, 20};
    private static final int[] BEGINNINGS = {5, 22, 66};

    /** Rows × statistics. */
    NDArray of(NDArray rows) {
        long count = rows.getShape().get(0);
        NDArray days = conditions == 0 ? rows : rows.get(new NDIndex(":, {}:", conditions));
        NDArray x = days.reshape(count, window, series).transpose(0, 2, 1); // rows × series × days
        NDArray sizes = x.abs();
        NDArray size = mean(sizes).add(1e-3f);
        NDArray u = x.div(size);
        NDArray v = sizes.div(size);
        NDList found = new NDList(size.log());
        for (int lag : below(SIZE_LAGS)) {
            found.add(lagged(v, v, lag).add(0.02f).log());
        }
        for (int lag : below(LEVERAGE_LAGS)) {
            found.add(lagged(u, v, lag));
        }
        for (int lag : below(LAGS)) {
            found.add(lagged(u, u, lag));
        }
        NDArray squares = u.square();
        found.add(mean(u));
        found.add(mean(u.mul(v)));
        found.add(mean(squares).log());
        found.add(mean(squares.square()).log());
        found.add(v.max(new int[] {2}, true).log());
        moves(x, found);
        for (int first : conditions == 0 ? new int[0] : below(BEGINNINGS)) {
            found.add(
                    mean(sizes.get(new NDIndex(":, :, :{}", first))).add(0.05f).log());
        }
        found.add(below(x));
        NDArray each = NDArrays.concat(found, 2).reshape(count, -1);
        return series == 1 ? each : NDArrays.concat(new NDList(each, pairs(u, v)), 1);
    }

    private void moves(NDArray x, NDList found) {
        NDArray path = x.cumSum(2).pad(new Shape(1, 0), 0);
        for (int days : below(MOVES)) {
            NDArray moves =
                    path.get(new NDIndex(":, :, {}:", days)).sub(path.get(new NDIndex(":, :, :{}", window + 1 - days)));
            found.add(mean(moves.abs()).add(1e-3f).log());
            found.add(mean(moves));
            found.add(mean(Residual.relu(moves.neg()).square()).add(1e-3f).log());
        }
    }

    /** The shares of days below the levels, rows × series × levels. */
    private NDArray below(NDArray x) {
        NDArray step =
                x.expandDims(2).sub(levels).div(widths).getNDArrayInternal().sigmoid();
        return step.mean(new int[] {3});
    }

    /** Mean products of each pair's days, and of their sizes, rows × (2 · pairs). */
    private NDArray pairs(NDArray u, NDArray v) {
        NDList found = new NDList();
        for (int i = 1; i < series; i++) {
            NDIndex own = new NDIndex(":, {}:{}", i, i + 1);
            NDIndex others = new NDIndex(":, :{}", i);
            found.add(mean(u.get(others).mul(u.get(own))).squeeze(2));
            found.add(mean(v.get(others).mul(v.get(own))).squeeze(2));
        }
        return NDArrays.concat(found, 1);
    }

    /** mean a(t − lag)·b(t), rows × series × 1. */
    private NDArray lagged(NDArray a, NDArray b, int lag) {
        return mean(a.get(new NDIndex(":, :, :{}", window - lag)).mul(b.get(new NDIndex(":, :, {}:", lag))));
    }

    private static NDArray mean(NDArray x) {
        return x.mean(new int[] {2}, true);
    }

    /** Those of the spans that fit twice into a window. */
    private int[] below(int... spans) {
        return Arrays.stream(spans).filter(span -> 2 * span <= window).toArray();
    }
}
