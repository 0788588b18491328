package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.GraphChart;
import io.riskloom.app.chart.ChartModel.GraphChart.Box;
import io.riskloom.app.chart.ChartModel.GraphChart.Figure;
import io.riskloom.app.chart.ChartModel.GraphChart.Look;
import io.riskloom.app.chart.ChartModel.GraphChart.Wire;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Surface.Weight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Boxes and wires, as large as the room allows. */
final class GraphPainter implements ChartPainter {

    /** Height of a frame's head, which holds its words. */
    private static final double FRAME_HEAD = 24;

    private static final double ARROW = 4;
    private static final double LARGEST = 2;
    private static final double LEGIBLE = 0.45;

    private final GraphChart chart;
    private double scale = 1;
    private double left;
    private double top;

    GraphPainter(GraphChart chart) {
        this.chart = chart;
    }

    @Override
    public Viewport home() {
        return Viewport.all(0, 1, 1);
    }

    @Override
    public boolean empty() {
        return chart.boxes().isEmpty();
    }

    @Override
    public Plot paint(Viewport view, Style style, Surface s, double width, double height) {
        top = style.title().isEmpty() && style.reserved() == 0 ? 0 : Head.draw(s, style, List.of(), width);
        scale = Math.clamp(Math.min(width / chart.width(), (height - top) / chart.height()), 0.05, LARGEST);
        left = Math.max(0, (width - scale * chart.width()) / 2);
        for (Box box : chart.boxes()) {
            if (box.look() == Look.FRAME) {
                frame(s, style, box);
            }
        }
        for (Wire wire : chart.wires()) {
            wire(s, style, wire);
        }
        for (Box box : chart.boxes()) {
            if (box.look() != Look.FRAME) {
                box(s, style, box);
            }
        }
        Axis x = Axis.of(0, 1, left, left + scale * chart.width(), false);
        Axis y = Axis.of(0, 1, top + scale * chart.height(), top, false);
        return new Plot(left, top, left + scale * chart.width(), top + scale * chart.height(), x, y);
    }

    private double[] place(Box box) {
        return new double[] {
            Math.round(left + scale * box.x()),
            Math.round(top + scale * box.y()),
            Math.round(scale * box.width()),
            Math.round(scale * box.height())
        };
    }

    private void frame(Surface s, Style style, Box box) {
        double[] at = place(box);
        Palette palette = style.palette();
        s.box(
                at[0] + 0.5,
                at[1] + 0.5,
                at[2],
                at[3],
                8 * scale,
                Palette.alpha(palette.tone(box.tone()), 0.07),
                Pen.solid(palette.line(), 1));
        words(s, style, box, at, 10 * scale, at[1] + 16 * scale, palette.muted());
    }

    private void box(Surface s, Style style, Box box) {
        double[] at = place(box);
        Palette palette = style.palette();
        Pen border = Pen.solid(palette.line(), 1);
        for (int behind = box.look() == Look.STACK ? 2 : 0; behind > 0; behind--) {
            double off = Math.round(3 * behind * scale);
            s.box(at[0] + off + 0.5, at[1] + off + 0.5, at[2], at[3], 5 * scale, palette.panel(), border);
        }
        s.box(at[0] + 0.5, at[1] + 0.5, at[2], at[3], 5 * scale, palette.panel(), border);
        double inset = Math.max(2, 5 * scale);
        s.rect(at[0] + inset, at[1] + inset, Math.max(2, 3 * scale), at[3] - 2 * inset + 1, palette.tone(box.tone()));
        words(s, style, box, at, 14 * scale, at[1] + at[3] / 2 + 4.5 * scale, palette.text());
    }

    private void words(Surface s, Style style, Box box, double[] at, double inset, double baseline, int colour) {
        if (scale < LEGIBLE) {
            return;
        }
        double size = Style.TEXT * scale;
        Weight weight = box.look() == Look.PLAIN ? Weight.REGULAR : Weight.SEMIBOLD;
        double room = at[2] - inset - 8 * scale;
        String words = SurfaceText.fit(s, box.words(), size, weight, room);
        s.text(words, at[0] + inset, baseline, size, weight, Anchor.START, colour);
        double wide = s.textWidth(words, size, weight) + 10 * scale + s.textWidth(box.detail(), size, Weight.REGULAR);
        if (wide <= room) {
            double end = at[0] + at[2] - 8 * scale;
            s.text(
                    box.detail(),
                    end,
                    baseline,
                    size,
                    Weight.REGULAR,
                    Anchor.END,
                    style.palette().muted());
        }
    }

    private void wire(Surface s, Style style, Wire wire) {
        int points = wire.x().length;
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = Math.floor(left + scale * wire.x()[i]) + 0.5;
            y[i] = Math.floor(top + scale * wire.y()[i]) + 0.5;
        }
        int colour = style.palette().muted();
        s.polyline(x, y, points, Pen.solid(colour, Math.max(1, scale)));
        double dx = Math.signum(x[points - 1] - x[points - 2]);
        double dy = dx == 0 ? Math.signum(y[points - 1] - y[points - 2]) : 0;
        double tail = ARROW * 1.4 * scale;
        double half = ARROW * 0.8 * scale;
        double tipX = x[points - 1];
        double tipY = y[points - 1];
        s.polygon(
                new double[] {tipX, tipX - dx * tail - dy * half, tipX - dx * tail + dy * half},
                new double[] {tipY, tipY - dy * tail - dx * half, tipY - dy * tail + dx * half},
                3,
                colour);
    }

    @Override
    public Optional<double[]> frame(int index) {
        return index < 0 || index >= chart.boxes().size()
                ? Optional.empty()
                : Optional.of(place(chart.boxes().get(index)));
    }

    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        for (int i = chart.boxes().size() - 1; i >= 0; i--) {
            Box box = chart.boxes().get(i);
            double[] at = place(box);
            double tall = box.look() == Look.FRAME ? FRAME_HEAD * scale : at[3];
            if (px >= at[0] && px < at[0] + at[2] && py >= at[1] && py < at[1] + tall) {
                List<Entry> entries = box.figures().stream()
                        .map(figure -> new Entry(figure.name(), figure.value()))
                        .toList();
                return Optional.of(
                        new ReadOut(at[0] + at[2] / 2, at[2] / 2, at[1], at[1] + tall, i, box.words(), entries));
            }
        }
        return Optional.empty();
    }

    @Override
    public String kind() {
        return "chart.kind.graph";
    }

    @Override
    public List<String> names() {
        return chart.boxes().stream().map(Box::words).toList();
    }

    @Override
    public void csv(CsvWriter out) throws IOException {
        List<String> columns = new ArrayList<>();
        for (Box box : chart.boxes()) {
            for (Figure figure : box.figures()) {
                if (!columns.contains(figure.name())) {
                    columns.add(figure.name());
                }
            }
        }
        out.text("box");
        for (String column : columns) {
            out.text(column);
        }
        out.end();
        for (Box box : chart.boxes()) {
            out.text(box.words());
            for (String column : columns) {
                out.text(box.figures().stream()
                        .filter(figure -> figure.name().equals(column))
                        .map(Figure::value)
                        .findFirst()
                        .orElse(""));
            }
            out.end();
        }
    }
}
