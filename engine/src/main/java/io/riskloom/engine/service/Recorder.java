package io.riskloom.engine.service;

import io.riskloom.engine.model.EpochReport;

/** Stores what the engine tells of a run before it tells the listener. */
record Recorder(RunRecord run, EngineEvents listener) implements EngineEvents {

    @Override
    public void epoch(EpochReport report) {
        run.epoch(report);
        listener.epoch(report);
    }

    @Override
    public void progress(Progress progress) {
        listener.progress(progress);
    }

    @Override
    public void paused(Pause pause) {
        run.paused(pause.paused());
        listener.paused(pause);
    }

    @Override
    public void refit(Refit refit) {
        listener.refit(refit);
    }

    @Override
    public void log(LogLine line) {
        listener.log(line);
    }
}
