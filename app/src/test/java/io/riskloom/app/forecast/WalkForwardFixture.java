package io.riskloom.app.forecast;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.Direction;
import io.riskloom.engine.feature.HeldOut;
import io.riskloom.engine.feature.Target;
import io.riskloom.engine.judge.Bands;
import io.riskloom.engine.judge.ClassifyJudge;
import io.riskloom.engine.judge.ForecastJudge;
import io.riskloom.engine.judge.Outlook;
import io.riskloom.engine.judge.Predictor;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import io.riskloom.engine.model.Study;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Three years of prices and a study of three expanding folds whose "network" knows a little of the next days. */
final class WalkForwardFixture {

    static final int DAYS = 780;
    static final int FOLDS = 3;

    private WalkForwardFixture() {}

    /** Weekdays from 2021-01-04; the year 2022 moves three times as much as the others. */
    static Path prices(Path folder) throws Exception {
        Random random = new Random(11);
        StringBuilder csv = new StringBuilder("Date,Close\n");
        double close = 100;
        LocalDate day = LocalDate.of(2021, 1, 4);
        for (int i = 0; i < DAYS; i++) {
            csv.append(day).append(',').append(close).append('\n');
            close *= Math.exp((day.getYear() == 2022 ? 0.018 : 0.006) * random.nextGaussian());
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        return Files.writeString(folder.resolve("walk.csv"), csv);
    }

    static PriceHistory history(Path file) throws Exception {
        return ((Imported.Prices) CsvReader.read(file)).series().getFirst();
    }

    /** Of all folds together. */
    static ForecastSpec spec(Path file, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "scheme",
                "expanding",
                "folds",
                "" + FOLDS,
                "testShare",
                "0.5",
                "window",
                "20",
                "horizon",
                "1",
                "bands",
                "split"));
        settings.putAll(more);
        return (ForecastSpec) Specs.with(Specs.defaults("forecast", file.toString()), settings);
    }

    static Run run(String id, RunSpec spec, PriceHistory history) throws Exception {
        return ResultFixtures.run(
                id, spec.fold(), spec, history.source().sha256(), evaluation((ForecastSpec) spec, history));
    }

    static Evaluation evaluation(ForecastSpec spec, PriceHistory history) throws Exception {
        DateSplit split = Splits.days(spec, history.size());
        int[] steps = spec.target().equals("return")
                ? new int[] {spec.horizon()}
                : IntStream.rangeClosed(1, spec.horizon()).toArray();
        Target target = spec.target().equals("volatility")
                ? Target.ofVolatility(history, spec.volatilityDays(), spec.horizon(), 252)
                : Target.ofCloses(history, steps, 20);
        Random random = new Random(spec.seed());
        Predictor insight = origins -> {
            double[][] answers = new double[origins.length][];
            for (int i = 0; i < origins.length; i++) {
                double[] label = target.label(origins[i]);
                double[] last = target.lastValue(origins[i]);
                answers[i] = new double[label.length];
                for (int s = 0; s < label.length; s++) {
                    double known = Double.isNaN(label[s]) ? 0 : 0.15 * (label[s] - last[s]);
                    answers[i][s] = last[s] + known + 0.3 * target.scale(origins[i]) * random.nextGaussian();
                }
            }
            return new double[][][] {answers};
        };
        Outlook outlook = new Outlook(insight, target, history.dates(), spec.window());
        HeldOut held = HeldOut.of(split);
        return ForecastJudge.evaluate(
                spec,
                history,
                split,
                held.calibration(),
                outlook,
                Bands.fit("split", outlook, held.calibration()),
                () -> {});
    }

    /** A run of directions five days ahead, of {@code two} or {@code three} classes, on a hold-out. */
    static Run direction(String directions, Path file, PriceHistory history) throws Exception {
        ClassifySpec spec = (ClassifySpec) Specs.with(
                Specs.defaults("classify", file.toString()),
                Map.of("directions", directions, "window", "20", "horizon", "5", "testShare", "0.4"));
        Direction direction = new Direction(history.close(), 5, spec.classes(), spec.deadBand());
        double[] prior = new double[spec.classes()];
        Arrays.fill(prior, 1.0 / prior.length);
        Evaluation evaluation = ClassifyJudge.evaluate(
                spec, history, Splits.days(spec, history.size()), 40, prior, origins -> Arrays.stream(origins)
                        .mapToObj(day -> {
                            double[] p = new double[prior.length];
                            Arrays.fill(p, 0.8 / p.length);
                            p[day % 3 == 0 ? direction.of(day) : day % p.length] += 0.2;
                            return p;
                        })
                        .toArray(double[][]::new));
        return ResultFixtures.run(
                "direction-" + directions, 0, spec, history.source().sha256(), evaluation);
    }

    /** Puts a study of all folds for each seed into the session, the last fold of the first seed chosen. */
    static List<Run> study(Session session, Path file, Map<String, String> settings) throws Exception {
        ForecastSpec spec = spec(file, settings);
        PriceHistory history = history(file);
        List<Run> runs = new ArrayList<>();
        for (int seed = 0; seed < spec.repeats(); seed++) {
            for (int fold = 1; fold <= FOLDS; fold++) {
                RunSpec member =
                        Specs.with(spec, Map.of("fold", "" + fold, "seed", "" + (spec.seed() + seed), "repeats", "1"));
                runs.add(run("w" + seed + "-" + fold, member, history));
            }
        }
        session.studies()
                .all()
                .addFirst(new Study(
                        "walk-0001",
                        spec,
                        history.source().sha256(),
                        Instant.parse("2025-06-01T10:00:00Z"),
                        60,
                        runs.stream().map(Run::id).toList()));
        session.runs().addAll(runs);
        session.choose(runs.get(FOLDS - 1));
        return runs;
    }
}
