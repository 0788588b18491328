package io.riskloom.engine.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which windows of a history and which generated ones a judge learns from, chooses its stopping point by, and is tested on. The
 * history is cut into blocks of days, by turns for learning (three of five), choosing and testing; a window that reaches over a
 * border is left out, so that no day is in two parts. A generated window belongs where the real one lies whose first day is
 * nearest to its own: what is told of a block’s levels is told of both sides.
 *
 * @param real      for learning, choosing, testing: indices of real windows
 * @param generated the same of generated windows
 */
public record JudgeParts(int[][] real, int[][] generated) {
    private static final int PARTS = 3;
    private static final int TURN = 5;
    private static final int MOST_BLOCKS = 60;
    /** Days of a block at least, in windows. */
    private static final int LEAST_WINDOWS = 3;

    public JudgeParts {
        real = Arrays.stream(real).map(int[]::clone).toArray(int[][]::new);
        generated = Arrays.stream(generated).map(int[]::clone).toArray(int[][]::new);
    }

    /**
     * @param real      scaled windows of one history, every one in the order of their days
     * @param generated scaled alike
     */
    public static JudgeParts of(WindowSet real, WindowSet generated) {
        int[] blocks = blocks(real);
        List<List<Integer>> ours = lists();
        List<List<Integer>> theirs = lists();
        for (int w = 0; w < blocks.length; w++) {
            if (blocks[w] >= 0) {
                ours.get(part(blocks[w])).add(w);
            }
        }
        for (int w = 0; w < generated.size(); w++) {
            int block = blocks[nearest(generated.rows()[w], real)];
            if (block >= 0) {
                theirs.get(part(block)).add(w);
            }
        }
        return new JudgeParts(indices(ours), indices(theirs));
    }

    /** Real windows on both sides: every other block takes the place of generated ones. */
    public static JudgeParts floor(WindowSet real) {
        int[] blocks = blocks(real);
        List<List<Integer>> one = lists();
        List<List<Integer>> other = lists();
        for (int w = 0; w < blocks.length; w++) {
            if (blocks[w] >= 0) {
                (blocks[w] % 2 == 0 ? one : other).get(part(blocks[w] / 2)).add(w);
            }
        }
        return new JudgeParts(indices(one), indices(other));
    }

    /** Whether every part has windows of both sides. */
    public boolean complete() {
        return Arrays.stream(real).allMatch(part -> part.length > 0)
                && Arrays.stream(generated).allMatch(part -> part.length > 0);
    }

    /** The block of each window, −1 where it reaches over a border. */
    private static int[] blocks(WindowSet real) {
        int days = real.size() + real.days() - 1;
        int count = Math.clamp(days / (LEAST_WINDOWS * real.days()), 1, MOST_BLOCKS);
        return IntStream.range(0, real.size())
                .map(w -> {
                    long first = (long) w * count / days;
                    long last = (long) (w + real.days() - 1) * count / days;
                    return first == last ? (int) first : -1;
                })
                .toArray();
    }

    private static int part(int block) {
        return Math.max(0, block % TURN - (TURN - PARTS));
    }

    private static int nearest(float[] window, WindowSet real) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int w = 0; w < real.size(); w++) {
            double sum = 0;
            for (int c = 0; c < real.columns().size(); c++) {
                double gap = window[c] - real.rows()[w][c];
                sum += gap * gap;
            }
            if (sum < least) {
                least = sum;
                best = w;
            }
        }
        return best;
    }

    private static List<List<Integer>> lists() {
        return List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private static int[][] indices(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
    }
}
