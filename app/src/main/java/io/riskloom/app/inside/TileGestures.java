package io.riskloom.app.inside;

import io.riskloom.app.inside.TileLayout.Spot;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Mouse and keys of the tiles. */
final class TileGestures {

    private static final double STEP = 1.25;

    private final TilesView view;
    private final MapsModel model;

    TileGestures(TilesView view, MapsModel model) {
        this.view = view;
        this.model = model;
    }

    void install() {
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, e -> model.point(null));
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private Spot spot(MouseEvent e) {
        TileSource source = model.source();
        return view.tiles().at(e.getX(), e.getY() + view.scrolled(), source.rows(), source.columns());
    }

    private void point(MouseEvent e) {
        Spot at = spot(e);
        model.point(at == null ? null : model.at(model.channels()[at.place()], at.row(), at.column()));
    }

    private void press(MouseEvent e) {
        view.requestFocus();
        e.consume(); // a scroll pane around it would take the focus
        Spot at = spot(e);
        if (at != null && e.getButton() == MouseButton.PRIMARY) {
            int channel = model.channels()[at.place()];
            if (e.getClickCount() == 2) {
                model.pin(channel);
            } else {
                model.choose(channel);
            }
            e.consume();
        }
    }

    private void wheel(ScrollEvent e) {
        if (e.isShortcutDown()) {
            resize(e.getDeltaY() > 0 ? STEP : 1 / STEP);
        } else {
            view.scroll(-e.getDeltaY());
        }
        e.consume();
    }

    private void resize(double by) {
        int next = (int) Math.round(view.size().get() * by);
        view.size().set(Math.clamp(next, TilesView.SMALLEST, TilesView.LARGEST));
    }

    private void key(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        int across = view.tiles().across();
        switch (e.getCode()) {
            case LEFT -> model.step(-1);
            case RIGHT -> model.step(1);
            case UP -> model.step(-across);
            case DOWN -> model.step(across);
            case PAGE_UP -> view.scroll(40 - view.getHeight());
            case PAGE_DOWN -> view.scroll(view.getHeight() - 40);
            case HOME -> view.scrollTo(0);
            case END -> view.scrollTo(Double.MAX_VALUE);
            case P -> model.pin(model.channel().get());
            case S -> model.resort();
            case PLUS, EQUALS, ADD -> resize(STEP);
            case MINUS, SUBTRACT -> resize(1 / STEP);
            default -> {
                return;
            }
        }
        e.consume();
    }
}
