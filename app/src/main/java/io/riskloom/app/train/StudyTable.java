package io.riskloom.app.train;

import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.StudyScores;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

/** The runs of a study, one a line; a click shows a run's curves. */
final class StudyTable extends TableView<StudyRow> {

    private final StudyModel model;
    private final Texts texts;
    private List<String> made = List.of();

    StudyTable(StudyModel model, Texts texts) {
        super(model.rows());
        this.model = model;
        this.texts = texts;
        setId("study-table");
        setPlaceholder(new Label());
        setMinHeight(120);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setRowFactory(table -> row());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && getSelectionModel().getSelectedItem() != null) {
                model.open(getSelectionModel().getSelectedItem());
            }
        });
        texts.locale().subscribe(() -> refresh());
        model.progress().subscribe(this::shape);
    }

    private TableRow<StudyRow> row() {
        TableRow<StudyRow> row = new TableRow<>();
        row.setCursor(Cursor.HAND);
        row.setOnMouseClicked(event -> {
            if (row.getItem() != null) {
                model.open(row.getItem());
            }
        });
        row.itemProperty().subscribe(item -> {
            boolean failed = item != null && !item.reason().isEmpty();
            Tooltip reason = failed ? new Tooltip(item.reason()) : null;
            if (failed) {
                reason.setWrapText(true);
                reason.setMaxWidth(420);
            }
            row.setTooltip(reason);
        });
        return row;
    }

    /** Columns are made anew only where others are needed. */
    private void shape(StudyProgress progress) {
        if (progress == null) {
            return;
        }
        StudyScores scores = progress.scores();
        boolean folds = scores.spec().inFolds() && scores.spec().fold() == 0;
        boolean seeds = scores.spec().repeats() > 1;
        boolean running = !progress.figures().isEmpty();
        List<String> metrics = scores.metrics();
        List<String> wanted = new ArrayList<>(metrics);
        wanted.add(folds + " " + seeds + " " + running);
        if (!wanted.equals(made)) {
            made = wanted;
            List<TableColumn<StudyRow, StudyRow>> columns = new ArrayList<>();
            if (folds) {
                columns.add(column("fold", 56, row -> Formats.number(row.fold(), 0)));
            }
            if (seeds) {
                columns.add(column("seed", 64, row -> String.valueOf(row.spec().seed())));
            }
            columns.add(column("state", 92, row -> texts.get("train.study.state." + row.word())));
            columns.add(figures(column("epochs", 76, StudyRow::epochWords)));
            if (running) {
                columns.add(bars());
            }
            columns.add(figures(column("time", running ? 84 : 64, row -> row.time(texts))));
            for (String metric : metrics) {
                TableColumn<StudyRow, StudyRow> column = column("", 84, row -> value(row, metric));
                column.textProperty().bind(texts.bind("study.metric." + metric));
                columns.add(figures(column));
            }
            getColumns().setAll(columns);
        }
    }

    private static String value(StudyRow row, String metric) {
        Double value = row.metrics().get(metric);
        return value == null ? "" : MetricWords.value(metric, value);
    }

    private TableColumn<StudyRow, StudyRow> bars() {
        TableColumn<StudyRow, StudyRow> column = column("progress", 104, row -> "");
        column.setCellFactory(c -> new TableCell<>() {
            private final ProgressBar bar = new ProgressBar();

            @Override
            protected void updateItem(StudyRow row, boolean empty) {
                super.updateItem(row, empty);
                setAlignment(Pos.CENTER_LEFT);
                bar.setMaxWidth(Double.MAX_VALUE);
                bar.setProgress(empty || row == null ? 0 : row.share());
                setGraphic(empty || row == null || row.word().equals("waiting") ? null : bar);
            }
        });
        return column;
    }

    private static TableColumn<StudyRow, StudyRow> figures(TableColumn<StudyRow, StudyRow> column) {
        column.getStyleClass().add("numeric");
        return column;
    }

    private TableColumn<StudyRow, StudyRow> column(String name, double width, Function<StudyRow, String> words) {
        TableColumn<StudyRow, StudyRow> column = new TableColumn<>();
        if (!name.isEmpty()) {
            column.textProperty().bind(texts.bind("train.study.column." + name));
        }
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(StudyRow row, boolean empty) {
                super.updateItem(row, empty);
                setAlignment(Pos.CENTER_LEFT);
                setText(empty || row == null ? null : words.apply(row));
            }
        });
        return column;
    }
}
