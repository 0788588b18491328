package io.riskloom.engine.model;

/**
 * Listener and cancellation of a run in one. {@link #cancelled()} is read before every training step and between parts of
 * validation and evaluation.
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

    /** Share of the current epoch that is done, in [0, 1]; called at most a few times a second. */
    default void onProgress(int epoch, double share) {}
}
