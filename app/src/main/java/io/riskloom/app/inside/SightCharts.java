package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.HeatPanels;
import io.riskloom.app.chart.ChartModel.HeatPanels.Colours;
import io.riskloom.app.chart.ChartModel.HeatPanels.Panel;
import io.riskloom.app.chart.ChartModel.HeatedPrices;
import io.riskloom.app.chart.ChartModel.HeatedPrices.HeatRow;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.chart.Strength;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.Attribution;
import io.riskloom.engine.inside.Inputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Charts of inputs with what lies on them. */
final class SightCharts {

    /** Most features under the candles, and most columns of an applicant. */
    private static final int ROWS = 16;

    private final Texts texts;
    private final ActivationWords words;
    private final SightNames names;

    SightCharts(Texts texts, ActivationWords words) {
        this.texts = texts;
        this.words = words;
        this.names = new SightNames(texts);
    }

    /** The picture that the network reads with its attribution on it. */
    HeatPanels sight(Evidence evidence) {
        Panel panel = panel(evidence, evidence.attribution(), texts.get("inside.activation.map"), true);
        return new HeatPanels(List.of(panel), 1, false, -1);
    }

    /** A map beside that of weights drawn anew. */
    HeatPanels control(ActivationViewModel.Control control) {
        Evidence of = control.trained();
        boolean stretch = of.kind() != Evidence.Kind.PICTURE && of.attribution().picture().length == 0;
        Panel trained = panel(of, of.attribution(), texts.get("inside.activation.trained"), !stretch);
        Panel random = panel(of, control.random(), texts.get("inside.activation.random"), !stretch);
        return new HeatPanels(List.of(trained, random), 2, stretch, -1);
    }

    private Panel panel(Evidence of, Attribution attribution, String name, boolean over) {
        Inputs inputs = of.seen().inputs();
        boolean pixels = attribution.picture().length > 0;
        double[][] cells = pixels
                ? attribution.picture()
                : of.kind() == Evidence.Kind.DAYS ? turned(attribution.cells()) : attribution.cells();
        double most = Strength.limit(cells);
        double[][] under = over ? ground(of.seen()) : new double[0][];
        List<String> rows =
                switch (of.kind()) {
                    case PICTURE -> names.rows(of.subject(), of.seen());
                    case DAYS -> cells.length == inputs.columns().size() ? inputs.columns() : List.of();
                    case APPLICANT -> List.of();
                };
        List<String> columns =
                switch (of.kind()) {
                    case PICTURE -> names.columns(of.seen());
                    case DAYS -> days(inputs);
                    case APPLICANT -> pixels ? List.of() : inputs.columns();
                };
        return new Panel(name, cells, colours(of), of.signed() ? -most : 0, most, under, rows, columns);
    }

    /** What raises a risk is red, as reasons are drawn elsewhere. */
    private static Colours colours(Evidence of) {
        return !of.signed()
                ? Colours.SEQUENTIAL
                : of.kind() == Evidence.Kind.APPLICANT ? Colours.TURNED : Colours.DIVERGING;
    }

    /**
     * The input itself, on it how much the answer rests on each cell.
     *
     * @param effect as many rows and columns as the input; none where it is not known
     */
    HeatPanels input(Subject subject, Seen seen, double[][] effect) {
        Inputs inputs = seen.inputs();
        boolean days = Evidence.kind(inputs) == Evidence.Kind.DAYS;
        double[][] sight = OcclusionModel.sight(seen);
        double[][] ground = days ? turned(sight) : ground(seen);
        boolean bare = effect.length == 0;
        boolean grey = bare && !days;
        double[][] values = bare ? ground : days ? turned(effect) : effect;
        double most = Strength.limit(values);
        Panel panel = new Panel(
                texts.get(bare ? "inside.occlusion.input" : "inside.occlusion.effect"),
                values,
                grey ? Colours.GREY : Colours.DIVERGING,
                grey ? 0 : -most,
                grey ? 1 : most,
                bare || days ? new double[0][] : ground,
                days ? inputs.columns() : names.rows(subject, seen),
                days ? days(inputs) : names.columns(seen));
        return new HeatPanels(List.of(panel), 1, days, -1);
    }

