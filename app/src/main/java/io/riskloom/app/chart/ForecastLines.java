package io.riskloom.app.chart;

import io.riskloom.app.chart.ChartModel.ForecastChart;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.Surface.Pen;
import io.riskloom.app.text.Formats;
import java.util.List;
import java.util.Optional;

/** What one model says on a forecast chart: on the test days, from one chosen test day, and ahead of the last. */
final class ForecastLines {

    final ForecastChart.Model model;
    final ForecastPath test;
    final ForecastPath from;
    final ForecastPath ahead;
    private final List<ForecastPath> drawn;

    ForecastLines(ForecastChart chart, ForecastChart.Model model, int[] days) {
        this.model = model;
        this.test = ForecastPath.test(model.test(), chart.testStep(), days);
        this.from = ForecastPath.from(model.test(), chart.from(), days);
        this.ahead = ForecastPath.ahead(model.ahead(), days);
        // one forecast drawn whole is not to be seen among all others
        this.drawn = from.size() == 0 ? List.of(test, ahead) : List.of(from, ahead);
    }

    /** A point of one of the paths. */
    private record Point(ForecastPath path, int at) {}

    int size() {
        return test.size() + from.size() + ahead.size();
    }

    /** @param banded whether the bands are drawn, too */
    void range(Viewport view, double[] range, boolean banded) {
        drawn.forEach(path -> path.range(view, range, banded));
    }

    void outerRange(Viewport view, double[] range) {
        drawn.forEach(path -> path.outerRange(view, range));
    }

    void bands(Surface s, Plot plot, Viewport view, int colour) {
        drawn.forEach(path -> path.bands(s, plot, view, colour, path != test));
    }

    void clipped(Surface s, Style style, Plot plot, Viewport view, int colour) {
        drawn.forEach(path -> path.clipped(s, style, plot, view, colour));
    }

    void draw(Surface s, Plot plot, Viewport view, int colour, double width) {
        drawn.forEach(path -> path.line(s, plot, view, Pen.solid(colour, path == test ? 1.5 : width)));
    }

    /** Bar of the last day that the forecast of a bar knew, −1 where there is no forecast of it. */
    int origin(int bar) {
        return point(bar).map(p -> p.path.origin(p.at)).orElse(-1);
    }

    /** Ends of the 90 % band at a bar. */
    Optional<double[]> band(int bar) {
        return point(bar).map(p -> new double[] {p.path.lower90(p.at), p.path.upper90(p.at)});
    }

    /** Forecast, bands and last value of a bar; empty where the model says nothing about it. */
    List<Entry> entries(int bar, ForecastChart.Legend names) {
        return point(bar)
                .map(p -> List.of(
                        new Entry(names.forecast(), number(p.path.value(p.at))),
                        new Entry(names.band50(), interval(p.path.lower50(p.at), p.path.upper50(p.at))),
                        new Entry(names.band90(), interval(p.path.lower90(p.at), p.path.upper90(p.at))),
                        new Entry(names.lastValue(), number(p.path.last(p.at)))))
                .orElse(List.of());
    }

    /**
     * The forecast of a bar in one entry, with its 90 % band.
     *
     * @param more words after it
     */
    Optional<Entry> entry(int bar, String more) {
        return point(bar)
                .map(p -> new Entry(
                        model.name(),
                        number(p.path.value(p.at)) + " (" + interval(p.path.lower90(p.at), p.path.upper90(p.at)) + ")"
                                + more));
    }

    /** The path that speaks of a bar; the day a path starts from is no forecast. */
    private Optional<Point> point(int bar) {
        return drawn.stream()
                .map(path -> new Point(path, path.indexOf(bar)))
                .filter(p -> p.at >= 0 && p.path.step(p.at) > 0 && !Double.isNaN(p.path.value(p.at)))
                .findFirst();
    }

    private static String number(double value) {
        return Formats.number(value, Bars.digits(value));
    }

    private static String interval(double low, double high) {
        int digits = Bars.digits(low);
        return Formats.number(low, digits) + " – " + Formats.number(high, digits);
    }
}
