package io.riskloom.engine.challenger;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.Span;

/**
 * Heterogeneous autoregression (Corsi 2009) of the log volatility of days ahead on those of the last day, 5 days and 20 days,
 * by least squares: y = b₀ + b₁ l₁ + b₂ l₅ + b₃ l₂₀, each floored as its label is, so that a day without a move has a
 * logarithm.
 */
final class Har implements PlainForecast {
    static final String NAME = "har";

    private static final int[] SPANS = {1, 5, Origins.LONGEST};

    private final SquaredReturns squares;
    private final LeastSquares fitted;

    private Har(SquaredReturns squares, LeastSquares fitted) {
        this.squares = squares;
        this.fitted = fitted;
    }

    /**
     * Of the {@code days} days that end {@code horizon} days ahead, none of them known at the origin, fitted on every origin
     * whose inputs and label lie within the days that the fit may see.
     *
     * @throws NoticeException as {@link Origins#known}
     */
    static Har fit(double[] close, int firstTrain, int knownUpTo, int days, int horizon) throws NoticeException {
        Span origins = Origins.known(firstTrain, knownUpTo, horizon);
        SquaredReturns squares = new SquaredReturns(close);
        double[][] columns = new double[SPANS.length][origins.size()];
        double[] labels = new double[origins.size()];
        for (int i = 0; i < labels.length; i++) {
            int origin = origins.first() + i;
            for (int j = 0; j < SPANS.length; j++) {
                columns[j][i] = squares.logVolatility(origin, SPANS[j]);
            }
            labels[i] = squares.logVolatility(origin + horizon, days);
        }
        return new Har(squares, LeastSquares.fit(columns, labels));
    }

    /** b₀ … b₃. */
    double[] coefficients() {
        double[] slopes = fitted.slopes();
        return new double[] {fitted.constant(), slopes[0], slopes[1], slopes[2]};
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double[] forecast(int origin) {
        Origins.check(origin, 0, squares.size());
        double sum = fitted.constant();
        for (int j = 0; j < SPANS.length; j++) {
            sum += fitted.slopes()[j] * squares.logVolatility(origin, SPANS[j]);
        }
        return new double[] {sum};
    }
}
