package io.riskloom.app.data;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The columns of the file: what each is, what is missing, how it is spread; its role can be changed. */
final class ColumnTable extends TableView<ColumnRow> {

    private final DataViewModel model;
    private final Texts texts;

    /** @param compared whether the shift against another file is shown */
    ColumnTable(DataViewModel model, Texts texts, ObservableValue<Boolean> compared) {
        super(model.columns());
        this.model = model;
        this.texts = texts;
        setId("data-columns");
        setPlaceholder(new Label());
        TableColumn<ColumnRow, String> role = column("data.columns.role", ColumnRow::role, 152);
        role.setCellFactory(c -> new RoleCell());
        TableColumn<ColumnRow, Double> shift = figures("data.columns.shift", ColumnRow::shift, 72, Formats::compact);
        shift.visibleProperty().bind(compared);
        getColumns()
                .setAll(List.of(
                        column("data.columns.name", ColumnRow::name, 160),
                        column("data.columns.type", ColumnRow::type, 84),
                        role,
                        figures("data.columns.missing", ColumnRow::missing, 80, count -> Formats.number(count, 0)),
                        figures("data.columns.share", ColumnRow::share, 72, part -> Formats.percent(part, 1)),
                        column("data.columns.range", ColumnRow::range, 196),
                        figures("data.columns.distinct", ColumnRow::distinct, 80, ColumnTable::count),
                        figures("data.columns.outliers", ColumnRow::outliers, 80, ColumnTable::count),
                        shift));
    }

    private static String count(int number) {
        return number < 0 ? Formats.number(Double.NaN, 0) : Formats.number(number, 0);
    }

    private <V> TableColumn<ColumnRow, V> column(String key, Function<ColumnRow, V> value, double width) {
        TableColumn<ColumnRow, V> column = new TableColumn<>();
        column.textProperty().bind(texts.bind(key));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    /** Right-aligned figures. */
    private <V> TableColumn<ColumnRow, V> figures(
            String key, Function<ColumnRow, V> value, double width, Function<V, String> words) {
        TableColumn<ColumnRow, V> column = column(key, value, width);
        column.getStyleClass().add("numeric");
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(V item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words.apply(item));
            }
        });
        return column;
    }

    /** The role in words, with a menu of the others. */
    private final class RoleCell extends TableCell<ColumnRow, String> {
        private final MenuButton button = new MenuButton();

        RoleCell() {
            button.getStyleClass().add("chip");
            button.setMaxWidth(Double.MAX_VALUE);
            button.disableProperty().bind(model.corrections().ready().not());
        }

        @Override
        protected void updateItem(String role, boolean empty) {
            super.updateItem(role, empty);
            setGraphic(empty || role == null ? null : button);
            if (!empty && role != null) {
                String column = getTableRow().getItem() == null
                        ? getTableView().getItems().get(getIndex()).name()
                        : getTableRow().getItem().name();
                button.setId("data-role-" + getIndex());
                button.setText(texts.get("data.role." + role));
                button.setAccessibleText(column + " " + button.getText());
                button.getItems()
                        .setAll(model.roles().stream()
                                .map(other -> item(column, role, other))
                                .toList());
            }
        }

        private RadioMenuItem item(String column, String role, String other) {
            RadioMenuItem item = new RadioMenuItem(texts.get("data.role." + other));
            item.setSelected(other.equals(role));
            item.setOnAction(event -> model.corrections().role(column, other));
            return item;
        }
    }
}
