package io.riskloom.app.session;

import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.TrainingJob;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what the engine tells of a run to the JavaFX thread. */
final class TrainingWatch implements EngineEvents, Beginnings.Begun {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingWatch.class);

    private static final int STOP_SECONDS = 30;

    private final Tasks tasks;
    private final TrainingJob job;
    private final LiveRun live;
    private final RunFeed feed;

    /** A new run, or one that is taken up again. */
    @FunctionalInterface
    interface Opening {
        TrainingJob job(EngineEvents events) throws IOException, NoticeException;
    }

    TrainingWatch(Tasks tasks, Opening opening) throws IOException, NoticeException {
        this.tasks = tasks;
        this.job = opening.job(this);
        this.live = new LiveRun(job.run(), new LiveRun.Controls() {
            @Override
            public void cancel() {
                job.cancel();
            }

            @Override
            public void keep() {
                job.keep();
            }

            @Override
            public void pause() {
                job.pause();
            }

            @Override
            public void goOn() {
                job.goOn();
            }
        });
        this.feed = new RunFeed(live);
    }

    LiveRun live() {
        return live;
    }

    /**
     * Starts the child; call it off the JavaFX thread.
     *
     * @param ended told on the JavaFX thread how the run ended, and where the store failed, why
     */
    void start(BiConsumer<Run, Notice> ended) {
        job.start().whenComplete((run, error) -> tasks.ui(() -> end(run, error, ended)));
    }

    @Override
    public void cancel() {
        live.cancel();
    }

    @Override
    public void abandon() {
        job.cancel();
        job.start();
        stop();
    }

    /** Stops the run and waits until its outcome is stored. */
    void stop() {
        job.cancel();
        try {
            job.ended().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn(
                    "the run {} did not end in time; the next start marks it as interrupted",
                    job.run().id(),
                    e);
        }
    }

    private void end(Run run, Throwable error, BiConsumer<Run, Notice> ended) {
        Run last = run;
        Notice reason = null;
        if (error != null) {
            reason = Tasks.reason(error);
            last = live.broken(reason);
        }
        live.end(last);
        ended.accept(last, reason);
    }

    @Override
    public void epoch(EpochReport report) {
        tasks.ui(() -> {
            describe();
            feed.epoch(report);
        });
    }

    @Override
    public void progress(Progress progress) {
        long now = System.nanoTime();
        tasks.ui(() -> {
            describe();
            feed.progress(progress, now);
        });
    }

    @Override
    public void paused(Pause pause) {
        tasks.ui(() -> {
            feed.pause();
            live.paused(pause.paused());
        });
    }

    @Override
    public void refit(Refit refit) {
        tasks.ui(() -> feed.refit(refit));
    }

    /** Device and versions are known once the engine has told them. */
    private void describe() {
        if (!live.run().get().provenance().equals(job.run().provenance())) {
            live.run().set(job.run());
        }
    }

    @Override
    public void log(LogLine line) {
        LOG.debug("{}: {}", line.level(), line.text());
    }
}
