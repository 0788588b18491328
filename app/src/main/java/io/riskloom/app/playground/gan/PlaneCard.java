package io.riskloom.app.playground.gan;

import io.riskloom.app.chart.ChartMark;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaSettings.Point;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The plane with its layers to choose; where real points are drawn by hand, the mouse and the keys draw them here. */
final class PlaneCard extends VBox {

    private static final double NUDGE = 0.05;
    private static final double PENCIL = 0.03;

    private final GanViewModel model;
    private final DrawPad pad;
    private final PlanePicture picture;
    private final ChartView view;

    PlaneCard(GanViewModel model, DrawPad pad, Texts texts) {
        this.model = model;
        this.pad = pad;
        getStyleClass().addAll("card", "flush");
        setMinSize(0, 0);
        PlaneLayers layers = new PlaneLayers();
        picture = new PlanePicture(texts, layers);
        view = new ChartView(texts);
        view.setId("arena-plane");
        view.emptyTextProperty().bind(texts.bind("arena.waiting"));
        view.addEventHandler(MouseEvent.ANY, this::mouse);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        FlowPane boxes = new FlowPane(
                8,
                4,
                box(texts, "real", layers.real()),
                box(texts, "fake", layers.fake()),
                box(texts, "ground", layers.ground()),
                box(texts, "manifold", layers.manifold()),
                box(texts, "arrows", layers.arrows()));
        boxes.setAlignment(Pos.CENTER_LEFT);
        ToggleButton draw = new ToggleButton();
        draw.setId("arena-draw");
        draw.textProperty().bind(texts.bind("arena.draw"));
        draw.setMinWidth(USE_PREF_SIZE);
        draw.selectedProperty().bindBidirectional(pad.on());
        Panels.showWhen(draw, model.settings().map(s -> s.data().kind().equals("drawn")));
        HBox head = new HBox(8, Cards.grow(boxes), draw, view.exportMenu());
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(6, 8, 0, 16));
        head.setMinHeight(USE_PREF_SIZE);
        Label help = Cards.label(texts.bind("arena.draw.help"), "caption");
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        help.setPadding(new Insets(4, 16, 0, 16));
        getChildren().setAll(head, Panels.showWhen(help, pad.on()), Cards.grow(view));
        model.frame().subscribe(this::show);
        model.slow().shown().subscribe(this::show);
        texts.locale().subscribe(this::show);
        pad.pencil().subscribe(this::pencil);
        pad.on().subscribe(this::pencil);
    }

    private CheckBox box(Texts texts, String layer, BooleanProperty shown) {
        CheckBox box = new CheckBox();
        box.setId("arena-layer-" + layer);
        box.getStyleClass().addAll("small", "arena-layer");
        box.textProperty().bind(texts.bind("arena.layer." + layer));
        box.selectedProperty().bindBidirectional(shown);
        shown.subscribe((was, is) -> show());
        return box;
    }

    private void show() {
        ArenaFrame frame = model.frame().get();
        SlowMotion.Shown stage = model.slow().shown().get();
        if (frame == null || frame.plane() == null) {
            view.setModel(null);
        } else {
            view.setModel(stage == null ? picture.of(frame) : picture.of(frame, stage.stage()));
        }
    }

    private void pencil() {
        Point at = pad.pencil().get();
        view.setCursor(pad.on().get() ? Cursor.CROSSHAIR : null);
        view.markedProperty()
                .set(
                        pad.on().get()
                                ? new ChartMark(at.x() - PENCIL, at.y() + PENCIL, at.x() + PENCIL, at.y() - PENCIL)
                                : null);
    }

    private void mouse(MouseEvent e) {
        boolean draws = e.getEventType() == MouseEvent.MOUSE_PRESSED || e.getEventType() == MouseEvent.MOUSE_DRAGGED;
        double[] at = pad.on().get() && draws ? view.placeAt(e.getX(), e.getY()) : null;
        if (at == null) {
            return;
        }
        if (e.getEventType() == MouseEvent.MOUSE_PRESSED) {
            pad.stroke();
        }
        pad.move(at[0], at[1]);
        if (e.isSecondaryButtonDown()) {
            pad.erase();
        } else {
            pad.add();
        }
    }

    private void key(KeyEvent e) {
        if (!pad.on().get() || e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        switch (e.getCode()) {
            case LEFT -> pad.nudge(-NUDGE, 0);
            case RIGHT -> pad.nudge(NUDGE, 0);
            case UP -> pad.nudge(0, NUDGE);
            case DOWN -> pad.nudge(0, -NUDGE);
            case ENTER -> pad.add();
            case DELETE, BACK_SPACE -> {
                if (e.getCode() == KeyCode.DELETE && e.isShiftDown()) {
                    pad.clear();
                } else {
                    pad.erase();
                }
            }
            default -> {
                return;
            }
        }
        e.consume();
    }
}
