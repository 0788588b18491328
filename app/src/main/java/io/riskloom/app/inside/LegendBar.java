package io.riskloom.app.inside;

import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;

/** Colours of the tiles with the numbers at their ends, or, where each tile has its own, those of the chosen one. */
final class LegendBar extends HBox {

    private static final int WIDTH = 128;
    private static final int HEIGHT = 10;

    private final MapsModel model;
    private final TilesView view;
    private final Texts texts;
    private final Label low = new Label();
    private final Label high = new Label();
    private final Label words = new Label();
    private final ImageView bar = new ImageView();

    LegendBar(MapsModel model, TilesView view, Texts texts) {
        super(6);
        this.model = model;
        this.view = view;
        this.texts = texts;
        setId("inside-legend");
        setAlignment(Pos.CENTER_LEFT);
        low.getStyleClass().add("caption");
        high.getStyleClass().add("caption");
        words.getStyleClass().add("caption");
        for (Label label : new Label[] {low, high, words}) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(low, bar, high, words);
        view.painted().addListener((o, was, is) -> show());
    }

    private void show() {
        Tile tile = model.source().tile(model.channel().get());
        Shades base = view.shades();
        Shades shades = tile == null ? base : model.shades(base, tile);
        low.setText(Formats.compact(shades.low()));
        high.setText(Formats.compact(shades.limit()));
        words.setText(span());
        int[] colours = new int[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            colours[i] = shades.colours()[i * (shades.colours().length - 1) / (WIDTH - 1)];
        }
        WritableImage image = new WritableImage(WIDTH, HEIGHT);
        for (int row = 0; row < HEIGHT; row++) {
            image.getPixelWriter().setPixels(0, row, WIDTH, 1, PixelFormat.getIntArgbInstance(), colours, 0, WIDTH);
        }
        bar.setImage(image);
    }

    private String span() {
        GlobalRange.Range range = model.global().range().get();
        Subject subject = model.looked().subject().get();
        boolean global = model.shared() == ColourSpan.GLOBAL && range != null && subject != null;
        if (!global) {
            return texts.get(
                    model.shared() == ColourSpan.UNIT ? "inside.legend.unit" : "inside.legend.layer",
                    model.channel().get());
        }
        if (!range.done() && model.global().problem().get() != null) {
            return texts.of(model.global().problem().get());
        }
        return range.done()
                ? texts.get("inside.legend.global", AnswerWords.name(subject, range.place()))
                : texts.get("inside.legend.global.open");
    }
}
