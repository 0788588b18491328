package io.riskloom.engine.service;

import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.RunMonitor;

/** A run in progress: hands its reports on and holds the flag that stops it. */
final class TrainJob implements RunMonitor {

    private final EngineEvents events;
    private volatile boolean cancelled;

    TrainJob(EngineEvents events) {
        this.events = events;
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void onEpoch(EpochReport report) {
        events.epoch(report);
    }

    @Override
    public void onProgress(int epoch, double share) {
        events.progress(new EngineEvents.Progress(epoch, share));
    }
}
