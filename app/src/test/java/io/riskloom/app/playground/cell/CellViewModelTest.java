package io.riskloom.app.playground.cell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.lesson.CellStep;
import io.riskloom.engine.lesson.RecurrentCell;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellViewModelTest {

    @TempDir
    Path folder;

    private final CellFixture fixture = new CellFixture();
    private Session session;
    private CellViewModel model;

    @BeforeEach
    void open() {
        session = fixture.session(folder);
        model = new CellViewModel(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void overDays() {
        session.load(CellFixture.prices(folder));
        model.look().set(CellViewModel.Look.DAYS);
    }

    @Test
    void presetsDoWhatTheirNamesSay() {
        CellSetup remember = CellPreset.REMEMBER.setup();
        double kept = remember.cell()
                .step(new double[] {0}, new double[] {0}, new double[] {3})
                .cell()[0];
        assertEquals(3, kept, 0.02);
        CellSetup forget = CellPreset.FORGET.setup();
        double gone = forget.cell()
                .step(new double[] {0}, new double[] {0}, new double[] {3})
                .cell()[0];
        assertEquals(0, gone, 0.02);
        CellSetup count = CellPreset.COUNT.setup();
        double[][] days = {{1}, {-1}, {2}, {0.5}, {-3}};
        List<CellStep> run = count.cell().run(days, new double[] {0}, new double[] {0});
        assertEquals(3, run.getLast().cell()[0], 0.01, "three of five inputs are positive");
        assertEquals(RecurrentCell.Kind.GRU, CellPreset.GRU.setup().cell().kind());
        for (CellPreset preset : CellPreset.values()) {
            model.preset(preset);
            assertEquals(Optional.of(preset), model.presetNow());
        }
    }

    @Test
    void everyChangeIsUndoneAndRedoneOneByOne() {
        CellSetup first = model.setup().get();
        model.change(s -> s.withW(0, 0, 7));
        model.change(s -> s.withW(0, 0, 7));
        model.change(s -> s.withSize(2, 3));
        assertEquals(3, model.setup().get().cell().units());
        assertEquals(7, model.setup().get().cell().w()[0][0]);
        assertEquals(2, model.setup().get().cell().w()[6][0], "the candidate's row moved with its gate");
        model.undo();
        assertEquals(7, model.setup().get().cell().w()[0][0]);
        model.undo();
        assertEquals(first, model.setup().get());
        assertFalse(model.undoable());
        model.redo();
        assertEquals(7, model.setup().get().cell().w()[0][0]);
        assertTrue(model.redoable());
    }

    @Test
    void theStepFollowsEveryNumberThatIsTyped() {
        model.change(
                s -> s.withX(0, 0).withH(0, 0.5).withC(0, -1).withU(1, 0, 2).withB(1, -1));
        assertArrayEquals(new double[] {0}, model.step().get().gate("forget").sum(), 1e-15);
        assertEquals(-0.5, model.step().get().cell()[0], 1e-12, "half of −1, nothing added");
        model.carryOn();
        assertEquals(-0.5, model.setup().get().c()[0], 1e-12);
    }

    @Test
    void overDaysTheTypedStatesStay() {
        CellSetup typed = model.setup().get();
        overDays();
        model.carryOn();
        assertEquals(typed, model.setup().get());
    }

    @Test
    void theEngineChecksEveryChangeOnceSomeoneLooks() {
        model.change(s -> s.withX(0, 1));
        assertEquals(0, fixture.asked.size());
        model.shown();
        assertEquals(Optional.of(true), model.check().get().agrees());
        assertEquals(Notice.of("cell.check.agrees", "0", 1), model.check().get().words());
        fixture.error = 0.001;
        model.preset(CellPreset.GRU);
        assertEquals("gru", fixture.asked.getLast().kind());
        assertEquals(Optional.of(false), model.check().get().agrees());
        assertEquals(List.of("1.0e-03", "1"), model.check().get().words().args());
    }

    @Test
    void overDaysTheSameWeightsRunThroughTheLoadedReturns() {
        model.preset(CellPreset.COUNT);
        assertFalse(model.overDays());
        overDays();
        assertTrue(model.overDays());
        assertEquals(60, model.run().get().size());
        assertEquals(59, model.day().get());
        assertEquals(30, model.step().get().cell()[0], 0.01, "every second day rises");
        DayInputs days = model.days().orElseThrow();
        assertEquals(1, Math.abs(days.rows()[0][0]), 1e-9);
        assertEquals(1, days.rows()[7][1], 1e-9);
        assertEquals(0.2, Math.abs(days.rows()[7][2]), 1e-9);
        assertEquals(1, days.rows()[7][3], 1e-9);
        model.day(0);
        assertArrayEquals(new double[] {0}, model.step().get().c());
        model.change(s -> s.withB(0, -100));
        assertEquals(0, model.run().get().getLast().cell()[0], 1e-6, "a shut input gate counts nothing");
        assertEquals(0, model.day().get(), "the day stays");
    }

    @Test
    void playingRunsToTheLastDayAndStops() {
        overDays();
        model.togglePlay();
        assertEquals(0, model.day().get(), "from the start, since the end was shown");
        for (int beat = 0; beat < 60; beat++) {
            model.beat();
        }
        assertEquals(59, model.day().get());
        assertFalse(model.playing().get());
    }

    @Test
    void withoutPricesThereAreNoDays() {
        model.look().set(CellViewModel.Look.DAYS);
        assertFalse(model.overDays());
        model.togglePlay();
        assertFalse(model.playing().get());
        assertEquals(0, model.run().get().size());
    }

    @Test
    void theArithmeticIsWrittenWithItsNumbers() {
        model.change(s -> s.withX(0, -2).withH(0, 0.5).withC(0, 0.4));
        CellStep step = model.step().get();
        RecurrentCell cell = model.setup().get().cell();
        assertEquals("i₁ = σ(6·(−2) + 0·0.5 + (−8)) = σ(−20) = 0", CellWords.of(cell, step, "input", 0));
        assertEquals("f₁ = σ(0·(−2) + 0·0.5 + 6) = σ(6) = 0.9975", CellWords.of(cell, step, "forget", 0));
        assertEquals("c′₁ = f·c + i·g = 0.9975·0.4 + 0·(−0.9993) = 0.399", CellWords.of(cell, step, "cell", 0));
        assertEquals("h′₁ = o·tanh(c′) = 0.9975·tanh(0.399) = 0.3782", CellWords.of(cell, step, "hidden", 0));
        String whole = CellWords.whole(cell, step, model.stages(), new Texts(Texts.ENGLISH));
        assertEquals(7, whole.lines().count());
        assertTrue(whole.startsWith("LSTM\ni₁ = "));
        model.preset(CellPreset.GRU);
        assertEquals(List.of("reset", "update", "candidate", "hidden"), model.stages());
        String candidate = CellWords.of(model.setup().get().cell(), model.step().get(), "candidate", 0);
        assertTrue(candidate.startsWith("n₁ = tanh("), candidate);
        String hidden = CellWords.of(model.setup().get().cell(), model.step().get(), "hidden", 2);
        assertTrue(hidden.startsWith("h′₃ = (1 − z)·n + z·h = "), hidden);
    }
}
