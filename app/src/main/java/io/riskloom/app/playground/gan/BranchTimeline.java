package io.riskloom.app.playground.gan;

import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.chart.Palette;
import io.riskloom.app.chart.Surface;
import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Surface.Weight;
import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Sketch;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaFrame.Branch;
import io.riskloom.engine.lesson.ArenaFrame.Kept;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

/**
 * All branches of a duel over its steps, each on a line of its own, with the moments that can be gone back to. A click or drag goes to
 * the nearest one, ← → to those beside it, ↑ ↓ to other branches, Home to the start, End to the branch's end.
 */
final class BranchTimeline extends VBox {

    private static final List<Tone> TONES = List.of(Tone.ACCENT, Tone.AMBER, Tone.SECOND, Tone.THIRD, Tone.FOURTH);
    private static final double LANE = 14;
    private static final double SCALE = 22;
    private static final double MOST_HIGH = 6 * LANE + SCALE;
    private static final double EDGE = 16;

    private final GanViewModel model;
    private final Texts texts;
    private final Sketch sketch = new Sketch(this::paint);
    private final ScrollPane scroll = new ScrollPane(sketch);
    private int branch;
    private Kept dragged;

    BranchTimeline(GanViewModel model, Texts texts) {
        super(0);
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "flush");
        setMinHeight(USE_PREF_SIZE);
        sketch.setId("arena-timeline");
        sketch.setAccessibleRole(AccessibleRole.SLIDER);
        sketch.accessibleHelpProperty().bind(texts.bind("arena.timeline.help"));
        sketch.accessibleTextProperty().bind(Bindings.createStringBinding(this::words, model.frame(), texts.locale()));
        sketch.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            dragged = null;
            drag(e);
        });
        sketch.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        sketch.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        var help = Cards.label(Bindings.createStringBinding(this::words, model.frame(), texts.locale()), "caption");
        help.setId("arena-timeline-words");
        help.setPadding(new Insets(6, 16, 0, 16));
        scroll.getStyleClass().add("page-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        getChildren().setAll(help, scroll);
        model.frame().subscribe(this::show);
    }

    /** A line for each branch; of more than fit those about the one that is gone on with, unless the mouse is on its way. */
    private void show(ArenaFrame frame) {
        int lanes = frame == null ? 1 : frame.branches().size();
        double high = lanes * LANE + SCALE;
        sketch.setMinHeight(high);
        sketch.setPrefHeight(high);
        double shown = Math.min(MOST_HIGH, high);
        scroll.setMinHeight(shown);
        scroll.setPrefHeight(shown);
        scroll.setMaxHeight(shown);
        if (frame != null && frame.branch() != branch && !sketch.isPressed()) {
            branch = frame.branch();
            scroll.setVvalue(lanes == 1 ? 0 : (double) branch / (lanes - 1));
        }
        sketch.redraw();
    }

    private void drag(MouseEvent e) {
        at(e).filter(there -> !there.equals(dragged)).ifPresent(there -> {
            dragged = there;
            model.rewind(there);
        });
    }

    private String words() {
        ArenaFrame frame = model.frame().get();
        if (frame == null) {
            return texts.get("arena.timeline");
        }
        Branch here = frame.branches().get(frame.branch());
        String place = here.parent() < 0
                ? texts.get("arena.timeline.first", Formats.number(frame.step(), 0), Formats.number(here.to(), 0))
                : texts.get(
                        "arena.timeline.branch",
                        here.number() + 1,
                        Formats.number(frame.step(), 0),
                        Formats.number(here.to(), 0),
                        here.parent() + 1,
                        Formats.number(here.from(), 0));
        return frame.step() < here.to() ? place + texts.get("arena.timeline.behind") : place;
    }

    private static long most(ArenaFrame frame) {
        return Math.max(1, frame.branches().stream().mapToLong(Branch::to).max().orElse(1));
    }

    private double x(long step, ArenaFrame frame, double width) {
        return EDGE + (width - 2 * EDGE) * step / most(frame);
    }

    private static double y(int branch, ArenaFrame frame, double height) {
        return (branch + 0.5) * (height - 18) / frame.branches().size() + 4;
    }

    private void paint(Surface s, Palette palette, double width, double height) {
        ArenaFrame frame = model.frame().get();
        if (frame == null) {
            return;
        }
        for (Branch branch : frame.branches()) {
            int colour = palette.tone(tone(branch.number()));
            double y = y(branch.number(), frame, height);
            double from = x(branch.from(), frame, width);
            if (branch.parent() >= 0) {
                s.line(from, y(branch.parent(), frame, height), from, y, Pen.solid(palette.muted(), 1));
            }
            boolean here = branch.number() == frame.branch();
            s.line(from, y, x(branch.to(), frame, width), y, Pen.solid(colour, here ? 4 : 2));
        }
        for (Kept kept : frame.kept()) {
            double x = x(kept.step(), frame, width);
            double y = y(kept.branch(), frame, height);
            s.line(x, y - 4, x, y + 4, Pen.solid(palette.tone(tone(kept.branch())), 1));
        }
        double x = x(frame.step(), frame, width);
        double y = y(frame.branch(), frame, height);
        s.box(x - 6, y - 6, 12, 12, 6, palette.panel(), Pen.solid(palette.tone(tone(frame.branch())), 3));
        s.text(
                Formats.number(most(frame), 0),
                width - EDGE,
                height - 5,
                10,
                Weight.REGULAR,
                Anchor.END,
                palette.muted());
    }

    static Tone tone(int branch) {
        return TONES.get(branch % TONES.size());
    }

    private Optional<Kept> at(MouseEvent e) {
        ArenaFrame frame = model.frame().get();
        if (frame == null) {
            return Optional.empty();
        }
        return frame.kept().stream()
                .min(Comparator.comparingDouble(kept -> Math.hypot(
                        x(kept.step(), frame, sketch.getWidth()) - e.getX(),
                        4 * (y(kept.branch(), frame, sketch.getHeight()) - e.getY()))));
    }

    private void key(KeyEvent e) {
        ArenaFrame frame = model.frame().get();
        if (frame == null || e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        Moments moments = new Moments(frame);
        Optional<Kept> there;
        switch (e.getCode()) {
            case LEFT -> there = moments.before();
            case RIGHT -> there = moments.after();
            case UP -> there = moments.beside(-1);
            case DOWN -> there = moments.beside(1);
            case HOME -> there = moments.start();
            case END -> there = moments.end();
            default -> {
                return;
            }
        }
        there.ifPresent(model::rewind);
        e.consume();
    }
}
