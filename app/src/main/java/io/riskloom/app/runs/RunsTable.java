package io.riskloom.app.runs;

import io.riskloom.app.result.MetricWords;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The table of runs; every column sorts by value, not by its words. */
final class RunsTable {

    private static final DateTimeFormatter STARTED =
            DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final RunsViewModel model;
    private final Texts texts;

    RunsTable(RunsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    TableView<RunRow> build() {
        SortedList<RunRow> sorted = new SortedList<>(model.rows());
        TableView<RunRow> table = new TableView<>(sorted);
        table.setId("runs-table");
        table.setPlaceholder(new Label());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        TableColumn<RunRow, String> study = column("study", 72, RunRow::study, (row, id) -> study(row));
        study.visibleProperty().bind(Bindings.isNotEmpty(model.studies()));
        table.getColumns()
                .setAll(List.of(
                        column("started", 96, RunRow::started, (row, at) -> STARTED.format(at)),
                        column("id", 52, RunRow::id, (row, id) -> row.number()),
                        study,
                        column("task", 68, RunRow::task, (row, task) -> texts.get("common.task." + task)),
                        column("model", 80, RunRow::model, (row, name) -> texts.get("common.model." + name)),
                        column("outcome", 72, RunRow::outcome, (row, word) -> texts.get("common.outcome." + word)),
                        figures(
                                "epochs",
                                64,
                                RunRow::epochs,
                                (row, done) -> done + " / " + row.run().spec().epochs()),
                        figures("seconds", 54, RunRow::seconds, (row, seconds) -> Formats.duration(seconds)),
                        column("data", 78, RunRow::data, (row, file) -> file),
                        column("metric", 78, RunRow::metric, (row, metric) -> texts.get("runs.metric." + metric)),
                        figures("value", 60, RunRow::value, this::metric),
                        figures("challenger", 84, RunRow::challenger, this::metric),
                        figures("seed", 44, RunRow::seed, (row, seed) -> seed.toString())));
        select(table);
        texts.locale().subscribe(table::refresh);
        return table;
    }

    /** {@code 0003 · 2}: number of the study and the fold; a run of a single fold beside any study has no number. */
    private static String study(RunRow row) {
        String fold = row.fold() == 0 ? "" : String.valueOf(row.fold());
        if (row.study().isEmpty()) {
            return fold;
        }
        String number = RunWords.number(row.study());
        return fold.isEmpty() ? number : number + " · " + fold;
    }

    private String metric(RunRow row, double value) {
        return MetricWords.value(row.metric(), value);
    }

    /** Keeps the selection of table and model the same; a list that is made anew clears the table's for a moment. */
    private void select(TableView<RunRow> table) {
        Runnable toTable = () -> {
            RunRow row = model.selected().get();
            if (row == null) {
                table.getSelectionModel().clearSelection();
            } else if (!row.equals(table.getSelectionModel().getSelectedItem())) {
                table.getSelectionModel().select(row);
            }
        };
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !now.equals(model.selected().get())) {
                model.selected().set(now);
            }
        });
        model.selected().addListener((property, before, now) -> toTable.run());
        table.getItems().addListener((InvalidationListener) change -> toTable.run());
        toTable.run();
    }

    private <V> TableColumn<RunRow, V> figures(
            String name, double width, Function<RunRow, V> value, BiFunction<RunRow, V, String> words) {
        TableColumn<RunRow, V> column = column(name, width, value, words);
        column.getStyleClass().add("numeric");
        return column;
    }

    private <V> TableColumn<RunRow, V> column(
            String name, double width, Function<RunRow, V> value, BiFunction<RunRow, V, String> words) {
        TableColumn<RunRow, V> column = new TableColumn<>();
        column.setId("runs-" + name);
        column.textProperty().bind(texts.bind("runs.column." + name));
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(V item, boolean empty) {
                super.updateItem(item, empty);
                RunRow row = getTableRow() == null ? null : getTableRow().getItem();
                setText(empty || item == null || row == null ? null : words.apply(row, item));
            }
        });
        return column;
    }
}
