package io.riskloom.app.session;

import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.run.StudyPlan;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.StudyEvents;
import io.riskloom.engine.service.StudyJob;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what the engines tell of a study's runs to the JavaFX thread. */
final class StudyWatch implements StudyEvents, Beginnings.Begun {

    private static final Logger LOG = LoggerFactory.getLogger(StudyWatch.class);

    private static final int STOP_SECONDS = 60;

    private final Session session;
    private final StudyJob job;
    private final LiveStudy live;
    private final Map<Integer, RunFeed> feeds = new HashMap<>();

    /** A new study, or one that is taken up again. */
    @FunctionalInterface
    interface Opening {
        StudyJob job(StudyEvents events) throws IOException, NoticeException;
    }

    StudyWatch(Session session, Opening opening) throws IOException, NoticeException {
        this.session = session;
        this.job = opening.job(this);
        List<Run> known = session.project().members(job.study());
        this.live = new LiveStudy(
                job.study(), known, job.atOnce(), () -> session.tasks().background(job::cancel));
    }

    LiveStudy live() {
        return live;
    }

    /**
     * Starts the first runs; call it off the JavaFX thread.
     *
     * @param ended told on the JavaFX thread that all is over, and where the store failed, why
     */
    void start(BiConsumer<Study, Notice> ended) {
        String id = job.study().id();
        job.start()
                .thenApply(summary -> session.project().study(id).orElseThrow())
                .whenComplete((stored, error) -> ui(() -> {
                    live.end(error == null ? stored : live.study());
                    ended.accept(live.study(), error == null ? null : Tasks.reason(error));
                }));
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

    /** Stops all runs and waits until their outcomes are stored. */
    void stop() {
        job.cancel();
        try {
            job.ended().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the study {} did not end in time", job.study().id(), e);
        }
    }

    @Override
    public void begun(StudyPlan.Member member, Run run) {
        ui(() -> {
            LiveRun begun = new LiveRun(run, LiveRun.Controls.NONE);
            feeds.put(member.number(), new RunFeed(begun));
            at(member).begin(begun);
            session.studies().joined(live, run);
            session.begun(run);
            live.changed();
        });
    }

    @Override
    public void epoch(StudyPlan.Member member, EpochReport report) {
        feed(member, feed -> feed.epoch(report));
    }

    @Override
    public void progress(StudyPlan.Member member, EngineEvents.Progress progress) {
        long now = System.nanoTime();
        feed(member, feed -> feed.progress(progress, now));
    }

    private void feed(StudyPlan.Member member, Consumer<RunFeed> change) {
        ui(() -> {
            change.accept(feeds.get(member.number()));
            live.changed();
        });
    }

    @Override
    public void ended(StudyPlan.Member member, Run run) {
        ui(() -> {
            at(member).live().get().end(run);
            session.endedInStudy(run);
            live.changed();
        });
    }

    @Override
    public void refused(StudyPlan.Member member, Notice reason) {
        ui(() -> {
            if (at(member).training()) {
                LiveRun begun = at(member).live().get();
                begun.end(begun.broken(reason));
                session.endedInStudy(begun.run().get());
            } else {
                at(member).refuse(reason);
            }
            live.changed();
        });
    }

    @Override
    public void log(StudyPlan.Member member, EngineEvents.LogLine line) {
        LOG.debug("{} {}: {}", member.number(), line.level(), line.text());
    }

    private LiveMember at(StudyPlan.Member member) {
        return live.members().get(member.number() - 1);
    }

    private void ui(Runnable change) {
        session.tasks().ui(change);
    }
}
