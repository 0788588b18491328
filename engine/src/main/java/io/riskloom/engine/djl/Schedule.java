package io.riskloom.engine.djl;

/**
 * Learning rate over a run: linear warm-up, then half a cosine down to a twentieth of the peak.
 *
 * @param peak   highest rate
 * @param warmup steps until the peak
 * @param total  steps of the whole run
 */
record Schedule(double peak, int warmup, int total) {
    private static final double FLOOR = 0.05;

    Schedule {
        if (warmup < 0 || total < 1 || warmup > total) {
            throw new IllegalArgumentException(warmup + " warm-up steps of " + total);
        }
    }

    /** Warm-up over a twentieth of the run, at least one step. */
    static Schedule cosine(double peak, int total) {
        return new Schedule(peak, Math.min(total, Math.max(1, total / 20)), total);
    }

    /** Rate of a step, counted from 0. */
    double rate(long step) {
        if (step < warmup) {
            return peak * (step + 1) / warmup;
        }
        double share = total == warmup ? 1 : Math.min(1, (double) (step - warmup) / (total - warmup));
        return peak * (FLOOR + (1 - FLOOR) * 0.5 * (1 + Math.cos(Math.PI * share)));
    }
}
