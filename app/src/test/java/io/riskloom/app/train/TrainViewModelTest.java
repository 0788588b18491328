package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Mark;
import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.DayPart.Use;
import io.riskloom.app.result.Figure;
import io.riskloom.app.result.HeldEngine;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.session.Samples;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.HyperParameter;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.quality.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.InvalidationListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainViewModelTest {

    @TempDir
    Path folder;

    private final HeldEngine engine = new HeldEngine();
    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private List<Path> samples;
    private TrainViewModel model;

    @BeforeEach
    void open() throws Exception {
        session = engine.session(folder);
        samples = Samples.unpack(folder.resolve("samples"));
        Clock noon = Clock.fixed(Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC);
        model = new TrainViewModel(session, texts, noon, 16L << 30);
    }

    @AfterEach
    void close() {
        engine.end();
        session.close();
    }

    @Test
    void withoutDataThereIsNothingToTrain() {
        assertTrue(model.empty().get());
        assertFalse(model.ready().get());
        assertEquals(Optional.empty(), model.spec());
    }

    @Test
    void tasksFollowTheData() {
        session.load(samples.get(0));
        assertEquals(List.of("forecast", "classify", "generate"), model.tasks());
        assertEquals("forecast", model.task().get());
        session.load(samples.get(3));
        assertEquals(List.of("credit", "anomaly"), model.tasks());
        assertEquals("credit", model.task().get());
        assertEquals("class", model.target());
    }

    @Test
    void aTableWithoutATargetOffersAnomaliesOnlyAndCanBeTrained() {
        session.load(samples.get(3));
        session.data()
                .changes()
                .reread(Reading.PLAIN.with(ReadSettings.DETECTED.withTarget(ReadSettings.NO_TARGET, List.of())));
        assertEquals(List.of("anomaly"), model.tasks());
        assertEquals("anomaly", model.task().get());
        assertEquals("", model.target());
        assertEquals(Optional.empty(), model.obstacle().get());
        assertTrue(model.ready().get());
        SplitWords words = new SplitWords(model.draft().get().split().orElseThrow(), model.unit(), texts);
        assertEquals("1,000 applicants", words.all());
        assertTrue(words.note().startsWith("By lot, whatever the outcome."), words.note());
        assertEquals(
                "outcome not known",
                words.below(words.plan().lines().getFirst().parts().getFirst()));
    }

    @Test
    void theSizeOfACreditTableDecidesOnDefaultsUnlessItWasChosen() {
        session.load(samples.get(samples.size() - 1)); // Barcelona, 4,454 applicants
        Form form = model.form().get();
        assertEquals("medium", form.field("table").value());
        assertEquals("128", form.field("units").value());
        assertEquals("128", form.field("batch").value());
        form.field("table").text().set("large");
        assertEquals("512", form.field("batch").value());
        session.load(samples.get(3));
        assertEquals("large", form.field("table").value(), "what was chosen stays");
        model.reset();
        assertEquals("small", form.field("table").value());
        assertEquals("64", form.field("units").value());
    }

    @Test
    void aFileWithSeveralSeriesOffersThem() {
        session.load(samples.get(2));
        assertEquals(5, model.series().size());
        model.chosenSeries().set("IBM");
        assertEquals("IBM", model.spec().orElseThrow().series());
        session.load(samples.get(0));
        assertEquals(List.of(), model.series());
        assertEquals("", model.spec().orElseThrow().series());
    }

    @Test
    void theChosenSeriesStaysWhenTheFileIsReadAnew() {
        session.load(samples.get(2));
        model.series().addListener((InvalidationListener)
                change -> model.chosenSeries().set(null)); // as the box that shows the list does
        model.chosenSeries().set("IBM");
        session.data().changes().reread(Reading.PLAIN.with(ReadSettings.DETECTED.withKind("price")));
        assertEquals("price", session.dataset().get().reading().settings().kind());
        assertEquals("IBM", model.chosenSeries().get());
        assertEquals("IBM", model.spec().orElseThrow().series());
    }

    @Test
    void aFileIsPlannedOnce() {
        AtomicInteger plans = new AtomicInteger();
        model.plan().addListener((plan, before, now) -> plans.addAndGet(now == null ? 0 : 1));
        session.load(samples.get(0));
        assertEquals(1, plans.get());
        session.load(samples.get(3));
        assertEquals(2, plans.get());
    }

    @Test
    void settingsOfATaskAreKeptWhileAnotherIsChosen() {
        session.load(samples.get(0));
        model.form().get().field("window").text().set("90");
        model.task().set("generate");
        model.task().set("forecast");
        assertEquals("90", model.form().get().field("window").value());
        model.reset();
        assertEquals("60", model.form().get().field("window").value());
    }

    @Test
    void theLayerTableFollowsTheSettings() {
        session.load(samples.get(0));
        assertEquals(53_012, model.plan().get().layers().parameters());
        model.form().get().field("layers").text().set("1");
        assertEquals(53_012 - 33_280, model.plan().get().layers().parameters());
    }

    @Test
    void aSettingThatIsNotValidTakesThePlanAway() {
        session.load(samples.get(0));
        assertTrue(model.ready().get());
        model.form().get().field("epochs").text().set("0");
        assertFalse(model.ready().get());
        assertNull(model.plan().get());
        model.train();
        assertNull(session.live().get());
    }

    @Test
    void aSeriesThatIsTooShortIsToldBeforeTraining() {
        session.load(samples.get(2));
        model.form().get().field("window").text().set("120");
        assertEquals("data.error.tooShort", model.obstacle().get().orElseThrow().key());
        assertFalse(model.ready().get());
    }

    @Test
    void aFoldThatThereIsNotIsToldBeforeTraining() {
        for (int sample : new int[] {0, 3}) {
            session.load(samples.get(sample));
            Form form = model.form().get();
            form.scheme().set(sample == 0 ? "expanding" : "kfold");
            form.field("folds").text().set("3");
            form.field("fold").text().set("6");
            assertEquals(
                    Optional.of(Notice.of("run.error.fold", 6, 3)),
                    model.obstacle().get());
            assertNull(model.plan().get());
            form.field("fold").text().set("3");
            assertEquals(Optional.empty(), model.obstacle().get());
            assertTrue(model.ready().get());
        }
    }

    @Test
    void aResetIsPlannedOnce() {
        session.load(samples.get(0));
        model.form().get().field("window").text().set("90");
        model.form().get().field("layers").text().set("1");
        AtomicInteger plans = new AtomicInteger();
        model.plan().addListener((plan, before, now) -> plans.incrementAndGet());
        model.reset();
        assertEquals(1, plans.get());
        assertEquals(53_012, model.plan().get().layers().parameters());
    }

    @Test
    void trainingSendsTheSpecificationAndShowsTheRun() {
        session.load(samples.get(0));
        model.form().get().field("units").text().set("8");
        model.train();
        ForecastSpec expected = Specs.with(
                Specs.defaults(
                        ForecastSpec.class, samples.get(0).toAbsolutePath().toString()),
                "units",
                8);
        assertEquals(expected, engine.spec());
        assertTrue(model.run().training().get());
        assertTrue(model.showProgress().get());
        assertFalse(model.ready().get());
        assertEquals(
                "Starting: LSTM is being set up in a process of its own.",
                model.run().progress().get().words());
    }

    @Test
    void epochsBecomeFiguresAndAChartWithItsBestEpoch() {
        session.load(samples.get(0));
        model.train();
        engine.epoch(1, 0.9, 0.8);
        engine.epoch(2, 0.7, 0.6);
        engine.epoch(3, 0.5, 0.65);
        Progress progress = model.run().progress().get();
        assertEquals("Training LSTM: in epoch 4 of 12.", progress.words());
        assertEquals(
                List.of(
                        new Figure("Epoch", "3 / 12", "25% done"),
                        new Figure("Best validation loss", "0.6000", "Epoch 2 · now 0.6500"),
                        new Figure("Samples a second", "–", "2.0 s an epoch"),
                        new Figure("Time left", "0:18", "until about 12:00"),
                        new Figure("Device", "CPU", "1 thread")),
                progress.figures());
        assertEquals(
                List.of(new Mark(2, "best so far: epoch 2")),
                model.run().chart(Optional.empty()).marks());
        assertEquals(3, model.run().epochs().size());
        engine.cancel();
        assertEquals(
                List.of(new Mark(2, "kept: epoch 2")),
                model.run().chart(Optional.empty()).marks());
    }

    @Test
    void furtherFiguresOfTheEpochsAreNamedInTheOrderOfTheirColumns() {
        session.load(samples.get(0));
        model.train();
        assertEquals(List.of(), model.run().values());
        engine.epoch(1, 0.9, 0.8, Map.of("learningRate", 0.001, "gradientNorm", 0.5));
        assertEquals(
                List.of(EpochValue.LEARNING_RATE, EpochValue.GRADIENT_NORM),
                model.run().values());
        LineChart chart = model.run().chart(Optional.of(EpochValue.GRADIENT_NORM));
        assertArrayEquals(new double[] {0.5}, chart.lines().getFirst().y());
        assertEquals("|g|, log scale", chart.yLabel());
    }

    @Test
    void theFirstEpochTellsItsSpeedAndTheTimeLeft() {
        session.load(samples.get(0));
        model.train();
        engine.progress(1, 0.25, 1234);
        engine.progress(1, 0.5, 1240);
        Progress progress = model.run().progress().get();
        assertEquals("Training LSTM: in epoch 1 of 12.", progress.words());
        assertEquals("1,240", progress.figures().get(2).value());
        assertTrue(session.live().get().secondsLeft().get() > 0);
    }

    @Test
    void aPauseIsToldWhenItIsAskedForAndWhenItIsHeeded() {
        session.load(samples.get(0));
        model.train();
        engine.epoch(1, 0.9, 0.8);
        model.steering().pauseOrGoOn();
        assertEquals(
                "Pausing after the step in progress…",
                model.run().progress().get().words());
        engine.paused(true);
        assertEquals(
                "Paused in epoch 2 of 12. A checkpoint is saved.",
                model.run().progress().get().words());
        assertEquals("paused", model.run().progress().get().figures().get(3).note());
        model.steering().pauseOrGoOn();
        assertEquals(
                "Training LSTM: in epoch 2 of 12.", model.run().progress().get().words());
        assertEquals(List.of("pause", "goOn"), engine.asked());
    }

    @Test
    void stopAndKeepIsAskedOnceAndCanStillBeStopped() {
        session.load(samples.get(0));
        model.train();
        engine.epoch(1, 0.9, 0.8);
        model.steering().keep();
        model.steering().keep();
        model.steering().pauseOrGoOn();
        assertEquals(List.of("keep"), engine.asked());
        assertTrue(model.steering().ending());
        model.steering().stop();
        assertTrue(engine.cancelled());
    }

    @Test
    void theKeptEpochIsBestByTheFigureThatTheSettingsName() {
        session.load(samples.get(0));
        model.form().get().field("stopOn").text().set("mae");
        model.train();
        engine.epoch(1, 0.9, 0.8, Map.of("validMae", 0.5));
        engine.epoch(2, 0.7, 0.9, Map.of("validMae", 0.4));
        assertEquals(
                new Figure("Best validation MAE", "0.4000", "Epoch 2 · now 0.4000"),
                model.run().progress().get().figures().get(1));
    }

    @Test
    void aRunOfTheStoreShowsItsHistoryWithoutAnEngine() {
        session.runs().add(RunsOfTheStore.stopped("forecast-lstm-0007", samples.get(0)));
        assertFalse(model.showProgress().get());
        session.watched().show(session.runs().getFirst());
        assertTrue(model.showProgress().get());
        assertEquals("train", session.page().get());
        assertEquals(2, model.run().epochs().size());
        assertFalse(model.run().training().get());
        assertEquals(
                new Figure("Took", "0:48", "24.0 s an epoch"),
                model.run().progress().get().figures().get(3));
        session.runs().clear();
        assertNull(model.run().run().get());
    }

    @Test
    void anotherRunCanBeLookedAtWhileOneTrains() {
        session.runs().add(RunsOfTheStore.stopped("forecast-lstm-0007", samples.get(0)));
        session.load(samples.get(0));
        model.train();
        model.run().choose(session.runs().getLast());
        assertFalse(model.run().training().get());
        assertTrue(model.steering().training().get());
        assertFalse(model.ready().get());
        assertEquals(Optional.of("train.again"), model.run().offer());
        assertTrue(model.run().blocked().get());
        assertFalse(model.resume().possible().get());
        assertEquals("common.error.busy", session.occupied().orElseThrow().key());
        model.run().choose(session.runs().getFirst());
        assertTrue(model.run().training().get());
        engine.epoch(1, 0.9, 0.8);
        assertEquals(1, model.run().epochs().size());
    }

    @Test
    void aStoppedRunGoesOnFromItsCheckpointAndTellsEachEpochOnce() throws Exception {
        session.load(samples.get(0));
        model.train();
        engine.epoch(1, 0.9, 0.8);
        engine.cancel();
        Run stopped = session.runs().getFirst();
        assertTrue(model.resume().offered().get());
        assertFalse(model.resume().possible().get());
        assertEquals(
                Optional.of(Notice.of("service.noCheckpoint", stopped.id())),
                model.resume().reason().get());
        Files.writeString(session.project().modelFolder(stopped.id()).resolve(Recipe.CHECKPOINT), "");
        session.watched().choose(RunsOfTheStore.stopped("another", samples.get(0)));
        session.watched().show(stopped);
        assertTrue(model.resume().possible().get());
    }

    @Test
    void theSettingsOfARunAreTakenIntoTheForm() {
        ForecastSpec spec = Specs.with(
                Specs.with(Specs.defaults(ForecastSpec.class, samples.get(2).toString()), "window", 12),
                "learningRate",
                0.00005);
        session.load(samples.get(0));
        session.watched().edit(Specs.with(spec, "series", "IBM"));
        assertEquals(samples.get(2).getFileName().toString(), model.dataName());
        assertEquals("12", model.form().get().field("window").value());
        assertEquals("0.00005", model.form().get().field("learningRate").value());
        assertEquals("IBM", model.chosenSeries().get());
        assertEquals(12, ((ForecastSpec) model.spec().orElseThrow()).window());
    }

    @Test
    void everyFurtherFigureHasItsWordsInBothLanguages() {
        for (Locale locale : List.of(Texts.ENGLISH, Texts.CHINESE)) {
            Texts own = new Texts(locale);
            for (EpochValue value : EpochValue.values()) {
                for (String prefix : List.of("epoch.value.", "train.curve.", "train.axis.")) {
                    assertTrue(own.has(prefix + value.key()), prefix + value.key());
                }
                assertTrue(own.has("train.curve." + value.key() + ".tip"), value::key);
            }
        }
    }

    @Test
    void featuresAreCountedWithoutBuildingTheWindows() {
        session.load(samples.get(0));
        // return, range, close in range, volume change, two volatilities: 4 · (6 · 64 + 64 · 64 + 2 · 64)
        assertEquals(18_432, model.plan().get().layers().rows().get(1).parameters());
        session.load(samples.get(2));
        shorten();
        // closes only: return and two volatilities
        assertEquals("10 × 3", model.plan().get().layers().rows().get(0).output());
    }

    @Test
    void whatTheNetworkSeesFollowsTheSettings() {
        session.load(samples.get(0));
        assertTrue(model.sight().offered().get());
        assertEquals(6, ((Sight.Days) model.sight().sight().get()).names().size());
        model.form().get().field("inputs").text().set("returns");
        assertEquals(List.of("logReturn"), ((Sight.Days) model.sight().sight().get()).names());
        model.form().get().model().set("resnet18");
        assertEquals(32, ((Sight.Picture) model.sight().sight().get()).pixels().length);
        model.form().get().field("imageSize").text().set("");
        assertFalse(model.sight().offered().get(), "a setting is not valid");
        model.task().set("generate");
        assertFalse(model.sight().offered().get(), "a generator sees no window before it is asked");
        session.load(samples.get(3));
        assertFalse(model.sight().offered().get());
    }

    @Test
    void whatTakesNoTimeIsSaidToTakeUnderASecond() {
        session.load(samples.get(0));
        Form form = model.form().get();
        form.model().set("mlp");
        form.field("units").text().set("1");
        form.field("epochs").text().set("1");
        PlanFigures figures = new PlanFigures(model.plan().get(), model.spec().orElseThrow(), texts);
        assertEquals("under a second", figures.epoch().value());
        assertEquals("under a second", figures.time().value());
        form.field("epochs").text().set("1000");
        figures = new PlanFigures(model.plan().get(), model.spec().orElseThrow(), texts);
        assertTrue(figures.time().value().startsWith("about "), figures.time()::value);
    }

    @Test
    void theIntroductionNamesPictureTargetAndSteps() {
        session.load(samples.get(0));
        Form form = model.form().get();
        form.field("target").text().set("volatility");
        String words = texts.of(model.intro().orElseThrow());
        assertTrue(
                words.contains("sees 22 days and gives the realised volatility of the 20 days that end 20 ahead"),
                words);
        form.field("target").text().set("path");
        form.field("strategy").text().set("recursive");
        words = texts.of(model.intro().orElseThrow());
        assertTrue(words.contains("from its own forecasts one by one those of the next 20 days"), words);
        model.task().set("classify");
        model.form().get().field("encoding").text().set("bars");
        model.form().get().field("window").text().set("20");
        model.form().get().field("directions").text().set("three");
        words = texts.of(model.intro().orElseThrow());
        assertTrue(words.contains("20 days as a picture (Bars, 64 × 60 pixels)"), words);
        assertTrue(words.contains("risen, fallen or hardly moved after 5 days"), words);
    }

    @Test
    void monthlyPricesAreCountedInMonths() {
        session.load(samples.get(0));
        assertEquals(BarUnit.DAY, model.unit());
        assertTrue(texts.of(model.intro().orElseThrow()).contains("60 days"));
        session.load(samples.get(2));
        assertEquals(BarUnit.MONTH, model.unit());
        for (String task : model.tasks()) {
            model.task().set(task);
            String intro = texts.of(model.intro().orElseThrow());
            assertTrue(intro.contains(" months") && !intro.contains(" days"), intro);
        }
        model.task().set("forecast");
        shorten();
        assertEquals(
                "Input: 10 months, 3 features each",
                texts.of(model.plan().get().layers().rows().getFirst().layer()));
        session.load(samples.get(0));
        assertEquals(BarUnit.DAY, model.unit());
    }

    /** Settings that ten years of months are enough for. */
    private void shorten() {
        model.form().get().field("window").text().set("10");
        model.form().get().field("horizon").text().set("3");
        model.form().get().field("validationShare").text().set("0.25");
    }

    @Test
    void stoppingIsAcknowledgedBeforeTheEngineHasStopped() {
        session.load(samples.get(0));
        model.train();
        engine.epoch(1, 0.9, 0.8);
        model.steering().stop();
        assertTrue(session.live().get().stopping().get());
        assertTrue(engine.cancelled());
        assertEquals(
                "Stopping… The checkpoint is kept.",
                model.run().progress().get().words());
        engine.cancel();
        assertFalse(model.run().training().get());
        assertEquals(
                "Stopped after epoch 1. Its checkpoint is kept: Resume goes on from there. A stopped run has no scores.",
                model.run().progress().get().words());
        assertTrue(model.ready().get());
    }

    @Test
    void aFinishedRunOffersItsPage() {
        session.load(samples.get(0));
        model.train();
        assertEquals(Optional.empty(), model.run().offer());
        engine.epoch(1, 0.9, 0.8);
        engine.finish();
        assertEquals(Optional.of("train.show.forecast"), model.run().offer());
        model.run().accept();
        assertEquals("forecast", session.page().get());
        assertNotNull(session.chosen().get("forecast"));
    }

    @Test
    void aFailedRunSaysWhyAndCanBeTriedAgain() {
        session.load(samples.get(0));
        model.train();
        engine.fail(Notice.of("common.error.io", "disk full"));
        assertTrue(model.run().progress().get().words().contains("disk full"));
        assertEquals(-1, model.run().progress().get().grade());
        assertEquals(Optional.of("train.again"), model.run().offer());
        model.run().accept();
        assertTrue(model.run().training().get());
        assertEquals(2, session.runs().size());
    }

    @Test
    void theRunIsToldInTheLanguageChosenWhileItTrains() {
        session.load(samples.get(0));
        model.train();
        engine.epoch(1, 0.9, 0.8);
        texts.locale().set(Texts.CHINESE);
        assertEquals("正在训练 LSTM：第 2 轮，共 12 轮。", model.run().progress().get().words());
        assertEquals("最优验证损失", model.run().progress().get().figures().get(1).caption());
    }

    @Test
    void everyComposedKeyIsThereInBothLanguages() {
        for (Locale locale : List.of(Texts.ENGLISH, Texts.CHINESE)) {
            Texts own = new Texts(locale);
            for (String task : Specs.tasks()) {
                assertTrue(own.has("train.show." + task) && own.has("common.task." + task), task);
                for (HyperParameter parameter : Specs.parameters(Specs.typeOf(task))) {
                    for (String choice : parameter.choices()) {
                        assertFalse(
                                RunWords.choice(own, parameter.name(), choice).isEmpty(), parameter::name);
                        assertTrue(
                                parameter.kind() != HyperParameter.Kind.SEVERAL
                                        || own.has("train.choice." + parameter.name() + "." + choice + ".help"),
                                choice);
                    }
                }
            }
            for (String encoding : WindowImages.kinds()) {
                assertTrue(own.has("train.sight.note." + encoding), encoding);
            }
            for (String model : Specs.parameters(CreditSpec.class).getFirst().choices()) {
                assertTrue(own.has("train.intro.credit." + model), model);
            }
            for (FormSection section : FormSection.values()) {
                assertTrue(own.has(section.key()), section::name);
            }
            for (Use use : Use.values()) {
                assertTrue(use == Use.WARM_UP || own.has("train.split." + use), use::name);
            }
        }
    }
}
