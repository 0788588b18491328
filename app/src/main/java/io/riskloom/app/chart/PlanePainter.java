package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.PlaneChart;
import io.riskloom.app.chart.ChartModel.PlaneChart.Cloud;
import io.riskloom.app.chart.ChartModel.PlaneChart.Field;
import io.riskloom.app.chart.ChartModel.PlaneChart.Ring;
import io.riskloom.app.chart.Head.Item;
import io.riskloom.app.chart.Head.Swatch;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.text.Formats;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A square of the plane: amber and blue ground, then lattice, rings, points and arrows. */
final class PlanePainter implements ChartPainter {

    private static final double RADIUS = 3.2;
    private static final double RING = 0.15;

    private final PlaneChart chart;
    private Plot drawn;

    PlanePainter(PlaneChart chart) {
        this.chart = chart;
    }

    @Override
    public Viewport home() {
        return Viewport.all(-chart.extent(), chart.extent(), chart.extent());
    }

    @Override
    public boolean empty() {
        return chart.field() == null && chart.mesh() == null && chart.clouds().isEmpty();
    }

    @Override
    public Plot paint(Viewport view, Style style, Surface s, double width, double height) {
        Palette palette = style.palette();
        double top =
                Head.draw(s, style, legend(palette), width) + (chart.yLabel().isEmpty() ? 0 : 20);
        double foot = Frame.foot(chart.xLabel());
        double side = Math.max(8, Math.floor(Math.min(width - 40 - 16, height - top - foot)));
        double left = Math.round(40 + (width - 56 - side) / 2);
        Axis x = Axis.of(-chart.extent(), chart.extent(), left, left + side, false);
        Axis y = Axis.of(-chart.extent(), chart.extent(), top + side, top, false);
        drawn = new Plot(left, top, left + side, top + side, x, y);
        int ticks = side < 240 ? 4 : 6;
        Frame.left(s, style, drawn, Ticks.linear(y.low(), y.high(), ticks));
        Frame.below(s, style, drawn, Ticks.linear(x.low(), x.high(), ticks), width, true);
        Frame.names(s, style, drawn, chart.xLabel(), chart.yLabel(), false, top + side + foot);
        s.clip(left, top, side, side);
        if (chart.field() != null) {
            PlaneGround.draw(s, palette, chart.field(), drawn);
        }
        if (chart.mesh() != null) {
            PlaneMesh.draw(s, palette, chart.mesh(), drawn);
        }
        chart.rings().forEach(ring -> ring(s, palette, ring));
        chart.clouds().forEach(cloud -> cloud(s, palette, cloud));
        if (chart.arrows() != null) {
            PlaneArrows.draw(s, palette, chart.arrows(), chart.extent(), drawn);
        }
        s.unclip();
        s.box(left - 0.5, top - 0.5, side + 1, side + 1, 0, 0, Pen.solid(palette.line(), 1));
        return drawn;
    }

    private List<Item> legend(Palette palette) {
        List<Item> items = new ArrayList<>();
        for (Cloud cloud : chart.clouds()) {
            items.add(new Item(cloud.name(), palette.tone(cloud.tone()), Swatch.DOT));
        }
        if (chart.mesh() != null) {
            items.add(new Item(chart.mesh().name(), Palette.alpha(palette.second(), 0.6), Swatch.AREA));
        }
        if (chart.arrows() != null) {
            items.add(new Item(chart.arrows().name(), palette.text(), Swatch.LINE));
        }
        if (chart.field() != null) {
            items.add(new Item(chart.field().high(), PlaneGround.colour(palette, 0.6), Swatch.AREA));
            items.add(new Item(chart.field().low(), PlaneGround.colour(palette, -0.6), Swatch.AREA));
        }
        return items;
    }

    /** A part that is reached has a whole ring; one that is missed a dashed one and a cross. */
    private void ring(Surface s, Palette palette, Ring ring) {
        double r = RING / (2 * chart.extent()) * drawn.width();
        double x = drawn.x().at(ring.x());
        double y = drawn.y().at(ring.y());
        if (ring.held()) {
            s.box(x - r, y - r, 2 * r, 2 * r, r, 0, Pen.solid(Palette.alpha(palette.text(), 0.45), 1));
        } else {
            Pen pen = Pen.dashed(palette.bad(), 1.5);
            s.box(x - r, y - r, 2 * r, 2 * r, r, 0, pen);
        }
    }

    private void cloud(Surface s, Palette palette, Cloud cloud) {
        int colour = palette.tone(cloud.tone());
        double r = Math.clamp(drawn.width() / 140, 2, RADIUS);
        Pen rim = Pen.solid(palette.panel(), 0.8);
        double[] xs = new double[4];
        double[] ys = new double[4];
        for (float[] point : cloud.points()) {
            if (!Float.isFinite(point[0]) || !Float.isFinite(point[1])) {
                continue;
            }
            double x = drawn.x().at(point[0]);
            double y = drawn.y().at(point[1]);
            if (cloud.diamond()) {
                PlaneMesh.corners(xs, ys, x, y, r * 1.35 + 0.9);
                s.polygon(xs, ys, 4, palette.panel());
                PlaneMesh.corners(xs, ys, x, y, r * 1.35);
                s.polygon(xs, ys, 4, colour);
            } else {
                s.box(x - r, y - r, 2 * r, 2 * r, r, colour, rim);
            }
        }
    }

    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        if (!plot.holds(px, py)) {
            return Optional.empty();
        }
        double x = plot.x().value(px);
        double y = plot.y().value(py);
        List<Entry> entries = new ArrayList<>();
        Field field = chart.field();
        if (field != null) {
            entries.add(new Entry(field.name(), Formats.compact(PlaneGround.at(field, chart.extent(), x, y))));
        }
        return Optional.of(new ReadOut(px, 8, py, py, -1, Formats.number(x, 2) + ", " + Formats.number(y, 2), entries));
    }

    @Override
    public boolean lined() {
        return false;
    }

    @Override
    public String kind() {
        return "chart.kind.plane";
    }

    @Override
    public List<String> names() {
        return Stream.concat(
                        chart.clouds().stream().map(Cloud::name),
                        Stream.ofNullable(chart.field()).map(Field::name))
                .toList();
    }

    /** A line a point, then a line a cell of the field. */
    @Override
    public void csv(CsvWriter out) throws IOException {
        out.text("what").text("x").text("y").text("value").end();
        for (Cloud cloud : chart.clouds()) {
            for (float[] point : cloud.points()) {
                out.text(cloud.name())
                        .number(point[0])
                        .number(point[1])
                        .number(Double.NaN)
                        .end();
            }
        }
        Field field = chart.field();
        for (int i = 0; field != null && i < field.values().length; i++) {
            double cell = 2 * chart.extent() / field.side();
            out.text(field.name())
                    .number((i % field.side() + 0.5) * cell - chart.extent())
                    .number((i / field.side() + 0.5) * cell - chart.extent())
                    .number(field.values()[i])
                    .end();
        }
    }
}
