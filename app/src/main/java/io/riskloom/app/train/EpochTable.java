package io.riskloom.app.train;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.GenerateSpec;
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
        columns.add(column(loss("train"), epoch -> Formats.compact(epoch.trainLoss())));
        columns.add(column(loss("validation"), epoch -> Formats.compact(epoch.validLoss())));
        for (EpochValue value : run.values()) {
            columns.add(column(texts.bind("epoch.value." + value.key()), value::words));
        }
        columns.add(column(texts.bind("train.epochs.seconds"), epoch -> Formats.number(epoch.seconds(), 1)));
        return columns;
    }

    /** A GAN's are its generator's and its discriminator's. */
    private ObservableValue<String> loss(String name) {
        return Bindings.createStringBinding(
                () -> {
                    boolean gan = run.run().get() != null && run.run().get().spec() instanceof GenerateSpec;
                    String other = name.equals("train") ? "generator" : "discriminator";
                    return texts.get("train.loss." + (gan ? other : name));
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
