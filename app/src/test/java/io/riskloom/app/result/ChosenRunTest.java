package io.riskloom.app.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChosenRunTest {

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = ResultFixtures.session(folder);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private ChosenRun shown(String... tasks) {
        return new ChosenRun(session, new Texts(Texts.ENGLISH), tasks);
    }

    private Run add(String task, String id, int minute) {
        Evaluation evaluation = new Evaluation(
                Map.of(),
                Map.of(),
                List.of(),
                Notice.of("common.error.busy", "x"),
                0,
                List.of(),
                new Details.OfCredit(new int[0], new double[0], new double[0], new boolean[0]));
        Run run = ResultFixtures.run(id, minute, ResultFixtures.spec(task, Path.of("x.csv")), "", evaluation);
        ResultFixtures.add(session, run);
        return run;
    }

    private static String id(ChosenRun chosen) {
        return chosen.run().get().id();
    }

    @Test
    void ofSeveralTasksTheRunChosenLastIsShown() {
        Run forecast = add("forecast", "f1", 0);
        add("classify", "c1", 1);
        ChosenRun chosen = shown("forecast", "classify");
        assertEquals("c1", id(chosen));
        session.choose(forecast);
        assertEquals("f1", id(chosen), "although its task had it chosen all the time");
        add("credit", "x1", 2);
        assertEquals("f1", id(chosen));
        assertEquals(
                List.of("c1", "f1"), chosen.finished().stream().map(Run::id).toList());
        assertEquals("x1", id(shown("credit")));
    }

    @Test
    void aPageMadeLaterShowsWhatWasChosenBefore() {
        Run forecast = add("forecast", "f1", 0);
        add("classify", "c1", 1);
        session.choose(forecast);
        add("credit", "x1", 2);
        assertEquals("c1", id(shown("forecast", "classify")), "the credit run was chosen last: the newest counts");
        session.choose(forecast);
        assertEquals("f1", id(shown("forecast", "classify")));
    }

    @Test
    void aRunThatIsGoneGivesWayToTheOtherTask() {
        add("forecast", "f1", 0);
        Run gone = add("classify", "c1", 1);
        ChosenRun chosen = shown("forecast", "classify");
        session.runs().remove(gone);
        session.chosen().remove("classify");
        assertEquals("f1", id(chosen));
        session.runs().clear();
        session.chosen().clear();
        assertNull(chosen.run().get());
    }
}
