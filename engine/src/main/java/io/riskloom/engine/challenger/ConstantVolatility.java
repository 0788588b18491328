package io.riskloom.engine.challenger;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.stats.Quantiles;
import java.util.stream.IntStream;

/** One log volatility for every day: the median label of the origins it was fitted on. */
final class ConstantVolatility implements PlainForecast {
    static final String NAME = "constantVolatility";

    private final double level;
    private final int size;

    private ConstantVolatility(double level, int size) {
        this.level = level;
        this.size = size;
    }

    /**
     * @throws NoticeException {@code challenger.error.tooShort} (rows, needed) where no label lies within the days that the
     *     fit may see
     */
    static ConstantVolatility fit(double[] close, int firstTrain, int knownUpTo, int days, int horizon)
            throws NoticeException {
        int first = firstTrain + Math.max(0, days - horizon);
        int last = knownUpTo - horizon;
        if (last < first) {
            throw new NoticeException(
                    Notice.of("challenger.error.tooShort", knownUpTo - firstTrain + 1, Math.max(days, horizon) + 1));
        }
        SquaredReturns squares = new SquaredReturns(close);
        double[] labels = IntStream.rangeClosed(first, last)
                .mapToDouble(origin -> squares.logVolatility(origin + horizon, days))
                .toArray();
        return new ConstantVolatility(Quantiles.of(labels, 0.5), close.length);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double[] forecast(int origin) {
        Origins.check(origin, 0, size);
        return new double[] {level};
    }
}
