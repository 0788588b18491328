package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.DateSpan;
import io.riskloom.app.chart.ChartModel.SpanRow;
import io.riskloom.app.chart.Head.Item;
import io.riskloom.app.chart.Head.Swatch;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Anchor;
import io.riskloom.app.chart.Surface.Weight;
import io.riskloom.app.text.Formats;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Rows of shaded spans over an axis of dates, as high as their number allows. */
final class SpanRows {

    /** Up to so many rows each has its name. */
    private static final int NAMED = 8;

    private static final double NARROWEST = 3;

    private final List<SpanRow> rows;
    private final List<LocalDate> dates;
    private double top;

    SpanRows(List<SpanRow> rows, List<LocalDate> dates) {
        this.rows = rows;
        this.dates = dates;
    }

    boolean empty() {
        return rows.isEmpty();
    }

    /** Places the rows above {@code bottom} and gives their upper edge. */
    double place(double bottom) {
        top = bottom - 4 - rows.size() * pitch();
        return top;
    }

    private double pitch() {
        return rows.size() == 1 ? 22 : rows.size() <= NAMED ? 18 : 9;
    }

    private double height() {
        return rows.size() == 1 ? 18 : rows.size() <= NAMED ? 12 : 6;
    }

    /** Each shade once, as it comes from left to right. */
    List<Item> legend(Palette palette) {
        Map<String, Item> items = new LinkedHashMap<>();
        for (SpanRow row : rows) {
            for (DateSpan span : row.spans()) {
                items.putIfAbsent(span.name(), new Item(span.name(), colour(palette, span), Swatch.AREA));
            }
        }
        return List.copyOf(items.values());
    }

    private static int colour(Palette palette, DateSpan span) {
        return Palette.alpha(palette.tone(span.shade().tone()), span.shade().opacity());
    }

    /** Names right of the rows; of many only the first and the last. */
    void names(Surface s, Style style, Plot plot) {
        for (int r = 0; r < rows.size(); r++) {
            if (rows.size() <= NAMED || r == 0 || r == rows.size() - 1) {
                s.text(
                        rows.get(r).name(),
                        plot.right() + 8,
                        top + r * pitch() + height() / 2 + 4,
                        Style.TEXT,
                        Weight.REGULAR,
                        Anchor.START,
                        style.palette().muted());
            }
        }
    }

    /** Room right of the plot that the names need. */
    double gutter(Surface s) {
        double widest = 0;
        for (SpanRow row : rows) {
            widest = Math.max(widest, s.textWidth(row.name(), Style.TEXT, Weight.REGULAR));
        }
        return widest;
    }

    /**
     * A span ends on the pixel on which the next begins. One of a few days is drawn {@value #NARROWEST} pixels wide about its
     * middle, over its neighbours.
     */
    void paint(Surface s, Palette palette, Plot plot, int first, int last) {
        for (int r = 0; r < rows.size(); r++) {
            paint(s, palette, plot, r, first, last, false);
            paint(s, palette, plot, r, first, last, true);
        }
    }

    private void paint(Surface s, Palette palette, Plot plot, int r, int first, int last, boolean narrow) {
        for (DateSpan span : rows.get(r).spans()) {
            if (span.last() < first || span.first() > last) {
                continue;
            }
            double left = Math.round(plot.x().at(Math.max(span.first(), first - 1) - 0.5));
            double right = Math.round(plot.x().at(Math.min(span.last(), last + 1) + 0.5));
            if (right - left < NARROWEST != narrow) {
                continue;
            }
            double from = narrow ? Math.round((left + right - NARROWEST) / 2) : left;
            double wide = narrow ? NARROWEST : right - left;
            if (narrow) {
                s.rect(from, top + r * pitch(), wide, height(), palette.panel());
            }
            s.rect(from, top + r * pitch(), wide, height(), colour(palette, span));
        }
    }

    /** The span at a date in the row at a height; empty where there is none. */
    Optional<ReadOut> readOut(Plot plot, int date, double py, UnaryOperator<String> words) {
        int r = (int) Math.floor((py - top) / pitch());
        if (py < top || r >= rows.size()) {
            return Optional.empty();
        }
        SpanRow row = rows.get(r);
        return at(row, date)
                .map(span -> new ReadOut(
                        plot.x().at(date),
                        3,
                        top + r * pitch(),
                        top + r * pitch() + height(),
                        date,
                        row.name().isEmpty() ? span.name() : row.name() + " · " + span.name(),
                        List.of(
                                new Entry(words.apply("chart.from"), day(span.first())),
                                new Entry(words.apply("chart.to"), day(span.last())),
                                new Entry("", span.size()))));
    }

    private static Optional<DateSpan> at(SpanRow row, int date) {
        return row.spans().stream()
                .filter(span -> date >= span.first() && date <= span.last())
                .findFirst();
    }

    private String day(int date) {
        return Formats.day(dates.get(date));
    }

    void header(CsvWriter out) throws IOException {
        for (SpanRow row : rows) {
            out.text(row.name());
        }
    }

    /** The name of the span that each row has at a date. */
    void cells(CsvWriter out, int date) throws IOException {
        for (SpanRow row : rows) {
            out.text(at(row, date).map(DateSpan::name).orElse(""));
        }
    }
}
