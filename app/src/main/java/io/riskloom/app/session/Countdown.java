package io.riskloom.app.session;

/**
 * Seconds that a run still takes, when all its epochs are made: (epochs − done)·s, with s the seconds of the last whole
 * epoch, or before there is one the seconds so far of the first over the share of it that they made. Pauses do not count.
 */
final class Countdown {

    private final int epochs;
    private double epochSeconds = Double.NaN;
    private double done;
    private double from = Double.NaN;
    private long fromNanos;

    Countdown(int epochs) {
        this.epochs = epochs;
    }

    void epoch(int epoch, double seconds) {
        epochSeconds = seconds;
        done = epoch;
    }

    /**
     * @param done  epochs, with the share of the one in progress
     * @param nanos by {@link System#nanoTime()}
     */
    void progress(double done, long nanos) {
        this.done = done;
        if (Double.isNaN(from)) {
            from = done;
            fromNanos = nanos;
        } else if (done < 1) {
            double seconds = (nanos - fromNanos) / 1e9;
            epochSeconds = done > from ? seconds / (done - from) : epochSeconds;
        }
    }

    /** What passes until the next progress is no training. */
    void pause() {
        from = Double.NaN;
    }

    /** NaN before anything was measured. */
    double secondsLeft() {
        return (epochs - done) * epochSeconds;
    }
}
