package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.Styles;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
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
class CreditViewTest {

    @TempDir
    static Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;

    @Start
    void show(Stage stage) {
        session = ResultFixtures.session(folder);
        CreditView view = new CreditView(session, texts);
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
        robot.clickOn("#credit-train-first");
        assertEquals("train", session.page().get());
    }

    @Test
    void oneCutOffMovesTheMatrixAndTheRates(FxRobot robot) {
        robot.interact(() -> ResultFixtures.add(session, CreditFixture.run("r1")));
        assertEquals("4 · 40.0%", words(robot, "#credit-good-approved"));
        robot.interact(
                () -> robot.lookup("#credit-cut-off").queryAs(Slider.class).setValue(0.51));
        assertEquals("5 · 50.0%", words(robot, "#credit-good-approved"));
        assertEquals(
                "0.51",
                robot.lookup("#credit-cut-off-field").queryTextInputControl().getText());
        robot.clickOn("#credit-to-ks");
        assertEquals(
                "0.6",
                robot.lookup("#credit-cut-off-field").queryTextInputControl().getText());
        assertTrue(robot.lookup("#credit-verdict").query().getStyleClass().contains("good"));
    }

    @Test
    void aCutOffOutsideTheRangeIsMarkedAndNotTaken(FxRobot robot) {
        robot.interact(() -> ResultFixtures.add(session, CreditFixture.run("r1")));
        TextInputControl field = robot.lookup("#credit-cut-off-field").queryTextInputControl();
        robot.interact(() -> {
            field.setText("1.5");
            field.fireEvent(new ActionEvent());
        });
        assertTrue(field.getPseudoClassStates().contains(Styles.STATE_DANGER));
        assertEquals(0.5, robot.lookup("#credit-cut-off").queryAs(Slider.class).getValue());
        robot.interact(() -> {
            field.setText("0.51");
            field.fireEvent(new ActionEvent());
        });
        assertEquals(0.51, robot.lookup("#credit-cut-off").queryAs(Slider.class).getValue());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }
}
