package io.riskloom.app.forecast;

import io.riskloom.app.chart.ChartModel.DateChart;
import io.riskloom.app.chart.ChartModel.DateLine;
import io.riskloom.app.chart.ChartModel.DateSpan;
import io.riskloom.app.chart.ChartModel.Shade;
import io.riskloom.app.chart.ChartModel.SpanRow;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.run.Lineage;
import io.riskloom.engine.run.Lineage.Rows;
import io.riskloom.engine.run.Lineage.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One forecast's lineage in words and as bars over the dates. */
final class LeaksModel {

    /** Uses that share a row of the chart; they do not overlap. */
    private static final List<List<Use>> LINES = List.of(
            List.of(Use.SCALER),
            List.of(Use.WEIGHTS),
            List.of(Use.CHOICE),
            List.of(Use.CALIBRATION),
            List.of(Use.ADAPTATION),
            List.of(Use.PURGED, Use.EMBARGOED),
            List.of(Use.FEATURES, Use.WINDOW),
            List.of(Use.LABEL));

    private static final Map<Use, Shade> SHADES = Map.of(
            Use.SCALER, new Shade(Tone.ACCENT, 0.55),
            Use.WEIGHTS, new Shade(Tone.ACCENT, 1),
            Use.CHOICE, new Shade(Tone.THIRD, 1),
            Use.CALIBRATION, new Shade(Tone.SECOND, 1),
            Use.ADAPTATION, new Shade(Tone.SECOND, 0.45),
            Use.PURGED, new Shade(Tone.AMBER, 1),
            Use.EMBARGOED, new Shade(Tone.AMBER, 0.45),
            Use.FEATURES, new Shade(Tone.FOREGROUND, 0.4),
            Use.WINDOW, new Shade(Tone.FOREGROUND, 0.85),
            Use.LABEL, new Shade(Tone.FOURTH, 1));

    private final Lineage lineage;
    private final PriceHistory history;
    private final Texts texts;

    LeaksModel(Lineage lineage, PriceHistory history, Texts texts) {
        this.lineage = lineage;
        this.history = history;
        this.texts = texts;
    }

    /**
     * What a stretch of rows was used for.
     *
     * @param name  of its bar
     * @param dates first and last day
     * @param days  how many
     * @param what  the use in words
     */
    record Line(Use use, String name, String dates, String days, String what) {}

    /** In the order in which a run uses them; gaps of one kind side by side. */
    List<Line> lines() {
        return lineage.rows().stream()
                .sorted(Comparator.comparing(Rows::use))
                .map(rows -> new Line(
                        rows.use(),
                        texts.get("forecast.leaks.use." + rows.use()),
                        Formats.day(rows.first()) + " – " + Formats.day(rows.last()),
                        days(rows.days().size()),
                        texts.get("forecast.leaks.what." + rows.use())))
                .toList();
    }

    private String days(int count) {
        return texts.get(count == 1 ? "forecast.leaks.day" : "forecast.leaks.days", Formats.number(count, 0));
    }

    /** Whether the file's other series trained the network too. */
    boolean otherSeries() {
        return lineage.otherSeries();
    }

    /** The day that the forecast starts from. */
    String day() {
        return Formats.day(lineage.date());
    }

    int origin() {
        return lineage.origin();
    }

    /** The closes, and below them a row of bars for each use. */
    DateChart chart() {
        List<SpanRow> rows = new ArrayList<>();
        for (List<Use> uses : LINES) {
            List<DateSpan> spans = new ArrayList<>();
            for (Use use : uses) {
                lineage.of(use).stream().filter(this::visible).forEach(found -> spans.add(span(found)));
            }
            spans.sort(Comparator.comparingInt(DateSpan::first));
            if (!spans.isEmpty()) {
                rows.add(new SpanRow(name(spans), spans));
            }
        }
        return new DateChart(
                history.dates(),
                List.of(new DateLine(texts.get("forecast.legend.actual"), history.close(), Tone.FOREGROUND, false)),
                null,
                rows);
    }

    /** A row is called what its bars are called. */
    private static String name(List<DateSpan> spans) {
        return spans.stream().map(DateSpan::name).distinct().collect(Collectors.joining(" · "));
    }

    /** Inputs hold the window, which has a bar of its own: what lies before it is left, if anything does. */
    private boolean visible(Rows rows) {
        return rows.use() != Use.FEATURES || rows.days().first() < windowFirst();
    }

    private int windowFirst() {
        return lineage.first(Use.WINDOW).orElseThrow().days().first();
    }

    private DateSpan span(Rows rows) {
        int first = rows.days().first();
        int last = rows.use() == Use.FEATURES ? windowFirst() - 1 : rows.days().last();
        return new DateSpan(
                texts.get("forecast.leaks.use." + rows.use()),
                first,
                last,
                SHADES.get(rows.use()),
                days(last - first + 1));
    }
}
