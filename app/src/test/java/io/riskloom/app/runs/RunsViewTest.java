package io.riskloom.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.frame.Appearance;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RunsViewTest {

    @TempDir
    static Path folder;

    private Session session;

    @Start
    void show(Stage stage) {
        session = ResultFixtures.session(folder);
        RunsView view = new RunsView(session, new Texts(Texts.ENGLISH));
        BorderPane root = new BorderPane(view.content());
        // as wide as the frame's own panel
        ((Region) view.context()).setPrefWidth(296);
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
    void anAnalystSortsCopiesShowsAndDeletesRuns(FxRobot robot) {
        assertTrue(robot.lookup("#runs-go-train").queryButton().isVisible());
        Run begun = session.project()
                .begin(Specs.defaults("generate", "p.csv"), new Provenance("ab12", "cpu", 1, Map.of()));
        Run cancelled = session.project().finish(begun.id(), new Outcome.Cancelled(), 300);
        robot.interact(() -> session.runs().setAll(List.of(RunsFixture.forecast(), cancelled, RunsFixture.credit())));
        @SuppressWarnings("unchecked")
        TableView<RunRow> table = robot.lookup("#runs-table").queryAs(TableView.class);
        assertEquals(3, table.getItems().size());

        // cells bear their column's id too
        Node header = robot.lookup(".column-header")
                .match(node -> "runs-seconds".equals(node.getId()))
                .query();
        robot.clickOn(header);
        assertEquals(
                List.of(9.0, 48.0, 300.0),
                table.getItems().stream().map(RunRow::seconds).toList());

        robot.interact(() -> table.getSelectionModel().select(0));
        robot.clickOn("#runs-copy");
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertEquals(RunsFixture.credit().spec(), Specs.parse(copied[0]));
        robot.clickOn("#runs-show");
        assertEquals("credit", session.page().get());

        robot.interact(() -> table.getSelectionModel().select(2));
        assertTrue(robot.lookup("#runs-show").queryButton().isDisabled());
        robot.clickOn("#runs-delete");
        robot.clickOn("#runs-delete-no");
        assertFalse(
                robot.lookup("#runs-delete-yes").query().getParent().getParent().isVisible());
        robot.clickOn("#runs-delete");
        robot.clickOn("#runs-delete-yes");
        assertEquals(List.of(), session.project().runs());
        assertEquals(2, table.getItems().size());
    }
}
