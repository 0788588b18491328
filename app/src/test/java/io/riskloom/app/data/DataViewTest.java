package io.riskloom.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.frame.Appearance;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Samples;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
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
        session = ResultFixtures.session(folder);
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
    void anAnalystOpensASampleAndLooksAtItFromEverySide(FxRobot robot) {
        assertTrue(robot.lookup("#data-empty-open").queryButton().isVisible());

        robot.clickOn("#data-sample-1");
        assertEquals("VIX.csv", session.dataset().get().name());
        assertFalse(
                robot.lookup("#data-empty-open").query().getParent().getParent().isVisible());
        robot.clickOn("#data-show-notes");
        assertEquals(
                1,
                robot.lookup("#data-warnings")
                        .queryAs(TableView.class)
                        .getItems()
                        .size());

        robot.clickOn("#data-sample-4");
        assertFalse(robot.lookup("#data-view-warnings").query().isVisible());
        assertTrue(robot.lookup("#data-chart").query().isVisible());
        assertFalse(robot.lookup("#data-warnings").query().isVisible());
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
}
