package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.lesson.CellStates;
import io.riskloom.engine.lesson.RaceFrame;
import io.riskloom.engine.lesson.RaceSettings;
import io.riskloom.engine.lesson.WildDaysTest;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.quality.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonAnswersTest {

    @TempDir
    Path folder;

    private final Engine engine = new LocalEngine(EngineEvents.SILENT);

    @AfterEach
    void close() {
        engine.close();
    }

    private static void write(Path file, int days) throws IOException {
        PriceHistory history = WildDaysTest.turns(days);
        StringBuilder csv = new StringBuilder("Date,Close\n");
        for (int t = 0; t < history.size(); t++) {
            csv.append(history.dates().get(t))
                    .append(',')
                    .append(history.close()[t])
                    .append('\n');
        }
        Files.writeString(file, csv);
    }

    private Requests.RaceRequest request(String id, int steps) throws Exception {
        Path file = folder.resolve("turns.csv");
        if (!Files.exists(file)) {
            write(file, 400);
        }
        RaceSettings settings =
                new RaceSettings(file.toString(), Reading.PLAIN, "turns", 4, 4, "relu", "torch", false, 0.05, 16, 3);
        return new Requests.RaceRequest(id, settings, steps, 1, 3);
    }

    @Test
    void aRaceGoesOnWhereItsIdWasLeft() throws Exception {
        assertEquals(0, Asked.get(engine.race(request("one", 0))).step());
        assertEquals(3, Asked.get(engine.race(request("one", 3))).step());
        RaceFrame apart = Asked.get(engine.race(request("two", 5)));
        RaceFrame on = Asked.get(engine.race(request("one", 2)));
        assertEquals(5, on.step());
        assertArrayEquals(apart.plain().gradients(), on.plain().gradients(), "the same settings, the same numbers");
        Asked.get(engine.race(request("three", 0)));
        assertEquals(5, Asked.get(engine.race(request("one", 0))).step());
        assertEquals(
                0, Asked.get(engine.race(request("two", 0))).step(), "of three the one unused for longest is gone");
    }

    @Test
    void aRaceOverAFileThatChangedBeginsAnew() throws Exception {
        Requests.RaceRequest first = request("one", 3);
        assertEquals(3, Asked.get(engine.race(first)).step());
        Path file = Path.of(first.settings().file());
        write(file, 500);
        RaceFrame anew = Asked.get(engine.race(request("one", 2)));
        assertEquals(2, anew.step());
        assertEquals(0, anew.plain().first());
        assertTrue(
                anew.task().train() > 300,
                "learns from the longer file: " + anew.task().train());
        Asked.get(engine.race(request("two", 1)));
        assertEquals(2, Asked.get(engine.race(request("one", 0))).step(), "the race over the old file keeps no place");
    }

    @Test
    void aRaceThatCannotBeginTakesNobodysPlace() throws Exception {
        assertEquals(1, Asked.get(engine.race(request("one", 1))).step());
        assertEquals(2, Asked.get(engine.race(request("two", 2))).step());
        Path few = folder.resolve("few.csv");
        write(few, 60);
        RaceSettings settings =
                new RaceSettings(few.toString(), Reading.PLAIN, "few", 4, 4, "relu", "torch", false, 0.05, 16, 3);
        assertEquals(
                "residual.error.short",
                Asked.refusal(engine.race(new Requests.RaceRequest("three", settings, 1, 0, 0)))
                        .key());
        assertEquals(1, Asked.get(engine.race(request("one", 0))).step());
        assertEquals(2, Asked.get(engine.race(request("two", 0))).step());
    }

    @Test
    void aFrameCrossesTheProcessBorderAsItIs() throws Exception {
        RaceFrame frame = Asked.get(engine.race(request("one", 2)));
        String words = Json.gson().toJson(frame);
        RaceFrame read = Json.gson().fromJson(words, RaceFrame.class);
        assertEquals(words, Json.gson().toJson(read));
        assertEquals(frame.task(), read.task());
        assertTrue(words.length() < 40_000, "several frames a second: " + words.length());
    }

    @Test
    void aFileWithoutPricesIsRefused() throws Exception {
        Path file = Files.writeString(
                folder.resolve("credit.csv"), "age,income,default\n20,1000,0\n30,2000,1\n40,1500,0\n50,900,1\n");
        RaceSettings settings =
                new RaceSettings(file.toString(), Reading.PLAIN, "credit", 4, 4, "relu", "torch", false, 0.05, 16, 3);
        assertEquals(
                "service.notPrices",
                Asked.refusal(engine.race(new Requests.RaceRequest("one", settings, 0, 0, 0)))
                        .key());
    }

    @Test
    void aCellAnswersEveryDay() throws Exception {
        CellStates states = Asked.get(engine.cell(new Requests.CellRequest(
                "lstm",
                new double[4][1],
                new double[4][1],
                new double[4][2],
                new double[][] {{1}, {2}},
                new double[] {0},
                new double[] {1})));
        assertArrayEquals(new double[][] {{0.5}, {0.25}}, states.cell());
        assertEquals(0.5 * Math.tanh(0.25), states.hidden()[1][0], 1e-12);
    }
}
