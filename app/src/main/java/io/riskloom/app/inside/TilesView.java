package io.riskloom.app.inside;

import io.riskloom.app.chart.CanvasSurface;
import io.riskloom.app.chart.Palette;
import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Surface.Weight;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.LayerMaps.Figures;
import java.nio.IntBuffer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The tiles of a layer, of which only those in view are painted, once a pulse, into a buffer of pixels. Arrow keys choose a tile,
 * Page up and down, Home and End scroll, P pins, S sorts anew, + − change the size; a double click pins as well.
 */
final class TilesView extends Region {

    static final int SMALLEST = 16;
    static final int LARGEST = 256;

    private static final double TEXT = 11;
    private static final double BAR = 12;
    private static final int SPACED = 30;

    private final MapsModel model;
    private final Texts texts;
    private final ImageView image = new ImageView();
    private final Canvas names = new Canvas();
    private final CanvasSurface surface = new CanvasSurface(names.getGraphicsContext2D());
    private final ScrollBar bar = new ScrollBar();
    private final Label probe = new Label();
    private final IntegerProperty size = new SimpleIntegerProperty(72);
    private final ReadOnlyIntegerWrapper painted = new ReadOnlyIntegerWrapper();
    private PixelBuffer<IntBuffer> buffer;
    private TilePixels pixels;
    private TileLayout layout = TileLayout.of(0, 1, 1, 72, false, 200);
    private Palette palette = Palette.LIGHT;
    private Shades shades = Shades.of(Palette.LIGHT, false, 1);
    private boolean dirty = true;

