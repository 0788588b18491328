package io.riskloom.app.playground.gan;

import io.riskloom.app.chart.Palette;
import io.riskloom.app.chart.Surface;
import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Surface.Weight;
import io.riskloom.app.control.Sketch;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaFrame.Measures;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;

/** Gradient norms of both networks and the discriminator's slope, each on a logarithmic scale from 0.001 to 100. */
final class Gauges extends StackPane {

    private static final double LOW = -3;
    private static final double HIGH = 2;

    private record Gauge(String key, double value, boolean accent, boolean target) {}

    private final GanViewModel model;
    private final Texts texts;
    private final Sketch sketch = new Sketch(this::paint);

    Gauges(GanViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "flush");
        setMinHeight(62);
        setPrefHeight(62);
        setMaxHeight(62);
        sketch.setId("arena-gauges");
        sketch.setFocusTraversable(false);
        sketch.setAccessibleRole(AccessibleRole.TEXT);
        getChildren().setAll(sketch);
        model.frame().subscribe(this::show);
        texts.locale().subscribe(this::show);
    }

    private void show() {
        StringBuilder words = new StringBuilder();
        for (Gauge gauge : gauges()) {
            words.append(texts.get("arena.gauge." + gauge.key()))
                    .append(' ')
                    .append(Formats.compact(gauge.value()))
                    .append("; ");
        }
        sketch.setAccessibleText(words.toString());
        sketch.redraw();
    }

    private Gauge[] gauges() {
        ArenaFrame frame = model.frame().get();
        if (frame == null) {
            return new Gauge[0];
        }
        Measures m = frame.measures();
        boolean bounded = frame.settings().rule().penalty() > 0;
        return new Gauge[] {
            new Gauge("discriminator", m.discriminatorNorm(), true, false),
            new Gauge("generator", m.generatorNorm(), false, false),
            new Gauge("slope", m.slope(), true, bounded)
        };
    }

    private void paint(Surface s, Palette palette, double width, double height) {
        Gauge[] gauges = gauges();
        double wide = (width - 32 - 2 * 16) / 3;
        for (int i = 0; i < gauges.length; i++) {
            double x = 16 + i * (wide + 16);
            Gauge gauge = gauges[i];
            s.text(texts.get("arena.gauge." + gauge.key()), x, 24, 12, Weight.REGULAR, Anchor.START, palette.muted());
            s.text(Formats.compact(gauge.value()), x + wide, 24, 12, Weight.SEMIBOLD, Anchor.END, palette.text());
            s.box(x, 36, wide, 6, 3, palette.grid(), Pen.solid(palette.grid(), 1));
            double share = share(gauge.value());
            if (share > 0) {
                int colour = gauge.accent() ? palette.accent() : palette.amber();
                s.box(x, 36, Math.max(6, wide * share), 6, 3, colour, Pen.solid(colour, 1));
            }
            if (gauge.target()) {
                double at = Math.floor(x + wide * share(1)) + 0.5;
                s.line(at, 31, at, 47, Pen.solid(palette.text(), 1.5));
            }
        }
    }

    private static double share(double value) {
        return value > 0 && Double.isFinite(value) ? Math.clamp((Math.log10(value) - LOW) / (HIGH - LOW), 0, 1) : 0;
    }
}
