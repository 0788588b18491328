package io.riskloom.app.control;

import io.riskloom.app.chart.CanvasSurface;
import io.riskloom.app.chart.Palette;
import io.riskloom.app.chart.Surface;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A drawing in the colours of the window's theme, redrawn at most once a pulse. It takes the focus with a click. */
public final class Sketch extends Region {

    /** Draws all of it on an empty ground. */
    @FunctionalInterface
    public interface Painting {
        void paint(Surface surface, Palette palette, double width, double height);
    }

    private final Canvas canvas = new Canvas();
    private final CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D());
    private final Label probe = new Label();
    private final Painting painting;
    private boolean dirty = true;

    public Sketch(Painting painting) {
        this.painting = painting;
        setFocusTraversable(true);
        probe.setManaged(false);
        canvas.setMouseTransparent(true);
        probe.setMouseTransparent(true);
        getChildren().addAll(canvas, probe);
        probe.textFillProperty().addListener(change -> redraw());
        focusVisibleProperty().addListener(change -> redraw());
        setOnMousePressed(event -> {
            requestFocus();
            event.consume(); // a scroll pane around it would take the focus
        });
    }

    public void redraw() {
        dirty = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            dirty = true;
        }
        if (dirty) {
            dirty = false;
            canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
            Palette palette = palette();
            painting.paint(surface, palette, width, height);
            if (isFocusVisible()) {
                surface.box(1, 1, width - 2, height - 2, 6, 0, Surface.Pen.solid(palette.accent(), 1.5));
            }
        }
    }

    private Palette palette() {
        boolean lightText = probe.getTextFill() instanceof Color text && text.getBrightness() > 0.6;
        return lightText ? Palette.DARK : Palette.LIGHT;
    }
}
