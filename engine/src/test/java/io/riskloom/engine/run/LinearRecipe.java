package io.riskloom.engine.run;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.HeldOut;
import io.riskloom.engine.feature.Scaler;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Forecaster;
import io.riskloom.engine.model.Learnt;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.Splits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A forecaster of the next close by one regression on the mean standardised return of the window, sound or with one of the
 * usual flaws. All but what it was given is kept in memory.
 */
final class LinearRecipe implements Recipe<ForecastSpec> {

    enum Flaw {
        NONE,
        /** The scaler has seen all days of the file. */
        SCALER_OF_ALL_DAYS,
        /** The scaler has seen the validation days. */
        SCALER_OF_VALIDATION,
        /** The regression is fitted on the test labels too. */
        SLOPE_OF_TEST,
        /** The band is that of the test errors. */
        BAND_OF_TEST,
        /** The band shown is narrower than the model's. */
        OTHER_BAND_SHOWN,
        /** Features are divided by the number of days in the file. */
        FEATURE_BY_SIZE,
        /** A day's feature is the return of the day after. */
        FEATURE_A_DAY_AHEAD,
        /** Windows are divided by the deviation of the whole series before they are scaled. */
        WINDOW_BY_WHOLE_SERIES,
        /** No forecast comes out the same twice. */
        NOISE_IN_FORECASTS,
        /** Each forecast comes out in one of two ways. */
        TWO_ROUNDINGS
    }

    private final Flaw flaw;
    private final Random random = new Random(1);
    private Scaler scaler;
    private double slope;
    private double band;