    private static List<String> days(Inputs inputs) {
        return inputs.dates().stream().map(Formats::day).toList();
    }

    /** The picture that the network reads, from black to white. */
    private static double[][] ground(Seen seen) {
        return Evidence.kind(seen.inputs()) == Evidence.Kind.APPLICANT
                ? unit(seen.inputs().picture())
                : grey(seen.inputs().cells(), Evidence.encoding(seen.run().spec()));
    }

    /** The window's candles on what bore the answer. */
    HeatedPrices prices(Evidence evidence) {
        List<HeatRow> features = evidence.features();
        return new HeatedPrices(
                evidence.window(),
                evidence.subject().history().symbol(),
                texts.get("inside.activation.volume"),
                evidence.days(),
                words.heat(evidence),
                evidence.bands(texts.get("inside.activation.band")),
                features.subList(0, Math.min(ROWS, features.size())));
    }

    /** The columns of an applicant, those that bear most first. */
    BarChart columns(Evidence evidence) {
        Attribution a = evidence.attribution();
        double[] values = evidence.signed() ? a.byColumn() : DayImportance.percent(a.byColumn());
        List<BarChart.Bar> bars = new ArrayList<>();
        IntStream.range(0, values.length)
                .boxed()
                .sorted((i, j) -> Double.compare(Math.abs(values[j]), Math.abs(values[i])))
                .limit(ROWS)
                .forEach(i ->
                        bars.add(new BarChart.Bar(a.names().get(i), values[i], tone(evidence.signed(), values[i]))));
        return new BarChart(bars, words.heat(evidence));
    }

    /** As reasons are drawn elsewhere: what raises the risk is bad. */
    private static Tone tone(boolean signed, double value) {
        return !signed ? Tone.ACCENT : value > 0 ? Tone.BAD : Tone.GOOD;
    }

    /** How the probability changes as each column is covered. */
    BarChart covered(List<String> names, double[] effects, String label) {
        List<BarChart.Bar> bars = new ArrayList<>();
        IntStream.range(0, Math.min(names.size(), effects.length))
                .boxed()
                .sorted((i, j) -> Double.compare(Math.abs(effects[j]), Math.abs(effects[i])))
                .limit(ROWS)
                .forEach(i -> bars.add(new BarChart.Bar(names.get(i), effects[i], tone(true, effects[i]))));
        return new BarChart(bars, label);
    }

    /** A curve beside the mean of random orders. */
    ChartModel curve(double[] shares, double[] of, double[] random, String name) {
        double[] percent = Arrays.stream(shares).map(share -> 100 * share).toArray();
        return new ChartModel.LineChart(
                List.of(
                        new ChartModel.Line(name, percent, of, Tone.ACCENT, false),
                        new ChartModel.Line(
                                texts.get("inside.activation.trial.random"), percent, random, Tone.MUTED, true)),
                texts.get("inside.activation.trial.x"),
                "",
                false,
                null,
                null,
                List.of());
    }

    static double[][] turned(double[][] cells) {
        double[][] turned = new double[cells.length == 0 ? 0 : cells[0].length][cells.length];
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < cells[i].length; j++) {
                turned[j][i] = cells[i][j];
            }
        }
        return turned;
    }

    /** From black to white: Gramian fields lie in [−1, 1], other pictures in [0, 1]. */
    private static double[][] grey(double[][] cells, String encoding) {
        boolean gramian = encoding.startsWith("ga");
        return Arrays.stream(cells)
                .map(row ->
                        Arrays.stream(row).map(v -> gramian ? (v + 1) / 2 : v).toArray())
                .toArray(double[][]::new);
    }

    /** From the least value to the largest. */
    private static double[][] unit(double[][] cells) {
        double low = Arrays.stream(cells).flatMapToDouble(Arrays::stream).min().orElse(0);
        double high = Arrays.stream(cells).flatMapToDouble(Arrays::stream).max().orElse(0);
        return Arrays.stream(cells)
                .map(row -> Arrays.stream(row)
                        .map(v -> high > low ? (v - low) / (high - low) : 0.5)
                        .toArray())
                .toArray(double[][]::new);
    }
}
