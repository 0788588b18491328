package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.HeatedPrices.HeatRow;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Weight;
import io.riskloom.app.text.Formats;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Series of the days as strips of colours about 0, all on one scale, their names right of them. */
final class HeatRows {

    private static final double TALLEST = 18;
    private static final double LEGIBLE = 12;
    /** Most of the height, and most of the width for names. */
    private static final double SHARE = 0.5;

    private static final double NAMES = 0.25;

    private final List<HeatRow> rows;
    private final double most;

    HeatRows(List<HeatRow> rows) {
        this.rows = rows;
        this.most = rows.stream()
                .flatMapToDouble(row -> Arrays.stream(row.values()))
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    boolean empty() {
        return rows.isEmpty();
    }

    double height(double room) {
        return Math.min(TALLEST * rows.size(), room * SHARE);
    }

    double gutter(Surface s, double width) {
        double widest = rows.stream()
                .mapToDouble(row -> s.textWidth(row.name(), Style.TEXT, Weight.REGULAR))
                .max()
                .orElse(0);
        return Math.min(widest, NAMES * width);
    }

    void names(Surface s, Style style, Plot at) {
        double tall = at.height() / Math.max(1, rows.size());
        double gutter = rows.isEmpty() ? 0 : gutter(s, at.right() / (1 - NAMES));
        int every = Math.max(1, (int) Math.ceil(LEGIBLE / Math.max(0.1, tall)));
        for (int r = 0; r < rows.size(); r += every) {
            String name = SurfaceText.fit(s, rows.get(r).name(), Style.TEXT, Weight.REGULAR, Math.max(40, gutter));
            Frame.label(s, style, name, at.right() + 8, at.top() + (r + 0.5) * tall + 4, Anchor.START);
        }
    }

    void paint(Surface s, Palette palette, Plot at) {
        double tall = at.height() / Math.max(1, rows.size());
        double gap = tall > 6 ? 1 : 0;
        for (int r = 0; r < rows.size(); r++) {
            double[] values = rows.get(r).values();
            int[] colours = new int[values.length];
            for (int i = 0; i < values.length; i++) {
                colours[i] = palette.diverging(most == 0 ? 0 : values[i] / most);
            }
            double left = at.x().at(-0.5);
            double wide = at.x().at(values.length - 0.5) - left;
            s.cells(colours, 1, values.length, left, at.top() + r * tall, wide, Math.max(0.5, tall - gap));
        }
    }

    Optional<Entry> entry(Plot at, int day, double py) {
        if (at == null || rows.isEmpty() || py < at.top() || py >= at.bottom()) {
            return Optional.empty();
        }
        HeatRow row = rows.get((int) ((py - at.top()) / at.height() * rows.size()));
        return Optional.of(new Entry(row.name(), Formats.compact(row.values()[day])));
    }
}
