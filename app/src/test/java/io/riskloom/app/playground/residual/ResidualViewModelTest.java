package io.riskloom.app.playground.residual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidualViewModelTest {

    @TempDir
    Path folder;

    private final RaceFixture fixture = new RaceFixture();
    private Session session;
    private ResidualViewModel model;

    @BeforeEach
    void open() {
        session = fixture.session(folder);
        model = new ResidualViewModel(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void look() {
        session.load(RaceFixture.prices(folder));
        model.shown();
    }

    @Test
    void noEngineIsAskedBeforeSomeoneLooks() {
        session.load(RaceFixture.prices(folder));
        assertEquals(0, fixture.asked.size());
        model.shown();
        assertEquals(1, fixture.asked.size());
        assertEquals(0, fixture.asked.getFirst().steps());
        assertEquals("up", fixture.asked.getFirst().settings().series());
        model.shown();
        assertEquals(1, fixture.asked.size(), "looking again begins nothing");
    }

    @Test
    void withoutPricesTheLessonSaysWhatItNeeds() {
        model.shown();
        assertEquals(
                Optional.of(Notice.of("residual.needsPrices")), model.problem().get());
        assertEquals(0, fixture.asked.size());
        session.load(RaceFixture.prices(folder));
        assertEquals(Optional.empty(), model.problem().get());
        assertEquals(0, model.frame().get().step());
    }

    @Test
    void playingAsksForThePaceThatIsSetAndStopsWithThePause() {
        look();
        model.stepsPerFrame().set(5);
        model.togglePlay();
        model.beat();
        model.beat();
        assertEquals(15, model.frame().get().step());
        model.togglePlay();
        model.beat();
        assertFalse(model.playing().get());
        assertEquals(15, model.frame().get().step());
        assertEquals(15, model.course().plain().losses().length);
        assertArrayEquals(new double[] {0, 10}, model.course().checked());
        assertArrayEquals(new double[] {0.75, 0.75}, model.course().residual().accuracies());
    }

    @Test
    void unseenNothingIsAskedAndAnEndedRaceBeginsAnew() {
        look();
        model.step(5);
        int before = fixture.asked.size();
        model.hidden();
        model.step(3);
        assertEquals(before, fixture.asked.size());
        model.shown();
        assertEquals(before, fixture.asked.size(), "nothing changed");
        model.hidden();
        model.rested();
        model.shown();
        assertEquals(
                Optional.of(Notice.of("residual.rested", 10)), model.problem().get());
        assertEquals(5, model.frame().get().step(), "what was reached stays in sight");
        model.togglePlay();
        assertEquals(Optional.empty(), model.problem().get());
        model.beat();
        assertNotEquals(5, model.frame().get().step());
        model.hidden();
        model.change(k -> k.withDepth(4));
        int unseen = fixture.asked.size();
        model.shown();
        assertEquals(unseen + 1, fixture.asked.size());
        assertEquals(4, fixture.asked.getLast().settings().depth());
    }

    @Test
    void aStepStandsStillAfterwards() {
        look();
        model.togglePlay();
        model.step(10);
        assertFalse(model.playing().get());
        assertEquals(11, model.frame().get().step());
    }

    @Test
    void aChangedSettingBeginsAnewAndTheSameOneDoesNot() {
        look();
        model.step(3);
        String first = fixture.asked.getLast().id();
        model.change(k -> k.withDepth(20));
        assertEquals(3, model.frame().get().step());
        model.change(k -> k.withDepth(50));
        assertNotEquals(first, fixture.asked.getLast().id());
        assertEquals(50, fixture.asked.getLast().settings().depth());
        assertEquals(0, model.frame().get().step());
        assertEquals(0, model.course().plain().losses().length);
    }

    @Test
    void aRaceThatTheEngineBeginsAnewIsDrawnAnew() {
        look();
        model.step(4);
        fixture.forget();
        model.step(6);
        assertEquals(6, model.frame().get().step());
        assertArrayEquals(
                new double[] {1, 2, 3, 4, 5, 6}, model.course().plain().steps());
        assertEquals(6, model.course().residual().losses().length);
    }

    @Test
    void answersOfAnEarlierRaceAreNotShown() {
        look();
        fixture.held = true;
        model.step(4);
        model.change(k -> k.withWidth(4));
        assertNull(model.frame().get());
        while (!fixture.waiting.isEmpty()) {
            fixture.waiting.remove().run();
        }
        assertEquals(0, model.frame().get().step());
        assertEquals(4, fixture.asked.getLast().settings().width());
    }

    @Test
    void anotherBlockIsLookedAtWithoutAStep() {
        look();
        model.step(2);
        model.block().set(5);
        assertEquals(5, model.frame().get().block().block());
        assertTrue(model.frame().get().block().projected());
        assertEquals(2, model.frame().get().step());
        model.change(k -> k.withDepth(4));
        assertEquals(1, model.block().get(), "a shallower stack has no sixth block");
    }

    @Test
    void aDeadEngineIsToldAndPlayBeginsAnew() {
        look();
        model.step(2);
        fixture.dead = true;
        model.togglePlay();
        assertFalse(model.playing().get());
        assertEquals("service.childDied", model.problem().get().orElseThrow().key());
        fixture.dead = false;
        model.togglePlay();
        assertEquals(Optional.empty(), model.problem().get());
        assertEquals(1, model.frame().get().step());
    }

    @Test
    void theVerdictNamesTheVanishedGradientInBothLanguages() {
        look();
        Texts texts = new Texts(Texts.ENGLISH);
        assertEquals(
                "The gradient vanishes in the plain stack and survives in the residual one. First layer’s gradient over"
                        + " the last one’s: plain 1.0·10⁻¹⁹, residual 1.0. Right: plain 50.0%, residual 75.0%.",
                Verdict.of(model.frame().get(), texts));
        texts.locale().set(Texts.CHINESE);
        assertTrue(Verdict.of(model.frame().get(), texts).startsWith("普通网络的梯度消失，残差网络的梯度得以保留。"));
    }

    @Test
    void ratiosAreWrittenAsOneReadsThem() {
        assertEquals("0.45", Verdict.power(0.453));
        assertEquals("2.7", Verdict.power(2.745));
        assertEquals("120", Verdict.power(120.4));
        assertEquals("1.3·10⁻⁷", Verdict.power(1.3e-7));
        assertEquals("4.0·10⁵", Verdict.power(4e5));
    }

    @Test
    void aCellOfTheBlockIsTheSumOfItsBranches() {
        look();
        BlockModel block = new BlockModel(model);
        block.at(1, 1);
        assertEquals(2, block.at(block.trace().orElseThrow(), "branch"));
        assertEquals(-3, block.at(block.trace().orElseThrow(), "shortcut"));
        assertEquals(-1, block.at(block.trace().orElseThrow(), "sum"));
        block.at(9, -4);
        assertEquals(1, block.channel().get());
        assertEquals(0, block.day().get());
        block.show(-1);
        assertEquals(0, block.stage().get());
    }

    @Test
    void aPixelOfATileIsItsCell() {
        look();
        var trace = model.frame().get().block();
        BlockPlaces places = new BlockPlaces(900, 360, false);
        BlockPlaces.Box sum = places.of("sum");
        assertArrayEquals(
                new int[] {1, 0}, places.cell(trace, sum.x() + sum.width() / 4, sum.y() + sum.height() * 0.75));
        assertNull(places.cell(trace, 2, 2));
        assertNull(places.of("shortcut"), "the identity has no tile");
    }
}
