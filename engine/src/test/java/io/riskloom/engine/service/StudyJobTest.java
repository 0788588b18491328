package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.run.StudyPlan;
import io.riskloom.engine.run.StudySummary;
import io.riskloom.engine.store.Project;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyJobTest {

    private static final Path CREDIT =
            Path.of("../sample-data/src/main/resources/io/riskloom/samples/credit/german_credit.csv");

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void data() throws Exception {
        data = Files.writeString(folder.resolve("credit.csv"), "a,b\n1,2\n");
    }

    private CreditSpec folds(int folds) {
        CreditSpec spec = Specs.with(Specs.defaults(CreditSpec.class, data.toString()), "scheme", "kfold");
        return Specs.with(spec, "folds", folds);
    }

    private StudyJob job(Project project, CreditSpec spec, Work work, StudyEvents events, int atOnce) throws Exception {
        Study study = project.beginStudy(spec, FileHash.sha256(Path.of(spec.data())));
        return job(project, study, work, events, atOnce);
    }

    private static StudyJob job(Project project, Study study, Work work, StudyEvents events, int atOnce) {
        EngineStarter starter = (options, told) -> new LocalEngine(told, work);
        return new StudyJob(project, study, "cpu", starter, ChildOptions.defaults(), events, atOnce);
    }

    private static StudySummary run(StudyJob job) throws Exception {
        return job.start().get(60, TimeUnit.SECONDS);
    }

    private static List<String> states(StudySummary summary) {
        return summary.rows().stream().map(StudySummary.Row::state).toList();
    }

    /** Ends every run as the fake does, without its checkpoint. */
    private static class Quick extends FakeWork {
        @Override
        public Outcome train(TrainRequest request, RunMonitor monitor) throws Exception {
            Outcome outcome = super.train(request, monitor);
            Files.delete(Path.of(request.folder()).resolve(CHECKPOINT));
            return outcome;
        }

        @Override
        void step() {}
    }

    @Test
    void asManyRunsTrainAtOnceAsThereIsRoomForAndNoMore() throws Exception {
        CyclicBarrier pairs = new CyclicBarrier(2);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Work paired = new Quick() {
            @Override
            public Outcome train(TrainRequest request, RunMonitor monitor) throws Exception {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                pairs.await(30, TimeUnit.SECONDS);
                try {
                    return super.train(request, monitor);
                } finally {
                    now.decrementAndGet();
                }
            }
        };
        Set<Integer> begun = ConcurrentHashMap.newKeySet();
        Set<Integer> reported = ConcurrentHashMap.newKeySet();
        List<String> over = new CopyOnWriteArrayList<>();
        StudyEvents events = new StudyEvents() {
            @Override
            public void begun(StudyPlan.Member member, Run run) {
                begun.add(run.spec().fold());
            }

            @Override
            public void epoch(StudyPlan.Member member, EpochReport report) {
                reported.add(member.fold());
            }

            @Override
            public void ended(StudyPlan.Member member, Run run) {
                over.add(run.id());
            }
        };
        try (Project project = Project.open(folder.resolve("project"))) {
            StudyJob job = job(project, folds(6), paired, events, 2);
            assertEquals(2, job.atOnce());
            StudySummary summary = run(job);
            assertEquals(2, most.get());
            assertEquals("finished", summary.outcome());
            assertEquals(6, summary.metrics().get("mae").n());
            assertEquals(1.5, summary.metrics().get("mae").mean());
            assertEquals(Set.of(1, 2, 3, 4, 5, 6), begun);
            assertEquals(begun, reported);
            Study stored = project.studies().getFirst();
            assertEquals(Set.copyOf(over), Set.copyOf(stored.runs()));
            assertTrue(stored.seconds() > 0);
        }
    }

    @Test
    void aRunThatFailsStopsNoOther() throws Exception {
        Work second = new Quick() {
            @Override
            public Outcome train(TrainRequest request, RunMonitor monitor) throws Exception {
                if (request.spec().fold() == 2) {
                    throw new NoticeException(Notice.of("run.error.memory", 2));
                }
                return super.train(request, monitor);
            }
        };
        try (Project project = Project.open(folder.resolve("project"))) {
            StudySummary summary = run(job(project, folds(4), second, StudyEvents.SILENT, 1));
            assertEquals(List.of("finished", "failed", "finished", "finished"), states(summary));
            assertEquals("failed", summary.outcome());
            assertEquals(
                    Notice.of("run.error.memory", 2),
                    summary.rows().get(1).reason().orElseThrow());
            assertEquals(3, summary.metrics().get("mae").n());
        }
    }

    @Test
    void aStoppedStudyBeginsNoOtherRunAndGoesOnWithThoseThatAreMissing() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicReference<StudyJob> job = new AtomicReference<>();
        Work waits = new Quick() {
            @Override
            public Outcome train(TrainRequest request, RunMonitor monitor) throws Exception {
                if (request.spec().fold() == 2) {
                    job.get().cancel();
                    assertTrue(stopped.await(30, TimeUnit.SECONDS));
                    while (!monitor.cancelled()) {
                        Thread.onSpinWait();
                    }
                    return new Outcome.Cancelled();
                }
                return super.train(request, monitor);
            }
        };
        try (Project project = Project.open(folder.resolve("project"))) {
            job.set(job(project, folds(4), waits, StudyEvents.SILENT, 1));
            var over = job.get().start();
            stopped.countDown();
            StudySummary summary = over.get(60, TimeUnit.SECONDS);
            assertEquals(List.of("finished", "cancelled", "waiting", "waiting"), states(summary));
            assertEquals("cancelled", summary.outcome());
            Study study = project.studies().getFirst();
            assertEquals(2, study.runs().size());

            StudySummary rest = run(job(project, project.resumeStudy(study.id()), new Quick(), StudyEvents.SILENT, 2));
            assertEquals("finished", rest.outcome());
            assertEquals(
                    summary.rows().getFirst().run().orElseThrow().id(),
                    rest.rows().getFirst().run().orElseThrow().id(),
                    "what is finished stays");
            assertEquals(5, project.studies().getFirst().runs().size());
        }
    }

    @Test
    void aStudyIsTakenUpWithItsOwnDataOnly() throws Exception {
        try (Project project = Project.open(folder.resolve("project"))) {
            StudyJob job = job(project, folds(2), new Quick(), StudyEvents.SILENT, 1);
            Files.writeString(data, "a,b\n1,3\n");
            StudySummary summary = run(job);
            Notice changed = Notice.of("service.dataChanged", data);
            assertEquals("failed", summary.outcome());
            assertEquals(changed, summary.rows().getFirst().reason().orElseThrow());
            assertTrue(project.runs().isEmpty());
            NoticeException refused = assertThrows(
                    NoticeException.class,
                    () -> StudyJob.resume(
                            project,
                            job.study().id(),
                            "cpu",
                            EngineStarter.local(),
                            ChildOptions.defaults(),
                            StudyEvents.SILENT));
            assertEquals(changed, refused.notice());
        }
    }

    @Test
    void aMissingFileBeginsNoStudy() throws Exception {
        Files.delete(data);
        try (Project project = Project.open(folder.resolve("project"))) {
            assertThrows(
                    NoSuchFileException.class,
                    () -> new StudyJob(
                            project,
                            folds(2),
                            "cpu",
                            EngineStarter.local(),
                            ChildOptions.defaults(),
                            StudyEvents.SILENT));
            assertEquals(List.of(), project.studies());
        }
    }

    @Test
    void roomIsMadeByCoresAndFreeMemory() {
        CreditSpec small = folds(5);
        ChildOptions one = new ChildOptions(1, 512);
        assertEquals(8, StudySlots.of(small, one, 8, 64_000, 0));
        assertEquals(4, StudySlots.of(small, new ChildOptions(2, 512), 8, 64_000, 0));
        assertEquals(3, StudySlots.of(small, one, 8, 1_999, 0));
        assertEquals(1, StudySlots.of(small, one, 8, 100, 0), "one in any case");
        ClassifySpec large = Specs.defaults(ClassifySpec.class, "SP500.csv");
        assertEquals(1, StudySlots.of(large, new ChildOptions(8, 512), 8, 64_000, 0));
        assertEquals(3, StudySlots.of(large, one, 8, 6_000, 0), "1,648 MiB each");
        assertEquals(1, StudySlots.of(Specs.with(large, "imageSize", 224), one, 8, 16_000, 0), "8,798 MiB each");
        // 4 blocks on 4,096 windows of 60 days keep far more than a small network does
        ForecastSpec wide =
                Specs.with(Specs.with(Specs.defaults(ForecastSpec.class, "p.csv"), "model", "tcn"), "batch", 4096);
        assertEquals(1, StudySlots.of(wide, one, 8, 6_000, 300_000));
        assertEquals(8, StudySlots.of(Specs.with(wide, "batch", 16), one, 8, 6_000, 300_000));
        assertEquals(1, StudySlots.of(small, one, 8, 6_000, 1L << 30), "a large table");
        assertTrue(StudySlots.availableMb() > 0);
    }

    @Test
    void realFoldsTrainInChildrenAndAFoldAloneGivesTheSameWeights() throws Exception {
        CreditSpec spec = Specs.with(folds(2), "data", CREDIT.toAbsolutePath());
        spec = Specs.with(spec, "epochs", 2);
        try (Project project = Project.open(folder.resolve("project"))) {
            StudyJob job = new StudyJob(
                    project, spec, "cpu", EngineStarter.child(), ChildOptions.defaults(), StudyEvents.SILENT);
            StudySummary summary = job.start().get(120, TimeUnit.SECONDS);
            assertEquals("finished", summary.outcome(), () -> states(summary).toString());
            double first = auc(summary, 0);
            double second = auc(summary, 1);
            assertEquals((first + second) / 2, summary.metrics().get("auc").mean(), 1e-12);
            assertEquals(
                    Math.abs(first - second) / Math.sqrt(2),
                    summary.metrics().get("auc").sd(),
                    1e-12);
            assertTrue(first > 0.6 && second > 0.6, first + " " + second);
            StudySummary.Challenger logistic = summary.challengers().getFirst();
            assertEquals(
                    summary.metrics().get("auc").mean()
                            - logistic.metrics().get("auc").mean(),
                    logistic.differences().get("auc").mean(),
                    1e-12);

            Run alone = new TrainingJob(
                            project,
                            Specs.with(spec, "fold", 2),
                            "cpu",
                            EngineStarter.child(),
                            ChildOptions.defaults(),
                            EngineEvents.SILENT)
                    .start()
                    .get(120, TimeUnit.SECONDS);
            assertInstanceOf(Outcome.Finished.class, alone.outcome());
            Run member = summary.rows().get(1).run().orElseThrow();
            assertArrayEquals(weights(project, member), weights(project, alone));
        }
    }

    @Test
    void aStoppedStudyGoesOnFromTheCheckpointsOfItsRuns() throws Exception {
        CreditSpec spec = Specs.with(folds(3), "data", CREDIT.toAbsolutePath());
        spec = Specs.with(spec, "epochs", 4);
        try (Project project = Project.open(folder.resolve("project"))) {
            AtomicReference<StudyJob> job = new AtomicReference<>();
            StudyEvents stopping = new StudyEvents() {
                @Override
                public void epoch(StudyPlan.Member member, EpochReport report) {
                    job.get().cancel();
                }
            };
            // the third fold waits in any case when the first is stopped
            job.set(new StudyJob(
                    project,
                    project.beginStudy(spec, FileHash.sha256(CREDIT)),
                    "cpu",
                    EngineStarter.child(),
                    ChildOptions.defaults(),
                    stopping,
                    1));
            StudySummary stopped = job.get().start().get(120, TimeUnit.SECONDS);
            assertEquals("cancelled", stopped.outcome());
            Run first = stopped.rows().stream()
                    .flatMap(row -> row.run().stream())
                    .filter(run -> !run.epochs().isEmpty())
                    .findFirst()
                    .orElseThrow();

            StudySummary whole = StudyJob.resume(
                            project,
                            job.get().study().id(),
                            "cpu",
                            EngineStarter.child(),
                            ChildOptions.defaults(),
                            StudyEvents.SILENT)
                    .start()
                    .get(120, TimeUnit.SECONDS);
            assertEquals("finished", whole.outcome());
            Run again = whole.rows().stream()
                    .flatMap(row -> row.run().stream())
                    .filter(run -> run.id().equals(first.id()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(4, again.epochs().size());
            assertEquals(
                    first.epochs(), again.epochs().subList(0, first.epochs().size()), "what was learnt is kept");
            assertTrue(project.studies().getFirst().seconds()
                    > again.epochs().getLast().seconds());
        }
    }

    @Test
    void aMemberWhoseCheckpointIsDamagedBeginsAnew() throws Exception {
        CreditSpec spec = Specs.with(folds(2), "data", CREDIT.toAbsolutePath());
        try (Project project = Project.open(folder.resolve("project"))) {
            Study study = project.beginStudy(spec, FileHash.sha256(CREDIT));
            Run first = project.begin(
                    Specs.with(spec, "fold", 1), new Provenance(study.dataSha256(), "cpu", 1, Map.of()), study.id());
            project.finish(first.id(), new Outcome.Cancelled(), 1);
            Files.writeString(project.modelFolder(first.id()).resolve("checkpoint.safetensors"), "torn");
            StudySummary summary = run(job(project, study, new Quick(), StudyEvents.SILENT, 1));
            assertEquals("finished", summary.outcome());
            assertEquals(3, project.study(study.id()).orElseThrow().runs().size());
        }
    }

    @Test
    void aRunWhoseBeginningCannotBeToldDoesNotStayUnderWay() throws Exception {
        StudyEvents deaf = new StudyEvents() {
            @Override
            public void begun(StudyPlan.Member member, Run run) {
                if (member.fold() == 1) {
                    throw new IllegalStateException("a closed window");
                }
            }
        };
        try (Project project = Project.open(folder.resolve("project"))) {
            StudySummary summary = run(job(project, folds(2), new Quick(), deaf, 1));
            assertEquals(List.of("failed", "finished"), states(summary));
            assertEquals("failed", project.runs().getLast().outcome().word());
        }
    }

    private static double auc(StudySummary summary, int row) {
        return summary.rows().get(row).evaluation().orElseThrow().metrics().get("auc");
    }

    private static byte[] weights(Project project, Run run) throws Exception {
        return Files.readAllBytes(project.modelFolder(run.id()).resolve("weights.safetensors"));
    }
}
