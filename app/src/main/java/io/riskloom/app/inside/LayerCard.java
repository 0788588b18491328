package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartModel.HeatTiles;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.FeatureMaps;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The feature maps of a layer as tiles, sixty-four at a time, and one of them large. */
final class LayerCard extends VBox {

    private final InsideViewModel model;
    private final Texts texts;
    private final ChartView tiles;
    private final ChartView zoom;
    private final Segments<Integer> layers;

    LayerCard(InsideViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "flush");
        tiles = new ChartView(texts);
        tiles.setId("inside-tiles");
        tiles.setPrefHeight(420);
        tiles.setMinHeight(420);
        zoom = new ChartView(texts);
        zoom.setId("inside-zoom");
        zoom.setPrefSize(280, 420);
        zoom.setMinWidth(280);
        zoom.setMaxHeight(340);
        layers = new Segments<>(model.layer());
        Label place = Cards.label(
                Bindings.createStringBinding(this::placeWords, model.channels(), model.page(), texts.locale()),
                "caption");
        place.setId("inside-channels");
        HBox head = new HBox(
                Cards.label(texts.bind("inside.maps"), "section-title"),
                layers,
                Panels.gap(),
                place,
                turn(Feather.CHEVRON_LEFT, "inside.page.back", -1),
                turn(Feather.CHEVRON_RIGHT, "inside.page.on", 1),
                tiles.exportMenu());
        head.getStyleClass().add("card-head");
        getChildren().addAll(head, new HBox(Cards.grow(tiles), zoom));
        model.answer().addListener((o, was, is) -> name());
        model.channels().addListener((o, was, is) -> show());
        model.page().addListener((o, was, is) -> show());
        model.channel().addListener((o, was, is) -> show());
        model.shared().addListener((o, was, is) -> show());
        texts.locale().addListener((o, was, is) -> show());
        tiles.selectedTileProperty().addListener((o, was, is) -> model.lookAt(is.intValue()));
        name();
        show();
    }

    private Button turn(Feather image, String key, int pages) {
        FontIcon icon = new FontIcon(image);
        icon.setIconSize(16);
        Button button = new Button(null, icon);
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add("flat-icon");
        button.accessibleTextProperty().bind(texts.bind(key));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(key));
        button.setTooltip(tip);
        button.setOnAction(e -> model.turn(pages));
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.channels().get() == null
                                || model.page().get() + pages < 0
                                || model.page().get() + pages
                                        >= model.channels().get().pages(),
                        model.channels(),
                        model.page()));
        return button;
    }

    /** The layers' buttons, made once for a network. */
    private void name() {
        if (model.answer().get() == null) {
            return;
        }
        List<FeatureMaps.Layer> found = model.answer().get().maps().layers();
        if (layers.getChildren().size() != found.size()) {
            layers.getChildren().clear();
            for (int i = 0; i < found.size(); i++) {
                String name = found.get(i).name();
                layers.add(i, texts.bind("inside.layer." + name), "inside-" + name);
            }
        }
    }

    private String placeWords() {
        Channels now = model.channels().get();
        if (now == null) {
            return "";
        }
        int from = model.page().get() * Channels.PAGE;
        int shown = now.page(model.page().get()).size();
        return texts.get(
                "inside.channels",
                from + 1,
                from + shown,
                now.size(),
                now.layer().height() + " × " + now.layer().width());
    }

    private void show() {
        Channels now = model.channels().get();
        if (now == null || model.page().get() >= now.pages()) {
            return;
        }
        List<HeatTiles.Tile> maps = new ArrayList<>();
        int selected = -1;
        for (int channel : now.page(model.page().get())) {
            if (channel == model.channel().get()) {
                selected = maps.size();
            }
            maps.add(new HeatTiles.Tile(String.valueOf(channel), now.layer().map(channel)));
        }
        boolean oneCell = now.layer().height() * now.layer().width() == 1; // alone it has no scale of its own
        HeatTiles.Scale scale =
                model.shared().get() || oneCell ? HeatTiles.Scale.SEQUENTIAL_SHARED : HeatTiles.Scale.SEQUENTIAL_EACH;
        tiles.setModel(new HeatTiles(maps, 0, scale, selected));
        int channel = model.channel().get();
        if (channel >= 0 && channel < now.size()) {
            String name = texts.get("inside.zoom", channel, Formats.compact(now.mean(channel)));
            zoom.setModel(new HeatTiles(
                    List.of(new HeatTiles.Tile(name, now.layer().map(channel))),
                    1,
                    HeatTiles.Scale.SEQUENTIAL_SHARED,
                    -1));
        }
    }
}
