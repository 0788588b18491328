package io.riskloom.engine.feature;

/**
 * What a network sees of the window of days that ends at an origin; computed from days up to the origin only, but for
 * scalers, which are fitted on training days.
 */
public sealed interface WindowInputs permits ForecastWindows, WindowImages {

    /** Of one input without the batch: days × features, or channels × rows × columns. */
    int[] shape();

    /** Days of the window. */
    int window();

    /** The first origin with a full window. */
    int firstOrigin();

    /** The last day of the series. */
    int lastOrigin();

    /**
     * One input in row-major order.
     *
     * @throws IndexOutOfBoundsException for an origin outside {@link #firstOrigin}…{@link #lastOrigin}
     */
    float[] of(int origin);

    /** Numbers of one input. */
    default int size() {
        int size = 1;
        for (int side : shape()) {
            size *= side;
        }
        return size;
    }
}
