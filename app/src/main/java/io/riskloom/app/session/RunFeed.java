package io.riskloom.app.session;

import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.service.EngineEvents.Progress;
import io.riskloom.engine.service.EngineEvents.Refit;
import java.util.List;

/** Writes what the engine tells of a run into its {@link LiveRun}; on the JavaFX thread. */
final class RunFeed {

    private final LiveRun live;
    private final Countdown countdown;
    private Countdown again; // null but while the model is trained anew

    RunFeed(LiveRun live) {
        this.live = live;
        this.countdown = new Countdown(live.run().get().spec().epochs());
    }

    /** A run that goes on tells its epochs again. */
    void epoch(EpochReport report) {
        keep(report);
        countdown.epoch(report.epoch(), report.seconds());
        show(report.epoch());
    }

    private void keep(EpochReport report) {
        List<EpochReport> epochs = live.epochs();
        for (int i = 0; i < epochs.size(); i++) {
            if (epochs.get(i).epoch() == report.epoch()) {
                epochs.set(i, report);
                return;
            }
        }
        epochs.add(report);
    }

    /** @param nanos when it was told, by {@link System#nanoTime()} */
    void progress(Progress progress, long nanos) {
        if (again != null) {
            again.progress(progress.share(), nanos);
            live.samplesPerSecond().set(progress.samplesPerSecond());
            live.refitted().set(progress.share());
            live.secondsLeft().set(again.secondsLeft());
            return;
        }
        double done = progress.epoch() - 1 + progress.share();
        countdown.progress(done, nanos);
        live.samplesPerSecond().set(progress.samplesPerSecond());
        show(done);
    }

    /** What passes until the next progress is no training. */
    void pause() {
        countdown.pause();
        if (again != null) {
            again.pause();
        }
    }

    void refit(Refit refit) {
        again = refit.over() ? null : new Countdown(1);
        live.refitted().set(0);
        live.refit().set(refit.over() ? null : refit);
        live.secondsLeft().set(refit.over() ? 0 : Double.NaN);
    }

    private void show(double epochsDone) {
        double share = epochsDone / live.run().get().spec().epochs();
        live.progress().set(Math.clamp(share, live.made(), 1)); // a run that goes on tells its first epochs again
        live.secondsLeft().set(countdown.secondsLeft());
    }
}
