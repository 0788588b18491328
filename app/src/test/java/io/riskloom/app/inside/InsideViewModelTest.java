package io.riskloom.app.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.service.EngineFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsideViewModelTest {

    @TempDir
    Path folder;

    private InsideFixture fixture;
    private Session session;
    private InsideViewModel model;

    @BeforeEach
    void open() throws Exception {
        fixture = new InsideFixture(folder);
        session = fixture.session(folder);
        ResultFixtures.add(session, fixture.run("r1", 1));
        model = new InsideViewModel(session, new Texts(Texts.ENGLISH));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void noEngineIsAskedBeforeThePageIsShown() {
        assertEquals(List.of(), fixture.asked);
        model.shown();
        model.shown();
        assertEquals(List.of(49), fixture.asked, "the last day whose outcome was scored");
    }

    @Test
    void theWindowEndsAtTheLastTradingDayUpToTheDate() {
        model.shown();
        LocalDate friday = fixture.date(14);
        assertEquals(LocalDate.parse("2024-01-19"), friday);
        model.moveTo(friday.plusDays(2));
        assertEquals(14, model.origin().get());
        assertEquals(friday, model.answer().get().maps().windowDates().getLast());
    }

    @Test
    void daysWithoutAWholeWindowGiveTheFirstThatHasOne() {
        model.shown();
        model.moveTo(LocalDate.parse("1999-01-01"));
        assertEquals(7, model.origin().get());
        model.step(-1);
        assertEquals(7, model.origin().get());
        model.moveTo(LocalDate.parse("2099-01-01"));
        assertEquals(59, model.origin().get());
        assertEquals(List.of(49, 7, 59), fixture.asked, "a day that stays is not asked again");
    }

    @Test
    void theLatestDayWinsAndTheAnswerBeforeStaysUntilThen() {
        model.shown();
        fixture.held = true;
        model.moveTo(20);
        model.moveTo(21);
        model.moveTo(22);
        assertTrue(model.asking().get());
        assertEquals(1, fixture.waiting.size(), "one question at a time");
        fixture.work();
        assertEquals(49, model.answer().get().origin());
        fixture.work();
        assertEquals(22, model.answer().get().origin());
        assertFalse(model.asking().get());
        assertEquals(List.of(49, 20, 22), fixture.asked);
    }

    @Test
    void aRefusalIsShownAndGoneWithTheNextAnswer() {
        fixture.failure = new EngineFailure(Notice.of("common.error.busy", "r1"), null);
        model.shown();
        assertEquals(Notice.of("common.error.busy", "r1"), model.problem().get());
        assertFalse(model.asking().get());
        fixture.failure = null;
        model.moveTo(30);
        assertNull(model.problem().get());
        assertEquals(30, model.answer().get().origin());
    }

    @Test
    void whatCameIsReadOffTheClosesAndUnknownBeyondThem() {
        model.shown();
        model.moveTo(14); // close 100, five days on 105
        assertEquals(Optional.of("up"), model.came());
        model.moveTo(17); // close 103, five days on 101
        assertEquals(Optional.of("down"), model.came());
        model.moveTo(55);
        assertEquals(Optional.empty(), model.came());
    }

    @Test
    void aDayIsToldApartByWhatTheNetworkHasLearnedFrom() {
        model.shown();
        model.moveTo(39);
        assertEquals(InsideViewModel.Span.LEARNED, model.span());
        model.moveTo(40);
        assertEquals(InsideViewModel.Span.TEST, model.span());
        model.moveTo(50);
        assertEquals(InsideViewModel.Span.AFTER, model.span());
    }

    @Test
    void theImportanceOfTheWindowsDaysSumsToOne() {
        model.shown();
        // pixel 0 weighs 1, pixel 1 nothing: the first four of eight days share it
        assertArrayEquals(new double[] {.25, .25, .25, .25, 0, 0, 0, 0}, model.importance(), 1e-12);
    }

    @Test
    void theStrongestChannelIsLookedAtUntilTheUserChooses() {
        model.shown();
        assertEquals(List.of(1, 2, 0), model.channels().get().page(0));
        assertEquals(1, model.channel().get());
        model.order().set(Channels.Order.CHANNEL);
        assertEquals(0, model.channel().get());
        model.lookAt(2);
        model.moveTo(30);
        assertEquals(2, model.channel().get(), "another day keeps the channel that was chosen");
        model.layer().set(1);
        assertEquals(0, model.channel().get(), "another layer has other channels");
    }

    @Test
    void pagesTurnWithinTheLayer() {
        model.shown();
        model.turn(1);
        assertEquals(0, model.page().get(), "three channels fit on one page");
        model.layer().set(1);
        model.turn(1);
        model.turn(1);
        assertEquals(1, model.page().get());
        assertEquals(List.of(5, 4, 3, 2, 1, 0), model.channels().get().page(1));
        model.layer().set(0);
        assertEquals(0, model.page().get());
    }

    @Test
    void anotherRunBeginsAnew() throws Exception {
        model.shown();
        model.moveTo(20);
        ResultFixtures.add(session, fixture.run("r2", 2));
        assertEquals("r2", model.answer().get().run().id());
        assertEquals(49, model.origin().get());
    }

    @Test
    void aFileThatChangedSinceTheTrainingIsSaid() throws Exception {
        Files.writeString(fixture.file(), Files.readString(fixture.file()) + "2024-12-31,100\n");
        model.shown();
        assertTrue(model.series().get().changed());
        assertEquals(61, model.series().get().history().size());
    }

    @Test
    void aFileThatIsGoneIsNamed() throws Exception {
        Files.delete(fixture.file());
        model.shown();
        assertTrue(
                model.problem().get().args().contains(fixture.file().toString()),
                () -> "the refusal names the file: " + model.problem().get());
        assertNull(model.series().get());
        assertEquals(List.of(), fixture.asked);
    }

    @Test
    void theLoadedFileServesWhereItIsTheRuns() throws Exception {
        Path copy = Files.copy(fixture.file(), folder.resolve("copy.csv"));
        session.load(copy);
        Files.delete(fixture.file());
        model.shown();
        assertEquals(copy.toString(), model.series().get().path());
        assertFalse(model.series().get().changed());
    }

    @Test
    void aSeriesShorterThanTheWindowIsRefusedWithBothNumbers() throws Exception {
        Files.writeString(fixture.file(), "Date,Close\n2024-01-01,1\n2024-01-02,2\n2024-01-03,3\n");
        model.shown();
        assertEquals(
                Notice.of("inside.error.short", fixture.file(), 3, 8),
                model.problem().get());
    }

    @Test
    void aNetworkOverDaysHasNothingToLookInto() throws Exception {
        ResultFixtures.add(session, fixture.run("r2", 2, "model", "lstm"));
        model.shown();
        assertEquals(Notice.of("run.error.noMaps", "LSTM"), model.problem().get());
        assertNull(model.series().get());
        assertEquals(List.of(), fixture.asked);
        model.chosen().choose(session.finished("classify").getLast());
        assertNull(model.problem().get());
        assertEquals(List.of(49), fixture.asked);
    }

    @Test
    void ofThreeClassesTheFlatOneMayHaveCome() throws Exception {
        ResultFixtures.add(session, fixture.run("r2", 2, "directions", "three", "deadBand", 5));
        model.shown();
        assertEquals(Optional.of("flat"), model.came(), "five standard deviations are never left");
    }

    @Test
    void aChartOfBarsWeighsItsColumns() throws Exception {
        ResultFixtures.add(session, fixture.run("r2", 2, "encoding", "bars"));
        model.shown();
        // an activation of 2 × 2 over eight days: column 0 begins on day 0, column 1 on day 4
        assertArrayEquals(new double[] {1, 0, 0, 0, 0, 0, 0, 0}, model.importance(), 1e-12);
    }
}
