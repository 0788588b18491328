package io.riskloom.app.train;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.HeatTiles;
import io.riskloom.app.chart.ChartModel.StripChart;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.app.train.ApplicantSight.Cell;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A chosen applicant: the cells of the file, and beside them what the network is given of them. */
final class ApplicantSightCard extends VBox {

    private static final double HEIGHT = 340;
    /** Standard deviations from which a colour is no stronger. */
    private static final double LIMIT = 3;

    private final ApplicantSightModel model;
    private final Texts texts;
    private final TableView<Cell> cells = new TableView<>();
    private final ChartView seen;
    private final Label note = new Label();

    ApplicantSightCard(ApplicantSightModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "flush");
        setMinHeight(Region.USE_PREF_SIZE);
        seen = new ChartView(texts);
        seen.setId("train-applicant");
        seen.setPrefHeight(HEIGHT);
        seen.setMinHeight(HEIGHT);
        HBox head = new HBox(
                Cards.label(texts.bind("train.sight.title"), "section-title"), Panels.gap(), seen.exportMenu());
        head.getStyleClass().add("card-head");
        cells.setId("train-applicant-cells");
        cells.setPrefHeight(HEIGHT);
        cells.setPlaceholder(new Label());
        cells.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        cells.getColumns().setAll(List.of(column("column", Cell::column), column("value", this::value)));
        texts.locale().subscribe(cells::refresh);
        StackPane right = new StackPane(Panels.showWhen(seen, model.sight().isNotNull()), problem());
        HBox parts = Cards.row(cells, right);
        parts.setMinHeight(HEIGHT);
        note.setId("train-applicant-note");
        note.getStyleClass().add("caption");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.setStyle("-fx-padding: 8 16 12 16;");
        getChildren().addAll(head, new SightSlider(model, "train.applicant.", "row", texts), parts, note);
        model.sight().subscribe(this::show);
        texts.locale().subscribe(this::show);
    }

    private TableColumn<Cell, String> column(String name, Function<Cell, String> words) {
        TableColumn<Cell, String> column = new TableColumn<>();
        column.textProperty().bind(texts.bind("train.applicant." + name));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
        return column;
    }

    private String value(Cell cell) {
        return cell.value().isEmpty() ? texts.get("train.applicant.missing") : cell.value();
    }

    private Label problem() {
        Label words = Cards.label(
                Bindings.createStringBinding(
                        () -> model.problem().get().map(texts::of).orElse(""), model.problem(), texts.locale()),
                "bad-text");
        words.setId("train-applicant-problem");
        words.setWrapText(true);
        words.setStyle("-fx-padding: 16;");
        return Panels.showWhen(words, words.textProperty().isNotEmpty());
    }

    private void show() {
        ApplicantSight sight = model.sight().get();
        cells.getItems().setAll(sight == null ? List.of() : sight.cells());
        switch (sight) {
            case null -> {
                seen.setModel(null);
                note.setText("");
            }
            case ApplicantSight.Picture picture -> {
                int side = picture.place().side();
                seen.setModel(tile(picture));
                note.setText(
                        picture.seen() == side
                                ? texts.get("train.applicant.note.picture")
                                : texts.get("train.applicant.note.enlarged", picture.seen()));
            }
            case ApplicantSight.Months months -> {
                seen.setModel(strips(months));
                note.setText(texts.get("train.applicant.note.months", String.join(", ", months.fixed())));
            }
        }
    }

    private ChartModel tile(ApplicantSight.Picture picture) {
        int side = picture.place().side();
        String name = texts.get("train.applicant.picture", side);
        return new HeatTiles(
                List.of(new HeatTiles.Tile(name, picture.pixels(), picture.labels())),
                1,
                HeatTiles.Scale.DIVERGING_SHARED,
                -1);
    }

    private ChartModel strips(ApplicantSight.Months months) {
        int steps = months.values()[0].length;
        List<StripChart.Strip> strips = IntStream.range(0, months.features().size())
                .mapToObj(f -> new StripChart.Strip(months.features().get(f), months.values()[f]))
                .toList();
        List<String> places = IntStream.range(0, steps)
                .mapToObj(step -> step == steps - 1
                        ? texts.get("train.applicant.newest")
                        : texts.get("train.applicant.month", steps - 1 - step))
                .toList();
        return new StripChart(strips, places, LIMIT, texts.get("train.sight.deviations"));
    }
}
