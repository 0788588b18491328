package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartModel.HeatPanels.Colours;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.inside.NetworkGraph.Node;
import io.riskloom.engine.inside.ReceptiveField;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.RunSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * One input as it is drawn.
 *
 * @param cells rows × columns; days run along the columns
 * @param names of the cells, row by row; empty where their places are enough
 */
record Sight(Kind kind, double[][] cells, Colours colours, double low, double high, List<String> names) {

    enum Kind {
        /** A window of prices as a chart of bars. */
        BARS,
        /** A window of prices as a picture both of whose sides run with time. */
        PICTURE,
        /** Features over days. */
        DAYS,
        /** An applicant's inputs in a row. */
        ROW,
        /** An applicant's inputs as the pixels of a picture. */
        PIXELS
    }

    /** Cells from {@code top} to before {@code bottom} and from {@code left} to before {@code right}. */
    record Field(int top, int bottom, int left, int right) {}

    static Sight of(RunSpec spec, Inputs inputs) {
        if (inputs.dates().isEmpty()) {
            return inputs.picture().length > 0
                    ? signed(Kind.PIXELS, inputs.picture(), inputs.pixels())
                    : signed(Kind.ROW, inputs.cells(), inputs.columns());
        }
        String encoding = encoding(spec);
        return switch (encoding) {
            case "" -> signed(Kind.DAYS, turned(inputs.cells()), inputs.columns());
            case WindowImages.BARS -> new Sight(Kind.BARS, inputs.cells(), Colours.GREY, 0, 1, List.of());
            case "gadf", "gasf" -> new Sight(Kind.PICTURE, inputs.cells(), Colours.DIVERGING, -1, 1, List.of());
            default -> new Sight(Kind.PICTURE, inputs.cells(), Colours.SEQUENTIAL, 0, most(inputs.cells()), List.of());
        };
    }

    /** An applicant's inputs in a row, also of a network that sees them as a picture. */
    static Sight row(RunSpec spec, Inputs inputs) {
        return inputs.dates().isEmpty() ? signed(Kind.ROW, inputs.cells(), inputs.columns()) : of(spec, inputs);
    }

    private static Sight signed(Kind kind, double[][] cells, List<String> names) {
        double most = most(cells);
        return new Sight(kind, cells, Colours.DIVERGING, -most, most, names);
    }

    /** The encoding of a network that sees pictures of windows; empty for others. */
    static String encoding(RunSpec spec) {
        return switch (spec) {
            case ClassifySpec s when s.seesImages() -> s.encoding();
            case ForecastSpec s when s.seesImages() -> s.encoding();
            default -> "";
        };
    }

    private static double most(double[][] cells) {
        return Arrays.stream(cells)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
    }

    private static double[][] turned(double[][] cells) {
        double[][] turned = new double[cells.length == 0 ? 0 : cells[0].length][cells.length];
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < cells[i].length; j++) {
                turned[j][i] = cells[i][j];
            }
        }
        return turned;
    }

    int rows() {
        return cells.length;
    }

    int columns() {
        return cells.length == 0 ? 0 : cells[0].length;
    }

    /** What a layer's cell sees of the input; all of it where its answer has no place. */
    Field field(Node node, int row, int column) {
        ReceptiveField field = node.field();
        if (field == null || kind == Kind.ROW) {
            return new Field(0, rows(), 0, columns());
        }
        int left = Math.min(field.first(column), columns() - 1);
        int right = Math.max(left + 1, field.end(column, columns()));
        if (kind == Kind.DAYS || node.shape().size() < 3) {
            return new Field(0, rows(), left, right);
        }
        int top = Math.min(field.first(row), rows() - 1);
        return new Field(top, Math.max(top + 1, field.end(row, rows())), left, right);
    }

    /** First and last day of the window that some columns or, of a picture of both sides, rows stand for. */
    int[] days(int from, int to, int window) {
        if (kind == Kind.DAYS) {
            return new int[] {from, to - 1};
        }
        PixelDays days = new PixelDays(columns(), window, kind == Kind.BARS);
        return new int[] {days.first(from), days.last(to - 1)};
    }

    /** Names of the cells of a field, each once. */
    List<String> names(Field field) {
        LinkedHashSet<String> found = new LinkedHashSet<>();
        for (int r = field.top(); r < field.bottom(); r++) {
            for (int c = field.left(); c < field.right(); c++) {
                int at = r * columns() + c;
                if (at < names.size() && !names.get(at).isEmpty()) {
                    found.add(names.get(at));
                }
            }
        }
        return new ArrayList<>(found);
    }
}
