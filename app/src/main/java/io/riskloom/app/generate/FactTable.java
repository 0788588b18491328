package io.riskloom.app.generate;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.FactLight;
import io.riskloom.app.result.FigureTable;
import io.riskloom.app.text.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.layout.VBox;

/** Stylised facts with their bands and, for each simulator, its value and its traffic light. */
final class FactTable extends VBox {

    private static final int MOST = 24;
    /** Width of all columns of values. */
    private static final double VALUES = 318;

    /** @param simulators headings of the columns of values */
    FactTable(
            ObservableList<FactRow> rows,
            List<ObservableValue<String>> simulators,
            ObservableValue<String> heading,
            Texts texts,
            String id) {
        super(8);
        setId(id + "-card");
        getStyleClass().add("card");
        FigureTable<FactRow> table = new FigureTable<>(id, MOST);
        table.accessibleTextProperty().bind(heading);
        table.column("generate.facts.fact", 250, false, texts, FactRow::name);
        table.column("generate.facts.real", 78, true, texts, FactRow::real);
        table.column("generate.facts.band", 140, true, texts, FactRow::band);
        table.column(texts.bind("generate.facts.bar"), 92, false, row -> "", BandBar::new);
        for (int i = 0; i < simulators.size(); i++) {
            int at = i;
            table.column(
                    simulators.get(i),
                    VALUES / simulators.size(),
                    true,
                    row -> row.values().get(at).words(),
                    new FigureTable.Sign<>(
                            texts.bind("generate.facts.light"),
                            row -> Lights.icon(row.values().get(at).light()),
                            row -> FactLight.meaning(row.values().get(at).light(), texts)));
        }
        table.show(rows);
        rows.addListener((ListChangeListener<FactRow>) change -> table.show(List.copyOf(rows)));
        getChildren()
                .addAll(
                        Words.styled(heading, "section-title", id + "-count"),
                        table,
                        Words.note(texts.bind("generate.facts.legend"), id + "-legend"));
        Cards.grow(this);
    }
}
