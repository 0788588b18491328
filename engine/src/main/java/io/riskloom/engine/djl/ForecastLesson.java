package io.riskloom.engine.djl;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.FeatureGroups;
import io.riskloom.engine.feature.HeldOut;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.model.ForecastCheck;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Learnt;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Splits;
import io.riskloom.engine.model.Validation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a forecaster learns from: windows of the chosen series beside what is forecast, and those of the file's other series
 * where the network learns from all of them. Nothing here touches native code.
 */
record ForecastLesson(
        ForecastSpec spec, PriceHistory history, DateSplit split, HeldOut held, SeriesView view, Peers<Taught> peers)
        implements Lesson {

    /** A series with the origins that are learnt from. */
    record Taught(SeriesView view, int[] origins) {}

    static ForecastLesson of(ForecastSpec spec, Imported data) throws NoticeException {
        PriceHistory history = RunFolder.series(data, spec);
        ForecastCheck.check(spec, history);
        DateSplit split = Splits.days(spec, history.size());
        Taught chosen = taught(spec, history, split);
        Peers<Taught> peers = spec.tickers().equals("all")
                ? Peers.of(
                        data, history, split, forgetting(spec), chosen, (other, cut) -> alike(chosen, spec, other, cut))
                : new Peers<>(Map.of(history.symbol(), chosen), List.of());
        return new ForecastLesson(spec, history, split, HeldOut.of(split), chosen.view(), peers);
    }

    static boolean forgetting(RunSpec spec) {
        return spec.scheme().equals(Validation.SLIDING);
    }

    private static Taught taught(ForecastSpec spec, PriceHistory history, DateSplit split) throws NoticeException {
        int[] origins = split.train().days(spec.stride());
        return new Taught(SeriesView.fitted(spec, history, split, origins), origins);
    }

    /** Empty where the series lacks a column that the chosen one has. */
    private static Optional<Taught> alike(Taught chosen, ForecastSpec spec, PriceHistory other, DateSplit cut)
            throws NoticeException {
        boolean suits = spec.seesImages()
                ? other.hasBars() || !spec.encoding().equals(WindowImages.BARS)
                : FeatureGroups.offered(other, spec.groups())
                        .equals(chosen.view().features());
        return suits ? Optional.of(taught(spec, other, cut)) : Optional.empty();
    }

    int[] chosenOn() {
        return held.choice().days(spec.stride());
    }

    /** Windows beside what is forecast and the unit in which its error is measured. */
    private Samples.Part calibration(int[] origins) {
        int steps = view.target().steps().length;
        return new Samples.Part(view.windows(), origins, steps + 1, origin -> {
            float[] numbers = new float[steps + 1];
            double[] label = view.target().label(origin);
            for (int s = 0; s < steps; s++) {
                numbers[s] = (float) label[s];
            }
            numbers[steps] = (float) view.target().scale(origin);
            return numbers;
        });
    }

    /** By symbol; empty where one series alone is learnt. */
    Map<String, SeriesScale> scales() {
        Map<String, SeriesScale> scales = new LinkedHashMap<>();
        if (peers.learnt().size() > 1) {
            peers.learnt()
                    .forEach(
                            (symbol, taught) -> scales.put(symbol, taught.view().scale()));
        }
        return scales;
    }

    @Override
    public Digest fitted() {
        Digest digest = new Digest();
        peers.learnt().values().forEach(taught -> digest.add(taught.view().scale()));
        return digest;
    }

    @Override
    public List<Samples.Part> parts(Learnt.Stage stage) {
        return switch (stage) {
            case TRAINING ->
                peers.learnt().values().stream()
                        .map(taught -> taught.view().part(taught.origins()))
                        .toList();
            case CHOICE -> List.of(view.part(chosenOn()));
            case CALIBRATION -> List.of(calibration(held.calibration().days()));
        };
    }
}
