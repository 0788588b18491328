package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.HeatPanels;
import io.riskloom.app.chart.ChartModel.HeatPanels.Panel;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.chart.Surface.Weight;
import io.riskloom.app.text.Formats;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Heat maps side by side, the name above and the colour scale below each. A single one has its cells for axes. */
final class PanelsPainter implements ChartPainter {

    private static final double EDGE = 16;
    private static final double GAP = 20;
    private static final double NAME = 20;
    private static final double SCALE = 28;
    private static final double ENDS = 16;
    /** Least height of a row with its name beside it, and most width of the names. */
    private static final double LEGIBLE = 12;

    private static final double NAMES = 0.4;
    /** Narrower panels have no words beside their cells. */
    private static final double WIDE = 220;

    private final HeatPanels chart;
    private Plot[] places = {};

    PanelsPainter(HeatPanels chart) {
        this.chart = chart;
    }

    @Override
    public Viewport home() {
        return Viewport.all(0, 1, 1);
    }

    @Override
    public boolean empty() {
        return chart.panels().isEmpty();
    }

    @Override
    public boolean lined() {
        return false;
    }

    @Override
    public Plot paint(Viewport view, Style style, Surface s, double width, double height) {
        double top = Head.draw(s, style, List.of(), width);
        int count = chart.panels().size();
        int across = Math.clamp(chart.across(), 1, Math.max(1, count));
        int down = Math.max(1, Math.ceilDiv(count, across));
        double wide = (width - 2 * EDGE - (across - 1) * GAP) / across;
        double high = (height - top - 8) / down;
        places = new Plot[count];
        for (int p = 0; p < count; p++) {
            double x = EDGE + p % across * (wide + GAP);
            double y = top + p / across * high;
            places[p] = place(s, chart.panels().get(p), x, y, wide, high);
            paint(s, style, chart.panels().get(p), places[p], x, wide);
        }
        return count == 1
                ? places[0]
                : new Plot(
                        EDGE,
                        top,
                        Math.max(EDGE + 1, width - EDGE),
                        Math.max(top + 1, height - 8),
                        Axis.of(0, 1, EDGE, Math.max(EDGE + 1, width - EDGE), false),
                        Axis.of(0, 1, top, Math.max(top + 1, height - 8), false));
    }

    /** The cells' place below the name; square ones keep to the left and the top. */
    private Plot place(Surface s, Panel panel, double x, double y, double wide, double high) {
        int rows = Math.max(1, panel.values().length);
        int columns = Math.max(1, panel.values().length == 0 ? 1 : panel.values()[0].length);
        double top = y + (panel.name().isEmpty() ? 0 : NAME);
        double roomHigh = Math.max(1, y + high - SCALE - ends(panel, wide) - top);
        double names = named(panel, roomHigh / rows, wide) ? names(s, panel, wide) : 0;
        double left = x + names;
        double roomWide = Math.max(1, wide - names);
        double cell = Math.min(roomWide / columns, roomHigh / rows);
        double right = left + Math.max(1, chart.stretch() ? roomWide : Math.floor(cell * columns));
        double bottom = top + Math.max(1, chart.stretch() ? roomHigh : Math.floor(cell * rows));
        return new Plot(
                left,
                top,
                right,
                bottom,
                Axis.of(0, columns, left, right, false),
                Axis.of(0, rows, top, bottom, false));
    }

    /** Room for the names of the first and the last column. */
    private double ends(Panel panel, double wide) {
        return chart.stretch() && wide >= WIDE && !panel.columns().isEmpty() ? ENDS : 0;
    }

    private boolean named(Panel panel, double cell, double wide) {
        return chart.stretch() && wide >= WIDE && !panel.rows().isEmpty() && cell >= LEGIBLE;
    }

    private static double names(Surface s, Panel panel, double wide) {
        double widest = panel.rows().stream()
                .mapToDouble(name -> s.textWidth(name, Style.TEXT, Weight.REGULAR))
                .max()
                .orElse(0);
        return Math.min(widest + 8, NAMES * wide);
    }

    private void words(Surface s, Style style, Panel panel, Plot at, double left, double wide) {
        if (named(panel, at.y().unit(), wide)) {
            for (int r = 0; r < Math.min(panel.rows().size(), panel.values().length); r++) {
                String name = SurfaceText.fit(s, panel.rows().get(r), Style.TEXT, Weight.REGULAR, at.left() - left - 8);
                Frame.label(s, style, name, left, at.y().at(r + 0.5) + 4, Anchor.START);
            }
        }
        if (ends(panel, wide) > 0) {
            Frame.label(s, style, panel.columns().getFirst(), at.left(), at.bottom() + 15, Anchor.START);
            String last = panel.columns().getLast();
            double room = at.width() - s.textWidth(panel.columns().getFirst(), Style.TEXT, Weight.REGULAR) - 8;
            if (panel.columns().size() > 1 && s.textWidth(last, Style.TEXT, Weight.REGULAR) <= room) {
                Frame.label(s, style, last, at.right(), at.bottom() + 15, Anchor.END);
            }
        }
    }

