package io.riskloom.app.session;

import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.service.ChildOptions;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.TrainingJob;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what the engine tells of a run to the JavaFX thread. */
final class TrainingWatch implements EngineEvents {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingWatch.class);

    private static final int STOP_SECONDS = 30;

    private final Session session;
    private final TrainingJob job;
    private final LiveRun live;
    private final int epochs;
    private double lastEpochSeconds = Double.NaN;

    TrainingWatch(Session session, RunSpec spec) throws IOException {
        this.session = session;
        this.epochs = spec.epochs();
        this.job = new TrainingJob(
                session.project(), spec, "auto", session.engines().starter(), ChildOptions.forSpec(spec), this);
        this.live = new LiveRun(job.run(), job::cancel);
    }

    LiveRun live() {
        return live;
    }

    /** Starts the child; call it off the JavaFX thread. */
    void start() {
        job.start().whenComplete((run, error) -> session.tasks().ui(() -> end(run, error)));
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

    private void end(Run run, Throwable error) {
        Run last = run;
        if (error != null) {
            Notice reason = Tasks.reason(error);
            session.report(reason);
            Run begun = live.run().get();
            last = new Run(
                    begun.id(),
                    begun.spec(),
                    begun.provenance(),
                    begun.started(),
                    begun.seconds(),
                    List.copyOf(live.epochs()),
                    new Outcome.Failed(reason));
        }
        live.progress().set(1);
        live.secondsLeft().set(0);
        live.run().set(last);
        session.ended(last);
    }

    @Override
    public void epoch(EpochReport report) {
        session.tasks().ui(() -> {
            live.epochs().add(report);
            lastEpochSeconds = report.seconds();
            show(report.epoch());
        });
    }

    @Override
    public void progress(Progress progress) {
        session.tasks().ui(() -> show(progress.epoch() - 1 + progress.share()));
    }

    private void show(double epochsDone) {
        if (!live.run().get().provenance().equals(job.run().provenance())) {
            live.run().set(job.run());
        }
        live.progress().set(Math.min(1, epochsDone / epochs));
        live.secondsLeft().set((epochs - epochsDone) * lastEpochSeconds);
    }

    @Override
    public void log(LogLine line) {
        LOG.debug("{}: {}", line.level(), line.text());
    }
}
