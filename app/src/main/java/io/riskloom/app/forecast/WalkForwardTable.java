package io.riskloom.app.forecast;

import io.riskloom.app.forecast.WalkForwardRow.Cell;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** A line a window with its main figures; a click or Enter chooses its run and its test days. */
final class WalkForwardTable extends TableView<WalkForwardRow> {

    private static final double ROW = 44;
    private static final double HEAD = 42;
    private static final int MOST = 8;

    private final WalkForwardViewModel model;
    private final Texts texts;
    private List<String> made = List.of();

    WalkForwardTable(WalkForwardViewModel model, Texts texts) {
        super(model.rows());
        this.model = model;
        this.texts = texts;
        setId("walk-table");
        setPlaceholder(new Label());
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setRowFactory(table -> row());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.walk().subscribe(this::shape);
        model.rows().addListener((InvalidationListener) changed -> fit());
        texts.locale().subscribe(() -> refresh());
        shape();
        fit();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && getSelectionModel().getSelectedItem() != null) {
            model.open(getSelectionModel().getSelectedItem());
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy();
            event.consume();
        }
    }

    /** The whole table, for a spreadsheet. */
    void copy() {
        if (model.walk().get() != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.table().text());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    /** As high as its lines, so that the page scrolls and not the table; many lines scroll. */
    private void fit() {
        double height = HEAD + ROW * Math.clamp(model.rows().size(), 1, MOST);
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private TableRow<WalkForwardRow> row() {
        TableRow<WalkForwardRow> row = new TableRow<>();
        row.itemProperty().subscribe(item -> {
            boolean window = item != null && item.run().isPresent();
            row.setCursor(window ? Cursor.HAND : Cursor.DEFAULT);
            row.setStyle(item == null || window ? "" : "-fx-font-weight: bold;");
        });
        row.setOnMouseClicked(event -> {
            if (row.getItem() != null) {
                model.open(row.getItem());
            }
        });
        return row;
    }

    /** Columns are made anew only where others are needed. */
    private void shape() {
        List<String> metrics =
                model.walk().get() == null ? List.of() : model.table().metrics();
        if (metrics.equals(made)) {
            return;
        }
        made = metrics;
        List<TableColumn<WalkForwardRow, WalkForwardRow>> columns = new ArrayList<>(List.of(
                column("walk.column.window", 112, row -> new Cell(row.window(), "")),
                column("walk.column.days", 210, row -> new Cell(row.days(), "")),
                numeric(column("walk.column.origins", 80, row -> new Cell(row.origins(), "")))));
        for (int i = 0; i < metrics.size(); i++) {
            int index = i;
            double width = metrics.get(i).equals(Metric.DM_P_VALUE) ? 72 : 110;
            columns.add(numeric(column(
                    "study.metric." + metrics.get(i),
                    width,
                    row -> row.cells().size() > index ? row.cells().get(index) : Cell.NONE)));
        }
        getColumns().setAll(columns);
    }

    private static TableColumn<WalkForwardRow, WalkForwardRow> numeric(
            TableColumn<WalkForwardRow, WalkForwardRow> column) {
        column.getStyleClass().add("numeric");
        return column;
    }

    private TableColumn<WalkForwardRow, WalkForwardRow> column(
            String key, double width, Function<WalkForwardRow, Cell> words) {
        TableColumn<WalkForwardRow, WalkForwardRow> column = new TableColumn<>();
        column.textProperty().bind(texts.bind(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new FigureCell(words));
        return column;
    }

    /** A figure, and below it its interval. */
    private static final class FigureCell extends TableCell<WalkForwardRow, WalkForwardRow> {
        private final Function<WalkForwardRow, Cell> words;
        private final Label value = new Label();
        private final Label interval = new Label();
        private final VBox lines = new VBox(value, interval);

        FigureCell(Function<WalkForwardRow, Cell> words) {
            this.words = words;
            interval.getStyleClass().add("caption");
            Panels.showWhen(interval, interval.textProperty().isNotEmpty());
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setAlignment(Pos.CENTER_LEFT);
            lines.alignmentProperty().bind(alignmentProperty());
        }

        @Override
        protected void updateItem(WalkForwardRow row, boolean empty) {
            super.updateItem(row, empty);
            Cell cell = empty || row == null ? Cell.NONE : words.apply(row);
            value.setText(cell.value());
            interval.setText(cell.interval());
            setGraphic(cell == Cell.NONE ? null : lines);
        }
    }
}
