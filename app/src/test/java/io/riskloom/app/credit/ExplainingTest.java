package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.credit.Explaining.Method;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.service.Requests;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleDoubleProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainingTest {

    @TempDir
    Path folder;

    private final CreditDesk desk = new CreditDesk();
    private Session session;
    private ChosenRun chosen;
    private Applicants applicants;
    private Explaining explaining;

    @BeforeEach
    void open() throws Exception {
        session = desk.session(folder);
        ResultFixtures.add(session, CreditDesk.run("r1", 0, folder));
        chosen = new ChosenRun(session, new Texts(Texts.ENGLISH), "credit");
        applicants = new Applicants(chosen, new SimpleDoubleProperty(0.5));
        explaining = new Explaining(session, chosen, applicants);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private int shown() {
        return explaining.reasons().answer().get().row();
    }

    @Test
    void nothingIsAskedBeforeTheViewIsLookedAt() {
        assertEquals(List.of(), desk.asked());
        explaining.look(true);
        Requests.ExplainRequest request = (Requests.ExplainRequest) desk.asked().getFirst();
        assertArrayEquals(new int[] {39}, request.rows());
        assertEquals("gradients", request.method());
        assertEquals(39, shown());
    }

    @Test
    void anAnswerIsKeptByApplicantAndMethod() {
        explaining.look(true);
        applicants.step(1);
        assertEquals(38, shown());
        applicants.step(-1);
        assertEquals(39, shown());
        assertEquals(2, desk.asked().size(), "the first answer was kept");
        explaining.method().set(Method.SHAPLEY);
        assertEquals("exact", explaining.reasons().answer().get().method());
        assertEquals(3, desk.asked().size());
        explaining.method().set(Method.GRADIENTS);
        assertEquals(3, desk.asked().size());
    }

    @Test
    void ofApplicantsPassedWhileOneIsAskedAboutOnlyTheLastIsAskedNext() {
        desk.hold();
        explaining.look(true);
        applicants.step(1);
        applicants.step(1);
        applicants.step(1);
        assertTrue(explaining.reasons().busy().get());
        assertEquals(1, desk.asked().size());
        desk.answer();
        assertEquals(2, desk.asked().size());
        assertNull(explaining.reasons().answer().get(), "row 40 is no longer on show");
        desk.answer();
        assertEquals(36, shown());
        assertFalse(explaining.reasons().busy().get());
    }

    @Test
    void whatIsGivenUpIsSaidAndCanBeAskedAgain() {
        desk.hold();
        explaining.look(true);
        explaining.reasons().cancel();
        assertFalse(explaining.reasons().busy().get());
        assertEquals(
                "credit.explain.stopped", explaining.reasons().problem().get().key());
        explaining.ask();
        assertTrue(explaining.reasons().busy().get());
        assertNull(explaining.reasons().problem().get());
        desk.answer();
        assertEquals(39, shown());
    }

    @Test
    void questionsAboutAllApplicantsNameThemAndForgetTheRunBefore() throws Exception {
        explaining.askImportance();
        Requests.ImportanceRequest request =
                (Requests.ImportanceRequest) desk.asked().getLast();
        assertEquals(20, request.rows().length);
        assertEquals(20, request.rows()[0]);
        assertNotNull(explaining.importance().answer().get());
        explaining.askDependence("age");
        assertEquals("age", explaining.dependence().answer().get().column());
        explaining.askChange(0.3, List.of("sex", "age"));
        assertEquals(
                List.of("age", "sex"),
                ((Requests.CounterfactualRequest) desk.asked().getLast()).fixed());
        assertTrue(explaining.change().answer().get().found());
        ResultFixtures.add(session, CreditDesk.run("r2", 1, folder));
        assertNull(explaining.importance().answer().get());
        assertNull(explaining.dependence().answer().get());
        assertNull(explaining.change().answer().get());
    }

    @Test
    void aRunThatGoesAwayTakesItsReasonsAlong() {
        explaining.look(true);
        session.runs().clear();
        session.chosen().clear();
        assertNull(explaining.reasons().answer().get());
    }
}
