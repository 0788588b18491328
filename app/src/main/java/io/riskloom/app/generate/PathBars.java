package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.PathSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A generated path of whole bars as candles; its days are rows, since nobody knows their dates. */
final class PathBars {

    private PathBars() {}

    /** Empty for a generator of closes alone. */
    static Optional<ChartModel.PriceChart> of(Shown shown, int path, Texts texts) {
        PathSet set = shown.paths();
        double[] open = column(set, "open", path);
        double[] high = column(set, "high", path);
        double[] low = column(set, "low", path);
        if (path < 0 || open.length == 0 || high.length == 0 || low.length == 0) {
            return Optional.empty();
        }
        double[] close = Arrays.copyOfRange(shown.prices()[path], 1, open.length + 1);
        List<LocalDate> days = IntStream.range(0, open.length)
                .mapToObj(PriceHistory.FIRST_ROW::plusDays)
                .toList();
        PriceHistory bars = new PriceHistory(
                texts.get("generate.list.path") + " " + (path + 1),
                days,
                open,
                high,
                low,
                close,
                column(set, "volume", path),
                new Source("", "", open.length));
        return Optional.of(
                new ChartModel.PriceChart(bars, texts.get("generate.chart.price"), texts.get("generate.chart.volume")));
    }

    /** Without the level before the first step. */
    private static double[] column(PathSet set, String name, int path) {
        return set.other(name)
                .filter(column -> path >= 0 && path < set.paths())
                .map(column -> column.levels(path))
                .map(levels -> Arrays.copyOfRange(levels, 1, levels.length))
                .orElse(new double[0]);
    }
}
