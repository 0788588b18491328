package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.stats.Classification;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs with so many test applicants that they are counted behind the window. */
class CountingTest {

    private static final int MANY = 3000;

    @TempDir
    Path folder;

    private final Queue<Runnable> behind = new ArrayDeque<>();
    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private CreditViewModel model;

    @BeforeEach
    void open() {
        session = new CreditDesk().session(folder, new Tasks(behind::add, Runnable::run));
        ResultFixtures.add(session, CreditFixture.run("r1"));
        model = new CreditViewModel(session, texts);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void choose(Run run) {
        ResultFixtures.add(session, run);
    }

    private void work() {
        while (!behind.isEmpty()) {
            behind.remove().run();
        }
    }

    @Test
    void fewAreCountedAtOnce() {
        assertFalse(model.counting().get());
        assertEquals(10, model.scores().get().bad().length);
        assertEquals(List.of(), List.copyOf(behind));
    }

    @Test
    void manyAreCountedBehindTheWindowAndThenCut() {
        behind.clear();
        OverviewModel overview = new OverviewModel(model, texts);
        List<CutOff> counted = new ArrayList<>();
        model.at().subscribe((before, now) -> counted.add(now));
        choose(CreditFixture.many("r2", MANY));
        assertTrue(model.counting().get());
        assertNull(model.scores().get(), "the run before is no longer shown");
        assertNull(model.at().get());
        assertNull(overview.roc().get());
        assertEquals(0.4, model.cutOff().get(), "the run's own cut-off is known without counting");
        work();
        assertFalse(model.counting().get());
        assertNull(model.problem().getValue());
        CreditScores scores = model.scores().get();
        assertEquals(MANY, scores.bad().length);
        assertEquals(
                Classification.confusion(scores.network().probability(), scores.bad(), 0.4),
                model.at().get().confusion());
        assertNotNull(overview.roc().get());
        assertEquals(3, overview.comparison().get().rows().size());
        assertEquals(2, counted.size(), "none while the run is counted, then the count");
    }

    @Test
    void theRunChosenLastIsShown() {
        behind.clear();
        choose(CreditFixture.many("r2", MANY));
        choose(CreditFixture.many("r3", MANY + 1));
        choose(CreditFixture.many("r4", MANY + 2));
        work();
        assertEquals(MANY + 2, model.scores().get().bad().length);
        assertFalse(model.counting().get());
    }

    @Test
    void aSmallRunChosenMeanwhileIsNotReplaced() {
        behind.clear();
        Run small = model.chosen().run().get();
        choose(CreditFixture.many("r2", MANY));
        session.choose(small);
        assertEquals(10, model.scores().get().bad().length);
        assertFalse(model.counting().get());
        work();
        assertEquals(10, model.scores().get().bad().length);
        assertEquals(0.55, model.at().get().cutOff());
    }
}
