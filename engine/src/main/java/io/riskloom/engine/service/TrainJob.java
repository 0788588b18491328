package io.riskloom.engine.service;

import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.RunMonitor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A run in progress: hands its reports on and holds the flags that steer it. */
final class TrainJob implements RunMonitor {

    private final EngineEvents events;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean cancelled;
    private volatile boolean enough;
    private volatile boolean paused;

    TrainJob(EngineEvents events) {
        this.events = events;
    }

    void cancel() {
        change(() -> cancelled = true);
    }

    void keep() {
        change(() -> enough = true);
    }

    void pause() {
        change(() -> paused = true);
    }

    void goOn() {
        change(() -> paused = false);
    }

    private void change(Runnable flag) {
        lock.lock();
        try {
            flag.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public boolean enough() {
        return enough;
    }

    @Override
    public boolean paused() {
        return paused && !cancelled && !enough;
    }

    @Override
    public void halted(int epoch, int steps, int all) {
        events.paused(new EngineEvents.Pause(true, epoch, steps, all));
        lock.lock();
        try {
            while (paused()) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        events.paused(new EngineEvents.Pause(false, epoch, steps, all));
    }

    @Override
    public void onEpoch(EpochReport report) {
        events.epoch(report);
    }

    @Override
    public void onRefit(int epochs, boolean over) {
        events.refit(new EngineEvents.Refit(epochs, over));
    }

    @Override
    public void onProgress(int epoch, int steps, int all, double samplesPerSecond) {
        events.progress(new EngineEvents.Progress(epoch, (double) steps / all, steps, all, samplesPerSecond));
    }
}
