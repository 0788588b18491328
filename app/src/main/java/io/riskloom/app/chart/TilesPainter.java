package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.HeatTiles;
import io.riskloom.app.chart.ChartModel.HeatTiles.Scale;
import io.riskloom.app.chart.ChartModel.HeatTiles.Tile;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Surface.Weight;
import io.riskloom.app.text.Formats;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Heat maps side by side, each with its name above and the colour scale below where they share one. */
final class TilesPainter implements ChartPainter {

    private static final double EDGE = 16;
    private static final double SCALE_WIDTH = 160;

    private final HeatTiles chart;
    private final double[][] ranges;
    private TileGrid grid;

    TilesPainter(HeatTiles chart) {
        this.chart = chart;
        ranges = new double[chart.tiles().size()][];
        double[] all = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int t = 0; t < ranges.length; t++) {
            double[] own = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
            for (double[] row : chart.tiles().get(t).values()) {
                for (double v : row) {
                    if (Double.isFinite(v)) {
                        own[0] = Math.min(own[0], v);
                        own[1] = Math.max(own[1], v);
                    }
                }
            }
            all[0] = Math.min(all[0], own[0]);
            all[1] = Math.max(all[1], own[1]);
            ranges[t] = own;
        }
        if (shared()) {
            Arrays.fill(ranges, all);
        }
    }

    private boolean shared() {
        return chart.scale() == Scale.DIVERGING_SHARED || turned() || chart.scale() == Scale.SEQUENTIAL_SHARED;
    }

    private boolean diverging() {
        return chart.scale() == Scale.DIVERGING_SHARED || turned() || chart.scale() == Scale.DIVERGING_EACH;
    }

    private boolean turned() {
        return chart.scale() == Scale.TURNED_SHARED;
    }

    private int diverging(Palette palette, double share) {
        return palette.diverging(turned() ? -share : share);
    }

    @Override
    public Viewport home() {
        return Viewport.all(0, 1, 1);
    }

    @Override
    public boolean empty() {
        return chart.tiles().isEmpty();
    }

    @Override
    public Plot paint(Viewport view, Style style, Surface s, double width, double height) {
        double top = Head.draw(s, style, List.of(), width);
        boolean scale = shared() && ranges.length > 0 && ranges[0][0] <= ranges[0][1];
        double bottom = Math.max(top + 1, height - (scale ? 40 : 12));
        double right = Math.max(EDGE + 1, width - EDGE);
        Plot plot = new Plot(
                EDGE, top, right, bottom, Axis.of(0, 1, EDGE, right, false), Axis.of(0, 1, bottom, top, false));
        boolean named = chart.tiles().stream().anyMatch(tile -> !tile.name().isEmpty());
        grid = TileGrid.of(chart.tiles().size(), chart.columns(), aspect(), named, plot);
        s.clip(0, top - 2, width, bottom - top + 4);
        for (int t = 0; t < ranges.length; t++) {
            tile(s, style, t);
        }
        s.unclip();
        if (scale) {
            legend(s, style, height - 26);
        }
        return plot;
    }

    /** Width of a tile over its height, kept between a fifth and five. */
    private double aspect() {
        for (Tile tile : chart.tiles()) {
            if (tile.values().length > 0 && tile.values()[0].length > 0) {
                return Math.clamp((double) tile.values()[0].length / tile.values().length, 0.2, 5);
            }
        }
        return 1;
    }

    private void tile(Surface s, Style style, int t) {
        Tile tile = chart.tiles().get(t);
        double[] place = grid.place(t);
        if (place[1] > grid.plot().bottom()) {
            return;
        }
        if (!tile.name().isEmpty() && place[2] > 16) {
            String name = SurfaceText.fit(s, tile.name(), Style.TEXT, Weight.REGULAR, place[2]);
            Frame.label(s, style, name, place[0], place[1] - 5, Anchor.START);
        }
        int rows = tile.values().length;
        int columns = rows == 0 ? 0 : tile.values()[0].length;
        if (rows * columns > 0) {
            int[] colours = new int[rows * columns];
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    colours[r * columns + c] = colour(style.palette(), tile.values()[r][c], ranges[t]);
                }
            }
            s.cells(colours, rows, columns, place[0], place[1], place[2], place[3]);
        }
        boolean chosen = t == chart.selected();
        double out = chosen ? 1 : 0.5;
        s.box(
                place[0] - out,
                place[1] - out,
                place[2] + 2 * out,
                place[3] + 2 * out,
                chosen ? 2 : 0,
                0,
                Pen.solid(chosen ? style.palette().accent() : style.palette().line(), chosen ? 2 : 1));
    }

    private int colour(Palette palette, double value, double[] range) {
        if (chart.scale() == Scale.GREY) {
            return Palette.grey(value);
        }
        if (diverging()) {
            double most = Math.max(Math.abs(range[0]), Math.abs(range[1]));
            return diverging(palette, most == 0 ? 0 : value / most);
        }
        double span = range[1] - range[0];
        double constant = value == 0 ? 0 : 0.5; // a tile that is zero throughout is no half of anything
        return palette.sequential(span == 0 ? constant : (value - range[0]) / span);
    }

    private void legend(Surface s, Style style, double y) {
        double most = Math.max(Math.abs(ranges[0][0]), Math.abs(ranges[0][1]));
        double low = diverging() ? -most : ranges[0][0];
        double high = diverging() ? most : ranges[0][1];
        int[] colours = new int[64];
        for (int i = 0; i < colours.length; i++) {
            double share = i / (colours.length - 1.0);
            colours[i] = diverging()
                    ? diverging(style.palette(), 2 * share - 1)
                    : style.palette().sequential(share);
        }
        String first = Formats.compact(low);
        double x = EDGE + s.textWidth(first, Style.TEXT, Weight.REGULAR) + 8;
        Frame.label(s, style, first, EDGE, y + 9, Anchor.START);
        s.cells(colours, 1, colours.length, x, y, SCALE_WIDTH, 10);
        s.box(
                x - 0.5,
                y - 0.5,
                SCALE_WIDTH + 1,
                11,
                0,
                0,
                Pen.solid(style.palette().line(), 1));
        Frame.label(s, style, Formats.compact(high), x + SCALE_WIDTH + 8, y + 9, Anchor.START);
    }

    @Override
    public Optional<double[]> frame(int index) {
        return grid == null || index < 0 || index >= ranges.length ? Optional.empty() : Optional.of(grid.place(index));
    }

    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        for (int t = 0; grid != null && t < ranges.length; t++) {
            double[] at = grid.place(t);
            double[][] values = chart.tiles().get(t).values();
            boolean inside = px >= at[0] && px < at[0] + at[2] && py >= at[1] && py < at[1] + at[3];
            if (inside && values.length > 0 && values[0].length > 0) {
                int r = (int) ((py - at[1]) / at[3] * values.length);
                int c = (int) ((px - at[0]) / at[2] * values[0].length);
                double cell = at[2] / values[0].length;
                double cellHeight = at[3] / values.length;
                String place =
                        words.apply("chart.row") + " " + (r + 1) + ", " + words.apply("chart.column") + " " + (c + 1);
                String name = cell(chart.tiles().get(t), r, c);
                return Optional.of(new ReadOut(
                        at[0] + (c + 0.5) * cell,
                        cell / 2,
                        at[1] + r * cellHeight,
                        at[1] + (r + 1) * cellHeight,
                        t,
                        chart.tiles().get(t).name(),
                        List.of(new Entry(name.isEmpty() ? place : name, Formats.compact(values[r][c])))));
            }
        }
        return Optional.empty();
    }

    private static String cell(Tile tile, int row, int column) {
        return tile.cells().isEmpty() ? "" : tile.cells().get(row * tile.values()[0].length + column);
    }

    @Override
    public String kind() {
        return "chart.kind.tiles";
    }

    @Override
    public List<String> names() {
        return chart.tiles().stream().map(Tile::name).toList();
    }

    @Override
    public void csv(CsvWriter out) throws IOException {
        boolean named = chart.tiles().stream().anyMatch(tile -> !tile.cells().isEmpty());
        out.text("tile").text("row").text("column");
        (named ? out.text("cell") : out).text("value").end();
        for (Tile tile : chart.tiles()) {
            for (int r = 0; r < tile.values().length; r++) {
                for (int c = 0; c < tile.values()[r].length; c++) {
                    out.text(tile.name()).number(r + 1).number(c + 1);
                    (named ? out.text(cell(tile, r, c)) : out)
                            .number(tile.values()[r][c])
                            .end();
                }
            }
        }
    }
}
