package io.riskloom.engine.challenger;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Isolation forest (Liu, Ting and Zhou 2008): trees that cut at random; what few cuts part from the rest is unusual. Score
 * 2^(−E[h(x)] / c(ψ)) with the mean path length h over the trees and c(n) = 2·H(n − 1) − 2·(n − 1)/n, that of an unsuccessful
 * search in a binary tree. About .5 for the usual, towards 1 for the unusual.
 */
public final class IsolationForest {
    /** As in the paper. */
    private static final int TREES = 100;

    private static final int SAMPLE = 256;
    /** Euler's constant, of H(n) ≈ ln n + γ. */
    private static final double GAMMA = 0.5772156649015329;

    /**
     * A tree in arrays: node i cuts {@code input[i]} at {@code cut[i]} and has its children at {@code left[i]} and
     * {@code left[i] + 1}; a leaf has {@code left[i]} 0 and the number of its rows in {@code cut[i]}.
     */
    private record Tree(int[] input, float[] cut, int[] left) {}

    private final Tree[] trees;
    private final double usual;

    private IsolationForest(Tree[] trees, int sample) {
        this.trees = trees;
        this.usual = meanPath(sample);
    }

    /**
     * 100 trees, each over 256 rows drawn without replacement (all where there are fewer), to a depth of log₂ of them.
     *
     * @param x rows × inputs, at least two rows
     */
    public static IsolationForest fit(float[][] x, long seed) {
        if (x.length < 2) {
            throw new IllegalArgumentException(x.length + " rows, expected at least 2");
        }
        SplittableRandom random = new SplittableRandom(seed);
        int sample = Math.min(SAMPLE, x.length);
        int depth = 32 - Integer.numberOfLeadingZeros(sample - 1);
        Tree[] trees = new Tree[TREES];
        for (int t = 0; t < TREES; t++) {
            trees[t] = new Growth(x, sample, depth, random).grown();
        }
        return new IsolationForest(trees, sample);
    }

    /** Score of each row. */
    public double[] scores(float[][] x) {
        double[] scores = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (Tree tree : trees) {
                sum += path(tree, x[i]);
            }
            scores[i] = Math.pow(2, -sum / trees.length / usual);
        }
        return scores;
    }

    private static double path(Tree tree, float[] row) {
        int node = 0;
        int cuts = 0;
        while (tree.left()[node] != 0) {
            node = tree.left()[node] + (row[tree.input()[node]] < tree.cut()[node] ? 0 : 1);
            cuts++;
        }
        return cuts + meanPath((int) tree.cut()[node]);
    }

    /** c(n), 0 for one row and 1 for two. */
    static double meanPath(int n) {
        if (n < 2) {
            return 0;
        }
        return n == 2 ? 1 : 2 * (Math.log(n - 1.0) + GAMMA) - 2 * (n - 1.0) / n;
    }

    /** One tree as it grows. */
    private static final class Growth {
        private final float[][] x;
        private final int[] rows;
        private final SplittableRandom random;
        private final int deepest;
        private final int[] input;
        private final float[] cut;
        private final int[] left;
        private int nodes = 1;

        Growth(float[][] x, int sample, int deepest, SplittableRandom random) {
            this.x = x;
            this.random = random;
            this.deepest = deepest;
            this.rows = drawn(x.length, sample, random);
            this.input = new int[2 * sample];
            this.cut = new float[2 * sample];
            this.left = new int[2 * sample];
        }

        private static int[] drawn(int of, int count, SplittableRandom random) {
            int[] all = new int[of];
            Arrays.setAll(all, i -> i);
            for (int i = 0; i < count; i++) {
                int j = i + random.nextInt(of - i);
                int row = all[i];
                all[i] = all[j];
                all[j] = row;
            }
            return Arrays.copyOf(all, count);
        }

        Tree grown() {
            split(0, 0, rows.length, 0);
            return new Tree(Arrays.copyOf(input, nodes), Arrays.copyOf(cut, nodes), Arrays.copyOf(left, nodes));
        }

        private void split(int node, int from, int to, int depth) {
            int[] varying = depth < deepest && to - from > 1 ? varying(from, to) : new int[0];
            if (varying.length == 0) {
                cut[node] = to - from;
                return;
            }
            int chosen = varying[random.nextInt(varying.length)];
            float least = least(chosen, from, to);
            float most = most(chosen, from, to);
            float at = least + (most - least) * (float) random.nextDouble();
            // both sides get rows, whatever rounding does
            at = at <= least ? Math.nextUp(least) : Math.min(at, most);
            int middle = parted(chosen, at, from, to);
            input[node] = chosen;
            cut[node] = at;
            left[node] = nodes;
            nodes += 2;
            int first = left[node];
            split(first, from, middle, depth + 1);
            split(first + 1, middle, to, depth + 1);
        }

        /** Inputs that differ among the rows. */
        private int[] varying(int from, int to) {
            int[] found = new int[x[0].length];
            int count = 0;
            for (int j = 0; j < found.length; j++) {
                if (least(j, from, to) < most(j, from, to)) {
                    found[count++] = j;
                }
            }
            return Arrays.copyOf(found, count);
        }

        private float least(int j, int from, int to) {
            float least = x[rows[from]][j];
            for (int i = from + 1; i < to; i++) {
                least = Math.min(least, x[rows[i]][j]);
            }
            return least;
        }

        private float most(int j, int from, int to) {
            float most = x[rows[from]][j];
            for (int i = from + 1; i < to; i++) {
                most = Math.max(most, x[rows[i]][j]);
            }
            return most;
        }

        /** Brings the rows below the cut to the front; where the others begin. */
        private int parted(int j, float at, int from, int to) {
            int next = from;
            for (int i = from; i < to; i++) {
                if (x[rows[i]][j] < at) {
                    int row = rows[i];
                    rows[i] = rows[next];
                    rows[next++] = row;
                }
            }
            return next;
        }
    }
}