    private void paint(Surface s, Style style, Panel panel, Plot at, double left, double wide) {
        if (!panel.name().isEmpty()) {
            String name = SurfaceText.fit(s, panel.name(), Style.TEXT, Weight.REGULAR, wide);
            Frame.label(s, style, name, left, at.top() - 6, Anchor.START);
        }
        int rows = panel.values().length;
        int columns = rows == 0 ? 0 : panel.values()[0].length;
        if (rows * columns == 0) {
            return;
        }
        boolean over = panel.under().length == rows;
        if (over) {
            int[] ground = new int[rows * columns];
            for (int i = 0; i < ground.length; i++) {
                ground[i] = Palette.grey(panel.under()[i / columns][i % columns]);
            }
            s.cells(ground, rows, columns, at.left(), at.top(), at.width(), at.height());
        }
        int[] colours = new int[rows * columns];
        for (int i = 0; i < colours.length; i++) {
            double share = share(panel, panel.values()[i / columns][i % columns]);
            colours[i] = over ? PanelColours.veil(panel, share) : PanelColours.ground(style.palette(), panel, share);
        }
        s.cells(colours, rows, columns, at.left(), at.top(), at.width(), at.height());
        border(s, style, at);
        words(s, style, panel, at, left, wide);
        if (chart.marked() >= 0 && chart.marked() < rows) {
            double from = at.y().at(chart.marked());
            double tall = Math.max(3, at.y().at(chart.marked() + 1) - from);
            Pen pen = Pen.solid(style.palette().accent(), 1.5);
            s.box(at.left() - 1, from - 1, at.width() + 2, tall + 2, 1, 0, pen);
        }
        ColourScale.draw(
                s,
                style,
                share -> over ? PanelColours.veiled(panel, share) : PanelColours.ground(style.palette(), panel, share),
                panel.low(),
                panel.high(),
                at.left(),
                at.bottom() + 10 + ends(panel, wide),
                wide - at.left() + left);
    }

    private static void border(Surface s, Style style, Plot at) {
        Pen pen = Pen.solid(style.palette().line(), 1);
        s.box(at.left() - 0.5, at.top() - 0.5, at.width() + 1, at.height() + 1, 0, 0, pen);
    }

    /** How far a value is on the way from low to high. */
    private static double share(Panel panel, double value) {
        double span = panel.high() - panel.low();
        return span > 0 ? (value - panel.low()) / span : 0;
    }

    @Override
    public Optional<ReadOut> readOut(Plot plot, double px, double py, UnaryOperator<String> words) {
        for (int p = 0; p < places.length; p++) {
            Plot at = places[p];
            Panel panel = chart.panels().get(p);
            int r = (int) Math.floor(at.y().value(py));
            int c = (int) Math.floor(at.x().value(px));
            if (r >= 0 && r < panel.values().length && c >= 0 && c < panel.values()[r].length) {
                String row = r < panel.rows().size() ? panel.rows().get(r) : words.apply("chart.row") + " " + (r + 1);
                String column = c < panel.columns().size()
                        ? panel.columns().get(c)
                        : words.apply("chart.column") + " " + (c + 1);
                return Optional.of(new ReadOut(
                        at.x().at(c + 0.5),
                        at.x().unit() / 2,
                        at.y().at(r),
                        at.y().at(r + 1),
                        r,
                        panel.name(),
                        List.of(new Entry(row + ", " + column, Formats.compact(panel.values()[r][c])))));
            }
        }
        return Optional.empty();
    }

    @Override
    public String kind() {
        return "chart.kind.tiles";
    }

    @Override
    public List<String> names() {
        return chart.panels().stream().map(Panel::name).toList();
    }

    @Override
    public void csv(CsvWriter out) throws IOException {
        out.text("map").text("row").text("column").text("value").end();
        for (Panel panel : chart.panels()) {
            for (int r = 0; r < panel.values().length; r++) {
                for (int c = 0; c < panel.values()[r].length; c++) {
                    out.text(panel.name());
                    name(out, panel.rows(), r);
                    name(out, panel.columns(), c);
                    out.number(panel.values()[r][c]).end();
                }
            }
        }
    }

    private static void name(CsvWriter out, List<String> names, int at) throws IOException {
        if (at < names.size()) {
            out.text(names.get(at));
        } else {
            out.number(at + 1);
        }
    }
}
