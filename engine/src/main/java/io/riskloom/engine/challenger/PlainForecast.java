package io.riskloom.engine.challenger;

/**
 * A plain model, fitted once on days that were known, that forecasts from any day. A forecast uses closes up to its origin
 * only, and numbers are in the unit that networks learn: cumulative log returns at the asked days ahead, or one log
 * volatility, ½ ln of a mean squared daily log return.
 */
public interface PlainForecast {

    /** Key of the model's name, such as {@code lastValue}; not for display. */
    String name();

    /**
     * The forecast from the close of a day, one number a step.
     *
     * @param origin index of the day
     * @throws IllegalArgumentException for a day that is not in the series, or too early for the model's lags
     */
    double[] forecast(int origin);
}
