package io.riskloom.app.playground;

import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Convolution and pooling, cell by cell, on numbers of one's own. */
final class ConvolutionLesson implements Lesson {

    /** Arithmetic, transport and the gaps between the cards. */
    private static final double BESIDE_GRIDS = 250;

    /** The strip of channels and its gap. */
    private static final double CHAIN = 130;

    private final PlaygroundViewModel model;
    private final VBox content;
    private final Node context;
    private final WorkCard work;
    private final ChainStrip chain;

    ConvolutionLesson(Session session, Texts texts) {
        model = new PlaygroundViewModel(session);
        work = new WorkCard(model, texts);
        chain = new ChainStrip(model, texts);
        content = new VBox(16, work, chain, new ArithmeticCard(model, texts), new Transport(model, texts));
        content.heightProperty().addListener((o, was, is) -> room());
        chain.visibleProperty().addListener((o, was, is) -> room());
        context = new PlaygroundPanel(model, texts).content();
    }

    private void room() {
        double rest = content.getHeight() - BESIDE_GRIDS - (chain.isVisible() ? CHAIN : 0);
        work.room(Math.max(240, rest));
    }

    @Override
    public String id() {
        return "convolution";
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
    public void hidden() {
        model.hidden();
    }

    @Override
    public void cancelAction() {
        model.stepping().pause();
    }

    @Override
    public void undo() {
        model.undo();
    }

    @Override
    public void redo() {
        model.redo();
    }

    @Override
    public void keys(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        Stepping stepping = model.stepping();
        switch (e.getCode()) {
            case LEFT -> across(stepping, e.isShiftDown(), -1);
            case RIGHT -> across(stepping, e.isShiftDown(), 1);
            case UP -> stepping.step(-1, 0);
            case DOWN -> stepping.step(1, 0);
            case HOME -> stepping.moveTo(0);
            case END -> stepping.moveTo(Integer.MAX_VALUE);
            case SPACE -> stepping.togglePlay();
            case T -> stepping.byTerms().set(!stepping.byTerms().get());
            case G -> model.gradients().set(!model.gradients().get());
            default -> {
                return;
            }
        }
        e.consume();
    }

    /** With Shift by terms. */
    private static void across(Stepping stepping, boolean term, int by) {
        if (term) {
            stepping.stepTerm(by);
        } else {
            stepping.go(by);
        }
    }
}
