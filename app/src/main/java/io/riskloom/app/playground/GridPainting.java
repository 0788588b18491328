package io.riskloom.app.playground;

import java.util.Collection;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/**
 * What a grid shows: tinted cells, numbers, lines and frames. Plain shapes, kept and moved instead of made anew, so
 * that stepping through a grid touches one path only. Colours are style classes; only a tint's strength is set here.
 */
final class GridPainting extends Group {

    /** Cells below this width take the smaller digits. */
    private static final double NARROW = 32;

    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");

    private final Group tints = new Group();
    private final Group numbers = new Group();
    private final Path lines = path("grid-lines");
    private final Path touch = path("grid-touch");
    private final Path frame = path("grid-frame");
    private final Path marks = path("grid-mark");
    private final Path selection = path("grid-selection");
    private int rows;
    private int columns;
    private double width = 42;
    private double height = 42;

    GridPainting() {
        setManaged(false);
        getChildren().addAll(tints, lines, numbers, marks, touch, frame, selection);
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().add(style);
        path.setMouseTransparent(true);
        return path;
    }

    /**
     * @param border how many rows and columns at each edge are padding
     * @param full   the absolute value that has the strongest tint
     * @param depth  opacity of the strongest tint
     */
    void show(double[][] values, int border, double full, double depth, double cellWidth, double cellHeight) {
        boolean moved =
                values.length != rows || values[0].length != columns || cellWidth != width || cellHeight != height;
        rows = values.length;
        columns = values[0].length;
        width = cellWidth;
        height = cellHeight;
        int cells = rows * columns;
        while (numbers.getChildren().size() < cells) {
            tints.getChildren().add(new Rectangle());
            numbers.getChildren().add(new Text());
        }
        tints.getChildren().remove(cells, tints.getChildren().size());
        numbers.getChildren().remove(cells, numbers.getChildren().size());
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                boolean padded = row < border || column < border || row >= rows - border || column >= columns - border;
                cell(row, column, values[row][column], padded, full, depth);
            }
        }
        if (moved) {
            drawLines();
        }
    }

    private void cell(int row, int column, double value, boolean padded, double full, double depth) {
        Rectangle tint = (Rectangle) tints.getChildren().get(row * columns + column);
        tint.setX(column * width);
        tint.setY(row * height);
        tint.setWidth(width);
        tint.setHeight(height);
        tint.setOpacity(padded ? 1 : full == 0 ? 0 : Math.min(1, Math.abs(value) / full) * depth);
        style(tint, padded ? "grid-padding" : value < 0 ? "grid-minus" : "grid-plus");
        Text number = (Text) numbers.getChildren().get(row * columns + column);
        boolean narrow = width < NARROW;
        number.setText(CellText.fit(value, (width - 3) / (narrow ? 6.8 : 7.4)));
        style(number, padded ? "grid-number-padding" : "grid-number");
        number.pseudoClassStateChanged(SMALL, narrow);
        place(number, row, column);
    }

    /** Centres a number; again once its font is known from the style sheet. */
    private void place(Text number, int row, int column) {
        number.setX(Math.round((column + 0.5) * width - number.getLayoutBounds().getWidth() / 2));
        number.setY(Math.round((row + 0.5) * height + 4));
    }

    /** Called in the layout pass, when style sheets have been applied. */
    void settle() {
        for (int i = 0; i < numbers.getChildren().size(); i++) {
            place((Text) numbers.getChildren().get(i), i / columns, i % columns);
        }
    }

    private static void style(Node node, String style) {
        if (node.getStyleClass().size() != 1 || !node.getStyleClass().getFirst().equals(style)) {
            node.getStyleClass().setAll(style);
        }
    }

    private void drawLines() {
        lines.getElements().clear();
        for (int row = 0; row <= rows; row++) {
            double y = Math.round(row * height) + 0.5;
            lines.getElements().addAll(new MoveTo(0.5, y), new LineTo(Math.round(columns * width) + 0.5, y));
        }
        for (int column = 0; column <= columns; column++) {
            double x = Math.round(column * width) + 0.5;
            lines.getElements().addAll(new MoveTo(x, 0.5), new LineTo(x, Math.round(rows * height) + 0.5));
        }
    }

    void frame(Collection<Place> cells) {
        draw(frame, cells, 1);
    }

    void touch(Collection<Place> cells) {
        draw(touch, cells, 1);
    }

    void select(Collection<Place> cells) {
        draw(selection, cells, 2.5);
    }

    /** Small squares in the upper right corner of cells. */
    void mark(Collection<Place> cells) {
        marks.getElements().clear();
        for (Place cell : cells) {
            double right = Math.round((cell.column() + 1) * width) - 3;
            double top = Math.round(cell.row() * height) + 4;
            box(marks, right - 5, top, right, top + 5);
        }
    }

    private void draw(Path path, Collection<Place> cells, double inset) {
        path.getElements().clear();
        for (Place cell : cells) {
            box(
                    path,
                    Math.round(cell.column() * width) + inset,
                    Math.round(cell.row() * height) + inset,
                    Math.round((cell.column() + 1) * width) + 1 - inset,
                    Math.round((cell.row() + 1) * height) + 1 - inset);
        }
    }

    private static void box(Path path, double left, double top, double right, double bottom) {
        path.getElements()
                .addAll(
                        new MoveTo(left, top),
                        new LineTo(right, top),
                        new LineTo(right, bottom),
                        new LineTo(left, bottom),
                        new ClosePath());
    }
}
