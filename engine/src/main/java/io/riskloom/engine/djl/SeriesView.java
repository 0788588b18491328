package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.BarsPerYear;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.ForecastWindows;
import io.riskloom.engine.feature.Scaler;
import io.riskloom.engine.feature.Target;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.feature.WindowInputs;
import io.riskloom.engine.model.ForecastSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A series as a forecaster sees it.
 *
 * @param windows what is seen
 * @param learnt  what the network answers: the target, or the next day's return where it goes on from its own answers
 * @param scaler  of what is learnt, one column a step
 * @param target  what is forecast
 */
record SeriesView(PriceHistory history, WindowInputs windows, Target learnt, Scaler scaler, Target target) {

    /** Days whose returns make the volatility that errors are scaled by, at most. */
    private static final int SCALE_DAYS = 20;

    /**
     * With scalers fitted on the split's training origins.
     *
     * @param training those of them that are learnt from
     */
    static SeriesView fitted(ForecastSpec spec, PriceHistory history, DateSplit split, int[] training)
            throws NoticeException {
        WindowInputs windows =
                spec.seesImages() ? pictures(spec, history) : ForecastWindows.of(history, split, spec.groups());
        Target learnt = learnt(spec, history);
        Scaler scaler =
                Scaler.fit(Arrays.stream(training).mapToObj(learnt::label).toArray(double[][]::new));
        return new SeriesView(history, windows, learnt, scaler, target(spec, history));
    }

    /** As a trained model sees a history. */
    static SeriesView known(ForecastSpec spec, PriceHistory history, List<String> features, SeriesScale scale)
            throws NoticeException {
        WindowInputs windows = spec.seesImages()
                ? pictures(spec, history)
                : ForecastWindows.of(history, spec.window(), features, scale.inputs());
        return new SeriesView(history, windows, learnt(spec, history), scale.targets(), target(spec, history));
    }

    private static WindowInputs pictures(ForecastSpec spec, PriceHistory history) throws NoticeException {
        return WindowImages.of(history, spec.window(), spec.imageSize(), spec.encoding());
    }

    private static Target learnt(ForecastSpec spec, PriceHistory history) {
        return spec.recursive() ? closes(spec, history, 1) : target(spec, history);
    }

    private static Target target(ForecastSpec spec, PriceHistory history) {
        int horizon = spec.horizon();
        return switch (spec.target()) {
            case "path" ->
                closes(spec, history, IntStream.rangeClosed(1, horizon).toArray());
            case "return" -> closes(spec, history, horizon);
            case "volatility" ->
                Target.ofVolatility(history, spec.volatilityDays(), horizon, BarsPerYear.of(history.dates()));
            default -> throw new IllegalArgumentException("no target " + spec.target());
        };
    }

    private static Target closes(ForecastSpec spec, PriceHistory history, int... steps) {
        return Target.ofCloses(history, steps, Math.min(spec.window(), SCALE_DAYS));
    }

    /** Names of a day's values; empty where pictures are seen. */
    List<String> features() {
        return windows instanceof ForecastWindows days ? days.names() : List.of();
    }

    SeriesScale scale() {
        return new SeriesScale(windows instanceof ForecastWindows days ? days.scaler() : null, scaler);
    }

    /** Windows beside standardised targets. */
    Samples.Part part(int[] origins) {
        return new Samples.Part(windows, origins, scaler.columns(), this::label);
    }

    private float[] label(int origin) {
        double[] label = scaler.apply(learnt.label(origin));
        float[] numbers = new float[label.length];
        for (int s = 0; s < numbers.length; s++) {
            numbers[s] = (float) label[s];
        }
        return numbers;
    }
}
