package io.riskloom.app.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.PathFileReport;
import io.riskloom.engine.model.ProtocolScores;
import io.riskloom.engine.model.ProtocolScores.Repeated;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.StringBinding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work of minutes: judges and large files. */
class LongWorkTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private final AskedEngine engine = new AskedEngine();
    private final List<String> told = new ArrayList<>();
    private Session session;
    private GenerateViewModel page;

    @BeforeEach
    void open() {
        session = engine.session(folder);
        ResultFixtures.add(session, GenerateFixture.whole("r1", 1, 7));
        page = new GenerateViewModel(session, texts);
        engine.work();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void scoresAreCountedOnDemandWithTheirFloors() {
        ProtocolModel model = new ProtocolModel(page, texts);
        assertEquals("", model.state().get());
        StringBinding state = model.state();
        state.addListener((value, before, now) -> told.add(now));
        model.ask();
        assertTrue(model.busy().get());
        engine.scores.complete(scores(true));
        engine.work();
        assertEquals(1, engine.protocols.size());
        assertEquals(10, engine.protocols.getFirst().repeats());
        assertTrue(told.contains("Predictive score, mean absolute error: 40%"), told.toString());
        assertFalse(model.busy().get());
        assertEquals("", model.state().get());
        assertEquals(
                List.of("Discriminative score, |½ − accuracy|", "0.102 ± 0.021", "0.015 ± 0.010", "10"),
                model.rows().getFirst());
        assertEquals(3, model.rows().size(), "no trees were grown");
        assertTrue(model.words().get().contains("not comparable"), model.words().get());
        texts.locale().set(Texts.CHINESE);
        assertEquals("判别评分，|½ − 准确率|", model.rows().getFirst().getFirst());
    }

    @Test
    void scoresBelongToTheirRun() {
        ProtocolModel model = new ProtocolModel(page, texts);
        model.ask();
        engine.scores.complete(scores(false));
        engine.work();
        assertEquals(3, model.rows().size());
        ResultFixtures.add(session, GenerateFixture.run("r0"));
        engine.work();
        assertEquals(0, model.rows().size());
        page.chosen().choose(session.runs().get(1));
        assertEquals(3, model.rows().size());
    }

    @Test
    void whatOneRunsJudgesAndFileHaveDoneIsNotSaidOfAnother() {
        ProtocolModel model = new ProtocolModel(page, texts);
        StringBinding judged = model.state();
        StringBinding written = page.files().state();
        model.ask();
        page.files().write(folder.resolve("large.csv"));
        assertEquals("0 paths written (0%)", written.get());
        ResultFixtures.add(session, GenerateFixture.run("r0"));
        assertTrue(judged.get().startsWith("r1"), judged.get());
        assertTrue(judged.get().endsWith(": Starting the judges…"), judged.get());
        assertTrue(written.get().startsWith("r1"), written.get());
        engine.scores.complete(scores(false));
        engine.report.complete(new PathFileReport(200, 12_000, 400_000, 1, true));
        engine.work();
        assertEquals("", judged.get());
        assertEquals("", written.get(), "the file of r1 is none of r0's");
        assertEquals(0, model.rows().size());
    }

    @Test
    void pathsOfARunThatIsLeftAreGivenUp() {
        page.generate();
        assertTrue(page.drawing().busy().get());
        ResultFixtures.add(session, GenerateFixture.run("r0"));
        assertFalse(page.drawing().busy().get());
        assertEquals(null, session.problem().get(), "the reader has done it");
    }

    @Test
    void aPairsHeadingsNeverStandOverTheFansOfAnother() {
        ResultFixtures.add(session, GenerateFixture.whole("r0", 0, 50));
        CompareModel model = new CompareModel(page, texts);
        engine.work();
        assertTrue(model.rightName().get().startsWith("r1"), model.rightName().get());
        assertNotNull(model.right().get());
        ResultFixtures.add(session, GenerateFixture.whole("r2", 2, 90));
        assertTrue(model.leftName().get().startsWith("r2"), model.leftName().get());
        assertNull(model.left().get(), "not yet drawn");
        engine.work();
        assertNotNull(model.left().get());
    }

    @Test
    void judgesThatAreStoppedLeaveNoScores() {
        ProtocolModel model = new ProtocolModel(page, texts);
        model.ask();
        model.cancel();
        assertFalse(model.busy().get());
        assertEquals(0, model.rows().size());
        assertEquals(null, session.problem().get(), "that it was stopped is no problem");
    }

    @Test
    void aLargeSetGoesStraightIntoAFile() {
        page.drawing().paths().set(100_000);
        page.drawing().length().set(252);
        StringBinding state = page.files().state();
        state.addListener((value, before, now) -> told.add(now));
        page.files().write(folder.resolve("large.csv"));
        assertTrue(page.files().busy().get());
        engine.report.complete(new PathFileReport(100_000, 25_200_000, 650_000_000L, 12.4, true));
        engine.work();
        assertEquals(100_000, engine.files.getFirst().paths());
        assertEquals(252, engine.files.getFirst().length());
        assertTrue(told.contains("256 paths written (25%)"), told.toString());
        assertEquals(
                "100,000 paths, 650.0 MB, written in 0:12.",
                page.files().state().get());
        assertFalse(page.files().busy().get());
    }

    @Test
    void aStoppedFileIsSaidNotToBeThere() {
        page.files().write(folder.resolve("large.csv"));
        page.files().cancel();
        engine.report.complete(new PathFileReport(0, 0, 0, 1, false));
        engine.work();
        assertTrue(engine.stopped);
        assertEquals("Stopped; no file was written.", page.files().state().get());
    }

    private static ProtocolScores scores(boolean rebased) {
        Repeated none = new Repeated(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
        return new ProtocolScores(
                3000,
                24,
                List.of("close"),
                new Repeated(.102, .021, .015, .01, 10),
                new Repeated(.038, .001, .037, .001, 10),
                new Repeated(.91, .01, .5, .02, 3),
                none,
                1.1,
                rebased);
    }
}
