package io.riskloom.app.train;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.HeatTiles;
import io.riskloom.app.chart.ChartModel.StripChart;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PriceHistory;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The window that ends at a chosen day: its prices, and beside them what the network is given of it. */
final class SightCard extends VBox {

    private static final double HEIGHT = 230;
    /** Standard deviations from which a colour is no stronger. */
    private static final double LIMIT = 3;

    private final SightModel model;
    private final Texts texts;
    private final ChartView prices;
    private final ChartView seen;
    private final Label note = new Label();

    SightCard(SightModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "flush");
        setMinHeight(Region.USE_PREF_SIZE);
        prices = chart("train-sight-prices");
        seen = chart("train-sight");
        Label window =
                Cards.label(Bindings.createStringBinding(this::window, model.sight(), texts.locale()), "caption");
        window.setId("train-sight-window");
        HBox head = new HBox(
                Cards.label(texts.bind("train.sight.title"), "section-title"), Panels.gap(), window, seen.exportMenu());
        head.getStyleClass().add("card-head");
        StackPane right = new StackPane(Panels.showWhen(seen, model.sight().isNotNull()), problem());
        HBox pictures = Cards.row(prices, right);
        pictures.setMinHeight(HEIGHT);
        note.setId("train-sight-note");
        note.getStyleClass().add("caption");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.setStyle("-fx-padding: 0 16 12 16;");
        getChildren().addAll(head, new SightSlider(model, "train.sight.", "day", texts), pictures, note);
        model.sight().subscribe(this::show);
        texts.locale().subscribe(this::show);
    }

    private ChartView chart(String id) {
        ChartView chart = new ChartView(texts);
        chart.setId(id);
        chart.setPrefHeight(HEIGHT);
        chart.setMinHeight(HEIGHT);
        return chart;
    }

    private Label problem() {
        Label words = Cards.label(
                Bindings.createStringBinding(
                        () -> model.problem().get().map(texts::of).orElse(""), model.problem(), texts.locale()),
                "bad-text");
        words.setId("train-sight-problem");
        words.setWrapText(true);
        words.setStyle("-fx-padding: 16;");
        return Panels.showWhen(words, words.textProperty().isNotEmpty());
    }

    private String window() {
        Sight sight = model.sight().get();
        if (sight == null) {
            return "";
        }
        PriceHistory bars = sight.window();
        return texts.get(
                "train.sight.window",
                bars.size(),
                model.unit().many(texts),
                Formats.day(bars.dates().getFirst()),
                Formats.day(bars.dates().getLast()));
    }

    private void show() {
        Sight sight = model.sight().get();
        prices.setModel(sight == null ? null : prices(sight.window()));
        switch (sight) {
            case null -> {
                seen.setModel(null);
                note.setText("");
            }
            case Sight.Picture picture -> {
                seen.setModel(tile(picture));
                note.setText(texts.get("train.sight.note." + picture.encoding()));
            }
            case Sight.Days days -> {
                seen.setModel(strips(days));
                note.setText(texts.get("train.sight.note.days", Formats.day(days.first()), Formats.day(days.last())));
            }
        }
    }

    private ChartModel prices(PriceHistory window) {
        return new ChartModel.PriceChart(
                window, texts.get("train.sight.prices", window.symbol()), texts.get("train.sight.volume"));
    }

    private ChartModel tile(Sight.Picture picture) {
        double[][] pixels = picture.pixels();
        String name = texts.get(
                "train.sight.picture",
                RunWords.choice(texts, "encoding", picture.encoding()),
                pixels.length,
                pixels[0].length);
        HeatTiles.Scale scale =
                switch (picture.encoding()) {
                    case "bars" -> HeatTiles.Scale.GREY;
                    case "gadf", "gasf" -> HeatTiles.Scale.DIVERGING_SHARED;
                    default -> HeatTiles.Scale.SEQUENTIAL_SHARED;
                };
        return new HeatTiles(List.of(new HeatTiles.Tile(name, pixels)), 1, scale, -1);
    }

    private ChartModel strips(Sight.Days days) {
        List<StripChart.Strip> strips = IntStream.range(0, days.names().size())
                .mapToObj(f -> new StripChart.Strip(
                        texts.get("train.feature." + days.names().get(f)), days.values()[f]))
                .toList();
        return new StripChart(
                strips,
                days.window().dates().stream().map(Formats::day).toList(),
                LIMIT,
                texts.get("train.sight.deviations"));
    }
}
