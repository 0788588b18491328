package io.riskloom.app.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.service.EngineFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookedTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private InsideFixture fixture;
    private Session session;
    private Looked looked;

    @BeforeEach
    void open() throws Exception {
        fixture = new InsideFixture(folder);
        session = fixture.session(folder);
        ResultFixtures.add(session, fixture.run("r1", 1));
        looked = new Looked(session, texts);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void noEngineIsAskedBeforeThePageIsShown() {
        assertEquals(List.of(), fixture.places);
        looked.shown();
        looked.shown();
        assertEquals(List.of(49), fixture.places, "the last day whose outcome was scored");
        assertEquals("stem.conv", looked.layer().get(), "the first layer that has weights");
        assertTrue(looked.ready());
    }

    @Test
    void theWindowEndsAtTheLastTradingDayUpToTheDate() {
        looked.shown();
        LocalDate friday = fixture.date(14);
        assertEquals(LocalDate.parse("2024-01-19"), friday);
        looked.moveTo(friday.plusDays(2));
        assertEquals(14, looked.place().get());
        assertEquals(friday, looked.seen().get().inputs().dates().getLast());
    }

    @Test
    void daysWithoutAWholeWindowGiveTheFirstThatHasOne() {
        looked.shown();
        looked.moveTo(LocalDate.parse("1999-01-01"));
        assertEquals(7, looked.place().get());
        looked.step(-1);
        assertEquals(7, looked.place().get());
        looked.moveTo(LocalDate.parse("2099-01-01"));
        assertEquals(59, looked.place().get());
        assertEquals(List.of(49, 7, 59), fixture.places, "a day that stays is not asked again");
    }

    @Test
    void whileTheUserDragsAnswersComeOneAfterTheOtherAndThoseBetweenAreSkipped() {
        looked.shown();
        List<Integer> seen = new ArrayList<>();
        looked.seen().subscribe(now -> seen.add(now.place()));
        fixture.held = true;
        looked.moveTo(20);
        looked.moveTo(21);
        looked.moveTo(22);
        assertEquals(1, fixture.waiting.size(), "one question at a time");
        fixture.work();
        assertEquals(20, looked.seen().get().place(), "an answer on the way is shown");
        fixture.work();
        assertEquals(List.of(49, 20, 22), seen);
        assertEquals(List.of(49, 20, 22), fixture.places);
    }

    @Test
    void whoListensHearsOfEveryMoveOnceTheGraphIsThere() {
        List<Integer> heard = new ArrayList<>();
        looked.onMove(() -> heard.add(looked.place().get()));
        looked.shown();
        looked.moveTo(30);
        looked.stage().set(Stage.INITIAL);
        assertEquals(List.of(49, 30, 30), heard);
    }

    @Test
    void aRefusalIsShownAndGoneWithTheNextAnswer() {
        fixture.failure = new EngineFailure(Notice.of("common.error.busy", "r1"), null);
        looked.shown();
        assertEquals(Notice.of("common.error.busy", "r1"), looked.problem().get());
        assertFalse(looked.ready());
        fixture.failure = null;
        looked.moveTo(30);
        assertNull(looked.problem().get());
        assertTrue(looked.ready());
        assertEquals(30, looked.seen().get().place());
    }

    @Test
    void anotherRunBeginsAnew() throws Exception {
        looked.shown();
        looked.moveTo(20);
        looked.stage().set(Stage.INITIAL);
        looked.layer().set("head");
        ResultFixtures.add(session, fixture.run("r2", 2));
        assertEquals("r2", looked.seen().get().run().id());
        assertEquals(49, looked.place().get());
        assertEquals(Stage.TRAINED, looked.stage().get());
        assertEquals("stem.conv", looked.layer().get());
    }

    @Test
    void aFileThatChangedSinceTheTrainingIsSaid() throws Exception {
        Files.writeString(fixture.file(), Files.readString(fixture.file()) + "2024-12-31,100\n");
        looked.shown();
        assertTrue(looked.subject().get().changed());
        assertEquals(61, looked.subject().get().size());
        String words =
                AnswerWords.place(texts, looked.subject().get(), looked.place().get());
        assertTrue(words.endsWith("· the file has changed since the training"), words);
    }

    @Test
    void aFileThatIsGoneIsNamed() throws Exception {
        Files.delete(fixture.file());
        looked.shown();
        assertTrue(
                looked.problem().get().args().contains(fixture.file().toString()),
                () -> "the refusal names the file: " + looked.problem().get());
        assertNull(looked.subject().get());
        assertEquals(List.of(), fixture.places);
    }

    @Test
    void aFileThatIsBackIsReadWhereThePageIsShownAgain() throws Exception {
        String content = Files.readString(fixture.file());
        Files.delete(fixture.file());
        looked.shown();
        assertNotNull(looked.problem().get());
        Files.writeString(fixture.file(), content);
        looked.shown();
        assertNull(looked.problem().get());
        assertEquals(49, looked.seen().get().place());
    }

    @Test
    void aRunThatEndsWhileAnotherPageIsShownAsksNothingUntilThisOneIsShown() throws Exception {
        looked.shown();
        looked.hidden();
        ResultFixtures.add(session, fixture.run("r2", 2));
        assertEquals(List.of(49), fixture.places);
        assertNull(looked.subject().get());
        looked.shown();
        assertEquals("r2", looked.seen().get().run().id());
        assertEquals(List.of(49, 49), fixture.places);
        looked.hidden();
        looked.shown();
        assertEquals(List.of(49, 49), fixture.places, "what has not changed stays");
    }

    @Test
    void theLoadedFileServesWhereItIsTheRuns() throws Exception {
        Path copy = Files.copy(fixture.file(), folder.resolve("copy.csv"));
        session.load(copy);
        Files.delete(fixture.file());
        looked.shown();
        assertEquals(copy.toString(), looked.data());
        assertFalse(looked.subject().get().changed());
    }

    @Test
    void aSeriesShorterThanTheWindowIsRefusedWithBothNumbers() throws Exception {
        Files.writeString(fixture.file(), "Date,Close\n2024-01-01,1\n2024-01-02,2\n2024-01-03,3\n");
        looked.shown();
        assertEquals(
                Notice.of("inside.error.short", fixture.file(), 3, 8),
                looked.problem().get());
    }

    @Test
    void theAnswerSaysWhatCameAndWhetherTheNetworkHasLearnedFromTheDay() {
        looked.shown();
        looked.moveTo(14); // close 100, five days on 105
        assertEquals(
                fixture.date(14)
                        + ": up after 5 days with probability 25.0% · it came: up · the network has learned from such days",
                AnswerWords.answer(texts, looked.subject().get(), looked.seen().get()));
        looked.moveTo(45); // close 103, five days on 101
        String tested =
                AnswerWords.answer(texts, looked.subject().get(), looked.seen().get());
        assertTrue(tested.endsWith("it came: down · test day, never seen in training"), tested);
        looked.moveTo(58);
        String after =
                AnswerWords.answer(texts, looked.subject().get(), looked.seen().get());
        assertTrue(after.endsWith("not yet known what came · after the last test day"), after);
    }

    @Test
    void ofThreeClassesTheFlatOneMayHaveCome() throws Exception {
        ClassifySpec spec = (ClassifySpec)
                fixture.run("r2", 2, "directions", "three", "deadBand", 5).spec();
        looked.shown();
        assertNotNull(looked.subject().get());
        assertEquals(
                Optional.of("flat"),
                AnswerWords.came(spec, looked.subject().get().history(), 49),
                "five standard deviations are never left");
    }
}
