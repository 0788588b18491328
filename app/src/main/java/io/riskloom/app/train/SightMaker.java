package io.riskloom.app.train;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.ForecastWindows;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.feature.WindowInputs;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Splits;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the inputs of a network as training would: scaled by the training days of the fold that is trained, of several the
 * last. Keeps them while neither the data nor a setting that they depend on changes, so that another day costs little. For
 * one thread at a time.
 */
final class SightMaker {

    /** @param scale where pictures are seen, null: each has a scale of its own */
    private record Inputs(SightSettings settings, PriceHistory history, WindowInputs windows, DateSplit scale) {}

    private Inputs kept;

    /**
     * @param day last of the window, from the first with a full window behind it
     * @throws NoticeException where the series does not offer what the network is to see, or is too short to be trained on
     */
    Sight at(RunSpec spec, PriceHistory history, int day) throws NoticeException {
        SightSettings settings = SightSettings.of(spec).orElseThrow();
        if (kept == null || kept.history() != history || !kept.settings().equals(settings)) {
            kept = null;
            kept = inputs(settings, spec, history);
        }
        PriceHistory window = part(history, day - settings.window() + 1, day + 1);
        return switch (kept.windows()) {
            case WindowImages images -> new Sight.Picture(window, settings.encoding(), images.image(day));
            case ForecastWindows days ->
                new Sight.Days(
                        window,
                        days.names(),
                        columns(days, day),
                        history.dates().get(kept.scale().trainingDays().first()),
                        history.dates().get(kept.scale().trainingDays().last()));
        };
    }

    private static Inputs inputs(SightSettings settings, RunSpec spec, PriceHistory history) throws NoticeException {
        if (settings.pictures()) {
            WindowImages images =
                    WindowImages.of(history, settings.window(), settings.imageSize(), settings.encoding());
            return new Inputs(settings, history, images, null);
        }
        List<DateSplit> folds = Splits.dayFolds(spec, history.size());
        DateSplit split = spec.inFolds() && spec.fold() > 0 ? folds.get(spec.fold() - 1) : folds.getLast();
        return new Inputs(settings, history, ForecastWindows.of(history, split, settings.groups()), split);
    }

    private static double[][] columns(ForecastWindows days, int day) {
        float[] values = days.of(day);
        int width = days.names().size();
        double[][] columns = new double[width][days.window()];
        for (int t = 0; t < days.window(); t++) {
            for (int f = 0; f < width; f++) {
                columns[f][t] = values[t * width + f];
            }
        }
        return columns;
    }

    private static PriceHistory part(PriceHistory history, int from, int to) {
        return new PriceHistory(
                history.symbol(),
                history.dates().subList(from, to),
                part(history.open(), from, to),
                part(history.high(), from, to),
                part(history.low(), from, to),
                part(history.close(), from, to),
                part(history.volume(), from, to),
                history.source());
    }

    private static double[] part(double[] column, int from, int to) {
        return column.length == 0 ? column : Arrays.copyOfRange(column, from, to);
    }
}
