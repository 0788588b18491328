package io.riskloom.app.generate;

import io.riskloom.app.result.FigureTable;
import io.riskloom.app.text.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.layout.VBox;

/** Rows of words and figures under a heading; takes no room while it has no rows. */
final class RowsCard extends VBox {

    private static final int MOST = 20;

    /** @param columns headings, the first of words */
    RowsCard(
            ObservableList<List<String>> rows,
            List<ObservableValue<String>> columns,
            ObservableValue<String> heading,
            ObservableValue<String> note,
            String id) {
        super(8);
        getStyleClass().add("card");
        FigureTable<List<String>> table = new FigureTable<>(id, MOST);
        table.accessibleTextProperty().bind(heading);
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            table.column(columns.get(i), i == 0 ? 220 : 110, i > 0, row -> row.get(at));
        }
        rows.addListener((ListChangeListener<List<String>>) change -> show(table, rows));
        show(table, rows);
        getChildren()
                .addAll(Words.styled(heading, "section-title", id + "-title"), table, Words.note(note, id + "-note"));
    }

    private void show(FigureTable<List<String>> table, List<List<String>> rows) {
        table.show(List.copyOf(rows));
        setVisible(!rows.isEmpty());
        setManaged(!rows.isEmpty());
    }

    /** The simulators after what the rows are called. */
    static List<ObservableValue<String>> simulators(String first, Texts texts) {
        return List.of(
                texts.bind(first),
                texts.bind("generate.generated"),
                texts.bind("challenger.blockBootstrap"),
                texts.bind("challenger.garch"));
    }
}
