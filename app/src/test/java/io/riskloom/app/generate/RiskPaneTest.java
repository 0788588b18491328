package io.riskloom.app.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.FigureTable;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
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

@ExtendWith(ApplicationExtension.class)
class RiskPaneTest {

    @TempDir
    static Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private RiskModel model;

    @Start
    void show(Stage stage) {
        session = ResultFixtures.session(
                folder, request -> RiskFixture.paths(request.paths(), request.length(), request.seed()));
        model = new RiskModel(session, new ChosenRun(session, texts, "generate"));
        ScrollPane page = new ScrollPane(new RiskPane(model, texts).node());
        page.setFitToWidth(true);
        stage.setScene(new Scene(page, 1200, 1150));
        stage.show();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aDayAtTheDeskByMouse(FxRobot robot) {
        robot.interact(() -> ResultFixtures.add(session, RiskFixture.run("r1")));
        assertFalse(node(robot, "#risk-results").isVisible());
        TableView<?> backtests = table(robot, "#risk-backtests");
        assertEquals(9, backtests.getItems().size());
        robot.interact(() -> model.position().paths().set(1000));
        robot.clickOn("#risk-simulate");
        assertTrue(node(robot, "#risk-results").isVisible());
        assertEquals(15, table(robot, "#risk-table").getItems().size());
        ChartModel.BarChart bars = chart(robot, "#risk-var", ChartModel.BarChart.class);
        assertEquals("Generated", bars.bars().getFirst().name());
        double before = bars.bars().getFirst().value();
        assertTrue(bars.bars().getFirst().low() < before
                && before < bars.bars().getFirst().high());
        robot.clickOn("#risk-short");
        assertFalse(before
                == chart(robot, "#risk-var", ChartModel.BarChart.class)
                        .bars()
                        .getFirst()
                        .value());
        robot.clickOn("#risk-days-1");
        assertEquals(1, model.position().days().get());
        assertTrue(words(robot, "#risk-error").startsWith("Of 1,000 generated paths"), words(robot, "#risk-error"));
    }

    @Test
    void aDayAtTheDeskByKeyboard(FxRobot robot) {
        robot.interact(() -> ResultFixtures.add(session, RiskFixture.run("r1")));
        robot.interact(() -> model.position().paths().set(1000));
        robot.interact(() -> node(robot, "#risk-amount").requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("500").push(KeyCode.ENTER);
        assertEquals(500, model.position().amount().get());
        robot.interact(() -> node(robot, "#risk-simulate").requestFocus());
        robot.push(KeyCode.SPACE);
        TableView<?> worst = table(robot, "#risk-worst");
        assertEquals(10, worst.getItems().size());
        robot.interact(worst::requestFocus);
        robot.push(KeyCode.DOWN);
        assertNotNull(chart(robot, "#risk-course", ChartModel.LineChart.class));
        assertTrue(
                words(robot, "#risk-nearest-words").contains("is nearest to 20")
                        || words(robot, "#risk-nearest-words").contains("are nearest to 20"),
                words(robot, "#risk-nearest-words"));
        String copied = ((FigureTable<?>) table(robot, "#risk-table")).text();
        assertTrue(copied.startsWith("Level\tScenarios of\tVaR\t"), copied);
        assertEquals(16, copied.split("\n").length);
        robot.interact(() -> table(robot, "#risk-backtests").requestFocus());
        robot.push(KeyCode.DOWN);
        ChartModel.DateChart days = chart(robot, "#risk-exceedances", ChartModel.DateChart.class);
        assertEquals(RiskFixture.TEST, days.dates().size());
    }

    @Test
    void aRunOfAnEarlierVersionSaysWhatToDo(FxRobot robot) {
        robot.interact(() -> ResultFixtures.add(session, GenerateFixture.run("r0")));
        assertTrue(node(robot, "#risk-old").isVisible());
        assertTrue(
                robot.lookup("#risk-simulate").queryAllAs(Node.class).stream().noneMatch(RiskPaneTest::seen));
        assertTrue(words(robot, "#risk-old").startsWith("This run was trained by an earlier version"));
    }

    private static boolean seen(Node node) {
        return node == null || node.isVisible() && seen(node.getParent());
    }

    private static Node node(FxRobot robot, String id) {
        return robot.lookup(id).query();
    }

    private static TableView<?> table(FxRobot robot, String id) {
        return robot.lookup(id).queryTableView();
    }

    private static <T> T chart(FxRobot robot, String id, Class<T> kind) {
        return kind.cast(robot.lookup(id).queryAs(ChartView.class).getModel());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }
}
