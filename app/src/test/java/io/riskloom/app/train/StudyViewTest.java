package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.frame.Appearance;
import io.riskloom.app.session.HeldStudy;
import io.riskloom.app.session.Samples;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StudyViewTest {

    @TempDir
    static Path folder;

    private final HeldStudy engines = new HeldStudy();
    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;

    @Start
    void show(Stage stage) throws Exception {
        session = engines.session(folder);
        TrainView view = new TrainView(session, texts);
        BorderPane root = new BorderPane(view.content());
        root.setRight(view.context());
        new Appearance(texts, false).dress(root);
        stage.setScene(new Scene(root, 1280, 820));
        stage.show();
        session.load(Samples.unpack(folder.resolve("samples")).get(3));
        engines.until(() -> session.dataset().get() != null);
    }

    @AfterEach
    void close() {
        engines.end();
        session.close();
    }

    @Test
    void anAnalystTrainsTwoFoldsReadsThemAndLooksAtOne(FxRobot robot) {
        choose(robot, "#train-scheme", "kfold");
        type(robot, "#train-folds", "2");
        until(robot, () -> robot.lookup("#train-start").queryButton().getText().equals("Train 2 runs"));
        GridPane split = robot.lookup("#train-split").queryAs(GridPane.class);
        assertEquals(
                2,
                split.getChildren().stream().filter(SplitBar.class::isInstance).count());
        assertEquals("2 folds, a run each", words(robot, "#train-split-runs"));
        assertEquals("Train 2 runs", robot.lookup("#train-start").queryButton().getText());

        robot.clickOn("#train-start");
        until(
                robot,
                () -> engines.trains(1)
                        && robot.lookup("#study-stop").queryButton().isVisible());
        assertFalse(robot.lookup("#train-start").queryButton().isVisible());
        robot.interact(() -> engines.finish(1, 0.8, 0.75));
        until(robot, () -> engines.trains(2));
        robot.interact(() -> engines.finish(2, 0.7, 0.69));
        until(robot, () -> !session.studies().running());

        assertTrue(words(robot, "#study-banner .label").contains("mean AUC over 2 folds 0.750"));
        assertTrue(robot.lookup("#study-banner").query().getStyleClass().contains("good"));
        assertTrue(robot.lookup("#study-scores .label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().equals("+0.030 ± 0.028")));
        Node second = robot.lookup("#study-table .table-row-cell").queryAll().stream()
                .filter(node -> node instanceof TableRow<?> row && row.getIndex() == 1)
                .findFirst()
                .orElseThrow();
        robot.clickOn(second);
        assertFalse(robot.lookup("#study-table").query().getParent().getParent().isVisible());
        assertEquals("Study 0001 · MLP 64-32 ×5 · K-fold · fold 2 of 2", words(robot, "#study-link"));
        robot.clickOn("#study-link");
        assertTrue(robot.lookup("#study-table").query().getParent().getParent().isVisible());
    }

    @Test
    void whyARunFailedStandsBelowTheTable(FxRobot robot) {
        choose(robot, "#train-scheme", "kfold");
        type(robot, "#train-folds", "2");
        until(robot, () -> robot.lookup("#train-start").queryButton().getText().equals("Train 2 runs"));
        robot.clickOn("#train-start");
        until(robot, () -> engines.trains(1));
        assertFalse(robot.lookup("#study-reasons").query().isVisible());
        robot.interact(() -> engines.finish(1, 0.8, 0.75));
        until(robot, () -> engines.trains(2));
        robot.interact(() -> engines.fail(2, Notice.of("run.error.noCuda")));
        until(robot, () -> !session.studies().running());
        assertEquals("Fold 2: " + texts.get("run.error.noCuda"), words(robot, "#study-reasons .label"));
        assertTrue(robot.lookup("#study-reasons").query().isVisible());
    }

    @Test
    void groupedAsksForAColumnAndIsNoFault(FxRobot robot) {
        choose(robot, "#train-scheme", "grouped");
        until(robot, () -> words(robot, "#train-plan-sentence .label").equals(texts.get("train.groups.none")));
        assertFalse(robot.lookup("#train-plan-sentence").query().getStyleClass().contains("bad"));
        assertTrue(robot.lookup("#train-start").queryButton().isDisabled());
    }

    private void until(FxRobot robot, BooleanSupplier reached) {
        robot.interact(() -> {
            engines.until(reached);
            return null;
        });
    }

    @SuppressWarnings("unchecked")
    private static void choose(FxRobot robot, String id, String word) {
        ComboBox<String> box = robot.lookup(id).queryAs(ComboBox.class);
        robot.interact(() -> box.setValue(word));
    }

    private static void type(FxRobot robot, String id, String words) {
        robot.interact(() -> robot.lookup(id).queryAs(TextField.class).setText(words));
    }

    private static String words(FxRobot robot, String query) {
        return robot.lookup(query).queryLabeled().getText();
    }
}
