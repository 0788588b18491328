package io.riskloom.app.train;

import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.RunSpec;
import java.util.List;
import java.util.Optional;

/**
 * The settings that decide what a network sees, those of the cut included where its inputs are scaled by training days.
 *
 * @param cut settings of the cut, empty for pictures
 */
record SightSettings(
        boolean pictures, int window, int imageSize, String encoding, List<String> groups, List<Object> cut) {

    /** Empty where the network sees no window of prices. */
    static Optional<SightSettings> of(RunSpec spec) {
        return switch (spec) {
            case ForecastSpec s ->
                Optional.of(
                        s.seesImages()
                                ? picture(s.window(), s.imageSize(), s.encoding())
                                : days(
                                        s.window(),
                                        s.groups(),
                                        cut(s, s.horizon(), s.validationShare(), s.testShare(), s.embargo())));
            case ClassifySpec s ->
                Optional.of(
                        s.seesImages()
                                ? picture(s.window(), s.imageSize(), s.encoding())
                                : days(
                                        s.window(),
                                        s.groups(),
                                        cut(s, s.horizon(), s.validationShare(), s.testShare(), s.embargo())));
            case AnomalySpec s -> Optional.empty();
            case CreditSpec s -> Optional.empty();
            case GenerateSpec s -> Optional.empty();
        };
    }

    private static SightSettings picture(int window, int size, String encoding) {
        return new SightSettings(true, window, size, encoding, List.of(), List.of());
    }

    private static SightSettings days(int window, List<String> groups, List<Object> cut) {
        return new SightSettings(false, window, 0, "", groups, cut);
    }

    private static List<Object> cut(RunSpec spec, int horizon, double validationShare, double testShare, int embargo) {
        return List.of(
                spec.task(), horizon, validationShare, testShare, embargo, spec.scheme(), spec.folds(), spec.fold());
    }

    /** The first day that a window can end at. Day 0 has no return. */
    int firstDay() {
        return pictures ? window - 1 : window;
    }
}
