package io.riskloom.engine.challenger;

/**
 * The forecast that every price model has to beat: the price stays as it is, a cumulative log return of 0 at each step.
 *
 * @param days  length of the series
 * @param steps how many days ahead are asked for
 */
record LastValue(int days, int steps) implements PlainForecast {

    @Override
    public String name() {
        return "lastValue";
    }

    @Override
    public double[] forecast(int origin) {
        Origins.check(origin, 0, days);
        return new double[steps];
    }
}
