package io.riskloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.session.LiveRun.Steering;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.ChildEngine;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineStarter;
import io.riskloom.engine.store.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a newcomer does first, with a real child process: start, Train, forecast; and what happens when the child is killed. */
@ExtendWith(ApplicationExtension.class)
class FirstRunJourneyTest {

    @TempDir
    private static Path folder;

    private final AtomicReference<Engine> child = new AtomicReference<>();
    private Workbench workbench;
    private Session session;

    @Start
    private void start(Stage stage) throws Exception {
        EngineStarter spying = (options, events) -> {
            child.set(EngineStarter.child().start(options, events));
            return child.get();
        };
        Path own = Files.createTempDirectory(folder, "journey");
        workbench = new Workbench(
                Project.open(own.resolve("project")),
                Tasks.forWindow(),
                spying,
                new Texts(Texts.ENGLISH),
                own.resolve("samples"));
        session = workbench.session();
        Scene scene = new Scene(workbench.root(), 1440, 900);
        workbench.keys(scene);
        stage.setScene(scene);
        stage.show();
        workbench.begin(List.of());
    }

    @AfterEach
    void closeTheWorkbench() {
        workbench.close();
    }

    @Test
    void fromTheFirstStartToTheForecastChart(FxRobot robot) throws Exception {
        await(60, () -> session.dataset().get() != null);
        assertEquals("SP500.csv", session.dataset().get().name());
        ChartView prices = robot.lookup("#data-chart").queryAs(ChartView.class);
        await(20, () -> prices.getModel() instanceof ChartModel.PriceChart);

        train(robot, 2);
        await(120, () -> !session.training());
        Run run = session.live().get().run().get();
        assertInstanceOf(Outcome.Finished.class, run.outcome(), () -> String.valueOf(run.outcome()));
        assertEquals(2, run.epochs().size());

        robot.clickOn("#rail-forecast");
        ChartView forecast = robot.lookup("#forecast-chart").queryAs(ChartView.class);
        await(20, () -> forecast.getModel() instanceof ChartModel.ForecastChart);
        assertNotNull(robot.lookup("#forecast-verdict").query());
        assertEquals(1, session.project().runs().size());
    }

    @Test
    void aKilledChildLeavesTheWindowAliveAndTheRunFailedWithItsCheckpoint(FxRobot robot) throws Exception {
        await(60, () -> session.dataset().get() != null);
        train(robot, 200);
        await(120, () -> !session.live().get().epochs().isEmpty());
        ProcessHandle.of(((ChildEngine) child.get()).pid()).orElseThrow().destroyForcibly();

        await(30, () -> !session.training());
        Run run = session.live().get().run().get();
        assertInstanceOf(Outcome.Failed.class, run.outcome());
        assertTrue(Files.exists(session.project().modelFolder(run.id()).resolve("checkpoint.safetensors")));
        robot.clickOn("#rail-runs");
        assertEquals("runs", session.page().get());
        assertEquals(
                "failed",
                session.project().run(run.id()).orElseThrow().outcome().word());
    }

    @Test
    void aRunWhoseChildWasKilledIsResumedPausedAndKept(FxRobot robot) throws Exception {
        await(60, () -> session.dataset().get() != null);
        train(robot, 200);
        await(120, () -> !session.live().get().epochs().isEmpty());
        ProcessHandle.of(((ChildEngine) child.get()).pid()).orElseThrow().destroyForcibly();
        await(30, () -> !session.training());
        int before = session.live().get().epochs().size();

        Button resume = robot.lookup("#train-resume").queryButton();
        await(10, () -> !resume.isDisabled());
        robot.clickOn(resume);
        await(60, () -> session.training() && session.live().get().epochs().size() > before);
        robot.clickOn("#train-pause");
        await(30, () -> session.live().get().steering().get() == Steering.PAUSED);
        robot.clickOn("#train-keep");
        await(120, () -> !session.training());
        Run run = session.live().get().run().get();
        assertInstanceOf(Outcome.Finished.class, run.outcome(), () -> String.valueOf(run.outcome()));
        assertTrue(run.epochs().size() > before && run.epochs().size() < 200);
        assertEquals(1, session.project().runs().size());
    }

    @Test
    void cancelIsAcknowledgedAtOnceAndTheRunIsKept(FxRobot robot) throws Exception {
        await(60, () -> session.dataset().get() != null);
        train(robot, 200);
        await(120, () -> !session.live().get().epochs().isEmpty());
        // The engine may have stopped before the robot looks again, so what the status bar said is written down.
        List<String> said = new CopyOnWriteArrayList<>();
        Label status = robot.lookup("#status-work").queryAs(Label.class);
        robot.interact(() -> status.textProperty().addListener((o, was, is) -> said.add(is)));
        robot.clickOn("#train-stop");
        assertTrue(session.live().get().stopping().get());
        assertTrue(said.contains("Stopping…"), said.toString());
        await(30, () -> !session.training());
        Run run = session.live().get().run().get();
        assertInstanceOf(Outcome.Cancelled.class, run.outcome());
        assertFalse(run.epochs().isEmpty());
    }

    /** A small network, so that the journey takes seconds. */
    private void train(FxRobot robot, int epochs) throws Exception {
        robot.clickOn("#rail-train");
        type(robot, "#train-units", "8");
        type(robot, "#train-epochs", Integer.toString(epochs));
        type(robot, "#train-patience", "1000");
        robot.clickOn("#train-start");
        await(30, () -> session.live().get() != null);
    }

    private static void type(FxRobot robot, String field, String value) {
        TextField editor = robot.lookup(field).queryAs(TextField.class);
        robot.interact(() -> editor.setText(value));
    }

    private static void await(int seconds, Callable<Boolean> condition) throws Exception {
        waitFor(seconds, TimeUnit.SECONDS, condition);
    }
}
