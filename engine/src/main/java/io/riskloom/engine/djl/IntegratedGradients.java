package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Integrated gradients (Sundararajan, Taly and Yan 2017) of one number of a network's answer, along the straight line from a
 * baseline x′ to an input x: (x − x′) · ∫ ∂f(x′ + α(x − x′))/∂x dα. The integral is a midpoint sum over {@value #FIRST} points.
 * As long as the shares miss f(x) − f(x′) by more than {@value #SHARE} of it and by more than {@value #LEAST}, the points are
 * tripled, up to {@value #MOST}; the old ones are a third of the new.
 *
 * @param shares one an input's number
 * @param start  f(x′)
 * @param end    f(x)
 * @param points on the line
 */
record IntegratedGradients(double[] shares, double start, double end, int points) {
    static final int FIRST = 16;
    static final int MOST = FIRST * 27;
    static final double SHARE = 0.01;
    /** Of the way from f(x′) to f(x) that single precision tells apart from none. */
    static final double LEAST = 1e-5;

    /** |Σ shares − (f(x) − f(x′))|: what is left of completeness. */
    double gap() {
        return Math.abs(Arrays.stream(shares).sum() - (end - start));
    }

    private boolean complete() {
        return gap() <= Math.max(LEAST, SHARE * Math.abs(end - start));
    }

    /**
     * @param number f, one number a row of a batch
     * @param sample shape of one input
     * @param rows   points at once: what the layers make of them is kept for the way back
     */
    static IntegratedGradients of(
            NDManager manager, UnaryOperator<NDArray> number, Shape sample, int rows, float[] from, float[] to) {
        Line line = new Line(manager, number, sample, rows, from, to);
        double[] ends = line.ends();
        int points = FIRST;
        double[] slopes = line.slopes(points, point -> true);
        IntegratedGradients found = line.shares(slopes, ends, points);
        while (!found.complete() && points < MOST) {
            points *= 3;
            double[] more = line.slopes(points, point -> point % 3 != 1);
            Arrays.setAll(slopes, i -> slopes[i] + more[i]);
            found = line.shares(slopes, ends, points);
        }
        return found;
    }

    /** The way from the baseline to the input. */
    private record Line(
            NDManager manager, UnaryOperator<NDArray> number, Shape sample, int rows, float[] from, float[] to) {

        IntegratedGradients shares(double[] slopes, double[] ends, int points) {
            double[] shares = new double[slopes.length];
            Arrays.setAll(shares, i -> slopes[i] * (to[i] - from[i]) / points);
            return new IntegratedGradients(shares, ends[0], ends[1], points);
        }

        double[] ends() {
            float[] both = Arrays.copyOf(from, 2 * from.length);
            System.arraycopy(to, 0, both, from.length, to.length);
            try (NDManager scratch = manager.newSubManager()) {
                NDArray x = scratch.create(both, Network.batchOf(2, sample));
                float[] found = number.apply(x).toFloatArray();
                return new double[] {found[0], found[1]};
            }
        }

        /** Σ of the slopes over those of so many midpoints that are asked for. */
        double[] slopes(int points, IntPredicate asked) {
            int[] all = IntStream.range(0, points).filter(asked).toArray();
            double[] sums = new double[from.length];
            for (int at = 0; at < all.length; at += rows) {
                add(sums, between(Arrays.copyOfRange(all, at, Math.min(all.length, at + rows)), points));
            }
            return sums;
        }

        private float[] between(int[] some, int points) {
            float[] between = new float[some.length * from.length];
            for (int r = 0; r < some.length; r++) {
                double way = (some[r] + 0.5) / points;
                for (int i = 0; i < from.length; i++) {
                    between[r * from.length + i] = (float) (from[i] + way * (to[i] - from[i]));
                }
            }
            return between;
        }

        private void add(double[] sums, float[] inputs) {
            try (NDManager scratch = manager.newSubManager()) {
                NDArray x = scratch.create(inputs, Network.batchOf(inputs.length / from.length, sample));
                x.setRequiresGradient(true);
                NDArray slope = Torch.recorded(() -> Ops.slope(number.apply(x), x));
                slope.attach(scratch);
                float[] found = slope.toFloatArray();
                for (int i = 0; i < found.length; i++) {
                    sums[i % sums.length] += found[i];
                }
            }
        }
    }
}
