package io.riskloom.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import io.riskloom.app.MessyFiles;
import io.riskloom.app.Workbench;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.quality.Fix;
import io.riskloom.engine.quality.Reading;
import io.riskloom.engine.service.EngineFailure;
import io.riskloom.engine.store.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** An analyst's messy files: opened, looked at, corrected, undone, and trained on as corrected. */
@ExtendWith(ApplicationExtension.class)
class CorrectionJourneyTest {

    @TempDir
    private static Path folder;

    private Workbench workbench;
    private Session session;
    private Path own;

    @Start
    private void start(Stage stage) throws Exception {
        own = Files.createTempDirectory(folder, "journey");
        workbench = new Workbench(
                Project.open(own.resolve("project")),
                Tasks.forWindow(),
                (options, events) -> {
                    throw new EngineFailure(Notice.of("service.childNotStarted", "none in this test"), null);
                },
                new Texts(Texts.ENGLISH),
                own.resolve("samples"));
        session = workbench.session();
        Scene scene = new Scene(workbench.root(), 1440, 900);
        workbench.keys(scene);
        stage.setScene(scene);
        stage.show();
        workbench.begin(List.of(MessyFiles.prices(own), MessyFiles.credit(own)));
    }

    @AfterEach
    void closeTheWorkbench() {
        workbench.close();
    }

    @Test
    void aFindingIsLookedAtFixedUndoneRedoneAndTrainedOn(FxRobot robot) throws Exception {
        await(() -> robot.lookup("#data-opened-1").tryQuery().isPresent()
                && session.dataset().get() != null);
        assertEquals("messy_prices.csv", session.dataset().get().name());
        double before = firstClose();

        robot.clickOn("#data-show-findings");
        Node finding = robot.lookup("#data-finding-0").query();
        assertTrue(finding.isVisible());
        robot.clickOn("#data-fix-0-0");
        await(() -> session.dataset().get().reading().steps().size() == 1);
        assertEquals(
                Fix.ADJUST, session.dataset().get().reading().steps().getFirst().fix());
        assertEquals(before / 4, firstClose(), before * 0.01);
        await(() -> robot.lookup("#data-correction-remove-0").tryQuery().isPresent());

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> session.dataset().get().reading().steps().isEmpty());
        assertEquals(before, firstClose());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        await(() -> session.dataset().get().reading().steps().size() == 1);
        robot.clickOn("#data-undo");
        await(() -> session.dataset().get().reading().steps().isEmpty());
        robot.clickOn("#data-redo");
        await(() -> session.dataset().get().reading().steps().size() == 1);

        Reading corrected = session.dataset().get().reading();
        robot.clickOn("#data-train");
        robot.clickOn("#train-start");
        await(() -> session.live().get() != null);
        RunSpec spec = session.live().get().run().get().spec();
        assertEquals(corrected, spec.reading());
    }

    @Test
    void aLineOfAFindingIsShownInTheTableAndMarked(FxRobot robot) throws Exception {
        await(() -> robot.lookup("#data-opened-1").tryQuery().isPresent()
                && session.dataset().get() != null);
        robot.clickOn("#data-view-quality");
        robot.clickOn("22");
        TableView<?> grid = robot.lookup("#data-preview").queryAs(TableView.class);
        assertTrue(grid.isVisible());
        assertEquals(20, grid.getSelectionModel().getSelectedIndex());
        assertFalse(robot.lookup(".marked").queryAll().isEmpty());
    }

    @Test
    void theSecondFileIsShownAndItsLeakTakenOut(FxRobot robot) throws Exception {
        await(() -> robot.lookup("#data-opened-1").tryQuery().isPresent()
                && session.dataset().get() != null);
        robot.clickOn("#data-opened-1");
        assertEquals("messy_credit.csv", session.dataset().get().name());
        robot.clickOn("#data-view-quality");
        Button fix = robot.lookup("#data-fix-0-0").queryButton();
        assertEquals("Leave out the column", fix.getText());
        robot.clickOn(fix);
        await(() -> robot.lookup("#data-correction-remove-0").tryQuery().isPresent());
        assertFalse(((Imported.Credit) session.dataset().get().imported())
                .book().features().stream().anyMatch(column -> column.name().equals("score_after")));
        robot.clickOn("#data-correction-remove-0");
        await(() -> session.dataset().get().reading().steps().isEmpty());
    }

    private double firstClose() {
        return ((Imported.Prices) session.dataset().get().imported())
                .series()
                .getFirst()
                .close()[0];
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        waitFor(60, TimeUnit.SECONDS, condition);
        waitForFxEvents(); // lists that follow the condition are filled again
    }
}
