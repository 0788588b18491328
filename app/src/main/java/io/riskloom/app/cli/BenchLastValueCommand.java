package io.riskloom.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.stats.LongHorizon;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code riskloom bench last-value}: what repeating the last value reaches by the long-horizon benchmark's definition. */
@Command(
        name = "last-value",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the forecast that repeats the last value on a file of several series, as the long-horizon benchmark of "
                    + "exchange rates defines it: rows cut 70/10/20 in order, each series standardised by the first 70%%, every "
                    + "window of the last 20%% forecast, errors in standardised units over all windows, steps and series. Days "
                    + "that not all series have are left out.",
            "JSON: file, series, rows, input and cases of horizon, windows, mse, mae."
        })
final class BenchLastValueCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Option(
            names = "--data",
            paramLabel = "CSV",
            required = true,
            description = "Prices or rates of one or more series.")
    private Path data;

    @Option(names = "--input", paramLabel = "ROWS", defaultValue = "96", description = "Rows that a forecast sees.")
    private int input;

    @Option(
            names = "--horizon",
            paramLabel = "ROWS",
            split = ",",
            defaultValue = "96,192,336,720",
            description =
                    "Rows ahead, one or more; default: ${DEFAULT-VALUE}. What the file is too short for is left out.")
    private List<Integer> horizons;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private ReadingOption readings;

    @Override
    public Integer call() throws Exception {
        Path file = Common.file(data);
        Imported read = DataFile.read(file, readings.reading(common.usage()));
        if (!(read instanceof Imported.Prices prices)) {
            throw new NoticeException(Notice.of("run.error.needsPrices", file.getFileName()));
        }
        double[][] columns = columns(prices.series());
        Map<Integer, LongHorizon> results = new LinkedHashMap<>();
        List<Integer> skipped = new ArrayList<>();
        for (int horizon : horizons) {
            result(columns, horizon).ifPresentOrElse(r -> results.put(horizon, r), () -> skipped.add(horizon));
        }
        if (results.isEmpty()) {
            throw new NoticeException(
                    Notice.of("cli.bench.fewRows", columns[0].length, input, Collections.min(horizons)));
        }
        if (!skipped.isEmpty()) {
            String named = skipped.stream().map(String::valueOf).collect(Collectors.joining(", "));
            System.err.println(common.texts.get("cli.bench.skipped", named, columns[0].length, input));
        }
        if (json) {
            Common.print(json(file, columns, results));
        } else {
            print(columns, results);
        }
        return 0;
    }

    /** Closes of the days that all series have, series × days. */
    private static double[][] columns(List<PriceHistory> series) {
        Set<LocalDate> common = new HashSet<>(series.getFirst().dates());
        series.forEach(one -> common.retainAll(new HashSet<>(one.dates())));
        return series.stream()
                .map(one -> {
                    double[] close = one.close();
                    return IntStream.range(0, close.length)
                            .filter(t -> common.contains(one.dates().get(t)))
                            .mapToDouble(t -> close[t])
                            .toArray();
                })
                .toArray(double[][]::new);
    }

    /** Empty where the rows are too few. */
    private Optional<LongHorizon> result(double[][] columns, int horizon) {
        try {
            return Optional.of(LongHorizon.of(columns, input, horizon, LongHorizon.REPEAT_LAST));
        } catch (IllegalArgumentException tooFew) {
            return Optional.empty();
        }
    }

    private JsonObject json(Path file, double[][] columns, Map<Integer, LongHorizon> results) {
        JsonObject json = new JsonObject();
        json.addProperty("file", file.toString());
        json.addProperty("series", columns.length);
        json.addProperty("rows", columns[0].length);
        json.addProperty("input", input);
        JsonArray cases = new JsonArray();
        results.forEach((horizon, result) -> {
            JsonObject one = new JsonObject();
            one.addProperty("horizon", horizon);
            one.addProperty("windows", result.windows());
            one.add("mse", RunJson.number(result.mse()));
            one.add("mae", RunJson.number(result.mae()));
            cases.add(one);
        });
        json.add("cases", cases);
        return json;
    }

    private void print(double[][] columns, Map<Integer, LongHorizon> results) {
        System.out.println(common.texts.get("cli.bench.lastValue", columns.length, columns[0].length, input));
        TextTable table = new TextTable(">>>>");
        List<String> head = new ArrayList<>();
        for (String name : List.of("horizon", "windows", "mse", "mae")) {
            head.add(common.texts.get("cli.bench." + name));
        }
        table.row(head.toArray(String[]::new));
        results.forEach((horizon, result) -> table.row(
                horizon.toString(),
                Integer.toString(result.windows()),
                Formats.number(result.mse(), 4),
                Formats.number(result.mae(), 4)));
        table.lines().forEach(System.out::println);
    }
}
