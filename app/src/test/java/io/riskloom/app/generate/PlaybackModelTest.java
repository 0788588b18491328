package io.riskloom.app.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.FactLight;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybackModelTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private PlaybackModel model;

    @BeforeEach
    void open() {
        session = ResultFixtures.session(folder, request -> new PathSet(new double[1][1], 50));
        Run played = GenerateFixture.run("r1");
        PlaybackFixture.write(session, played);
        ResultFixtures.add(session, played);
        model = new PlaybackModel(session, texts, new ChosenRun(session, texts, "generate"));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void theKeptEpochIsShownFirst() {
        assertTrue(model.there().get());
        assertEquals(2, model.frame().get());
        assertEquals(
                "Epoch 3 of 4, the one kept · score 0.500 · diversity 90%",
                model.words().get());
        assertEquals("", model.alarm().get());
        model.move(1);
        assertEquals("Epoch 4 of 4 · score 0.800 · diversity 90%", model.words().get());
        model.move(1);
        assertEquals(3, model.frame().get());
        model.showKept();
        assertEquals(2, model.frame().get());
    }

    @Test
    void theChartsFollowTheEpochAndTheirAxesStay() {
        LineChart kept = model.fan().get();
        model.frame().set(0);
        LineChart first = model.fan().get();
        assertEquals(kept.yRange(), first.yRange());
        // the 95 % quantile of a width of .1 after 12 and 24 days
        assertArrayEquals(
                new double[] {1, 1.045, 1.09}, first.areas().getFirst().high(), 1e-12);
        assertArrayEquals(
                new double[] {0.1, 0, 0}, model.memory().get().lines().getLast().y());
        double[] generated = model.quantiles().get().spots().getFirst().y();
        assertEquals(100 * 0.01 * 0.495, generated[generated.length - 1], 1e-12);
        assertArrayEquals(
                new double[] {3, 1, 0.5, 0.8},
                model.epochs().get().lines().getFirst().y());
        assertEquals(3, model.epochs().get().marks().getLast().x());
        assertEquals(1, model.epochs().get().marks().getFirst().x());
    }

    @Test
    void theFirstEpochThatCountsIsMarked() {
        Run four = ResultFixtures.run(
                "r2",
                5,
                Specs.with(ResultFixtures.spec("generate", Path.of("SP500.csv")), "epochs", 6),
                "",
                ((Outcome.Finished) GenerateFixture.run("r3").outcome()).evaluation());
        PlaybackFixture.write(session, four);
        ResultFixtures.add(session, four);
        assertEquals(
                List.of("", "epochs count from 4", "kept"),
                model.epochs().get().marks().stream()
                        .map(ChartModel.Mark::words)
                        .toList());
        assertEquals(4, model.epochs().get().marks().get(1).x());
    }

    @Test
    void theLightsAreThoseOfTheEpochsFacts() {
        // kurtosis 11 lies between the bands, the autocorrelation .2 at the far one's end
        assertEquals(
                List.of(Details.Fact.Light.AMBER, Details.Fact.Light.AMBER),
                model.lights().get().stream().map(FactLight::light).toList());
        model.frame().set(1);
        assertEquals(
                List.of(Details.Fact.Light.GREEN, Details.Fact.Light.RED),
                model.lights().get().stream().map(FactLight::light).toList());
        FactLight kurtosis = model.lights().get().getFirst();
        assertEquals("8.000", kurtosis.value());
        assertEquals("6.000 – 10.00", kurtosis.band());
        assertEquals("inside the 90% band of the real span", kurtosis.meaning(texts));
    }

    @Test
    void aCollapsedEpochRaisesTheAlarm() {
        model.frame().set(0);
        assertTrue(model.alarm().get().contains("10%"), model.alarm().get());
    }

    @Test
    void playingGoesFromTheFirstToTheLastAndStops() {
        model.frame().set(3);
        model.playOrPause();
        assertEquals(0, model.frame().get());
        assertTrue(model.playing().get());
        for (int i = 0; i < 3; i++) {
            model.advance();
        }
        assertEquals(3, model.frame().get());
        assertFalse(model.playing().get());
        model.advance();
        assertEquals(3, model.frame().get());
        model.playOrPause();
        model.playOrPause();
        assertFalse(model.playing().get());
    }

    @Test
    void theCourseMayBeDiversityInPerCent() {
        model.course().set(PlaybackModel.Course.DIVERSITY);
        assertArrayEquals(
                new double[] {10, 90, 90, 90},
                model.epochs().get().lines().getFirst().y(),
                1e-12);
        model.course().set(PlaybackModel.Course.GRADIENTS);
        assertEquals(2, model.epochs().get().lines().size());
    }

    @Test
    void aRunWithoutAPlaybackHasNothingToShow() {
        Run old = GenerateFixture.run("r2");
        ResultFixtures.add(session, old);
        session.choose(old);
        assertFalse(model.there().get());
        assertNull(model.fan().get());
        assertEquals(List.of(), model.lights().get());
        model.playOrPause();
        assertFalse(model.playing().get());
        session.choose(session.runs().stream()
                .filter(r -> r.id().equals("r1"))
                .findFirst()
                .orElseThrow());
        assertEquals(2, model.frame().get());
    }

    @Test
    void aChangeOfLanguageKeepsTheEpoch() {
        model.frame().set(1);
        texts.locale().set(Texts.CHINESE);
        assertEquals(1, model.frame().get());
        assertEquals("第 2 轮，共 4 轮 · 得分 1.000 · 多样性 90%", model.words().get());
    }
}
