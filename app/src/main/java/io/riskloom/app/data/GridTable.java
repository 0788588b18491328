package io.riskloom.app.data;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** A file's first rows with their line numbers; cells that something is said about are tinted and say it when pointed at. */
final class GridTable extends TableView<List<String>> {

    private static final double NUMBER_WIDTH = 64;
    private static final double HEAD_WIDTH = 136;
    private static final double LETTER = 8;
    private static final double CELL_PADDING = 24;
    private static final int WIDTH_ROWS = 40;

    private final Texts texts;
    private Function<String, Node> heads;
    private Grid grid = Grid.EMPTY;

    GridTable(Texts texts, String id) {
        this.texts = texts;
        setId(id);
        setPlaceholder(new Label());
        getStyleClass().add("data-grid");
    }

    /** @param control what stands beside a column's name, such as a menu of its roles */
    void heads(Function<String, Node> control) {
        heads = control;
    }

    void show(Grid next) {
        boolean same = heads == null
                && grid.header().equals(next.header())
                && !getColumns().isEmpty();
        grid = next;
        if (!same) {
            List<TableColumn<List<String>, ?>> columns = new ArrayList<>();
            columns.add(lines());
            for (int i = 0; i < next.header().size(); i++) {
                columns.add(column(i, next.header().get(i)));
            }
            getColumns().setAll(columns);
        }
        getItems().setAll(next.rows());
        refresh();
    }

    /** Scrolls to a line of the file and selects it; nothing where it is not among the first rows. */
    void reveal(int line) {
        int row = grid.rowOf(line);
        if (row >= 0) {
            getSelectionModel().clearAndSelect(row);
            scrollTo(Math.max(0, row - 3));
        }
    }

    private TableColumn<List<String>, Void> lines() {
        TableColumn<List<String>, Void> column = new TableColumn<>();
        column.textProperty().bind(texts.bind("data.table.line"));
        column.getStyleClass().add("numeric");
        column.setPrefWidth(NUMBER_WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellFactory(c -> new LineCell());
        return column;
    }

    private TableColumn<List<String>, String> column(int index, String name) {
        TableColumn<List<String>, String> column = new TableColumn<>(heads == null ? name : "");
        if (heads != null) {
            Label label = new Label(name);
            label.getStyleClass().add("head-name");
            column.setGraphic(new VBox(2, label, heads.apply(name)));
        }
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(
                index < row.getValue().size() ? row.getValue().get(index) : ""));
        column.setPrefWidth(width(index, name));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellFactory(c -> new MarkedCell(name));
        return column;
    }

    /** Room for the name and for the cells of the rows that are seen first. */
    private double width(int index, String name) {
        int letters = grid.rows().stream()
                .limit(WIDTH_ROWS)
                .filter(row -> index < row.size())
                .mapToInt(row -> row.get(index).length())
                .max()
                .orElse(0);
        return Math.clamp(
                Math.max(name.length(), letters) * LETTER + CELL_PADDING, heads == null ? 72 : HEAD_WIDTH, 260);
    }

    /** The line of the file at a place among the rows, 0 where it is not known. */
    private int line(int row) {
        return row >= 0 && row < grid.lines().size() ? grid.lines().get(row) : 0;
    }

    private static void dress(TableCell<?, ?> cell, Optional<Mark> mark) {
        cell.getStyleClass().removeAll("marked", "marked-grave");
        mark.ifPresent(m -> cell.getStyleClass().add(m.grave() ? "marked-grave" : "marked"));
        cell.setTooltip(mark.map(m -> tip(m.words())).orElse(null));
    }

    private static Tooltip tip(String words) {
        Tooltip tip = new Tooltip(words);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        return tip;
    }

    private final class LineCell extends TableCell<List<String>, Void> {
        LineCell() {
            getStyleClass().add("line-number");
        }

        @Override
        protected void updateItem(Void item, boolean empty) {
            super.updateItem(item, empty);
            int line = empty ? 0 : line(getIndex());
            setText(line == 0 ? null : Formats.number(line, 0));
            dress(this, line == 0 ? Optional.empty() : grid.marks().at(line));
        }
    }

    private final class MarkedCell extends TableCell<List<String>, String> {
        private final String name;

        MarkedCell(String name) {
            this.name = name;
            setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
            int line = empty ? 0 : line(getIndex());
            dress(this, line == 0 ? Optional.empty() : grid.marks().at(line, name));
        }
    }
}
