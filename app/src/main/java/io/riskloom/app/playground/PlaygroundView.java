package io.riskloom.app.playground;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Page;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Convolution and pooling, cell by cell, on numbers of one's own. */
public final class PlaygroundView implements Page {

    /** Title, arithmetic, transport and the gaps between the cards. */
    private static final double BESIDE_GRIDS = 330;

    private final PlaygroundViewModel model;
    private final VBox content;
    private final Node context;
    private final WorkCard work;

    public PlaygroundView(Session session, Texts texts) {
        model = new PlaygroundViewModel(session);
        work = new WorkCard(model, texts);
        content = Cards.page(
                texts.bind("page.playground"),
                texts.bind("playground.subtitle"),
                work,
                new ArithmeticCard(model, texts),
                new Transport(model, texts));
        content.getStylesheets()
                .add(Texts.class
                        .getResource("/io/riskloom/ui/css/playground.css")
                        .toExternalForm());
        content.heightProperty().addListener((o, was, is) -> work.room(Math.max(260, is.doubleValue() - BESIDE_GRIDS)));
        EventHandler<KeyEvent> anywhere = this::anywhere;
        content.sceneProperty().addListener((o, was, is) -> {
            model.pause();
            if (was != null) {
                was.removeEventFilter(KeyEvent.KEY_PRESSED, anywhere);
            }
            if (is != null) {
                is.addEventFilter(KeyEvent.KEY_PRESSED, anywhere);
            }
        });
        content.addEventHandler(KeyEvent.KEY_PRESSED, this::keys);
        context = new PlaygroundPanel(model, texts).content();
        context.addEventHandler(KeyEvent.KEY_PRESSED, this::undoKeys);
    }

    @Override
    public String id() {
        return "playground";
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
        work.focus();
    }

    @Override
    public void cancelAction() {
        model.pause();
    }

    /** Arrows step wherever the focus is, the rail included, but not where they move within a control. */
    private void anywhere(KeyEvent e) {
        boolean button = e.getTarget() instanceof ButtonBase;
        if (button && e.getCode() != KeyCode.SPACE && e.getCode() != KeyCode.ENTER) {
            keys(e);
        }
    }

    private void keys(KeyEvent e) {
        undoKeys(e);
        if (e.isConsumed() || e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        switch (e.getCode()) {
            case LEFT -> model.step(0, -1);
            case RIGHT -> model.step(0, 1);
            case UP -> model.step(-1, 0);
            case DOWN -> model.step(1, 0);
            case HOME -> model.moveTo(0);
            case END -> model.moveTo(Integer.MAX_VALUE);
            case SPACE -> model.togglePlay();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void undoKeys(KeyEvent e) {
        if (!e.isShortcutDown()) {
            return;
        }
        if (e.getCode() == KeyCode.Y || e.getCode() == KeyCode.Z && e.isShiftDown()) {
            model.redo();
            e.consume();
        } else if (e.getCode() == KeyCode.Z) {
            model.undo();
            e.consume();
        }
    }
}
