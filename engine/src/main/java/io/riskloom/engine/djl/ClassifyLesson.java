package io.riskloom.engine.djl;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.Direction;
import io.riskloom.engine.feature.FeatureGroups;
import io.riskloom.engine.feature.ForecastWindows;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.feature.WindowInputs;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Learnt;
import io.riskloom.engine.model.Splits;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a classifier learns from: windows beside the class that came. Nothing here touches native code.
 *
 * @param shares of each class among all training windows
 * @param prior  of each class among the chosen series' training windows
 */
record ClassifyLesson(
        ClassifySpec spec,
        PriceHistory history,
        DateSplit split,
        Taught chosen,
        Peers<Taught> peers,
        double[] shares,
        double[] prior)
        implements Lesson {

    /** A series with the origins that are learnt from. */
    record Taught(WindowInputs windows, Direction direction, int[] origins) {

        Samples.Part part(int[] asked) {
            return new Samples.Part(windows, asked, 1, origin -> new float[] {direction.of(origin)});
        }

        /** Names of a day's values; empty where pictures are seen. */
        List<String> features() {
            return windows instanceof ForecastWindows days ? days.names() : List.of();
        }

        SeriesScale scale() {
            return new SeriesScale(windows instanceof ForecastWindows days ? days.scaler() : null, null);
        }
    }

    static ClassifyLesson of(ClassifySpec spec, Imported data) throws NoticeException {
        PriceHistory history = RunFolder.series(data, spec);
        DateSplit split = Splits.days(spec, history.size());
        Taught chosen = taught(spec, history, split);
        Peers<Taught> peers = spec.tickers().equals("all")
                ? Peers.of(
                        data,
                        history,
                        split,
                        ForecastLesson.forgetting(spec),
                        chosen,
                        (other, cut) -> alike(chosen, spec, other, cut))
                : new Peers<>(Map.of(history.symbol(), chosen), List.of());
        double[] shares = shares(spec, peers.learnt().values().stream().toList());
        return new ClassifyLesson(spec, history, split, chosen, peers, shares, shares(spec, List.of(chosen)));
    }

    private static Taught taught(ClassifySpec spec, PriceHistory history, DateSplit split) throws NoticeException {
        WindowInputs windows = spec.seesImages()
                ? WindowImages.of(history, spec.window(), spec.imageSize(), spec.encoding())
                : ForecastWindows.of(history, split, spec.groups());
        return new Taught(windows, direction(spec, history), split.train().days(spec.stride()));
    }

    static Direction direction(ClassifySpec spec, PriceHistory history) {
        return new Direction(history.close(), spec.horizon(), spec.classes(), spec.deadBand());
    }

    /** Empty where the series lacks a column that the chosen one has. */
    private static Optional<Taught> alike(Taught chosen, ClassifySpec spec, PriceHistory other, DateSplit cut)
            throws NoticeException {
        boolean suits = spec.seesImages()
                ? other.hasBars() || !spec.encoding().equals(WindowImages.BARS)
                : FeatureGroups.offered(other, spec.groups()).equals(chosen.features());
        return suits ? Optional.of(taught(spec, other, cut)) : Optional.empty();
    }

    /**
     * @throws NoticeException {@code run.error.oneClass} (windows) where all training windows end the same way, {@code
     *     run.error.missingDirection} (windows) where one of three directions does not occur
     */
    private static double[] shares(ClassifySpec spec, List<Taught> all) throws NoticeException {
        double[] counts = new double[spec.classes()];
        int windows = 0;
        for (Taught taught : all) {
            for (int origin : taught.origins()) {
                counts[taught.direction().of(origin)]++;
                windows++;
            }
        }
        if (Arrays.stream(counts).anyMatch(count -> count == 0)) {
            throw new NoticeException(
                    Notice.of(counts.length == 2 ? "run.error.oneClass" : "run.error.missingDirection", windows));
        }
        for (int c = 0; c < counts.length; c++) {
            counts[c] /= windows;
        }
        return counts;
    }

    int[] chosenOn() {
        return split.validation().days(spec.stride());
    }

    /** By symbol; empty where one series alone is learnt. */
    Map<String, SeriesScale> scales() {
        Map<String, SeriesScale> scales = new LinkedHashMap<>();
        if (peers.learnt().size() > 1) {
            peers.learnt().forEach((symbol, taught) -> scales.put(symbol, taught.scale()));
        }
        return scales;
    }

    @Override
    public Digest fitted() {
        Digest digest = new Digest();
        peers.learnt().values().forEach(taught -> digest.add(taught.scale()));
        return digest.add(shares).add(prior);
    }

    @Override
    public List<Samples.Part> parts(Learnt.Stage stage) {
        return switch (stage) {
            case TRAINING ->
                peers.learnt().values().stream()
                        .map(taught -> taught.part(taught.origins()))
                        .toList();
            case CHOICE -> List.of(chosen.part(chosenOn()));
            case CALIBRATION -> List.of();
        };
    }
}
