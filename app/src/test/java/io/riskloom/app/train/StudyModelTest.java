package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.DotChart;
import io.riskloom.app.result.DayPart.Use;
import io.riskloom.app.result.Figure;
import io.riskloom.app.result.StudyMetrics;
import io.riskloom.app.result.StudyScores.Comparison;
import io.riskloom.app.session.HeldStudy;
import io.riskloom.app.session.Samples;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Specs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyModelTest {

    @TempDir
    Path folder;

    private final HeldStudy engines = new HeldStudy();
    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private TrainViewModel page;
    private StudyModel model;

    @BeforeEach
    void open() throws Exception {
        session = engines.session(folder);
        page = new TrainViewModel(session, texts);
        model = page.study();
        session.load(Samples.unpack(folder.resolve("samples")).get(3));
        engines.until(() -> page.form().get() != null);
        page.form().get().field("epochs").text().set("4");
    }

    @AfterEach
    void close() {
        engines.end();
        session.close();
    }

    @Test
    void settingsFollowTheScheme() {
        Form form = page.form().get();
        assertFalse(form.concerns(form.field("folds")));
        assertTrue(form.concerns(form.field("testShare")));
        assertEquals(1, page.runs());
        form.scheme().set("kfold");
        assertTrue(form.concerns(form.field("folds")));
        assertFalse(form.concerns(form.field("testShare")));
        assertFalse(form.grouped());
        assertEquals(5, page.runs());
        form.field("fold").text().set("2");
        assertEquals(1, page.runs());
        form.field("folds").text().set("1");
        assertFalse(page.ready().get());
        form.scheme().set("holdout");
        assertTrue(page.ready().get());
    }

    @Test
    void groupsNeedAColumnOfTheTable() {
        Form form = page.form().get();
        form.scheme().set("grouped");
        assertEquals(
                "run.error.groupsUnnamed", page.obstacle().get().orElseThrow().key());
        assertTrue(page.groupColumns().contains("purpose"));
        assertFalse(page.groupColumns().contains("class"));
        form.groups().set("purpose");
        assertTrue(page.ready().get());
        assertEquals(
                Specs.with(page.spec().orElseThrow(), "groups", "purpose"),
                page.spec().orElseThrow());
        form.scheme().set("kfold");
        assertEquals("", Specs.toJson(page.spec().orElseThrow()).get("groups").getAsString());
    }

    @Test
    void aStudyThatTrainsIsToldRunByRun() throws Exception {
        begin();
        assertTrue(page.showProgress().get());
        assertTrue(model.running().get());
        assertFalse(page.ready().get());
        StudyRow first = model.rows().getFirst();
        assertEquals(1, first.fold());
        assertEquals("running", first.word());
        assertEquals("0 / 4", first.epochWords());
        engines.epoch(1, 2);
        engines.until(() -> model.rows().getFirst().epochs() == 2);
        assertEquals(0.5, model.rows().getFirst().share());
        assertEquals("0:04 left", model.rows().getFirst().time(texts));
        engines.finish(1, 0.8, 0.75);
        engines.until(() -> model.rows().getFirst().word().equals("finished") && engines.trains(2));
        engines.until(() -> model.rows().get(1).training());
        StudyProgress now = model.progress().get();
        assertEquals("Training MLP: 1 of 2 runs have finished, 1 at work.", now.words());
        assertEquals(new Figure("Finished", "1 / 2", "0 waiting"), now.figures().get(0));
        assertEquals(new Figure("Mean AUC so far", "0.800", ""), now.figures().get(2));
        texts.locale().set(Texts.CHINESE);
        assertEquals("正在训练 MLP：2 次实验已完成 1 次，1 次进行中。", model.progress().get().words());
    }

    @Test
    void aFinishedStudyComparesItsMeans() throws Exception {
        begin();
        finish(0.8, 0.75, 0.7, 0.69);
        StudyProgress now = model.progress().get();
        assertEquals(List.of(), now.figures());
        // differences 0.05 and 0.01: mean 0.03, SD 0.0283
        assertEquals(1, now.grade());
        assertEquals("logistic", model.challenger().get());
        assertEquals(
                List.of(new Comparison("auc", "0.750 ± 0.071", "0.720 ± 0.042", "+0.030 ± 0.028")),
                now.scores().comparisons(model.rival()));
        DotChart chart = now.scores().chart(model.rival().stream().toList());
        assertEquals(List.of("Fold 1", "Fold 2"), chart.rows());
        assertEquals("MLP", chart.groups().get(0).name());
        assertEquals(0.7, chart.groups().get(0).values()[1][0]);
        assertEquals(0.69, chart.groups().get(1).values()[1][0]);
        assertFalse(model.resumable().get());
        assertTrue(page.ready().get());
        Path csv = folder.resolve(model.fileName());
        model.export(csv);
        assertEquals(3, Files.readAllLines(csv).size());
    }

    @Test
    void aRunOfTheStudyShowsItsCurvesAndLeadsBack() throws Exception {
        begin();
        finish(0.8, 0.75, 0.7, 0.69);
        model.open(model.rows().get(1));
        assertNull(model.shown().get());
        assertEquals(2, page.run().run().get().spec().fold());
        assertEquals(
                session.studies().all().getFirst(),
                model.of(page.run().run().get()).orElseThrow());
        model.choose(session.studies().all().getFirst());
        assertEquals(2, model.rows().size());
        assertEquals(
                "Study 0001 · MLP 64-32 ×5 · K-fold",
                model.line(session.studies().all().getFirst()));
    }

    @Test
    void aStudyThatIsNotWholeSaysWhyAndGoesOn() throws Exception {
        begin();
        engines.fail(1, Notice.of("common.error.io", "disk full"));
        engines.until(() -> engines.trains(2));
        engines.finish(2, 0.8, 0.7);
        engines.until(() -> !model.running().get());
        StudyProgress now = model.progress().get();
        assertTrue(now.words().startsWith("Not whole: 1 of 2 runs have finished."), now.words());
        assertEquals(-1, now.grade());
        assertTrue(model.rows().getFirst().reason().contains("disk full"));
        assertTrue(model.resumable().get());
        model.resume();
        engines.until(() -> model.running().get() && engines.trains(1));
        engines.finish(1, 0.7, 0.75);
        engines.until(() -> !model.running().get());
        assertTrue(model.shown().get().whole());
        assertFalse(model.resumable().get());
    }

    @Test
    void stoppingIsAcknowledgedAtOnce() throws Exception {
        begin();
        model.stop();
        assertTrue(model.stopping().get());
        assertTrue(model.progress().get().words().startsWith("Stopping"));
        engines.until(() -> !model.running().get());
        assertTrue(model.progress().get().words().startsWith("Stopped: 0 of 2 runs have finished."));
        assertTrue(model.resumable().get());
    }

    @Test
    void everyComposedKeyIsThereInBothLanguages() {
        for (Locale locale : List.of(Texts.ENGLISH, Texts.CHINESE)) {
            Texts own = new Texts(locale);
            Stream.concat(
                            Specs.tasks().stream().map(task -> Specs.defaults(task, "p.csv")),
                            Stream.of(
                                    Specs.with(Specs.defaults("forecast", "p.csv"), "target", "volatility"),
                                    Specs.with(Specs.defaults("classify", "p.csv"), "directions", "three")))
                    .flatMap(spec -> StudyMetrics.of(spec).stream())
                    .forEach(metric -> assertTrue(own.has("study.metric." + metric), metric));
            for (String word : List.of("waiting", "running", "finished", "failed", "cancelled", "refused")) {
                assertTrue(own.has("train.study.state." + word), word);
            }
            for (String scheme :
                    List.of("holdout.dates", "holdout.applicants", "expanding", "sliding", "kfold", "grouped")) {
                assertTrue(own.has("train.split.note." + scheme), scheme);
            }
            for (Use use : Use.values()) {
                assertTrue(own.has("train.split." + use), use::name);
            }
        }
    }

    /** Two folds, the first of them sent to its engine. */
    private void begin() throws Exception {
        page.form().get().scheme().set("kfold");
        page.form().get().field("folds").text().set("2");
        page.train();
        engines.until(() -> model.shown().get() != null && engines.trains(1));
        engines.until(() -> model.rows().getFirst().training());
    }

    private void finish(double first, double itsRival, double second, double itsOther) throws Exception {
        engines.finish(1, first, itsRival);
        engines.until(() -> engines.trains(2));
        engines.finish(2, second, itsOther);
        engines.until(() -> !model.running().get());
    }
}
