package io.riskloom.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.service.ChildOptions;
import io.riskloom.engine.service.StudyJob;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudiesTest {

    @TempDir
    Path folder;

    private final HeldStudy engines = new HeldStudy();
    private Session session;
    private RunSpec spec;

    @BeforeEach
    void open() throws Exception {
        session = engines.session(folder);
        Path credit = Samples.unpack(folder.resolve("samples")).get(3);
        RunSpec plain = Specs.defaults("credit", credit.toString());
        spec = Specs.with(Specs.with(Specs.with(plain, "scheme", "kfold"), "folds", 2), "epochs", 4);
    }

    @AfterEach
    void close() {
        engines.end();
        session.close();
    }

    @Test
    void aSpecificationOfSeveralRunsBecomesAStudy() throws Exception {
        LiveStudy study = begin();
        assertEquals(2, study.members().size());
        assertTrue(session.busy());
        assertFalse(session.training());
        assertSame(study, session.watched().study().get());
        assertTrue(session.watched().open().get());
        assertEquals(Specs.with(spec, "fold", 1), engines.spec(1));
        engines.epoch(1, 1);
        LiveMember first = study.members().getFirst();
        engines.until(() -> !first.live().get().epochs().isEmpty());
        assertEquals(0.25, first.live().get().progress().get());
        assertEquals(0.125, study.done());
        finish();
        assertEquals(1, study.done());
        assertEquals(LiveStudy.State.ENDED, study.state());
        assertEquals("finished", study.summary().outcome());
        assertEquals(0.75, study.summary().metrics().get("auc").mean());
        assertFalse(session.busy());
        Study stored = session.project().studies().getFirst();
        assertEquals(List.of(stored), session.studies().all());
        assertEquals(stored, session.studies().of(session.runs().getFirst()).orElseThrow());
        assertEquals(2, session.runs().size());
    }

    @Test
    void nothingElseTrainsBesideAStudy() throws Exception {
        LiveStudy study = begin();
        session.train(Specs.with(spec, "fold", 1));
        assertNull(session.live().get());
        assertEquals(
                Notice.of("common.error.busyStudy", study.study().id()),
                session.problem().get());
        session.train(spec);
        assertEquals(1, session.project().studies().size());
    }

    @Test
    void aStoppedStudyGoesOnWithWhatHasNotFinished() throws Exception {
        LiveStudy study = begin();
        engines.finish(1, 0.8, 0.75);
        engines.until(() -> study.finished() == 1 && engines.trains(2));
        study.cancel();
        assertEquals(LiveStudy.State.STOPPING, study.state());
        engines.until(() -> !study.running());
        assertEquals(1, study.finished());
        assertFalse(study.whole());
        assertFalse(study.failed());
        session.studies().resume(study.study());
        engines.until(() -> session.studies().live().get() != study);
        LiveStudy again = session.studies().live().get();
        engines.until(() -> again.members().get(1).training() && engines.trains(2));
        assertTrue(again.members().get(0).finished());
        engines.finish(2, 0.7, 0.75);
        engines.until(() -> !again.running());
        assertTrue(again.whole());
    }

    @Test
    void aRunThatFailsDoesNotStopTheOthers() throws Exception {
        LiveStudy study = begin();
        engines.fail(1, Notice.of("common.error.io", "disk full"));
        engines.until(() -> engines.trains(2));
        engines.finish(2, 0.7, 0.6);
        engines.until(() -> !study.running());
        assertTrue(study.failed());
        assertEquals(1, study.finished());
    }

    @Test
    void aRunOfTheStudyIsWatchedAsItTrains() throws Exception {
        LiveStudy study = begin();
        Run run = study.members().getFirst().run().orElseThrow();
        session.watched().choose(run);
        assertNull(session.watched().study().get());
        assertSame(
                study.members().getFirst().live().get(), session.watched().run().get());
        session.watched().choose(session.studies().of(run).orElseThrow());
        assertSame(study, session.watched().study().get());
    }

    @Test
    void aStudyIsReadFromTheStoreAndDeletedWithItsRuns() throws Exception {
        begin();
        finish();
        session.close();
        session = engines.session(folder);
        session.restore(List.of(), Optional.empty());
        engines.until(() -> session.runs().size() == 2);
        Study study = session.studies().all().getFirst();
        session.watched().show(study);
        LiveStudy replay = session.watched().study().get();
        assertTrue(replay.whole());
        assertEquals("train", session.page().get());
        session.studies().delete(study);
        engines.until(() -> session.studies().all().isEmpty() && session.runs().isEmpty());
        assertNull(session.watched().study().get());
        assertEquals(List.of(), session.project().studies());
        assertEquals(List.of(), session.project().runs());
    }

    @Test
    void aStudyIsGoneWithItsLastRun() throws Exception {
        begin();
        finish();
        session.delete(session.runs().getFirst());
        engines.until(() -> session.runs().size() == 1);
        assertEquals(1, session.studies().all().getFirst().runs().size());
        assertEquals(1, session.watched().study().get().finished());
        session.delete(session.runs().getFirst());
        engines.until(() -> session.runs().isEmpty());
        assertEquals(List.of(), session.studies().all());
        assertEquals(List.of(), session.project().studies());
    }

    @Test
    void aRunOfAStudyThatGoesOnAloneCountsInIt() throws Exception {
        LiveStudy study = begin();
        engines.finish(1, 0.8, 0.75);
        engines.until(() -> engines.trains(2));
        engines.until(() -> study.members().get(1).training());
        study.cancel();
        engines.until(() -> !study.running());
        Run stopped = study.members().get(1).run().orElseThrow();
        session.watched().choose(study.study());
        session.begun(with(stopped, new Outcome.Running()));
        assertEquals(1, session.watched().study().get().training());
        session.ended(with(stopped, HeldStudy.finished(0.7, 0.75)));
        LiveStudy now = session.watched().study().get();
        assertTrue(now.whole());
        assertEquals(0.75, now.summary().metrics().get("auc").mean());
    }

    @Test
    void aRunWhoseEndCannotBeStoredHasFailed() throws Exception {
        StudyWatch watch = new StudyWatch(
                session,
                events -> new StudyJob(
                        session.project(),
                        spec,
                        "cpu",
                        (options, listener) -> {
                            throw new IllegalStateException("no engine in this test");
                        },
                        ChildOptions.forSpec(spec),
                        events));
        LiveMember first = watch.live().members().getFirst();
        Run run = session.project().begin(first.plan().spec(), new Provenance("0".repeat(64), "cpu", 1, Map.of()));
        watch.begun(first.plan(), run);
        assertTrue(first.training());
        Notice reason = Notice.of("common.error.io", "disk full");
        watch.refused(first.plan(), reason);
        assertFalse(first.training());
        assertEquals(new Outcome.Failed(reason), first.run().orElseThrow().outcome());
        assertEquals(new Outcome.Failed(reason), session.runs().getFirst().outcome());
        assertNull(first.refusal().get());
        LiveMember second = watch.live().members().get(1);
        watch.refused(second.plan(), reason);
        assertEquals(reason, second.refusal().get());
    }

    @Test
    void aPageKeepsItsRunWhileAStudyTrains() throws Exception {
        LiveStudy study = begin();
        Run other = with(study.members().getFirst().run().orElseThrow(), HeldStudy.finished(0.9, 0.75));
        session.choose(other);
        finish();
        assertSame(other, session.chosen().get("credit"));
    }

    @Test
    void aPageWithoutARunShowsOneOfTheStudyAtItsEnd() throws Exception {
        LiveStudy study = begin();
        engines.finish(1, 0.8, 0.75);
        engines.until(() -> study.finished() == 1 && engines.trains(2));
        assertNull(session.chosen().get("credit"));
        engines.finish(2, 0.7, 0.75);
        engines.until(() -> !study.running());
        assertEquals(
                study.members().get(1).run().orElseThrow(), session.chosen().get("credit"));
    }

    private static Run with(Run run, Outcome outcome) {
        return new Run(run.id(), run.spec(), run.provenance(), run.started(), 1, run.epochs(), outcome);
    }

    private LiveStudy begin() throws Exception {
        session.train(spec);
        engines.until(() -> session.studies().live().get() != null && engines.trains(1));
        LiveStudy study = session.studies().live().get();
        engines.until(() -> study.members().getFirst().training());
        return study;
    }

    private void finish() throws Exception {
        LiveStudy study = session.studies().live().get();
        engines.finish(1, 0.8, 0.75);
        engines.until(() -> engines.trains(2));
        engines.finish(2, 0.7, 0.75);
        engines.until(() -> !study.running());
    }
}
