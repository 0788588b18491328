package io.riskloom.app.playground;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/**
 * A grid without numbers. The strength of a tint is one of eight, so that a few paths hold all cells and hundreds of them cost what
 * one does.
 */
final class MiniGrid extends Region {

    static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private static final int LEVELS = 8;

    private final Path[] tints = new Path[2 * LEVELS];
    private final Path frame = new Path();
    private final Group painting = new Group();
    private Grid grid = Grid.of(new double[][] {{0}});
    private double cellWidth = 4;
    private double cellHeight = 4;
    private Place framed;

    MiniGrid() {
        getStyleClass().add("mini-grid");
        for (int i = 0; i < tints.length; i++) {
            tints[i] = new Path();
            tints[i].getStyleClass().add(i < LEVELS ? "grid-minus" : "grid-plus");
            tints[i].setStroke(null);
            tints[i].setOpacity((i % LEVELS + 1.0) / LEVELS * 0.8);
        }
        frame.getStyleClass().add("grid-frame");
        painting.getChildren().addAll(tints);
        painting.getChildren().add(frame);
        painting.setManaged(false);
        painting.setMouseTransparent(true);
        getChildren().add(painting);
    }

    void onPick(Consumer<Place> listener) {
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            int row = Math.clamp((int) (e.getY() / cellHeight), 0, grid.rows() - 1);
            int column = Math.clamp((int) (e.getX() / cellWidth), 0, grid.columns() - 1);
            listener.accept(new Place(row, column));
        });
    }

    void show(Grid values) {
        grid = values;
        paint();
    }

    /** Of a cell, in pixels. */
    void size(double width, double height) {
        cellWidth = width;
        cellHeight = height;
        paint();
    }

    /** Sizes the cells so that the longer side has a length. */
    void fit(double side) {
        double cell = side / Math.max(grid.rows(), grid.columns());
        size(cell, cell);
    }

    void frame(Place cell) {
        framed = cell;
        frame.getElements().clear();
        box(frame, cell.row(), cell.column());
    }

    private void paint() {
        double full = grid.size();
        for (Path tint : tints) {
            tint.getElements().clear();
        }
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                double value = grid.at(row, column);
                int level = full == 0 ? 0 : (int) Math.rint(Math.abs(value) / full * LEVELS);
                if (level > 0) {
                    box(tints[(value < 0 ? 0 : LEVELS) + level - 1], row, column);
                }
            }
        }
        if (framed != null) {
            frame(framed);
        }
        requestLayout();
    }

    private void box(Path path, int row, int column) {
        double left = column * cellWidth;
        double top = row * cellHeight;
        path.getElements()
                .addAll(
                        new MoveTo(left, top),
                        new LineTo(left + cellWidth, top),
                        new LineTo(left + cellWidth, top + cellHeight),
                        new LineTo(left, top + cellHeight),
                        new ClosePath());
    }

    @Override
    protected double computePrefWidth(double forHeight) {
        return grid.columns() * cellWidth;
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        return grid.rows() * cellHeight;
    }

    @Override
    protected double computeMinWidth(double forHeight) {
        return computePrefWidth(forHeight);
    }

    @Override
    protected double computeMaxWidth(double forHeight) {
        return computePrefWidth(forHeight);
    }

    @Override
    protected double computeMinHeight(double forWidth) {
        return computePrefHeight(forWidth);
    }

    @Override
    protected double computeMaxHeight(double forWidth) {
        return computePrefHeight(forWidth);
    }
}
