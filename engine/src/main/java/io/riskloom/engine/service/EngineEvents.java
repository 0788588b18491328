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

    /** @param share of the epoch that is done, in [0, 1] */
    record Progress(int epoch, double share) {}

    /** @param level {@code info}, {@code warning} or {@code error} */
    record LogLine(String level, String text) {}
}
