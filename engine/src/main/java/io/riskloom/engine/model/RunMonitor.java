package io.riskloom.engine.model;

/**
 * Listener and control of a run in one. {@link #paused()}, {@link #cancelled()} and {@link #enough()} are read before every
 * training step, {@code cancelled()} between parts of validation and evaluation too.
 */
public interface RunMonitor {

    RunMonitor SILENT = new RunMonitor() {
        @Override
        public void onEpoch(EpochReport report) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    void onEpoch(EpochReport report);

    boolean cancelled();

    /** Whether training is to end with the model of the best epoch so far, as if no more epochs had been planned. */
    default boolean enough() {
        return false;
    }

    /** Whether the next step has to wait, see {@link #halted}. */
    default boolean paused() {
        return false;
    }

    /**
     * The loop has stopped before a step, its checkpoint is saved. Returns when it may go on: when it is no longer paused, or
     * is cancelled, or has had enough.
     *
     * @param steps made of the epoch, of {@code all}
     */
    default void halted(int epoch, int steps, int all) {}

    /**
     * Where the current epoch stands; called at most a few times a second.
     *
     * @param steps            made of the epoch, of {@code all}
     * @param samplesPerSecond rows learnt in a second of training steps, in this epoch so far
     */
    default void onProgress(int epoch, int steps, int all, double samplesPerSecond) {}

    /**
     * The epochs are chosen from; the model is trained anew on all known days. What {@link #onProgress} tells until it is over is
     * of that training as a whole.
     *
     * @param epochs it takes
     * @param over   whether it has ended
     */
    default void onRefit(int epochs, boolean over) {}
}
