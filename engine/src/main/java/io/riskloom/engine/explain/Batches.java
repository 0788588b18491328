package io.riskloom.engine.explain;

import io.riskloom.engine.model.CreditScorer;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Asks a scorer for many rows, some thousand a call, made when they are asked for: memory does not grow with their number.
 */
final class Batches {

    /** Rows a call. */
    static final int ROWS = 4096;

    /** Points on the lines of integrated gradients, a call. */
    private static final int POINTS = 16_384;

    private final CreditScorer scorer;
    private final BooleanSupplier stopped;

    /** @param stopped looked at before each call; the question ends with {@link CancellationException} then */
    Batches(CreditScorer scorer, BooleanSupplier stopped) {
        this.scorer = scorer;
        this.stopped = stopped;
    }

    /** Makes a row's inputs. */
    interface Filler {
        /** @param row to be written, all of it: it holds an earlier row */
        void fill(int i, float[] row);
    }

    /** Log odds of {@code rows} rows. */
    double[] logOdds(int rows, Filler filler) {
        int width = scorer.average().length;
        float[][] buffer = new float[Math.min(rows, ROWS)][width];
        double[] all = new double[rows];
        for (int from = 0; from < rows; from += ROWS) {
            refuseStopped();
            int size = Math.min(ROWS, rows - from);
            for (int i = 0; i < size; i++) {
                filler.fill(from + i, buffer[i]);
            }
            double[] some = scorer.logOdds(size == buffer.length ? buffer : Arrays.copyOf(buffer, size));
            System.arraycopy(some, 0, all, from, size);
        }
        return all;
    }

    double[] logOdds(float[][] inputs) {
        return logOdds(inputs.length, (i, row) -> System.arraycopy(inputs[i], 0, row, 0, row.length));
    }

    /** As {@link CreditScorer#integratedGradients} from the average applicant. */
    double[][] gradients(float[][] inputs, int steps) {
        float[] baseline = scorer.average();
        int size = Math.max(1, POINTS / steps);
        double[][] all = new double[inputs.length][];
        for (int from = 0; from < inputs.length; from += size) {
            refuseStopped();
            float[][] some = Arrays.copyOfRange(inputs, from, Math.min(inputs.length, from + size));
            System.arraycopy(scorer.integratedGradients(some, baseline, steps), 0, all, from, some.length);
        }
        return all;
    }

    private void refuseStopped() {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("nobody waits for this answer");
        }
    }

    CreditScorer scorer() {
        return scorer;
    }
}
