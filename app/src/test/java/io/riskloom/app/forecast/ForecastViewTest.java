package io.riskloom.app.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ForecastViewTest {

    @TempDir
    static Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;

    @Start
    void show(Stage stage) {
        session = ResultFixtures.session(folder);
        ForecastView view = new ForecastView(session, texts);
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
        robot.clickOn("#forecast-train-first");
        assertEquals("train", session.page().get());
    }

    @Test
    void aFinishedRunFillsThePageAndFollowsTheLanguage(FxRobot robot) throws Exception {
        Run run = ForecastFixture.run("r1", 0, ForecastFixture.prices(folder));
        robot.interact(() -> ResultFixtures.add(session, run));
        assertFalse(shown(robot, "#forecast-train-first"));
        assertTrue(shown(robot, "#forecast-chart"));
        assertTrue(shown(robot, "#forecast-verdict"));
        assertTrue(robot.lookup("#forecast-verdict").query().getStyleClass().contains("neutral"));
        assertEquals(
                "1.012",
                robot.lookup("#kpi-relMae .kpi-value").queryAs(Labeled.class).getText());
        Slider step = robot.lookup("#forecast-step").queryAs(Slider.class);
        assertEquals(1, step.getMax());
        robot.interact(step::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertEquals(
                "2 days ahead",
                robot.lookup("#forecast-step-days").queryAs(Labeled.class).getText());
        robot.interact(() -> texts.locale().set(Texts.CHINESE));
        assertEquals(
                "导出预测…", robot.lookup("#forecast-export").queryAs(Button.class).getText());
        assertEquals("预测", robot.lookup(".page-title").queryAs(Labeled.class).getText());
    }

    @Test
    void warningsStandBelowTheVerdictAndNotesAreMutedInThePanel(FxRobot robot) throws Exception {
        Run run = ResultFixtures.run(
                "r9",
                0,
                ResultFixtures.spec("forecast", ForecastFixture.prices(folder)),
                "",
                ForecastFixture.evaluation(
                        List.of(Notice.of("run.note.joinedBlocks", 60), Notice.of("run.warning.coverage", "71.2"))));
        robot.interact(() -> ResultFixtures.add(session, run));
        Pane warnings = robot.lookup("#run-warnings").query();
        Pane notes = robot.lookup("#run-notes").query();
        assertEquals(1, warnings.getChildren().size());
        Labeled warning = (Labeled) warnings.getChildren().getFirst();
        assertTrue(warning.getText().contains("71.2"));
        assertTrue(warning.getStyleClass().contains("amber-text"));
        Pane page = (Pane) warnings.getParent();
        assertEquals(
                "forecast-verdict",
                page.getChildren().get(page.getChildren().indexOf(warnings) - 1).getId());
        Labeled note = (Labeled) notes.getChildren().getFirst();
        assertEquals(1, notes.getChildren().size());
        assertTrue(note.getStyleClass().contains("muted"));
        assertNotSame(page, notes.getParent());
    }

    private static boolean shown(FxRobot robot, String id) {
        for (var node = robot.lookup(id).query(); node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
