package io.riskloom.engine.challenger;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.util.Arrays;

/** A random walk with drift: s times the mean daily log return of the days it was fitted on. */
final class Drift implements PlainForecast {
    static final String NAME = "drift";

    private final double daily;
    private final int days;
    private final int[] steps;

    private Drift(double daily, int days, int[] steps) {
        this.daily = daily;
        this.days = days;
        this.steps = steps.clone();
    }

    /**
     * Mean ln(C(knownUpTo)/C(firstTrain)) / (knownUpTo − firstTrain).
     *
     * @throws NoticeException {@code challenger.error.tooShort} (rows, needed) for a single day
     */
    static Drift fit(double[] close, int firstTrain, int knownUpTo, int[] steps) throws NoticeException {
        if (knownUpTo == firstTrain) {
            throw new NoticeException(Notice.of("challenger.error.tooShort", 1, 2));
        }
        double daily = Math.log(close[knownUpTo] / close[firstTrain]) / (knownUpTo - firstTrain);
        return new Drift(daily, close.length, steps);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double[] forecast(int origin) {
        Origins.check(origin, 0, days);
        return Arrays.stream(steps).mapToDouble(s -> s * daily).toArray();
    }
}
