package io.riskloom.engine.judge;

import io.riskloom.engine.feature.Span;

/**
 * Bands around forecasts, set by errors on calibration origins that chose neither weights nor epoch. Around an origin they use
 * no outcome that was not known there, but for the calibration origins' own. They hold in the long run, not day by day: the
 * coverage on the test span is measured, not promised.
 */
public sealed interface Bands permits SplitBands, AdaptiveBands, DropoutBands {

    /**
     * @param kind        {@code adaptive}, {@code split} or {@code dropout}
     * @param calibration origins, all of whose labels are known
     */
    static Bands fit(String kind, Outlook outlook, Span calibration) {
        return switch (kind) {
            case "adaptive" -> new AdaptiveBands(Calibration.fit(outlook, calibration));
            case "split" -> new SplitBands(Calibration.fit(outlook, calibration));
            case "dropout" -> DropoutBands.fit(outlook, calibration);
            default -> throw new IllegalArgumentException("no bands " + kind);
        };
    }

    /** Whether {@link #fan} takes any level, or .5 and .9 only. */
    boolean anyLevel();

    /**
     * Forecasts with a band for each level.
     *
     * @param origins days of the series, ascending, the first not before the outlook's
     * @param levels  shares that the bands aim to hold, in (0, 1)
     */
    Fan fan(Outlook outlook, int[] origins, double... levels);

    /** Forecasts with bands of 50 and 90 %, the wider of which holds the narrower. */
    default Banded around(Outlook outlook, int[] origins) {
        return fan(outlook, origins, 0.5, 0.9).banded();
    }
}
