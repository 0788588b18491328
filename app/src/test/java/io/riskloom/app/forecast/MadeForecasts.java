package io.riskloom.app.forecast;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.BarsPerYear;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.Target;
import io.riskloom.engine.model.Audit;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Splits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Runs on long series whose forecasts are drawn by lot around the last value, for tests and pictures of the forecast page. */
public final class MadeForecasts {

    private static final double[] LEVELS = {.5, .6, .7, .8, .9, .95};

    private MadeForecasts() {}

    /** Prices of so many weekdays from 2015 on, a random walk. */
    public static Path prices(Path folder, int days) throws Exception {
        Random random = new Random(11);
        StringBuilder csv = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
        double close = 100;
        LocalDate day = LocalDate.of(2015, 1, 1);
        for (int i = 0; i < days; i++) {
            do {
                day = day.plusDays(1);
            } while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
            double open = close;
            close *= Math.exp(0.01 * random.nextGaussian());
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,%.2f,%.2f,%.2f,%.2f,%d%n",
                    day,
                    open,
                    Math.max(open, close) * 1.004,
                    Math.min(open, close) * 0.996,
                    close,
                    100_000 + i));
        }
        return Files.writeString(folder.resolve("walk.csv"), csv);
    }

    /** Days of a specification's file. */
    public static int days(RunSpec spec) throws Exception {
        return ((Imported.Prices) CsvReader.read(Path.of(spec.data())))
                .seriesNamed(spec.series())
                .size();
    }

    /** @param trainedOn days of the file that the run knew */
    public static Run run(String id, int minute, RunSpec spec, int trainedOn) throws Exception {
        Imported read = CsvReader.read(Path.of(spec.data()));
        PriceHistory prices = ((Imported.Prices) read).seriesNamed(spec.series());
        DateSplit split = Splits.days(spec, trainedOn);
        boolean same = trainedOn == prices.size();
        Evaluation evaluation =
                switch (spec) {
                    case ForecastSpec s -> forecast(s, prices, split, trainedOn);
                    case ClassifySpec s -> direction(s, prices, split);
                    default -> throw new IllegalArgumentException(spec.task());
                };
        return ResultFixtures.run(id, minute, spec, same ? read.source().sha256() : "of the shorter file", evaluation);
    }

    private static Evaluation forecast(ForecastSpec spec, PriceHistory prices, DateSplit split, int trainedOn) {
        boolean volatility = spec.target().equals("volatility");
        int[] steps = spec.target().equals("path")
                ? IntStream.rangeClosed(1, spec.horizon()).toArray()
                : new int[] {spec.horizon()};
        Target target = volatility
                ? Target.ofVolatility(prices, spec.volatilityDays(), spec.horizon(), BarsPerYear.of(prices.dates()))
                : Target.ofCloses(prices, steps, 20);
        Forecast test = drawn(target, prices, split.test().days(), trainedOn, spec.seed());
        Forecast ahead = drawn(target, prices, new int[] {trainedOn - 1}, trainedOn, spec.seed() + 1);
        List<Details.Level> levels = new ArrayList<>();
        for (double nominal : LEVELS) {
            double held = nominal - 0.05;
            levels.add(new Details.Level(nominal, held, held - 0.03, held + 0.03, 20 * nominal * nominal));
        }
        double[] loss = new double[test.size()];
        List<Details.Rival> rivals = List.of(new Details.Rival("lastValue", loss));
        LocalDate perturbed = prices.dates().get(split.test().first() + 1);
        return new Evaluation(
                        metrics(volatility),
                        Map.of(
                                Metric.REL_MAE, new Interval(0.98, 1.04),
                                Metric.DIRECTIONAL_ACCURACY, new Interval(0.464, 0.562),
                                Metric.COVERAGE_90, new Interval(0.84, 0.893)),
                        List.of(
                                plain("lastValue", 1),
                                plain("drift", 0.993),
                                plain("ar", 1.004),
                                plain("garch", 1.021)),
                        Notice.of("common.error.busy", "made"),
                        0,
                        List.of(),
                        new Details.OfForecast(
                                test,
                                ahead,
                                prices.dates().get(split.test().first()),
                                loss,
                                rivals,
                                levels,
                                volatility ? Double.NaN : 10))
                .audited(List.of(
                        new Audit(Audit.TRAINING, 1204, 0, perturbed), new Audit(Audit.FORECASTS, 402, 0, perturbed)));
    }

    private static Map<String, Double> metrics(boolean volatility) {
        return volatility
                ? Map.of(
                        Metric.REL_MAE, 0.997,
                        Metric.LOG_MAE, 0.262,
                        Metric.QLIKE, 0.191,
                        Metric.COVERAGE_90, 0.867,
                        Metric.DIRECTIONAL_ACCURACY, 0.554)
                : Map.of(
                        Metric.REL_MAE, 0.998,
                        Metric.MAE, 31.25,
                        Metric.COVERAGE_90, 0.867,
                        Metric.WIDTH_90, 12.3,
                        Metric.DIRECTIONAL_ACCURACY, 0.513,
                        Metric.BEST_LAG, 1.0,
                        Metric.SHARPE_NET, 0.11);
    }

    private static ChallengerScore plain(String name, double relMae) {
        return new ChallengerScore(name, Map.of(Metric.REL_MAE, relMae, Metric.MAE, 30 * relMae));
    }

    private static Forecast drawn(Target target, PriceHistory prices, int[] origins, int trainedOn, long seed) {
        Random random = new Random(seed);
        int[] steps = target.steps();
        double[][][] tables = new double[6][origins.length][steps.length];
        double[] last = new double[origins.length];
        List<LocalDate> dates = new ArrayList<>();
        double[] wide = {0, 0, -0.67, 0.67, -1.64, 1.64};
        for (int o = 0; o < origins.length; o++) {
            int day = origins[o];
            dates.add(prices.dates().get(day));
            last[o] = target.known(day);
            double[] known = target.lastValue(day);
            double[] came = target.label(day);
            double shift = random.nextGaussian();
            for (int s = 0; s < steps.length; s++) {
                double unit =
                        (target.quantity().equals("close") ? target.scale(day) * 0.9 : 0.12) * Math.sqrt(steps[s]);
                double middle = known[s] + 0.2 * shift * unit;
                for (int t = 0; t < wide.length; t++) {
                    tables[t][o][s] = target.shown(day, middle + wide[t] * unit);
                }
                tables[1][o][s] = day + steps[s] < trainedOn && Double.isFinite(came[s])
                        ? target.shown(day, came[s])
                        : Double.NaN;
            }
        }
        return new Forecast(
                target.quantity(),
                steps,
                dates,
                last,
                tables[0],
                tables[1],
                tables[2],
                tables[3],
                tables[4],
                tables[5]);
    }

    private static Evaluation direction(ClassifySpec spec, PriceHistory prices, DateSplit split) {
        Random random = new Random(spec.seed());
        double[] close = prices.close();
        int[] origins = split.test().days();
        int n = origins.length;
        double[][] probability = new double[n][spec.classes()];
        int[] outcome = new int[n];
        double[] move = new double[n];
        double[] up = new double[n];
        boolean[] rose = new boolean[n];
        List<LocalDate> dates = new ArrayList<>();
        double level = 0;
        for (int i = 0; i < n; i++) {
            dates.add(prices.dates().get(origins[i]));
            move[i] = Math.log(close[origins[i] + spec.horizon()] / close[origins[i]]);
            rose[i] = move[i] > 0;
            level = 0.95 * level + 0.06 * random.nextGaussian();
            double share = 1 / (1 + Math.exp(-level - (rose[i] ? 0.08 : -0.08)));
            boolean three = spec.classes() == 3;
            probability[i] =
                    three ? new double[] {0.7 * (1 - share), 0.3, 0.7 * share} : new double[] {1 - share, share};
            outcome[i] = three ? (Math.abs(move[i]) < 0.01 ? 1 : rose[i] ? 2 : 0) : rose[i] ? 1 : 0;
            up[i] = probability[i][spec.classes() - 1];
        }
        double[] prior = new double[spec.classes()];
        Arrays.fill(prior, 1.0 / prior.length);
        return new Evaluation(
                Map.of(
                        Metric.AUC, 0.531,
                        Metric.ACCURACY, 0.518,
                        Metric.LOG_LOSS, 0.692,
                        Metric.SHARPE_NET, 0.21),
                Map.of(Metric.AUC, new Interval(0.49, 0.57), Metric.ACCURACY, new Interval(0.47, 0.57)),
                List.of(new ChallengerScore("majority", Map.of(Metric.ACCURACY, 0.54, Metric.LOG_LOSS, 0.69))),
                Notice.of("common.error.busy", "made"),
                0,
                List.of(),
                new Details.OfClassify(dates, up, rose, probability, outcome, move, prior));
    }
}
