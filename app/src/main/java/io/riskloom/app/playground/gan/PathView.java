package io.riskloom.app.playground.gan;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaLook;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Price paths: the noise to point at, the fans with the path that comes of it, quantiles, memory of volatility, the course. */
final class PathView extends VBox {

    private static final double NUDGE = 0.05;
    private static final double NOISE = 336;

    /** Of the height. */
    private static final double UPPER = 0.58;

    private final GanViewModel model;
    private final Texts texts;
    private final PathCharts charts;
    private final ChartView noise;
    private float[] at;

    PathView(GanViewModel model, Texts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        this.charts = new PathCharts(texts);
        this.noise = view("noise", frame -> charts.noise(frame, at));
        ChartView fan =
                view("fan", frame -> charts.fan(frame.paths(), model.looked().get()));
        model.looked()
                .subscribe(() -> show(
                        fan, frame -> charts.fan(frame.paths(), model.looked().get())));
        noise.hoveredProperty().subscribe((was, is) -> {
            if (is != null) {
                point(is[0], is[1]);
            }
        });
        noise.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Label path = Cards.label(Bindings.createStringBinding(this::path, model.looked(), texts.locale()), "caption");
        path.setId("arena-path-words");
        path.setWrapText(true);
        path.setMinHeight(USE_PREF_SIZE);
        path.setPadding(new Insets(0, 16, 8, 16));
        HBox upper = new HBox(12, framed("noise", noise, null), Cards.grow(framed("fan", fan, path)));
        HBox lower = Cards.row(
                framed("qq", view("qq", frame -> charts.quantiles(frame.paths())), null),
                framed("acf", view("acf", frame -> charts.memory(frame.paths())), null),
                new CourseCard(
                        model,
                        texts,
                        "arena-chart-course",
                        List.of(CourseCharts.Kind.FACTS, CourseCharts.Kind.LOSSES, CourseCharts.Kind.NORMS)));
        ((Region) upper.getChildren().getFirst()).setMinWidth(NOISE);
        for (HBox row : List.of(upper, lower)) {
            row.setMinHeight(0);
            row.setPrefHeight(0);
        }
        upper.minHeightProperty().bind(heightProperty().subtract(getSpacing()).multiply(UPPER));
        setMinHeight(0);
        getChildren().setAll(upper, Cards.grow(lower));
    }

    private ChartView view(String name, Function<ArenaFrame, ChartModel> made) {
        ChartView view = new ChartView(texts);
        view.setId("arena-chart-" + name);
        view.emptyTextProperty().bind(texts.bind("arena.waiting"));
        model.frame().subscribe(() -> show(view, made));
        texts.locale().subscribe(() -> show(view, made));
        return view;
    }

    private void show(ChartView view, Function<ArenaFrame, ChartModel> made) {
        ArenaFrame frame = model.frame().get();
        view.setModel(frame == null || frame.paths() == null ? null : made.apply(frame));
    }

    private Region framed(String name, ChartView view, Label below) {
        Label title = Cards.label(texts.bind("arena.card." + name), "section-title");
        HBox head = new HBox(8, title, Panels.gap(), view.exportMenu());
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(6, 8, 0, 16));
        VBox card = new VBox(head, Cards.grow(view));
        if (below != null) {
            card.getChildren().add(below);
        }
        card.getStyleClass().addAll("card", "flush");
        card.setMinSize(0, 0);
        card.setPrefSize(0, 0);
        card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return card;
    }

    private void point(double x, double y) {
        ArenaFrame frame = model.frame().get();
        if (frame == null || frame.paths() == null) {
            return;
        }
        int dimension = frame.settings().noise().dimension();
        at = new float[dimension];
        at[0] = (float) x;
        if (dimension > 1) {
            at[1] = (float) y;
        }
        model.point(at);
        show(noise, shown -> charts.noise(shown, at));
    }

    /** ← → ↑ ↓ move the noise that is pointed at; Shift moves further, Delete points at none. */
    private void key(KeyEvent e) {
        ArenaFrame frame = model.frame().get();
        if (frame == null || frame.paths() == null || e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        double extent = PathCharts.extent(frame);
        double by = extent * NUDGE * (e.isShiftDown() ? 4 : 1);
        double x = at == null ? 0 : at[0];
        double y = at == null || at.length < 2 ? 0 : at[1];
        switch (e.getCode()) {
            case LEFT -> point(Math.max(-extent, x - by), y);
            case RIGHT -> point(Math.min(extent, x + by), y);
            case UP -> point(x, Math.min(extent, y + by));
            case DOWN -> point(x, Math.max(-extent, y - by));
            case DELETE, BACK_SPACE -> {
                at = null;
                model.point(null);
                show(noise, shown -> charts.noise(shown, null));
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private String path() {
        ArenaLook look = model.looked().get();
        if (look == null || look.match() == null) {
            return texts.get("arena.path.none");
        }
        return texts.get(
                "arena.path.words",
                Formats.percent(look.made()[look.made().length - 1] - 1, 1),
                Formats.day(look.match().from()),
                Formats.day(look.match().to()),
                Formats.number(look.match().distance(), 3),
                Formats.number(look.match().usual(), 3));
    }
}
