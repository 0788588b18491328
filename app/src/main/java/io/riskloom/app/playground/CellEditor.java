package io.riskloom.app.playground;

import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Typing into a {@link NumberGrid} as in a spreadsheet: arrow keys select, a digit, F2, Enter or a double click edits,
 * Enter takes the number and goes down, Tab takes it and goes right, Esc leaves it as it was, Delete writes 0, Ctrl+C
 * copies the grid and Ctrl+V pastes a block. Padding cannot be edited.
 */
final class CellEditor {

    /** Told in the grid's own places, padding left out. */
    interface Listener {
        /** @return whether the text was a number */
        boolean typed(Place cell, String text);

        void pasted(Place cell, String text);

        String copied();

        /** The selected cell changed; empty when the grid lost the focus. */
        void selected(Optional<Place> cell);
    }

    private final NumberGrid grid;
    private final Listener listener;
    private final TextField field = new TextField();
    private Place selected = new Place(0, 0);

    CellEditor(NumberGrid grid, Listener listener) {
        this.grid = grid;
        this.listener = listener;
        field.getStyleClass().add("grid-editor");
        field.setManaged(false);
        field.setVisible(false);
        grid.overlay(field);
        grid.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getClickCount() == 2 && !field.isVisible()) {
                begin(plain(grid.value(shown(selected))));
            }
        });
        grid.onPick(this::pick);
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        grid.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        grid.focusedProperty().addListener((o, was, is) -> select(selected));
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is && field.isVisible()) {
                commit();
            }
            select(selected);
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::fieldPressed);
    }

    private void pick(Place place) {
        if (field.isVisible()) {
            commit();
        }
        Place own = new Place(place.row() - grid.border(), place.column() - grid.border());
        if (own.row() >= 0 && own.column() >= 0 && own.row() < ownRows() && own.column() < ownColumns()) {
            select(own);
        }
    }

    /** Keeps the selected cell inside after the grid was made smaller. */
    void refresh() {
        select(new Place(Math.min(selected.row(), ownRows() - 1), Math.min(selected.column(), ownColumns() - 1)));
    }

    private int ownRows() {
        return grid.rows() - 2 * grid.border();
    }

    private int ownColumns() {
        return grid.columns() - 2 * grid.border();
    }

    private Place shown(Place own) {
        return new Place(own.row() + grid.border(), own.column() + grid.border());
    }

    private void select(Place cell) {
        selected = cell;
        boolean here = grid.isFocused() || field.isFocused();
        grid.select(here ? Optional.of(shown(cell)) : Optional.empty());
        listener.selected(here ? Optional.of(cell) : Optional.empty());
    }

    private void pressed(KeyEvent e) {
        if (field.isVisible()) {
            return;
        }
        if (e.isShortcutDown()) {
            if (e.getCode() == KeyCode.V && Clipboard.getSystemClipboard().hasString()) {
                listener.pasted(selected, Clipboard.getSystemClipboard().getString());
                e.consume();
            } else if (e.getCode() == KeyCode.C) {
                ClipboardContent content = new ClipboardContent();
                content.putString(listener.copied());
                Clipboard.getSystemClipboard().setContent(content);
                e.consume();
            }
            return;
        }
        switch (e.getCode()) {
            case LEFT -> move(0, -1);
            case RIGHT -> move(0, 1);
            case UP -> move(-1, 0);
            case DOWN -> move(1, 0);
            case HOME -> select(new Place(selected.row(), 0));
            case END -> select(new Place(selected.row(), ownColumns() - 1));
            case ENTER, F2 -> begin(plain(grid.value(shown(selected))));
            case DELETE, BACK_SPACE -> listener.typed(selected, "0");
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void move(int rows, int columns) {
        select(new Place(
                Math.clamp(selected.row() + rows, 0, ownRows() - 1),
                Math.clamp(selected.column() + columns, 0, ownColumns() - 1)));
    }

    private void typed(KeyEvent e) {
        String text = e.getCharacter();
        if (!field.isVisible() && !e.isShortcutDown() && text.matches("[0-9.+−-]")) {
            begin(text);
            field.deselect();
            field.positionCaret(1);
            e.consume();
        }
    }

    private void begin(String text) {
        Place cell = shown(selected);
        field.resizeRelocate(
                grid.left(cell) - 6, grid.top(cell), Math.max(48, grid.cellWidth() + 13), grid.cellHeight() + 1);
        field.setText(text);
        field.setVisible(true);
        field.toFront();
        field.requestFocus();
        field.selectAll();
    }

    private void fieldPressed(KeyEvent e) {
        switch (e.getCode()) {
            case ENTER -> take(e.isShiftDown() ? -1 : 1, 0);
            case TAB -> take(0, e.isShiftDown() ? -1 : 1);
            case ESCAPE -> {
                field.setVisible(false);
                grid.requestFocus();
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void take(int rows, int columns) {
        boolean taken = commit();
        grid.requestFocus();
        if (taken) {
            move(rows, columns);
        }
    }

    private boolean commit() {
        field.setVisible(false);
        return listener.typed(selected, field.getText());
    }

    private static String plain(double value) {
        return GridText.of(new double[][] {{value}}).strip();
    }
}
