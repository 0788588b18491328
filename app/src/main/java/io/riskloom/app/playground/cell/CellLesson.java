package io.riskloom.app.playground.cell;

import io.riskloom.app.control.Cards;
import io.riskloom.app.playground.Lesson;
import io.riskloom.app.result.Panels;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A recurrent cell gate by gate: every number of one step, and the same cell over the days of the loaded series. */
public final class CellLesson implements Lesson {

    private final CellViewModel model;
    private final VBox content;
    private final Node context;

    public CellLesson(Session session, Texts texts) {
        model = new CellViewModel(session);
        CellCard card = new CellCard(model, texts);
        card.setPrefHeight(390);
        card.setMinHeight(320);
        VBox.setVgrow(card, Priority.SOMETIMES);
        ScrollPane scroll = new ScrollPane(new CellTable(model, texts));
        scroll.getStyleClass().add("page-scroll");
        scroll.setFocusTraversable(false);
        VBox table = Cards.card(scroll);
        table.setMinHeight(120);
        table.setMaxHeight(Region.USE_PREF_SIZE);
        CellDays days = new CellDays(model, texts);
        VBox.setVgrow(days, Priority.ALWAYS);
        BooleanBinding step = model.look().isEqualTo(CellViewModel.Look.STEP);
        Panels.showWhen(table, step.or(model.weights()));
        Panels.showWhen(card, step.or(model.weights().not()));
        Panels.showWhen(days, model.look().map(CellViewModel.Look.DAYS::equals));
        content = new VBox(12, card, table, days);
        context = new CellPanel(model, texts).content();
    }

    @Override
    public String id() {
        return "cell";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node context() {
        return context;
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    @Override
    public void cancelAction() {
        model.pause();
    }

    @Override
    public void undo() {
        model.undo();
    }

    @Override
    public void redo() {
        model.redo();
    }

    /** ← → stages, ↑ ↓ units; over days ← → days, Shift with ← → stages, Space plays. */
    @Override
    public void keys(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean days = model.overDays() && !event.isShiftDown();
        switch (event.getCode()) {
            case LEFT -> move(days, -1);
            case RIGHT -> move(days, 1);
            case UP -> model.unit(model.unit().get() - 1);
            case DOWN -> model.unit(model.unit().get() + 1);
            case HOME -> jump(days, 0);
            case END -> jump(days, Integer.MAX_VALUE);
            case SPACE -> model.togglePlay();
            case ENTER -> model.carryOn();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(boolean days, int by) {
        jump(days, (days ? model.day().get() : model.stage().get()) + by);
    }

    private void jump(boolean days, int to) {
        if (days) {
            model.day(to);
        } else {
            model.stage(to);
        }
    }
}
