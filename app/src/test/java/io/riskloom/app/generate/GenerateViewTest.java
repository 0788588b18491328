package io.riskloom.app.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.PathSet;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
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
class GenerateViewTest {

    @TempDir
    static Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;

    @Start
    void show(Stage stage) {
        session = ResultFixtures.session(
                folder, request -> new PathSet(new double[request.paths()][request.length()], 50));
        GenerateView view = new GenerateView(session, texts);
        BorderPane root = new BorderPane(view.content(), null, view.context(), null, null);
        stage.setScene(new Scene(root, 1256, 900));
        stage.show();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void anEmptyPageLeadsToTraining(FxRobot robot) {
        robot.clickOn("#generate-train-first");
        assertEquals("train", session.page().get());
    }

    @Test
    void generatingRedrawsAndTheFactsAreATabAway(FxRobot robot) {
        robot.interact(() -> ResultFixtures.add(session, GenerateFixture.run("r1")));
        assertTrue(robot.lookup("#generate-verdict").query().getStyleClass().contains("bad"));
        assertEquals("3 paths of 2 days from 100.00", words(robot, "#generate-summary"));
        robot.clickOn("#generate-go");
        assertEquals("3 paths of 2 days from 50.00", words(robot, "#generate-summary"));
        robot.clickOn("#generate-tab-facts");
        TableView<?> facts = robot.lookup("#generate-facts").queryTableView();
        assertEquals(2, facts.getItems().size());
        assertTrue(robot.lookup("#generate-facts-card").query().isVisible());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }
}
