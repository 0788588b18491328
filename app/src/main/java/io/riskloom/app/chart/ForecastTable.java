package io.riskloom.app.chart;

import io.riskloom.app.text.Formats;
import java.io.IOException;
import java.util.List;

/**
 * A forecast chart as a table: the history beside the test forecasts of its days; then the forecast that is drawn whole and the
 * fan, whose days are counted from the date. Other models have three columns each.
 */
final class ForecastTable {

    private static final List<String> COLUMNS =
            List.of("step", "forecast", "lower50", "upper50", "lower90", "upper90", "last_value");

    private final Bars bars;
    private final ForecastLines main;
    private final List<ForecastLines> others;

    ForecastTable(Bars bars, List<ForecastLines> models) {
        this.bars = bars;
        this.main = models.getFirst();
        this.others = models.subList(1, models.size());
    }

    void write(CsvWriter out) throws IOException {
        bars.header(out);
        for (String name : COLUMNS) {
            out.text(name);
        }
        for (ForecastLines other : others) {
            String name = other.model.name();
            out.text(name).text(name + " lower90").text(name + " upper90");
        }
        out.end();
        for (int i = 0; i < bars.size; i++) {
            bars.row(out, i);
            main.test.cells(out, main.test.indexOf(i));
            for (ForecastLines other : others) {
                other.test.fewCells(out, other.test.indexOf(i));
            }
            out.end();
        }
        fan(out, main.from, others.stream().map(other -> other.from).toList());
        fan(out, main.ahead, others.stream().map(other -> other.ahead).toList());
    }

    /** Other models' forecasts stand beside it where they start from the same day. */
    private void fan(CsvWriter out, ForecastPath first, List<ForecastPath> rest) throws IOException {
        for (int k = 1; k < first.size(); k++) {
            out.text(Formats.day(bars.dates.get(first.start())));
            for (int c = 0; c < bars.columns(); c++) {
                out.text("");
            }
            first.cells(out, k);
            int bar = first.start() + first.step(k);
            for (ForecastPath path : rest) {
                path.fewCells(out, path.size() > 0 && path.start() == first.start() ? path.indexOf(bar) : -1);
            }
            out.end();
        }
    }
}
