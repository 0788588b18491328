package io.riskloom.engine.service;

import io.riskloom.engine.model.EpochReport;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** Events as they came. */
class Heard implements EngineEvents {

    final List<Object> all = new CopyOnWriteArrayList<>();
    final List<LogLine> log = new CopyOnWriteArrayList<>();
    final CompletableFuture<EpochReport> firstEpoch = new CompletableFuture<>();
    final BlockingQueue<Pause> pauses = new LinkedBlockingQueue<>();

    @Override
    public void epoch(EpochReport report) {
        all.add(report);
        firstEpoch.complete(report);
    }

    @Override
    public void progress(Progress progress) {
        all.add(progress);
    }

    @Override
    public void paused(Pause pause) {
        pauses.add(pause);
    }

    @Override
    public void log(LogLine line) {
        log.add(line);
    }

    List<EpochReport> epochs() {
        return all.stream()
                .filter(EpochReport.class::isInstance)
                .map(EpochReport.class::cast)
                .toList();
    }
}
