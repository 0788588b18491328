package io.riskloom.app.train;

import io.riskloom.app.result.LossNames;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** All figures of a run's epochs. */
final class EpochTable extends TableView<EpochReport> {

    private final FollowedRun run;
    private final Texts texts;

    EpochTable(FollowedRun run, Texts texts) {
        super(run.epochs());
        this.run = run;
        this.texts = texts;
        setId("train-epoch-table");
        setPlaceholder(new Label());
        run.values().subscribe(() -> getColumns().setAll(columns()));
        getColumns().setAll(columns());
    }

    private List<TableColumn<EpochReport, String>> columns() {
        List<TableColumn<EpochReport, String>> columns = new ArrayList<>();
        columns.add(column(texts.bind("train.figure.epoch"), epoch -> Formats.number(epoch.epoch(), 0)));
        columns.add(column(loss(LossNames::first, "train"), epoch -> Formats.compact(epoch.trainLoss())));
        columns.add(column(loss(LossNames::second, "validation"), epoch -> Formats.compact(epoch.validLoss())));
        for (EpochValue value : run.values()) {
            columns.add(column(texts.bind("epoch.value." + value.key()), value::words));
        }
        columns.add(column(texts.bind("train.epochs.seconds"), epoch -> Formats.number(epoch.seconds(), 1)));
        return columns;
    }

    /** @param none where no run is on show */
    private ObservableValue<String> loss(Function<RunSpec, String> name, String none) {
        return Bindings.createStringBinding(
                () -> {
                    Run shown = run.run().get();
                    return texts.get("train.loss." + (shown == null ? none : name.apply(shown.spec())));
                },
                run.run(),
                texts.locale());
    }

    private static TableColumn<EpochReport, String> column(
            ObservableValue<String> heading, Function<EpochReport, String> words) {
        TableColumn<EpochReport, String> column = new TableColumn<>();
        column.textProperty().bind(heading);
        column.getStyleClass().add("numeric");
        column.setPrefWidth(112);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(words.apply(cell.getValue())));
        return column;
    }
}
