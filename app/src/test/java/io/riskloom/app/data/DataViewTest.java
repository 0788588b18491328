package io.riskloom.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.MessyFiles;
import io.riskloom.app.frame.Appearance;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Refusal;
import io.riskloom.app.session.Samples;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DataViewTest {

    @TempDir
    static Path folder;

    private Session session;

    @Start
    void show(Stage stage) throws Exception {
        session = ResultFixtures.session(Files.createTempDirectory(folder, "view"));
        DataView view = new DataView(session, new Texts(Texts.ENGLISH), Samples.unpack(folder.resolve("samples")));
        BorderPane root = new BorderPane(view.content());
        root.setRight(view.context());
        new Appearance(new Texts(Texts.ENGLISH), false).dress(root);
        stage.setScene(new Scene(root, 1280, 820));
        stage.show();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void theListOfOpenFilesMarksTheOneOnThePage(FxRobot robot) throws Exception {
        Path own = Files.createTempDirectory(folder, "refused");
        Path broken = MessyFiles.refused(own);
        Path other = Files.copy(broken, own.resolve("other.csv"));
        robot.clickOn("#data-sample-1");
        robot.interact(() -> session.data().open(List.of(broken, other)));
        assertEquals("refused.csv", chosen(robot));
        robot.clickOn("#data-opened-2");
        assertEquals("other.csv", chosen(robot));
        robot.clickOn("#data-draft-cancel");
        assertEquals("VIX.csv", chosen(robot));
        assertEquals(2, session.data().refused().size());
        robot.clickOn("#data-opened-1");
        assertEquals("refused.csv", chosen(robot));
        robot.clickOn("#data-close-1");
        assertEquals("VIX.csv", chosen(robot));
        assertEquals(
                List.of(other),
                session.data().refused().stream().map(Refusal::file).toList());
    }

    private static String chosen(FxRobot robot) {
        return robot.lookup(".chosen-file").queryButton().getText();
    }

    @Test
    void anAnalystOpensASampleAndLooksAtItFromEverySide(FxRobot robot) {
        assertTrue(robot.lookup("#data-empty-open").queryButton().isVisible());

        robot.clickOn("#data-sample-1");
        assertEquals("VIX.csv", session.dataset().get().name());
        assertFalse(
                robot.lookup("#data-empty-open").query().getParent().getParent().isVisible());
        robot.clickOn("#data-show-findings");
        assertTrue(robot.lookup("#data-findings").query().isVisible());
        assertTrue(robot.lookup("#data-finding-0").query().isVisible());

        robot.clickOn("#data-sample-4");
        robot.clickOn("#data-view-chart");
        assertTrue(robot.lookup("#data-chart").query().isVisible());
        assertFalse(robot.lookup("#data-view-returns").query().isVisible());
        assertFalse(robot.lookup("#data-findings").query().isVisible());
        assertEquals(
                13,
                robot.lookup("#data-choice").queryAs(ComboBox.class).getItems().size());

        robot.clickOn("#data-view-columns");
        assertEquals(
                14,
                robot.lookup("#data-columns")
                        .queryAs(TableView.class)
                        .getItems()
                        .size());
        robot.clickOn("#data-view-table");
        assertEquals(
                15,
                robot.lookup("#data-preview")
                        .queryAs(TableView.class)
                        .getColumns()
                        .size());

        robot.clickOn("#data-train");
        assertEquals("train", session.page().get());
    }

    @Test
    void aRefusedFileIsReadInAnotherWayOrSetAside(FxRobot robot) throws Exception {
        Path refused = MessyFiles.refused(Files.createDirectories(folder.resolve("refused")));
        robot.interact(() -> session.load(refused));
        Labeled words = (Labeled) robot.lookup("#data-draft-verdict .label").query();
        assertTrue(words.getText().startsWith("refused.csv, line 4, column Date"), words.getText());
        assertTrue(robot.lookup("#data-draft-use").queryButton().isDisabled());
        assertTrue(robot.lookup("#data-draft-grid .marked-grave").tryQuery().isPresent());

        choose(robot, "#data-draft-chip-separator", 3);
        assertEquals(
                "tab",
                robot.lookup("#data-draft-chip-separator")
                        .queryAs(MenuButton.class)
                        .getText());
        assertEquals(
                2,
                robot.lookup("#data-draft-grid")
                        .queryAs(TableView.class)
                        .getColumns()
                        .size());
        robot.clickOn("#data-draft-cancel");
        assertTrue(robot.lookup("#data-empty-open").queryButton().isVisible());
    }

    @Test
    void aSettingOfALoadedFileIsChangedInItsTableAndTakenBack(FxRobot robot) {
        robot.clickOn("#data-sample-3");
        String before = session.dataset().get().reading().toJson();
        robot.clickOn("#data-view-table");
        choose(robot, "#data-chip-bad", 2);
        assertFalse(session.dataset().get().reading().settings().bad().isEmpty());
        robot.clickOn("#data-undo");
        assertEquals(before, session.dataset().get().reading().toJson());
        robot.clickOn("#data-close-0");
        assertTrue(robot.lookup("#data-empty-open").queryButton().isVisible());
        assertTrue(robot.lookup("#data-recent-0").query().isVisible());
    }

    private static void choose(FxRobot robot, String chip, int index) {
        MenuButton button = robot.lookup(chip).queryAs(MenuButton.class);
        robot.interact(() -> button.getItems().get(index).fire());
    }
}