    TilesView(MapsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("inside-tiles");
        getStyleClass().add("tiles");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, 120);
        setPrefSize(480, 320);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        names.setMouseTransparent(true);
        image.setMouseTransparent(true);
        image.setSmooth(false);
        probe.setManaged(false);
        probe.setMouseTransparent(true);
        getChildren().addAll(image, names, bar, probe);
        model.version().addListener((o, was, is) -> changed());
        model.pointed().addListener((o, was, is) -> redraw());
        model.channel().addListener((o, was, is) -> {
            redraw();
            seek();
        });
        size.addListener((o, was, is) -> {
            changed();
            seek();
        });
        bar.valueProperty().addListener((o, was, is) -> fetch());
        heightProperty().addListener((o, was, is) -> changed());
        widthProperty().addListener((o, was, is) -> changed());
        probe.textFillProperty().addListener((o, was, is) -> redraw());
        focusVisibleProperty().addListener((o, was, is) -> redraw());
        texts.locale().addListener((o, was, is) -> redraw());
        new TileGestures(this, model).install();
    }

    /** Width of a tile in pixels. */
    IntegerProperty size() {
        return size;
    }

    /** Counts the paintings. */
    ReadOnlyIntegerProperty painted() {
        return painted.getReadOnlyProperty();
    }

    /** Colours of tiles that share a scale, as they were painted last. */
    Shades shades() {
        return shades;
    }

    Palette palette() {
        return palette;
    }

    TileLayout tiles() {
        return layout;
    }

    int scrolled() {
        return (int) Math.round(bar.getValue());
    }

    void scroll(double by) {
        bar.setValue(Math.clamp(bar.getValue() + by, 0, bar.getMax()));
    }

    void scrollTo(double y) {
        bar.setValue(Math.clamp(y, 0, bar.getMax()));
    }

    /** Brings the chosen tile into view. */
    private void seek() {
        int place = model.place(model.channel().get());
        if (place < 0 || getHeight() <= 0) {
            return;
        }
        double top = layout.y(place) - layout.name();
        double bottom = layout.y(place) + layout.height();
        if (top < bar.getValue()) {
            scrollTo(top - 8);
        } else if (bottom > bar.getValue() + getHeight()) {
            scrollTo(bottom + 8 - getHeight());
        }
    }

    private void redraw() {
        dirty = true;
        requestLayout();
    }

    /** Other tiles, or other places for them. */
    private void changed() {
        layoutTiles();
        fetch();
    }

    /** Has the engine asked for what is missing of what is in view. */
    private void fetch() {
        redraw();
        if (getHeight() > 0) {
            model.see(layout.first(scrolled()), layout.end(scrolled(), (int) getHeight()));
        }
    }

    private void layoutTiles() {
        TileSource source = model.source();
        int room = (int) Math.max(1, getWidth() - BAR);
        layout = TileLayout.of(
                model.channels().length, source.rows(), source.columns(), size.get(), model.other() != null, room);
        double hidden = Math.max(0, layout.total() - getHeight());
        bar.setMax(hidden);
        bar.setVisible(hidden > 0);
        bar.setVisibleAmount(layout.total() == 0 ? 1 : hidden * getHeight() / layout.total());
        bar.setUnitIncrement(40);
        bar.setBlockIncrement(Math.max(40, getHeight() - 40));
        bar.setValue(Math.min(bar.getValue(), hidden));
    }

    @Override
    protected void layoutChildren() {
        int wide = (int) Math.max(1, Math.floor(getWidth() - BAR));
        int high = (int) Math.max(1, Math.floor(getHeight()));
        bar.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
        if (buffer == null || buffer.getWidth() != wide || buffer.getHeight() != high) {
            int[] cells = new int[wide * high];
            buffer = new PixelBuffer<>(wide, high, IntBuffer.wrap(cells), PixelFormat.getIntArgbPreInstance());
            pixels = new TilePixels(cells, wide, high);
            image.setImage(new WritableImage(buffer));
            names.setWidth(wide);
            names.setHeight(high);
            dirty = true;
        }
        if (dirty) {
            dirty = false;
            paint();
        }
    }

    /** Paints what is in view. */
    void paint() {
        boolean lightText = probe.getTextFill() instanceof Color c && c.getBrightness() > 0.6;
        palette = lightText ? Palette.DARK : Palette.LIGHT;
        shades = Shades.of(palette, model.signed(), model.limit());
        int from = layout.first(scrolled());
        int to = layout.end(scrolled(), buffer.getHeight());
        pixels.clear(palette.panel());
        names.getGraphicsContext2D().clearRect(0, 0, names.getWidth(), names.getHeight());
        for (int place = from; place < to; place++) {
            tile(model.source(), place, layout.x(place));
            if (layout.two()) {
                tile(model.other(), place, layout.x2(place));
            }
            name(place);
        }
        frames();
        buffer.updateBuffer(all -> null);
        describe();
        painted.set(painted.get() + 1);
    }

    private void tile(TileSource source, int place, int x) {
        Tile tile = source.tile(model.channels()[place]);
        int y = layout.y(place) - scrolled();
        pixels.rect(x - 1, y - 1, layout.width() + 2, layout.height() + 2, palette.line());
        if (tile == null || tile.values().length != source.rows() * source.columns()) {
            pixels.rect(x, y, layout.width(), layout.height(), palette.grid());
        } else {
            Shades own = model.shades(shades, tile);
            pixels.map(tile.values(), source.rows(), source.columns(), own, x, y, layout.width(), layout.height());
        }
    }

    private void name(int place) {
        int channel = model.channels()[place];
        String words = model.pinned(channel) ? channel + " •" : String.valueOf(channel);
        int colour = model.pinned(channel) ? palette.accent() : palette.muted();
        int y = layout.y(place) - scrolled();
        if (layout.name() > 0) {
            surface.text(words, layout.x(place), y - 4, TEXT, Weight.REGULAR, Anchor.START, colour);
        } else if (layout.gutter() > 0 && layout.height() >= 11) {
            double middle = y + layout.height() / 2.0 + 4;
            surface.text(words, layout.x(place) - 8, middle, TEXT, Weight.REGULAR, Anchor.END, colour);
        } else if (layout.gutter() == 0 && model.pinned(channel) && layout.width() <= SPACED) {
            surface.box(layout.x(place) - 1, y - 1, 4, 4, 2, palette.accent(), Pen.solid(palette.accent(), 1));
        }
    }

    private void frames() {
        int place = model.place(model.channel().get());
        if (place >= 0) {
            frame(layout.x(place), layout.y(place));
            if (layout.two()) {
                frame(layout.x2(place), layout.y(place));
            }
        }
        Pointed at = model.pointed().get();
        int pointed = at == null ? -1 : model.place(at.channel());
        if (pointed >= 0) {
            cell(at, layout.x(pointed), layout.y(pointed));
            if (layout.two()) {
                cell(at, layout.x2(pointed), layout.y(pointed));
            }
        }
        if (isFocusVisible()) {
            surface.box(1, 1, names.getWidth() - 2, names.getHeight() - 2, 6, 0, Pen.solid(palette.accent(), 2));
        }
    }

    private void frame(int x, int y) {
        surface.box(
                x - 2,
                y - scrolled() - 2,
                layout.width() + 4,
                layout.height() + 4,
                2,
                0,
                Pen.solid(palette.accent(), 2));
    }

    private void cell(Pointed at, int x, int y) {
        double wide = (double) layout.width() / Math.max(1, model.source().columns());
        double high = (double) layout.height() / Math.max(1, model.source().rows());
        surface.box(
                x + at.column() * wide - 0.5,
                y - scrolled() + at.row() * high - 0.5,
                Math.max(3, wide) + 1,
                Math.max(3, high) + 1,
                0,
                0,
                Pen.solid(palette.text(), 1));
    }

    private void describe() {
        int channel = model.channel().get();
        if (channel < 0 || channel >= model.source().figures().size()) {
            setAccessibleText(texts.get("inside.maps.none"));
            return;
        }
        Figures figures = model.source().figures().get(channel);
        setAccessibleText(texts.get(
                "inside.tile",
                channel,
                Formats.compact(figures.mean()),
                Formats.compact(figures.least()),
                Formats.compact(figures.largest())));
    }
}
