package io.riskloom.app.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.riskloom.app.text.Texts;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FigureTableTest {

    private static final String LONG = "a level whose name has many more words than its column is wide";

    private FigureTable<List<String>> table;

    @Start
    void show(Stage stage) {
        table = new FigureTable<>("figures", 4);
        table.column("credit.column.bin", 100, false, new Texts(Texts.ENGLISH), row -> row.get(0))
                .column(new SimpleStringProperty("=A1"), 120, true, row -> row.get(1));
        stage.setScene(new Scene(table, 240, 200));
        stage.show();
    }

    @Test
    void aCellThatIsCutOffHasItsWordsUnderThePointer(FxRobot robot) {
        robot.interact(() -> table.show(List.of(List.of(LONG, "1"), List.of("own", "2"))));
        assertEquals(LONG, cell(robot, LONG).getTooltip().getText());
        assertNull(cell(robot, "own").getTooltip());
    }

    private static Labeled cell(FxRobot robot, String words) {
        return robot.lookup(".table-cell")
                .match((Labeled cell) -> words.equals(cell.getText()))
                .query();
    }

    @Test
    void aCopyIsSafeInASpreadsheet(FxRobot robot) {
        robot.interact(
                () -> table.show(List.of(List.of("=HYPERLINK(1)", "−0.3"), List.of("a\tb", "−1.5 (−2.0 to −1.0)"))));
        assertEquals("Bin\t'=A1\n'=HYPERLINK(1)\t-0.3\na b\t-1.5 (-2.0 to -1.0)", table.text());
    }
}
