package io.riskloom.app.inside;

import atlantafx.base.theme.Styles;
import io.riskloom.app.chart.ChartModel.HeatTiles;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The tiles of the chosen layer with their scale below, and what the mouse points at in words. */
final class TilesCard extends VBox {

    private final MapsModel model;
    private final Texts texts;
    private final TilesView tiles;
    private final ChartView exported;

    TilesCard(MapsModel model, TilesView tiles, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.tiles = tiles;
        getStyleClass().addAll("card", "flush");
        exported = new ChartView(texts, new HeatTiles(List.of(), 0, HeatTiles.Scale.SEQUENTIAL_EACH, -1));
        exported.setManaged(false);
        exported.setVisible(false);
        exported.resize(1000, 700);
        Label count =
                Cards.label(Bindings.createStringBinding(this::count, model.version(), texts.locale()), "caption");
        count.setId("inside-channels");
        HBox head = new HBox(
                kinds(),
                count,
                Panels.gap(),
                search(),
                Icons.button(Feather.REFRESH_CW, texts, "inside.resort", "inside-resort", model::resort),
                exportMenu());
        head.getStyleClass().add("card-head");
        Label problem = Cards.label(
                Bindings.createStringBinding(
                        () -> model.problem().get() == null
                                ? ""
                                : texts.of(model.problem().get()),
                        model.problem(),
                        texts.locale()),
                "bad-text");
        problem.setId("inside-maps-problem");
        problem.setWrapText(true);
        problem.setMaxWidth(420);
        Panels.showWhen(problem, model.problem().isNotNull());
        StackPane stage = new StackPane(tiles, problem, exported);
        Label read = Cards.label(
                Bindings.createStringBinding(
                        this::read,
                        model.pointed(),
                        model.version(),
                        model.looked().seen(),
                        texts.locale()),
                "caption");
        read.setId("inside-pointed");
        HBox foot = new HBox(16, new LegendBar(model, tiles, texts), Cards.grow(read));
        foot.setStyle("-fx-padding: 6 16 8 16; -fx-alignment: center-left;");
        foot.setMinHeight(30);
        getChildren().addAll(head, Cards.grow(stage), foot);
    }

    private Node kinds() {
        Segments<Boolean> kinds = new Segments<>(model.weights().asObject());
        kinds.add(false, texts.bind("inside.show.maps"), "inside-show-maps");
        ToggleButton weights = kinds.add(true, texts.bind("inside.show.filters"), "inside-show-filters");
        weights.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.filtered(),
                        model.looked().layer(),
                        model.looked().graph()));
        return kinds;
    }

    private TextField search() {
        TextField field = new TextField();
        field.setId("inside-search");
        field.setPrefColumnCount(6);
        field.promptTextProperty().bind(texts.bind("inside.search"));
        field.accessibleTextProperty().bind(texts.bind("inside.search"));
        field.textProperty().addListener((o, was, is) -> {
            String words = is.strip();
            boolean number = words.matches("\\d{1,6}");
            boolean found =
                    number && Integer.parseInt(words) < model.source().figures().size();
            field.pseudoClassStateChanged(Styles.STATE_DANGER, !words.isEmpty() && !found);
            if (found) {
                model.choose(Integer.parseInt(words));
            }
        });
        return field;
    }

    /** Saves the tiles in view. */
    private Node exportMenu() {
        MenuButton menu = (MenuButton) exported.exportMenu();
        menu.setId("inside-tiles-export");
        menu.setOnShowing(event -> {
            exported.paletteProperty().set(tiles.palette());
            exported.setModel(chart());
        });
        return menu;
    }

    /** The tiles in view as a chart. */
    HeatTiles chart() {
        List<HeatTiles.Tile> found = new ArrayList<>();
        int from = tiles.tiles().first(tiles.scrolled());
        int to = tiles.tiles().end(tiles.scrolled(), (int) tiles.getHeight());
        for (int place = from; place < to; place++) {
            int channel = model.channels()[place];
            add(found, model.source(), channel, "");
            if (model.other() != null) {
                add(found, model.other(), channel, " · " + stage());
            }
        }
        boolean each = model.shared() == ColourSpan.UNIT;
        HeatTiles.Scale scale = model.signed()
                ? each ? HeatTiles.Scale.DIVERGING_EACH : HeatTiles.Scale.DIVERGING_SHARED
                : each ? HeatTiles.Scale.SEQUENTIAL_EACH : HeatTiles.Scale.SEQUENTIAL_SHARED;
        return new HeatTiles(found, 0, scale, -1);
    }

    private String stage() {
        return texts.get("inside.stage." + model.beside().get().name().toLowerCase(Locale.ROOT));
    }

    private static void add(List<HeatTiles.Tile> tiles, TileSource source, int channel, String more) {
        Tile tile = source.tile(channel);
        if (tile != null) {
            tiles.add(new HeatTiles.Tile(channel + more, tile.rows(source.columns())));
        }
    }

    private String count() {
        TileSource source = model.source();
        if (source.rows() == 0) {
            return "";
        }
        String key = model.weights().get() ? "inside.count.filters" : "inside.count.maps";
        return texts.get(key, Formats.number(source.figures().size(), 0), source.rows() + " × " + source.columns());
    }

    /** The value under the mouse and what it depends on. */
    private String read() {
        Pointed at = model.pointed().get();
        Looked looked = model.looked();
        Seen seen = looked.seen().get();
        if (at == null || looked.node().isEmpty()) {
            return "";
        }
        String value = Double.isNaN(at.other())
                ? Formats.compact(at.value())
                : Formats.compact(at.value()) + " | " + Formats.compact(at.other());
        String words = texts.get("inside.pointed", at.channel(), at.row() + 1, at.column() + 1, value);
        if (!model.follows(at.channel(), seen)) {
            return words;
        }
        Sight sight = Sight.of(seen.run().spec(), seen.inputs());
        Trace trace = new Trace(looked.layer().get(), at.row(), at.column());
        return words + " · "
                + FieldWords.of(texts, sight, seen.inputs(), looked.node().get(), trace);
    }
}
