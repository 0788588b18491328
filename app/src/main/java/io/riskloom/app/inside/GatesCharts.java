package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.DateChart;
import io.riskloom.app.chart.ChartModel.DateLine;
import io.riskloom.app.chart.ChartModel.HeatPanels;
import io.riskloom.app.chart.ChartModel.HeatPanels.Colours;
import io.riskloom.app.chart.ChartModel.HeatPanels.Panel;
import io.riskloom.app.chart.ChartModel.HeatedPrices;
import io.riskloom.app.chart.ChartModel.HeatedPrices.HeatRow;
import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.Gates;
import io.riskloom.engine.inside.Gates.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Gates and states of a recurrent layer as charts. */
final class GatesCharts {

    private static final Set<String> OPENINGS = Set.of("input", "forget", "output", "reset", "update");
    private static final Map<String, Tone> TONES = Map.of(
            "input", Tone.ACCENT,
            "forget", Tone.AMBER,
            "output", Tone.SECOND,
            "reset", Tone.ACCENT,
            "update", Tone.AMBER,
            "candidate", Tone.MUTED,
            "cell", Tone.THIRD,
            "state", Tone.FOURTH);
    private static final int ROWS = 12;

    private final Texts texts;

    GatesCharts(Texts texts) {
        this.texts = texts;
    }

    /** A gate lets through between nothing, 0, and all, 1; other series may have any sign. */
    static boolean opens(Series series) {
        return OPENINGS.contains(series.name());
    }

    /** All series as units × days, three in a row. */
    HeatPanels maps(GatesViewModel.Opened opened, int unit) {
        Gates gates = opened.gates();
        List<Panel> panels = new ArrayList<>();
        for (Series series : gates.series()) {
            double[][] values = SightCharts.turned(series.values());
            boolean opens = opens(series);
            double[] sorted = Arrays.stream(values)
                    .flatMapToDouble(Arrays::stream)
                    .sorted()
                    .toArray();
            double least = sorted[0];
            double largest = sorted[sorted.length - 1];
            double size = Math.max(-least, largest);
            panels.add(new Panel(
                    texts.get("inside.gates." + series.name()),
                    values,
                    opens ? Colours.SEQUENTIAL : Colours.DIVERGING,
                    opens ? least : -size,
                    opens ? largest : size,
                    new double[0][],
                    IntStream.rangeClosed(1, values.length)
                            .mapToObj(u -> texts.get("inside.gates.unit", u))
                            .toList(),
                    places(gates)));
        }
        int across = panels.size() == 1 ? 1 : panels.size() == 4 ? 4 : 3;
        return new HeatPanels(panels, across, true, unit);
    }

    private List<String> places(Gates gates) {
        int days = gates.lags().length;
        return gates.dates().isEmpty()
                ? IntStream.rangeClosed(1, days)
                        .mapToObj(month -> texts.get("inside.gates.month", month))
                        .toList()
                : gates.dates().stream().map(Formats::day).toList();
    }

    /** The gates, or the other series, of one unit over time. */
    ChartModel unit(GatesViewModel.Opened opened, int unit, boolean gatesOnly) {
        Gates gates = opened.gates();
        List<Series> wanted = gates.series().stream()
                .filter(series -> opens(series) == gatesOnly)
                .toList();
        if (!gates.dates().isEmpty()) {
            List<DateLine> lines = wanted.stream()
                    .map(series ->
                            new DateLine(name(series), column(series.values(), unit), tone(series), dashed(series)))
                    .toList();
            return new DateChart(gates.dates(), lines, null, List.of());
        }
        double[] months =
                IntStream.rangeClosed(1, gates.lags().length).asDoubleStream().toArray();
        List<Line> lines = wanted.stream()
                .map(series ->
                        new Line(name(series), months, column(series.values(), unit), tone(series), dashed(series)))
                .toList();
        return new LineChart(lines, texts.get("inside.gates.months"), "", false, null, null, List.of());
    }

    private String name(Series series) {
        return texts.get("inside.gates." + series.name());
    }

    private static Tone tone(Series series) {
        return TONES.getOrDefault(series.name(), Tone.FOREGROUND);
    }

    private static boolean dashed(Series series) {
        return series.name().equals("candidate");
    }

    private static double[] column(double[][] values, int column) {
        return Arrays.stream(values).mapToDouble(row -> row[column]).toArray();
    }

    /** What each day contributed to the answer, behind and below the candles; bars by month for an applicant. */
    ChartModel lags(GatesViewModel.Opened opened, String heat) {
        Gates gates = opened.gates();
        if (gates.dates().isEmpty()) {
            List<BarChart.Bar> bars = IntStream.range(0, gates.lags().length)
                    .mapToObj(m -> new BarChart.Bar(
                            texts.get("inside.gates.month", m + 1),
                            gates.lags()[m],
                            gates.lags()[m] > 0 ? Tone.BAD : Tone.GOOD))
                    .toList();
            return new BarChart(bars, heat);
        }
        int from = opened.seen().place() + 1 - gates.dates().size();
        return new HeatedPrices(
                Evidence.part(opened.subject().history(), from, opened.seen().place() + 1),
                opened.subject().history().symbol(),
                texts.get("inside.activation.volume"),
                gates.lags(),
                heat,
                null,
                features(gates));
    }

    private static List<HeatRow> features(Gates gates) {
        if (gates.features().size() < 2) {
            return List.of();
        }
        return IntStream.range(0, gates.features().size())
                .mapToObj(f -> new HeatRow(gates.features().get(f), column(gates.cells(), f)))
                .sorted((a, b) -> Double.compare(size(b.values()), size(a.values())))
                .limit(ROWS)
                .toList();
    }

    private static double size(double[] values) {
        return Arrays.stream(values).map(Math::abs).sum();
    }
}
