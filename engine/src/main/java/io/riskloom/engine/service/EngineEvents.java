package io.riskloom.engine.service;

import io.riskloom.engine.model.EpochReport;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;

/** What the engine tells while it works. Called on the connection's reader thread: return at once. */
public interface EngineEvents {

    EngineEvents SILENT = new EngineEvents() {
        @Override
        public void epoch(EpochReport report) {}

        @Override
        public void progress(Progress progress) {}

        @Override
        public void log(LogLine line) {}
    };

    @JsonNotification
    void epoch(EpochReport report);

    @JsonNotification
    void progress(Progress progress);

    @JsonNotification
    void log(LogLine line);

    /** The loop has stopped before its next step, or goes on. */
    @JsonNotification
    default void paused(Pause pause) {}

    /** A model is being trained anew on all known days, or no longer; progress between the two is of that training as a whole. */
    @JsonNotification
    default void refit(Refit refit) {}

    /**
     * @param epochs it takes
     * @param over   whether it has ended
     */
    record Refit(int epochs, boolean over) {}

    /** So many applicants of a file are scored. */
    @JsonNotification
    default void scored(Scored scored) {}

    /** So many paths are in a file. */
    @JsonNotification
    default void written(Written written) {}

    /**
     * @param paths written so far
     * @param share of all that were asked for, in [0, 1]
     */
    record Written(long paths, double share) {}

    /** So much of a judge's work is done. */
    @JsonNotification
    default void judged(Judged judged) {}

    /**
     * @param score {@code discriminative}, {@code predictive}, {@code strongGru} or {@code trees}, one after the other
     * @param share of this score's work that is done, in [0, 1]
     */
    record Judged(String score, double share) {}

    /**
     * @param rows  scored so far
     * @param share of the work that is done, in [0, 1]; its first fifth is looking the file over
     */
    record Scored(long rows, double share) {}

    /**
     * @param share            of the epoch that is done, in [0, 1]
     * @param step             steps made of the epoch, of {@code steps}
     * @param samplesPerSecond rows learnt in a second of training steps, in this epoch so far
     */
    record Progress(int epoch, double share, int step, int steps, double samplesPerSecond) {}

    /**
     * @param paused whether it waits now; then its checkpoint is saved
     * @param step   steps made of the epoch, of {@code steps}
     */
    record Pause(boolean paused, int epoch, int step, int steps) {}

    /** @param level {@code info}, {@code warning} or {@code error} */
    record LogLine(String level, String text) {}
}
