package io.riskloom.engine.challenger;

/** The volatility stays as it is: the log volatility of the {@code days} days up to the origin. */
final class LastVolatility implements PlainForecast {

    private final SquaredReturns squares;
    private final int days;

    LastVolatility(double[] close, int days) {
        this.squares = new SquaredReturns(close);
        this.days = days;
    }

    @Override
    public String name() {
        return "lastValue";
    }

    @Override
    public double[] forecast(int origin) {
        Origins.check(origin, 0, squares.size());
        return new double[] {squares.logVolatility(origin, days)};
    }
}
