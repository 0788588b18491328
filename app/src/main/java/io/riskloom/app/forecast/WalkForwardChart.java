package io.riskloom.app.forecast;

import io.riskloom.app.chart.ChartModel.DateChart;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The prices with the windows below them; a period is chosen by dragging over it or by keys. */
final class WalkForwardChart extends VBox {

    private static final double PRICES = 220;
    private static final double WINDOW = 18;
    /** More windows have thinner rows. */
    private static final int WIDE = 8;

    private final WalkForwardViewModel model;
    private final Texts texts;
    private final ChartView chart;

    WalkForwardChart(WalkForwardViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.chart = new ChartView(texts);
        chart.setId("walk-windows");
        chart.brushableProperty().bind(model.limits());
        chart.brushProperty().addListener((brush, before, now) -> model.brush(now));
        model.windows().subscribe(this::show);
        model.period().subscribe(() -> chart.brushProperty().set(model.brush()));
        HBox head = new HBox(
                12,
                Cards.label(texts.bind("walk.title"), "section-title"),
                Cards.label(texts.bind("walk.hint"), "caption"),
                Panels.gap(),
                seeds(),
                chart.rangeButtons(),
                chart.exportMenu());
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        getStyleClass().addAll("card", "flush");
        getChildren().addAll(head, chart);
    }

    private void show(DateChart windows) {
        chart.setModel(windows);
        double height = PRICES
                + WINDOW * (windows == null ? 0 : Math.min(WIDE, windows.rows().size()));
        chart.setMinHeight(height);
        chart.setPrefHeight(height);
        chart.brushProperty().set(model.brush());
    }

    /** A choice among the seeds of a study that has several. */
    private Node seeds() {
        ObservableList<Long> seeds = FXCollections.observableArrayList();
        ComboBox<Long> box = new ComboBox<>(seeds);
        box.setId("walk-seed");
        box.accessibleTextProperty().bind(texts.bind("walk.seed"));
        Panels.words(box, texts, seed -> texts.get("train.study.seed", String.valueOf(seed)));
        model.walk().subscribe(walk -> {
            if (walk != null) {
                seeds.setAll(walk.seeds());
                box.setValue(walk.seed());
            }
        });
        // a list that changes clears the choice for a moment; only a real choice is passed on
        box.valueProperty().addListener((value, before, now) -> {
            if (now != null) {
                model.seed(now);
            }
        });
        return Panels.showWhen(box, Bindings.size(seeds).greaterThan(1));
    }
}
