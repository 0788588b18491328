package io.riskloom.engine.challenger;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.stats.Quantiles;

/**
 * Log volatility of the {@code days} days that end {@code horizon} days ahead, by a model of those n = min(days, horizon) of
 * them that are not known at the origin: ½ ln((Σ r² of the known days + n e^(2(a + c))) / days) with the model's answer a, and
 * floored as the label is. c is the median of what came less what was answered, ½ ln(mean r² of the n days) − a, over the
 * origins that a fit may see.
 *
 * <p>Forecasts are scored by the absolute error of the logarithm, whose least is at the median. A model of the mean square
 * answers more than that and one of the mean logarithm something else; at one level for all, scores compare the models and
 * not what they mean. What is known only adds to the squares, so the median of the whole is made of the median of the rest.
 */
final class Levelled implements PlainForecast {

    private final PlainForecast model;
    private final SquaredReturns squares;
    private final double level;
    private final int days;
    private final int ahead;

    private Levelled(PlainForecast model, SquaredReturns squares, double level, int days, int ahead) {
        this.model = model;
        this.squares = squares;
        this.level = level;
        this.days = days;
        this.ahead = ahead;
    }

    /**
     * @param model of the min(days, horizon) days that end {@code horizon} days ahead
     * @throws NoticeException as {@link Origins#known}
     */
    static Levelled of(PlainForecast model, double[] close, int firstTrain, int knownUpTo, int days, int horizon)
            throws NoticeException {
        Span origins = Origins.known(firstTrain, knownUpTo, horizon);
        SquaredReturns squares = new SquaredReturns(close);
        int ahead = Math.min(days, horizon);
        double[] over = new double[origins.size()];
        for (int i = 0; i < over.length; i++) {
            int origin = origins.first() + i;
            over[i] = squares.logVolatility(origin + horizon, ahead) - model.forecast(origin)[0];
        }
        return new Levelled(model, squares, Quantiles.of(over, 0.5), days, ahead);
    }

    /** c. */
    double level() {
        return level;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public double[] forecast(int origin) {
        Origins.check(origin, 0, squares.size());
        double expected = Math.exp(2 * (model.forecast(origin)[0] + level));
        int known = Math.min(days - ahead, origin);
        return new double[] {SquaredReturns.log((squares.sum(origin, known) + ahead * expected) / (known + ahead))};
    }
}
