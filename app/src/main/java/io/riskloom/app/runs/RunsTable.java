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
import javafx.scene.control.Tooltip;

/** The table of runs; every column sorts by value, not by its words. */
final class RunsTable {

    private static final DateTimeFormatter STARTED =
            DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    /** Width of the column of file names at least. */
    private static final double NAMES = 104;

    private static final double SCROLL_BAR = 18;

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
        TableColumn<RunRow, String> data = column("data", NAMES, RunRow::data, (row, name) -> name);
        TableColumn<RunRow, String> study = column("study", 72, RunRow::study, (row, id) -> study(row));
        study.visibleProperty().bind(Bindings.isNotEmpty(model.studies()));
        table.getColumns()
                .setAll(List.of(
                        column("started", 96, RunRow::started, (row, at) -> STARTED.format(at)),
                        column("id", 50, RunRow::id, (row, id) -> row.number()),
                        study,
                        column("task", 68, RunRow::task, (row, task) -> texts.get("common.task." + task)),
                        column("model", 76, RunRow::model, (row, name) -> texts.get("common.model." + name)),
                        column("outcome", 70, RunRow::outcome, (row, word) -> texts.get("common.outcome." + word)),
                        figures(
                                "epochs",
                                60,
                                RunRow::epochs,
                                (row, done) -> done + " / " + row.run().spec().epochs()),
                        figures("seconds", 54, RunRow::seconds, (row, seconds) -> Formats.duration(seconds)),
                        data,
                        column("metric", 70, RunRow::metric, (row, metric) -> texts.get("runs.metric." + metric)),
                        figures("value", 60, RunRow::value, this::metric),
                        figures("challenger", 82, RunRow::challenger, this::metric),
                        figures("seed", 44, RunRow::seed, (row, seed) -> seed.toString())));
        fill(table, data);
        select(table);
        texts.locale().subscribe(table::refresh);
        return table;
    }

    /** Names of files are the longest words of the table: they take what the others leave. */
    private static void fill(TableView<RunRow> table, TableColumn<RunRow, String> names) {
        Runnable fit = () -> {
            double others = table.getVisibleLeafColumns().stream()
                    .filter(column -> column != names)
                    .mapToDouble(TableColumn::getWidth)
                    .sum();
            names.setPrefWidth(Math.max(NAMES, table.getWidth() - SCROLL_BAR - others));
        };
        table.widthProperty().subscribe(fit);
        table.getVisibleLeafColumns().addListener((InvalidationListener) change -> fit.run());
        names.setCellFactory(column -> new NameCell());
    }

    /** The name without its ending; the whole of it where the mouse rests. */
    private static final class NameCell extends TableCell<RunRow, String> {
        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            RunRow row = getTableRow() == null ? null : getTableRow().getItem();
            boolean none = empty || name == null || row == null;
            setText(none ? null : row.shortData());
            setTooltip(none ? null : new Tooltip(name));
        }
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
