package io.riskloom.app.generate;

import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Stylised facts with traffic lights; the light's shape and words say the same as its colour. */
final class FactTable {

    private final GenerateViewModel model;
    private final Texts texts;

    FactTable(GenerateViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node node() {
        TableView<FactRow> table = new TableView<>(model.facts());
        table.setId("generate-facts");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("generate.facts.fact", FactRow::name, false, row -> null));
        table.getColumns().add(column("generate.facts.real", FactRow::real, true, row -> null));
        table.getColumns().add(column("generate.facts.band", FactRow::band, true, row -> null));
        table.getColumns().add(column("generate.facts.generated", FactRow::generated, true, FactRow::good));
        table.getColumns().add(column("generate.facts.bootstrap", FactRow::bootstrap, true, FactRow::bootstrapGood));
        table.getColumns().getFirst().setMinWidth(180);
        table.getColumns().get(2).setMinWidth(160);
        Label count = Cards.label(model.factCount(), "section-title");
        Label note = Cards.label(texts.bind("generate.facts.note"), "caption");
        VBox card = Cards.card(count, note, Cards.grow(table));
        card.setId("generate-facts-card");
        return card;
    }

    /** @param light whether the row's value is inside the band, null where the column has no light */
    private TableColumn<FactRow, FactRow> column(
            String key, Function<FactRow, String> words, boolean numeric, Function<FactRow, Boolean> light) {
        TableColumn<FactRow, FactRow> column = new TableColumn<>();
        column.textProperty().bind(texts.bind(key));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new FactCell(words, light, numeric));
        if (numeric) {
            column.getStyleClass().add("numeric");
        }
        return column;
    }

    private final class FactCell extends TableCell<FactRow, FactRow> {
        private final Function<FactRow, String> words;
        private final Function<FactRow, Boolean> light;

        FactCell(Function<FactRow, String> words, Function<FactRow, Boolean> light, boolean numeric) {
            this.words = words;
            this.light = light;
            if (numeric) {
                getStyleClass().add("numeric");
            }
        }

        @Override
        protected void updateItem(FactRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : words.apply(row));
            setGraphic(null);
            setTooltip(null);
            Boolean inside = empty || row == null ? null : light.apply(row);
            if (inside != null) {
                FontIcon icon = new FontIcon(inside ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE);
                icon.setIconSize(14);
                // the icon keeps its own font in its style, so the colour is added to it
                icon.setStyle(
                        icon.getStyle() + "; -fx-icon-color: " + (inside ? "-color-success-fg;" : "-color-danger-fg;"));
                String meaning = texts.get(inside ? "generate.facts.inside" : "generate.facts.outside");
                setTooltip(new Tooltip(meaning));
                setAccessibleText(words.apply(row) + ", " + meaning);
                setGraphic(icon);
            }
        }
    }
}
