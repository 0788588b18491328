package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import javafx.beans.property.SimpleDoubleProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicantsTest {

    @TempDir
    Path folder;

    private final SimpleDoubleProperty cutOff = new SimpleDoubleProperty(0.5);
    private Session session;
    private Applicants applicants;

    @BeforeEach
    void open() throws Exception {
        session = new CreditDesk().session(folder);
        ResultFixtures.add(session, CreditDesk.run("r1", 0, folder));
        applicants = new Applicants(new ChosenRun(session, new Texts(Texts.ENGLISH), "credit"), cutOff);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private int row() {
        return applicants.chosen().get().row();
    }

    @Test
    void theRiskiestIsLookedAtFirst() {
        assertEquals(39, row());
        assertEquals(0.8, applicants.chosen().get().probability(), 1e-12);
        assertEquals(20, applicants.all().get().size());
    }

    @Test
    void stepsGoDownTheListAndStopAtItsEnds() {
        applicants.step(-1);
        assertEquals(39, row());
        applicants.step(3);
        assertEquals(36, row());
        applicants.step(100);
        assertEquals(20, row());
    }

    @Test
    void theOneNearestToTheCutOffFollowsTheCutOff() {
        applicants.nearest(); // probabilities .48 and .52 lie equally near: the riskier comes first
        assertEquals(32, row());
        cutOff.set(0.25);
        applicants.nearest();
        assertEquals(25, row());
    }

    @Test
    void aTypedRowCountsFromOneAndMustHaveBeenTested() {
        assertTrue(applicants.type(" 31 "));
        assertEquals(30, row());
        assertFalse(applicants.type("5"), "row 5 was trained on");
        assertFalse(applicants.type("x"));
        assertEquals(30, row());
    }

    @Test
    void anotherRunKeepsTheApplicantWhereItHasHim() throws Exception {
        applicants.type("31");
        ResultFixtures.add(session, CreditDesk.run("r2", 1, folder));
        assertEquals(30, row());
        session.runs().clear();
        session.chosen().clear();
        assertNull(applicants.chosen().get());
        assertEquals(0, applicants.rows().length);
    }
}
