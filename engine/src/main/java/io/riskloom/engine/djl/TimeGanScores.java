package io.riskloom.engine.djl;

import io.riskloom.engine.feature.WindowSet;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * TimeGAN's two scores (Yoon, Jarrett and van der Schaar 2019, as its authors' programme has them) of windows that are scaled
 * by the real ones' least and largest values. Both judges are a layer of ⌊columns / 2⌋ units, one at least, taught by Adam at
 * .001 on 128 windows a side. Unlike the authors', whose library is TensorFlow 1, the layer is {@link TinyGru}: the reset gate
 * stands behind the product with the state, and weights start uniform. Repeats by seed, on any number of threads.
 */
final class TimeGanScores {
    private static final int BATCH = 128;
    private static final double RATE = 1e-3;
    private static final double LEARNT = 0.8;
    /** Iterations between two looks at whether to stop. */
    private static final int PATIENCE = 50;

    private final int iterations;
    private final Judging judging;

    /** @param iterations of the discriminative judge; the predictive one takes five for two of them */
    TimeGanScores(int iterations, Judging judging) {
        this.iterations = iterations;
        this.judging = judging;
    }

    /**
     * |½ − accuracy| on a fifth of both sides' windows, drawn at random, of a judge that learnt from the rest which are real.
     */
    double discriminative(WindowSet real, WindowSet generated, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Deck one = new Deck(real.rows(), random);
        Deck other = new Deck(generated.rows(), random);
        int width = real.columns().size();
        TinyGru judge = new TinyGru(width, units(width), real.days(), 2 * BATCH);
        judge.initialise(random);
        TinyAdam adam = new TinyAdam(judge.weights.length, RATE);
        int last = real.days() - 1;
        float[][] error = new float[real.days()][2 * BATCH];
        for (int i = 0; i < iterations; i++) {
            rest(i);
            one.fill(judge, 0, BATCH, width);
            other.fill(judge, BATCH, BATCH, width);
            judge.forward(last);
            for (int row = 0; row < 2 * BATCH; row++) {
                double target = row < BATCH ? 1 : 0;
                error[last][row] = (float) ((Losses.sigmoid(judge.answer[last][row]) - target) / (2 * BATCH));
            }
            judge.backward(error, last);
            adam.step(judge.weights, judge.slopes);
        }
        double right = correct(judge, one.held(), true, width) + correct(judge, other.held(), false, width);
        return Math.abs(0.5 - right / (one.held().length + other.held().length));
    }

    /** NaN for a judge whose weights have become no numbers: it would call everything generated. */
    private static double correct(TinyGru judge, float[][] windows, boolean real, int width) {
        int batch = 2 * BATCH;
        int right = 0;
        for (int from = 0; from < windows.length; from += batch) {
            int rows = Math.min(batch, windows.length - from);
            for (int row = 0; row < rows; row++) {
                judge.put(row, windows[from + row], width);
            }
            float[] logits = judge.last();
            for (int row = 0; row < rows; row++) {
                if (!Float.isFinite(logits[row])) {
                    return Double.NaN;
                }
                right += logits[row] > 0 == real ? 1 : 0;
            }
        }
        return right;
    }

    /**
     * Mean absolute error on the judged windows of a layer with a logistic answer that learnt, from the other ones, to tell each
     * day's value of the last column from all other columns up to the day before. Of a single column it is told from itself.
     */
    double predictive(WindowSet learnt, WindowSet judged, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = learnt.columns().size();
        int days = learnt.days() - 1;
        TinyGru judge = new TinyGru(Math.max(1, width - 1), units(width), days, BATCH);
        judge.initialise(random);
        TinyAdam adam = new TinyAdam(judge.weights.length, RATE);
        Deck deck = Deck.whole(learnt.rows(), random);
        float[][] error = new float[days][BATCH];
        float[][] batch = new float[BATCH][];
        for (int i = 0; i < iterations * 5 / 2; i++) {
            rest(i);
            deck.draw(batch);
            answer(judge, batch, BATCH, width);
            for (int t = 0; t < days; t++) {
                for (int row = 0; row < BATCH; row++) {
                    double p = Losses.sigmoid(judge.answer[t][row]);
                    double side = Math.signum(p - batch[row][(t + 1) * width + width - 1]);
                    error[t][row] = (float) (side * p * (1 - p) / (days * BATCH));
                }
            }
            judge.backward(error, 0);
            adam.step(judge.weights, judge.slopes);
        }
        return missed(judge, judged.rows(), width);
    }

    private static double missed(TinyGru judge, float[][] windows, int width) {
        int days = judge.answer.length;
        double sum = 0;
        for (int from = 0; from < windows.length; from += BATCH) {
            float[][] part = Arrays.copyOfRange(windows, from, Math.min(windows.length, from + BATCH));
            answer(judge, part, part.length, width);
            for (int row = 0; row < part.length; row++) {
                for (int t = 0; t < days; t++) {
                    double p = Losses.sigmoid(judge.answer[t][row]);
                    sum += Math.abs(p - part[row][(t + 1) * width + width - 1]);
                }
            }
        }
        return sum / days / windows.length;
    }

    private static void answer(TinyGru judge, float[][] windows, int rows, int width) {
        for (int row = 0; row < rows; row++) {
            judge.put(row, windows[row], width);
        }
        judge.forward(0);
    }

    private static int units(int width) {
        return Math.max(1, width / 2);
    }

    private void rest(int iteration) {
        if (iteration % PATIENCE == 0) {
            judging.check();
        }
    }

    /** Windows that are learnt from, dealt anew for every batch, and those held back. */
    private record Deck(float[][] learnt, float[][] held, SplittableRandom random) {

        Deck(float[][] windows, SplittableRandom random) {
            this(windows.clone(), random, (int) (LEARNT * windows.length));
        }

        private Deck(float[][] shuffled, SplittableRandom random, int learnt) {
            shuffle(shuffled, shuffled.length, random);
            this(Arrays.copyOf(shuffled, learnt), Arrays.copyOfRange(shuffled, learnt, shuffled.length), random);
        }

        static Deck whole(float[][] windows, SplittableRandom random) {
            return new Deck(windows.clone(), new float[0][], random);
        }

        /** The first ones become a draw without replacement. */
        private static void shuffle(float[][] windows, int first, SplittableRandom random) {
            for (int i = 0; i < first; i++) {
                int j = i + random.nextInt(windows.length - i);
                float[] swap = windows[i];
                windows[i] = windows[j];
                windows[j] = swap;
            }
        }

        /** Of fewer windows than places some are there twice. */
        void draw(float[][] batch) {
            shuffle(learnt, Math.min(batch.length, learnt.length), random);
            for (int row = 0; row < batch.length; row++) {
                batch[row] = learnt[row % learnt.length];
            }
        }

        void fill(TinyGru judge, int from, int count, int width) {
            shuffle(learnt, Math.min(count, learnt.length), random);
            for (int row = 0; row < count; row++) {
                judge.put(from + row, learnt[row % learnt.length], width);
            }
        }
    }
}
