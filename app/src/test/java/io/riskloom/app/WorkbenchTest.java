package io.riskloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.session.Samples;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.service.EngineFailure;
import io.riskloom.engine.store.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The frame around the pages, and every page in both languages and both themes. */
@ExtendWith(ApplicationExtension.class)
class WorkbenchTest {

    @TempDir
    private static Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Workbench workbench;
    private Session session;
    private List<Path> samples;

    @Start
    private void start(Stage stage) throws Exception {
        Path own = Files.createTempDirectory(folder, "workbench");
        samples = Samples.unpack(own.resolve("samples"));
        workbench = new Workbench(
                Project.open(own.resolve("project")),
                new Tasks(Runnable::run, Runnable::run),
                (options, events) -> {
                    throw new EngineFailure(Notice.of("service.childNotStarted", "none in this test"), null);
                },
                texts,
                own.resolve("samples"));
        session = workbench.session();
        Scene scene = new Scene(workbench.root(), 1440, 900);
        workbench.keys(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void closeTheWorkbench(FxRobot robot) {
        robot.interact(() -> {
            texts.locale().set(Texts.ENGLISH);
            workbench.appearance().dark().set(false);
            workbench.close();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "train", "forecast", "credit", "generate", "inside", "playground", "runs"})
    void pagesShowWholeWordsInBothLanguagesAndThemes(String page, FxRobot robot) throws Exception {
        Path sample = samples.get(page.equals("credit") ? 3 : 0);
        robot.interact(() -> session.load(sample));
        for (boolean chinese : new boolean[] {false, true}) {
            for (boolean dark : new boolean[] {false, true}) {
                robot.interact(() -> {
                    texts.locale().set(chinese ? Texts.CHINESE : Texts.ENGLISH);
                    workbench.appearance().dark().set(dark);
                    session.page().set(page);
                    workbench.root().applyCss();
                    workbench.root().layout();
                });
                WritableImage[] image = new WritableImage[1];
                List<String> cut = new ArrayList<>();
                robot.interact(() -> {
                    image[0] = workbench.root().getScene().snapshot(null);
                    CutWords.collect(workbench.root(), cut);
                });
                String name = page + (dark ? "-dark" : "-light") + (chinese ? "-zh" : "-en");
                assertEquals(List.of(), cut, "cut off on " + name);
                assertTrue(colours(image[0]) > 20, name + " is blank");
                Path file = Path.of("target/snapshots", name + ".png");
                Files.createDirectories(file.getParent());
                ImageIO.write(SwingFXUtils.fromFXImage(image[0], null), "png", file.toFile());
            }
        }
    }

    @Test
    void theCommandListGoesWhereItsWordsSay(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("runs");
        assertEquals(
                1,
                robot.lookup("#command-results")
                        .queryAs(ListView.class)
                        .getItems()
                        .size());
        robot.push(KeyCode.ENTER);
        assertEquals("runs", session.page().get());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertTrue(robot.lookup("#command-results").query().isVisible());
        robot.push(KeyCode.ESCAPE);
        assertFalse(
                robot.lookup("#command-results").query().getParent().getParent().isVisible());
    }

    @Test
    void arrowsStepThePlaygroundWhereverTheFocusIs(FxRobot robot) {
        robot.clickOn("#rail-playground");
        robot.push(KeyCode.RIGHT);
        assertEquals("playground", session.page().get());
        assertEquals(
                "2 / 25",
                robot.lookup("#playground-place").queryAs(Labeled.class).getText());
    }

    @Test
    void languageAndThemeSwitchAtOnceAndAreRemembered(FxRobot robot) {
        robot.clickOn("#switch-language");
        assertEquals("数据", robot.lookup("#rail-data").queryAs(Labeled.class).getText());
        assertEquals("zh", session.project().setting(Workbench.LANGUAGE).orElseThrow());
        robot.clickOn("#switch-theme");
        assertTrue(workbench.root().getStyleClass().contains("dark"));
        assertEquals("true", session.project().setting("dark").orElseThrow());
    }

    @Test
    void aProblemIsSaidInTheReadersLanguageAndGoesWhenDismissed(FxRobot robot) {
        robot.interact(() -> session.report(Notice.of("common.error.noFile", "a.csv")));
        Labeled words = robot.lookup("#problem-text").queryAs(Labeled.class);
        assertTrue(words.getText().startsWith("The file a.csv is not there"));
        robot.interact(() -> texts.locale().set(Texts.CHINESE));
        assertTrue(words.getText().startsWith("文件 a.csv 不存在"));
        robot.clickOn("#problem-dismiss");
        assertFalse(words.getParent().isVisible());
    }

    private static int colours(WritableImage image) {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                seen.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return seen.size();
    }
}
