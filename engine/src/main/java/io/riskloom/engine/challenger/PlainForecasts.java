package io.riskloom.engine.challenger;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.util.ArrayList;
import java.util.List;

/**
 * All plain models of a target, fitted on the same days, labels included. What cannot be fitted on so few days or on closes
 * that do not move is left out and says why; the last value always stands.
 */
public record PlainForecasts(List<PlainForecast> fitted, List<LeftOut> leftOut) {

    /** A model that could not be fitted. */
    public record LeftOut(String name, Notice reason) {}

    @FunctionalInterface
    private interface Fit {
        PlainForecast get() throws NoticeException;
    }

    public PlainForecasts {
        fitted = List.copyOf(fitted);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * {@code lastValue}, {@code drift} and {@code ar}.
     *
     * @param close      the whole series, finite and positive
     * @param firstTrain first day that a fit may see
     * @param knownUpTo  last day that a fit may see
     * @param steps      days ahead, ascending, at least 1
     */
    public static PlainForecasts ofCloses(double[] close, int firstTrain, int knownUpTo, int[] steps) {
        check(close, firstTrain, knownUpTo);
        PlainForecasts all = new PlainForecasts(List.of(new LastValue(close.length, steps.length)), List.of());
        return all.and(Drift.NAME, () -> Drift.fit(close, firstTrain, knownUpTo, steps))
                .and(Autoregression.NAME, () -> Autoregression.fit(close, firstTrain, knownUpTo, steps));
    }

    /**
     * {@code lastValue}, {@code constantVolatility}, {@code ewma}, {@code har} and {@code garch}, for the log volatility
     * of the {@code days} days that end {@code horizon} days ahead. The last three are of the days ahead and {@link Levelled}
     * with those that are known.
     *
     * @param close      the whole series, finite and positive
     * @param firstTrain first day that a fit may see
     * @param knownUpTo  last day that a fit may see
     */
    public static PlainForecasts ofVolatility(double[] close, int firstTrain, int knownUpTo, int days, int horizon) {
        check(close, firstTrain, knownUpTo);
        int ahead = Math.min(days, horizon);
        PlainForecasts all = new PlainForecasts(List.of(new LastVolatility(close, days)), List.of());
        return all.and(
                        ConstantVolatility.NAME,
                        () -> ConstantVolatility.fit(close, firstTrain, knownUpTo, days, horizon))
                .and(Ewma.NAME, () -> Levelled.of(new Ewma(close), close, firstTrain, knownUpTo, days, horizon))
                .and(Har.NAME, () -> {
                    Har har = Har.fit(close, firstTrain, knownUpTo, ahead, horizon);
                    return Levelled.of(har, close, firstTrain, knownUpTo, days, horizon);
                })
                .and(GarchVolatility.NAME, () -> {
                    GarchVolatility garch = GarchVolatility.fit(close, firstTrain, knownUpTo, ahead, horizon);
                    return Levelled.of(garch, close, firstTrain, knownUpTo, days, horizon);
                });
    }

    private PlainForecasts and(String name, Fit fit) {
        try {
            return new PlainForecasts(with(fitted, fit.get()), leftOut);
        } catch (NoticeException tooLittle) {
            return new PlainForecasts(fitted, with(leftOut, new LeftOut(name, tooLittle.notice())));
        }
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }

    private static void check(double[] close, int firstTrain, int knownUpTo) {
        if (firstTrain < 0 || knownUpTo < firstTrain || knownUpTo >= close.length) {
            throw new IllegalArgumentException(
                    "days " + firstTrain + "…" + knownUpTo + " are not within the " + close.length + " of the series");
        }
    }
}
