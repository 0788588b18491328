package io.riskloom.engine.service;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.run.StudyPlan;
import io.riskloom.engine.run.StudySummary;
import io.riskloom.engine.store.Project;
import io.riskloom.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The runs of a study from its row in the project to their summary: as many at once as {@link StudySlots} finds room for,
 * each a {@link TrainingJob} with an engine of its own. A run that fails does not stop the others. Which run is next,
 * which are under way and when all is over is decided on one thread.
 */
public final class StudyJob {

    private static final Logger LOG = Logger.getLogger(StudyJob.class.getName());

    private final Project project;
    private final Study study;
    private final String device;
    private final EngineStarter starter;
    private final ChildOptions options;
    private final StudyEvents listener;
    private final int atOnce;
    private final Queue<StudyPlan.Member> waiting = new ArrayDeque<>();
    private final Map<StudyPlan.Member, TrainingJob> underWay = new HashMap<>();
    private final CompletableFuture<StudySummary> ended = new CompletableFuture<>();
    private final long startedNanos = System.nanoTime();
    private final Map<StudyPlan.Member, Notice> refused = new ConcurrentHashMap<>();
    private final Executor desk = desk();
    private volatile boolean cancelled;

    /**
     * Writes the study into the project; nothing is trained before {@link #start()}.
     *
     * @param device   {@code auto}, {@code cpu} or {@code cuda}
     * @param options  of each run's engine
     * @param listener see {@link StudyEvents}
     * @throws IOException where the data file cannot be read
     */
    public StudyJob(
            Project project,
            RunSpec spec,
            String device,
            EngineStarter starter,
            ChildOptions options,
            StudyEvents listener)
            throws IOException {
        this(
                project,
                project.beginStudy(spec, FileHash.sha256(Path.of(spec.data()))),
                device,
                starter,
                options,
                listener,
                StudySlots.here(spec, options));
    }

    StudyJob(
            Project project,
            Study study,
            String device,
            EngineStarter starter,
            ChildOptions options,
            StudyEvents listener,
            int atOnce) {
        this.project = project;
        this.study = study;
        this.device = device;
        this.starter = starter;
        this.options = options;
        this.listener = listener;
        for (StudySummary.Row row : summary().rows()) {
            if (!row.state().equals("finished")) {
                waiting.add(row.member());
            }
        }
        this.atOnce = Math.clamp(waiting.size(), 1, atOnce);
    }

    /**
     * Takes up a study again: its finished runs stay, the others go on from their checkpoints or begin.
     *
     * @throws NoticeException {@code service.dataChanged} (file) where the data file is no longer what the study began
     *     with
     * @throws StoreException where there is no such study or it is still under way
     */
    public static StudyJob resume(
            Project project,
            String id,
            String device,
            EngineStarter starter,
            ChildOptions options,
            StudyEvents listener)
            throws IOException, NoticeException {
        Study known =
                project.study(id).orElseThrow(() -> new StoreException(Notice.of("store.error.noStudy", id), null));
        checkData(known);
        Study study = project.resumeStudy(known.id());
        return new StudyJob(project, study, device, starter, options, listener, StudySlots.here(study.spec(), options));
    }

    /** As above, on the device and with the threads of the run that was begun last; before the first, those of a new study. */
    public static StudyJob resume(Project project, String id, EngineStarter starter, StudyEvents listener)
            throws IOException, NoticeException {
        Study known =
                project.study(id).orElseThrow(() -> new StoreException(Notice.of("store.error.noStudy", id), null));
        List<Run> members = project.members(known);
        return members.isEmpty()
                ? resume(project, id, "auto", starter, ChildOptions.forSpec(known.spec()), listener)
                : resume(
                        project,
                        id,
                        TrainingJob.deviceOf(members.getLast()),
                        starter,
                        ChildOptions.of(members.getLast()),
                        listener);
    }

    /** One thread, which goes when it has nothing to do for a second. */
    private static Executor desk() {
        return new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "riskloom-study");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static void checkData(Study study) throws IOException, NoticeException {
        Path data = Path.of(study.spec().data());
        if (!FileHash.sha256(data).equals(study.dataSha256())) {
            throw new NoticeException(Notice.of("service.dataChanged", data));
        }
    }

    /** The study as it was when this job began. */
    public Study study() {
        return study;
    }

    /** How many runs train at once. */
    public int atOnce() {
        return atOnce;
    }

    /** What is known by now. */
    public StudySummary summary() {
        return StudySummary.of(study.spec(), project.members(study), refused);
    }

    /** Completes when every run has ended or will not begin any more; exceptionally only where the store fails. */
    public CompletableFuture<StudySummary> ended() {
        return ended;
    }

    /** Starts the first runs; returns at once. */
    public CompletableFuture<StudySummary> start() {
        desk.execute(this::fill);
        return ended;
    }

    /** Stops every run before its next step and begins no other; returns at once. */
    public void cancel() {
        cancelled = true;
        desk.execute(() -> {
            underWay.values().forEach(TrainingJob::cancel);
            fill();
        });
    }

    private void fill() {
        while (!cancelled && underWay.size() < atOnce && !waiting.isEmpty()) {
            begin(waiting.remove());
        }
        if (underWay.isEmpty() && (cancelled || waiting.isEmpty()) && !ended.isDone()) {
            finish();
        }
    }

    private void begin(StudyPlan.Member member) {
        try {
            checkData(study);
            begin(member, job(member));
        } catch (NoticeException | IOException | RuntimeException e) {
            refuse(member, e);
        }
    }

    private void begin(StudyPlan.Member member, TrainingJob job) {
        try {
            listener.begun(member, job.run());
        } catch (RuntimeException e) {
            job.giveUp(e);
            throw e;
        }
        underWay.put(member, job);
        job.start().whenComplete((run, error) -> desk.execute(() -> over(member, run, error)));
    }

    private void refuse(StudyPlan.Member member, Throwable reason) {
        refused.put(member, Failures.of(reason).notice());
        listener.refused(member, refused.get(member));
    }

    /** The member's unfinished run where it has a checkpoint that can be read, else a new one. */
    private TrainingJob job(StudyPlan.Member member) throws IOException, NoticeException {
        EngineEvents events = new MemberEvents(listener, member);
        for (StudySummary.Row row : summary().rows()) {
            boolean own = row.member().equals(member) && row.run().isPresent();
            if (own && hasCheckpoint(row.run().get())) {
                try {
                    return TrainingJob.resume(project, row.run().get().id(), device, starter, options, events);
                } catch (NoticeException e) {
                    if (!e.notice().key().equals("run.error.weightsUnreadable")) {
                        throw e;
                    }
                    LOG.log(Level.WARNING, "what " + row.run().get().id() + " had learnt is lost, it begins anew", e);
                }
            }
        }
        return new TrainingJob(project, study.id(), member.spec(), device, starter, options, events);
    }

    private boolean hasCheckpoint(Run run) {
        return !(run.outcome() instanceof Outcome.Finished)
                && Files.exists(project.modelFolder(run.id()).resolve(Recipe.CHECKPOINT));
    }

    private void over(StudyPlan.Member member, Run run, Throwable error) {
        underWay.remove(member);
        try {
            if (error == null) {
                listener.ended(member, run);
            } else {
                refuse(member, error);
            }
        } finally {
            fill();
        }
    }

    private void finish() {
        try {
            double seconds = study.seconds() + (System.nanoTime() - startedNanos) / 1e9;
            project.finishStudy(study.id(), seconds);
            ended.complete(summary());
        } catch (RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }
}
