package io.riskloom.app.chart;

import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Weight;
import java.util.List;

/** Title and legend in the chart's head. */
final class Head {

    private static final double ROW = 20;

    private Head() {}

    enum Swatch {
        LINE,
        DASHES,
        AREA,
        DOT,
        RING
    }

    record Item(String name, int argb, Swatch swatch) {}

    /** Draws them and returns where the plot may begin. */
    static double draw(Surface s, Style style, List<Item> items, double width) {
        double top = 0;
        if (!style.title().isEmpty()) {
            s.text(
                    style.title(),
                    16,
                    24,
                    13,
                    Weight.SEMIBOLD,
                    Anchor.START,
                    style.palette().text());
            top = 28;
        }
        List<Item> named = items.stream().filter(item -> !item.name().isEmpty()).toList();
        if (named.isEmpty()) {
            double end = top + (style.reserved() > 0 ? style.head() : 0);
            rule(s, style, end, width);
            return end + 10;
        }
        double x = 16;
        double middle = top + style.head() / 2;
        for (Item item : named) {
            double room = Math.max(40, width - 16 - style.reserved() - 36);
            String name = SurfaceText.fit(s, item.name(), Style.TEXT, Weight.REGULAR, room);
            double end = x + 20 + s.textWidth(name, Style.TEXT, Weight.REGULAR);
            if (end > width - 16 - style.reserved() && x > 16) {
                end += 16 - x;
                x = 16;
                middle += ROW;
            }
            swatch(s, item, x, middle);
            s.text(
                    name,
                    x + 20,
                    middle + 4,
                    Style.TEXT,
                    Weight.REGULAR,
                    Anchor.START,
                    style.palette().muted());
            x = end + 14;
        }
        double end = middle + style.head() / 2;
        rule(s, style, end, width);
        return end + (style.reserved() > 0 ? 10 : 4);
    }

    /** A head with buttons is set off from the chart. */
    private static void rule(Surface s, Style style, double y, double width) {
        if (style.reserved() > 0) {
            s.rect(0, Math.round(y) - 1, width, 1, style.palette().line());
        }
    }

    private static void swatch(Surface s, Item item, double x, double middle) {
        switch (item.swatch()) {
            case LINE -> s.rect(x, middle - 2, 16, 4, item.argb());
            case AREA -> s.rect(x, middle - 4, 16, 8, item.argb());
            case DOT -> s.box(x + 4, middle - 4, 8, 8, 4, item.argb(), Surface.Pen.solid(item.argb(), 1.5));
            case RING -> s.box(x + 4, middle - 4, 8, 8, 4, 0, Surface.Pen.solid(item.argb(), 1.5));
            case DASHES -> {
                s.rect(x, middle - 1, 6, 2, item.argb());
                s.rect(x + 10, middle - 1, 6, 2, item.argb());
            }
        }
    }
}
