package io.riskloom.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.HeldEngine;
import io.riskloom.app.result.MainMetric;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.result.RunExport;
import io.riskloom.app.runs.RunDetails.Entry;
import io.riskloom.app.session.LiveRun;
import io.riskloom.app.session.Samples;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsViewModelTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private RunsViewModel model;

    @BeforeEach
    void open() {
        session = ResultFixtures.session(folder);
        model = new RunsViewModel(session, texts);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void withoutRunsThePageIsEmpty() {
        assertTrue(model.empty().get());
        assertNull(model.details().get());
        model.goTrain();
        assertEquals("data", session.page().get());
    }

    @Test
    void aRowHoldsTheTasksMainMetricBesideTheChallengers() {
        session.runs().add(RunsFixture.forecast());
        RunRow row = model.rows().getFirst();
        assertEquals("relMae", row.metric());
        assertEquals(1.01, row.value());
        assertEquals(1.0, row.challenger());
        assertEquals(2, row.epochs());
        assertEquals("0001", row.number());
        assertEquals("prices.csv", row.data());
        assertEquals("prices", row.shortData());
        assertEquals("Runs: 1 · finished: 1", model.subtitle());
    }

    @Test
    void aRunWithoutAnEvaluationHasNoScore() {
        session.runs().add(RunsFixture.run("x-1", Specs.defaults("generate", "p.csv"), 1, new Outcome.Cancelled()));
        assertTrue(Double.isNaN(model.rows().getFirst().value()));
        assertTrue(Double.isNaN(model.rows().getFirst().challenger()));
        assertFalse(model.showable().get());
        assertTrue(model.deletable().get());
    }

    @Test
    void detailsTellOnlyTheSettingsThatDiffer() {
        session.runs().add(RunsFixture.forecast());
        assertEquals(
                List.of(new Entry("Units", "32", "default 64"), new Entry("Weight decay", "0.00005", "default 0.0001")),
                model.details().get().settings());
        session.runs().setAll(List.of(RunsFixture.credit()));
        assertEquals(List.of(), model.details().get().settings());
    }

    @Test
    void detailsTellChoicesInWordsBesideTheDefaultsOfTheirTarget() {
        RunSpec spec = Specs.with(
                Specs.with(Specs.defaults("forecast", "prices.csv"), "target", "volatility"),
                "inputs",
                "returns,ranges");
        session.runs().add(RunsFixture.run("x-1", spec, 1, new Outcome.Cancelled()));
        assertEquals(
                List.of(
                        new Entry("Target", "Volatility", "default Price path"),
                        new Entry("Inputs", "Returns, Ranges", "default Returns, Log volatility")),
                model.details().get().settings());
        texts.locale().set(Texts.CHINESE);
        assertEquals(
                new Entry("输入特征", "收益率、日内振幅", "默认 收益率、对数波动率"),
                model.details().get().settings().getLast());
    }

    @Test
    void detailsTellScoresWithIntervalsChallengersAndOrigin() {
        session.runs().add(RunsFixture.credit());
        RunDetails details = model.details().get();
        assertEquals(List.of(new Entry(texts.get("metric.auc"), "0.790", "0.770 – 0.810")), details.metrics());
        assertEquals("0.780", details.challenger().getFirst().value());
        assertEquals(
                List.of(
                        new Entry("Device", "cpu", ""),
                        new Entry("Threads", "1", ""),
                        new Entry("djl", "0.35.1", ""),
                        new Entry("java", "25", ""),
                        new Entry("SHA-256 of the data file", "", "ab12")),
                details.origin());
        assertEquals(1, details.warnings().size());
        assertEquals(2, details.losses().orElseThrow().lines().getFirst().x().length);
    }

    @Test
    void aFailedRunSaysWhy() {
        session.runs()
                .add(RunsFixture.run(
                        "x-1",
                        Specs.defaults("credit", "c.csv"),
                        1,
                        new Outcome.Failed(Notice.of("common.error.io", "disk full"))));
        assertTrue(model.details().get().sentence().contains("disk full"));
        assertEquals(-1, model.details().get().grade());
    }

    @Test
    void showingARunChoosesItAndGoesToItsPage() {
        Run run = RunsFixture.credit();
        session.runs().add(run);
        model.show();
        assertEquals(run, session.chosen().get("credit"));
        assertEquals("credit", session.page().get());
    }

    @Test
    void aRunsCurvesAndSettingsAreShownOnTheTrainPage() {
        Run run = RunsFixture.credit();
        session.runs().add(run);
        model.watch();
        assertEquals("train", session.page().get());
        assertTrue(session.watched().open().get());
        assertEquals(run, session.watched().run().get().run().get());
        model.edit();
        assertFalse(session.watched().open().get());
        assertEquals(run.spec(), session.watched().draft().get());
    }

    @Test
    void aStoppedRunWithoutACheckpointCannotGoOnAndSaysWhy() {
        Run stopped = RunsFixture.run("x-1", Specs.defaults("credit", "c.csv"), 1, new Outcome.Cancelled());
        session.runs().addAll(RunsFixture.credit(), stopped);
        assertFalse(model.resume().offered().get());
        model.selected().set(model.rows().getLast());
        assertTrue(model.resume().offered().get());
        assertFalse(model.resume().possible().get());
        assertEquals(
                Optional.of(Notice.of("service.noCheckpoint", "x-1")),
                model.resume().reason().get());
    }

    @Test
    void aRunIsExportedIntoAFolderOfItsOwn() throws Exception {
        session.runs().add(RunsFixture.forecast());
        model.export(folder);
        Path own = folder.resolve("forecast-lstm-0001");
        assertEquals(new RunFiles.Written(own, 3), model.files().written().get());
        assertEquals(RunsFixture.forecast().spec(), Specs.parse(Files.readString(own.resolve(RunExport.SPEC))));
    }

    @Test
    void theSelectionStaysWithItsRunWhenTheListChanges() {
        session.runs().add(RunsFixture.forecast());
        assertEquals("forecast-lstm-0001", model.selected().get().id());
        session.runs().addFirst(RunsFixture.credit());
        assertEquals("forecast-lstm-0001", model.selected().get().id());
        session.runs().removeLast();
        assertEquals("credit-mlp-0002", model.selected().get().id());
    }

    @Test
    void theSpecificationIsCopiedAsTheCommandLineTakesIt() {
        session.runs().add(RunsFixture.forecast());
        assertEquals(RunsFixture.forecast().spec(), Specs.parse(model.specJson()));
        assertTrue(model.specJson().contains("\n"));
    }

    @Test
    void deletingRemovesTheRunFromTheProject() {
        Run begun = session.project()
                .begin(Specs.defaults("forecast", "p.csv"), new Provenance("ab12", "cpu", 1, Map.of()));
        Run ended = session.project().finish(begun.id(), new Outcome.Cancelled(), 1);
        session.runs().add(ended);
        model.asking().set(true);
        model.delete();
        assertEquals(List.of(), session.project().runs());
        assertTrue(model.empty().get());
        assertFalse(model.asking().get());
    }

    @Test
    void aRunThatTrainsCannotBeDeleted() {
        session.runs().add(RunsFixture.run("x-1", Specs.defaults("credit", "c.csv"), 0, new Outcome.Running()));
        assertFalse(model.deletable().get());
    }

    @Test
    void epochsAreCountedOnlyWhileThePageIsOnScreen() throws IOException {
        HeldEngine engine = new HeldEngine();
        try (Session training = engine.session(folder.resolve("training"))) {
            RunsViewModel runs = new RunsViewModel(training, texts);
            training.train(Specs.defaults(
                    "credit", Samples.unpack(folder.resolve("samples")).get(3).toString()));
            training.page().set("train");
            engine.epoch(1, 0.9, 0.8);
            assertEquals(0, runs.rows().getFirst().epochs());
            training.page().set("runs");
            assertEquals(1, runs.rows().getFirst().epochs());
            engine.epoch(2, 0.9, 0.8);
            assertEquals(2, runs.rows().getFirst().epochs());
            assertEquals(runs.rows().getFirst(), runs.selected().get());
            engine.end();
        }
    }

    @Test
    void aRunThatIsOverIsNoLongerFollowed() throws IOException {
        HeldEngine engine = new HeldEngine();
        String file = Samples.unpack(folder.resolve("samples")).get(3).toString();
        try (Session training = engine.session(folder.resolve("training"))) {
            RunsViewModel runs = new RunsViewModel(training, texts);
            training.page().set("runs");
            training.train(Specs.defaults("credit", file));
            LiveRun first = training.live().get();
            engine.cancel();
            training.train(Specs.defaults("credit", file));
            List<RunRow> before = List.copyOf(runs.rows());
            int[] changes = {0};
            runs.rows().addListener((InvalidationListener) change -> changes[0]++);
            first.epochs().add(new EpochReport(1, 60, 0.9, 0.8, Map.of(), 2));
            assertEquals(before, runs.rows());
            assertEquals(0, changes[0]);
            engine.epoch(1, 0.9, 0.8);
            assertEquals(1, changes[0]);
            engine.end();
        }
    }

    @Test
    void warningsAndNotesStandApart() {
        session.runs().add(RunsFixture.forecast());
        assertEquals(1, model.details().get().warnings().size());
        assertEquals(List.of(), model.details().get().notes());
    }

    @Test
    void theTableIsExportedAndItsPlaceTold() throws Exception {
        session.runs().add(RunsFixture.forecast());
        Path file = folder.resolve("runs.csv");
        model.export(model.rows(), file);
        assertEquals(RunsCsv.of(model.rows()), Files.readString(file));
        assertEquals(file, model.saved().get());
    }

    @Test
    void everyMainMetricHasAShortNameInBothLanguages() {
        for (String metric : MainMetric.BY_TASK.values()) {
            assertTrue(new Texts(Texts.ENGLISH).has("runs.metric." + metric), metric);
            assertTrue(new Texts(Texts.CHINESE).has("runs.metric." + metric), metric);
        }
        assertEquals(Set.copyOf(Specs.tasks()), MainMetric.BY_TASK.keySet());
    }

    @Test
    void detailsFollowTheLanguage() {
        session.runs().add(RunsFixture.forecast());
        texts.locale().set(Texts.CHINESE);
        assertEquals("预测 · LSTM · forecast-lstm-0001", model.details().get().title());
    }
}