    LinearRecipe(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public Class<ForecastSpec> specType() {
        return ForecastSpec.class;
    }

    @Override
    public Optional<Learnt.Given> learnt(ForecastSpec spec, Imported data, Learnt.Stage stage, Runnable check)
            throws NoticeException {
        check.run();
        PriceHistory history = history(data);
        DateSplit split = Splits.days(spec, history.size());
        double[] days = returns(history);
        Scaler fitted = scaler(days, split);
        Span origins =
                switch (stage) {
                    case TRAINING -> split.train();
                    case CHOICE -> HeldOut.of(split).choice();
                    case CALIBRATION -> HeldOut.of(split).calibration();
                };
        return Optional.of(given(history, days, fitted, origins, spec.window()));
    }

    private static Learnt.Given given(PriceHistory history, double[] days, Scaler fitted, Span origins, int window) {
        ByteBuffer numbers = ByteBuffer.allocate(8 * (2 + 2 * origins.size()));
        numbers.putDouble(fitted.mean()[0]).putDouble(fitted.scale()[0]);
        for (int origin : origins.days()) {
            numbers.putDouble(input(days, fitted, origin, window)).putDouble(label(history, origin));
        }
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(numbers.array());
            return new Learnt.Given(origins.size(), HexFormat.of().formatHex(sha));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Outcome train(ForecastSpec spec, Imported data, Path folder, RunMonitor monitor)
            throws NoticeException, IOException {
        PriceHistory history = history(data);
        DateSplit split = Splits.days(spec, history.size());
        HeldOut held = HeldOut.of(split);
        double[] days = returns(history);
        scaler = scaler(days, split);
        Span fitted = flaw == Flaw.SLOPE_OF_TEST
                ? new Span(split.train().first(), split.test().last())
                : split.train();
        Span calibration = flaw == Flaw.BAND_OF_TEST ? split.test() : held.calibration();
        double xy = 0;
        double xx = 0;
        for (int origin : fitted.days()) {
            double x = input(days, scaler, origin, spec.window());
            xy += x * label(history, origin);
            xx += x * x;
        }
        slope = xy / xx;
        band = Arrays.stream(calibration.days())
                .mapToDouble(o -> Math.abs(label(history, o) - slope * input(days, scaler, o, spec.window())))
                .max()
                .orElseThrow();
        new Learnt(
                        given(history, days, scaler, fitted, spec.window()),
                        given(history, days, scaler, held.choice(), spec.window()),
                        given(history, days, scaler, calibration, spec.window()))
                .write(folder);
        double own = band;
        band *= flaw == Flaw.OTHER_BAND_SHOWN ? 0.99 : 1;
        Forecast test = forecast(
                history, spec.window(), split.test().first(), split.test().last() + 1);
        band = own;
        LocalDate start = test.origins().getFirst();
        return new Outcome.Finished(new Evaluation(
                Map.of("mae", 1.0),
                Map.of(),
                List.of(),
                Notice.of("verdict.forecast.noBetter"),
                0,
                List.of(),
                new Details.OfForecast(test, test, start, null, null, null, Double.NaN)));
    }

    @Override
    public Forecaster load(ForecastSpec spec, Path folder) {
        return new Forecaster() {
            @Override
            public Forecast forecast(PriceHistory history, int from, int to) {
                return LinearRecipe.this.forecast(history, spec.window(), from, to);
            }

            @Override
            public int window() {
                return spec.window();
            }

            @Override
            public void close() {}
        };
    }

    private Forecast forecast(PriceHistory history, int window, int from, int to) {
        double[] days = returns(history);
        double[] close = history.close();
        List<LocalDate> origins = new ArrayList<>();
        double[] last = new double[to - from];
        double[][][] m = new double[6][to - from][1];
        for (int i = 0; i < last.length; i++) {
            int origin = from + i;
            origins.add(history.dates().get(origin));
            last[i] = close[origin];
            double r = slope * input(days, scaler, origin, window) + noise();
            m[0][i][0] = last[i] * Math.exp(r);
            m[1][i][0] = origin + 1 < close.length ? close[origin + 1] : Double.NaN;
            m[2][i][0] = last[i] * Math.exp(r - band / 2);
            m[3][i][0] = last[i] * Math.exp(r + band / 2);
            m[4][i][0] = last[i] * Math.exp(r - band);
            m[5][i][0] = last[i] * Math.exp(r + band);
        }
        return Forecast.ofCloses(origins, last, m[0], m[1], m[2], m[3], m[4], m[5]);
    }

    private double noise() {
        return switch (flaw) {
            case NOISE_IN_FORECASTS -> 1e-9 * random.nextGaussian();
            case TWO_ROUNDINGS -> random.nextBoolean() ? 1e-9 : 0;
            default -> 0;
        };
    }

    private static PriceHistory history(Imported data) {
        return ((Imported.Prices) data).series().getFirst();
    }

    private static double label(PriceHistory history, int origin) {
        return Math.log(history.close()[origin + 1] / history.close()[origin]);
    }

    private double[] returns(PriceHistory history) {
        double[] close = history.close();
        double[] days = new double[close.length];
        int ahead = flaw == Flaw.FEATURE_A_DAY_AHEAD ? 1 : 0;
        for (int t = 1 - ahead; t < close.length - ahead; t++) {
            days[t] = Math.log(close[t + ahead] / close[t + ahead - 1]);
        }
        if (flaw == Flaw.WINDOW_BY_WHOLE_SERIES) {
            double squares = Arrays.stream(days).map(r -> r * r).sum();
            double deviation = Math.sqrt(squares / days.length);
            return Arrays.stream(days).map(r -> r / deviation).toArray();
        }
        if (flaw == Flaw.FEATURE_BY_SIZE) {
            return Arrays.stream(days).map(r -> r / days.length).toArray();
        }
        return days;
    }

    private Scaler scaler(double[] days, DateSplit split) {
        Span fitted =
                switch (flaw) {
                    case SCALER_OF_ALL_DAYS -> new Span(1, days.length - 1);
                    case SCALER_OF_VALIDATION -> new Span(1, split.validation().last());
                    default -> split.trainingDays();
                };
        return Scaler.fit(Arrays.stream(fitted.days())
                .mapToObj(t -> new double[] {days[t]})
                .toArray(double[][]::new));
    }

    private static double input(double[] days, Scaler scaler, int origin, int window) {
        double mean =
                Arrays.stream(days, origin - window + 1, origin + 1).average().orElseThrow();
        return scaler.apply(new double[] {mean})[0];
    }
}
