package io.riskloom.app.playground;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * A grid of tinted numbers with frames. Reports the cell under the mouse and the cell that was clicked;
 * {@link CellEditor} adds typing. Cell places count from the first shown cell, padding included.
 */
final class NumberGrid extends Region {

    private final GridPainting painting = new GridPainting();
    private final double depth;
    private double[][] values = {{0}};
    private int border;
    private double cellWidth = 42;
    private double cellHeight = 42;
    private Consumer<Optional<Place>> onHover = place -> {};
    private Consumer<Place> onPick = place -> {};

    /** @param depth opacity of the strongest tint */
    NumberGrid(double depth) {
        this.depth = depth;
        getStyleClass().add("number-grid");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        getChildren().add(painting);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> onHover.accept(placeAt(e.getX(), e.getY())));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> onHover.accept(placeAt(e.getX(), e.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> onHover.accept(Optional.empty()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            requestFocus();
            e.consume(); // a scroll pane around it would take the focus
            placeAt(e.getX(), e.getY()).ifPresent(onPick);
        });
    }

    void onHover(Consumer<Optional<Place>> listener) {
        onHover = listener;
    }

    void onPick(Consumer<Place> listener) {
        onPick = listener;
    }

    /** @param padding how many rows and columns at each edge are padding */
    void show(double[][] numbers, int padding) {
        values = numbers;
        border = padding;
        repaint();
    }

    void cellSize(double width, double height) {
        if (width != cellWidth || height != cellHeight) {
            cellWidth = width;
            cellHeight = height;
            repaint();
        }
    }

    private void repaint() {
        double full = 0;
        for (double[] row : values) {
            for (double value : row) {
                full = Double.isFinite(value) ? Math.max(full, Math.abs(value)) : full;
            }
        }
        painting.show(values, border, full, depth, cellWidth, cellHeight);
        requestLayout();
    }

    void frame(Collection<Place> cells) {
        painting.frame(cells);
    }

    void touch(Collection<Place> cells) {
        painting.touch(cells);
    }

    void mark(Collection<Place> cells) {
        painting.mark(cells);
    }

    void select(Optional<Place> cell) {
        painting.select(cell.map(List::of).orElse(List.of()));
    }

    /** What a screen reader says. */
    void say(String words) {
        if (!words.equals(getAccessibleText())) {
            setAccessibleText(words);
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    int rows() {
        return values.length;
    }

    int columns() {
        return values[0].length;
    }

    int border() {
        return border;
    }

    double value(Place cell) {
        return values[cell.row()][cell.column()];
    }

    double left(Place cell) {
        return Math.round(cell.column() * cellWidth);
    }

    double top(Place cell) {
        return Math.round(cell.row() * cellHeight);
    }

    double cellWidth() {
        return cellWidth;
    }

    double cellHeight() {
        return cellHeight;
    }

    /** The editor's field lies over the cells. */
    void overlay(Node node) {
        getChildren().add(node);
    }

    private Optional<Place> placeAt(double x, double y) {
        int row = (int) Math.floor(y / cellHeight);
        int column = (int) Math.floor(x / cellWidth);
        boolean inside = row >= 0 && column >= 0 && row < rows() && column < columns();
        return inside ? Optional.of(new Place(row, column)) : Optional.empty();
    }

    @Override
    protected void layoutChildren() {
        painting.settle();
    }

    @Override
    protected double computePrefWidth(double forHeight) {
        return Math.round(columns() * cellWidth) + 1;
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        return Math.round(rows() * cellHeight) + 1;
    }

    @Override
    protected double computeMinWidth(double forHeight) {
        return computePrefWidth(forHeight);
    }

    @Override
    protected double computeMinHeight(double forWidth) {
        return computePrefHeight(forWidth);
    }

    @Override
    protected double computeMaxWidth(double forHeight) {
        return computePrefWidth(forHeight);
    }

    @Override
    protected double computeMaxHeight(double forWidth) {
        return computePrefHeight(forWidth);
    }
}
