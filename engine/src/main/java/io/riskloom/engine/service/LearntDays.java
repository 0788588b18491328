package io.riskloom.engine.service;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PathTable;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.Bars;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.SharedDays;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Splits;
import java.util.Arrays;
import java.util.List;

/** The real days against which a generator is judged, as it learnt them: what was missing in the file is filled in alike. */
record LearntDays(Library library, GenerateSpec spec) {

    /**
     * @param data a file of which all days are taken; empty for the days of the generator's own that it learnt and, but for bars,
     *     chose its epoch by
     * @return one path; of bars with traded units in the order of {@link PathTable#literature()}
     * @throws NoticeException as {@link Bars#of} says
     */
    PathTable table(String data) throws Exception {
        String file = data.isEmpty() ? spec.data() : data;
        PriceHistory main = library.prices(file, spec);
        List<PriceHistory> series = spec.joint() ? SharedDays.of(main, library.all(file, spec)) : List.of(main);
        PathTable all = spec.bars() ? bars(series.getFirst()) : closes(series);
        if (!data.isEmpty()) {
            return all;
        }
        DateSplit split = Splits.days(spec, series.getFirst().size());
        int training = split.trainingDays().last();
        // bars come at the price levels of training windows, so that other days would give them away
        int last =
                spec.bars() ? training : Math.max(training, split.validation().last());
        return part(all, split.trainingDays().first(), last + 1);
    }

    private static PathTable closes(List<PriceHistory> series) {
        return new PathTable(
                series.getFirst().symbol(),
                series.stream().map(PriceHistory::symbol).toList(),
                new double[][][] {series.stream().map(PriceHistory::close).toArray(double[][]::new)});
    }

    private static PathTable bars(PriceHistory history) throws NoticeException {
        Bars bars = Bars.of(history);
        double[][] prices = {bars.open(), bars.high(), bars.low(), bars.close(), bars.volume()};
        int columns = bars.hasVolume() ? prices.length : prices.length - 1;
        return new PathTable(
                        history.symbol(),
                        List.of("open", "high", "low", "close", "volume").subList(0, columns),
                        new double[][][] {Arrays.copyOf(prices, columns)})
                .literature();
    }

    private static PathTable part(PathTable table, int from, int to) {
        double[][] columns = Arrays.stream(table.levels()[0])
                .map(column -> Arrays.copyOfRange(column, from, to))
                .toArray(double[][]::new);
        return new PathTable(table.file(), table.columns(), new double[][][] {columns});
    }
}
