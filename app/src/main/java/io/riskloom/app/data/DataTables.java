package io.riskloom.app.data;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The tables of the page: first rows, columns, notes. */
final class DataTables {

    private final DataViewModel model;
    private final Texts texts;

    DataTables(DataViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** The first rows as they stand in the file, numbered as data rows from 1. */
    TableView<List<String>> preview() {
        TableView<List<String>> table = table("data-preview");
        table.setItems(model.preview());
        model.header().subscribe(names -> {
            TableColumn<List<String>, Void> number = new TableColumn<>();
            number.textProperty().bind(texts.bind("data.table.row"));
            number.getStyleClass().add("numeric");
            number.setPrefWidth(56);
            number.setSortable(false);
            number.setCellFactory(column -> new RowNumber());
            table.getColumns().setAll(List.of(number));
            for (int i = 0; i < names.size(); i++) {
                int index = i;
                TableColumn<List<String>, String> column = new TableColumn<>(names.get(i));
                column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(
                        index < cell.getValue().size() ? cell.getValue().get(index) : ""));
                column.setPrefWidth(Math.clamp(names.get(i).length() * 8L + 40, 96, 220));
                column.setSortable(false);
                table.getColumns().add(column);
            }
        });
        return table;
    }

    TableView<ColumnRow> columns() {
        TableView<ColumnRow> table = table("data-columns");
        table.setItems(model.columns());
        TableColumn<ColumnRow, Integer> missing = column("data.columns.missing", ColumnRow::missing, 120);
        show(missing, count -> Formats.number(count, 0));
        TableColumn<ColumnRow, Double> share = column("data.columns.share", ColumnRow::share, 120);
        show(share, part -> Formats.percent(part, 1));
        table.getColumns()
                .setAll(List.of(
                        column("data.columns.name", ColumnRow::name, 240),
                        column("data.columns.type", ColumnRow::type, 140),
                        column("data.columns.role", ColumnRow::role, 140),
                        missing,
                        share));
        return table;
    }

    TableView<WarningRow> warnings() {
        TableView<WarningRow> table = table("data-warnings");
        table.setItems(model.warnings());
        TableColumn<WarningRow, String> line = column("data.warnings.line", WarningRow::line, 80);
        numbers(line);
        TableColumn<WarningRow, String> words = column("data.warnings.words", WarningRow::words, 560);
        words.setCellFactory(column -> new WrappedCell());
        table.getColumns().setAll(List.of(line, column("data.warnings.column", WarningRow::column, 140), words));
        return table;
    }

    private static <R> TableView<R> table(String id) {
        TableView<R> table = new TableView<>();
        table.setId(id);
        table.setPlaceholder(new Label());
        return table;
    }

    private <R, V> TableColumn<R, V> column(String key, Function<R, V> value, double width) {
        TableColumn<R, V> column = new TableColumn<>();
        column.textProperty().bind(texts.bind(key));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    private static <R> void numbers(TableColumn<R, String> column) {
        show(column, text -> text);
    }

    /** Right-aligned figures. */
    private static <R, V> void show(TableColumn<R, V> column, Function<V, String> words) {
        column.getStyleClass().add("numeric");
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(V value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty || value == null ? null : words.apply(value));
            }
        });
    }

    private static final class RowNumber extends TableCell<List<String>, Void> {
        RowNumber() {
            getStyleClass().add("muted");
        }

        @Override
        protected void updateItem(Void item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : Formats.number(getIndex() + 1, 0));
        }
    }

    /** A sentence over several lines where it must. */
    private static final class WrappedCell extends TableCell<WarningRow, String> {
        private final Label label = new Label();

        WrappedCell() {
            label.setWrapText(true);
            label.maxWidthProperty().bind(widthProperty().subtract(24));
        }

        @Override
        protected void updateItem(String words, boolean empty) {
            super.updateItem(words, empty);
            label.setText(words);
            setGraphic(empty ? null : label);
        }
    }
}
