package io.riskloom.app.result;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.riskloom.app.text.Csv;
import io.riskloom.engine.data.AtomicFiles;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run as files for other programs: its specification, its figures and its weights. Numbers are plain with a decimal
 * point; one that is not known is an empty cell.
 *
 * @param run         as the project knows it
 * @param modelFolder the run's own folder, which holds its weights where there are any
 */
public record RunExport(Run run, Path modelFolder) {

    public static final String SPEC = "spec.json";
    public static final String METRICS = "metrics.csv";
    public static final String EPOCHS = "epochs.csv";
    public static final String WEIGHTS = "weights.safetensors";

    private static final Gson PRETTY =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /**
     * Writes {@code spec.json}, {@code metrics.csv} (name, value, low, high, model, role), {@code epochs.csv} and, where the
     * run has weights, {@code weights.safetensors}; each whole or not at all, in the place of an earlier export's. Weights
     * of an earlier export are removed where this run has none, so that the files of a folder belong together.
     *
     * @param folder is made where it is missing
     * @return the files written, in this order
     * @throws NoticeException where the folder is none to export to, see {@link ExportFolder#check}; nothing is written then
     * @throws IOException     where the disk refuses
     */
    public List<Path> write(Path folder) throws NoticeException, IOException {
        ExportFolder.check(folder, modelFolder.toAbsolutePath().getParent());
        List<Path> written = new ArrayList<>();
        // first, since it says that what lies beside it is an export
        written.add(text(folder.resolve(SPEC), PRETTY.toJson(Specs.toJson(run.spec())) + "\n"));
        Path source = modelFolder.resolve(WEIGHTS);
        Path target = folder.resolve(WEIGHTS);
        boolean weights = Files.exists(source);
        if (weights) {
            AtomicFiles.write(target, out -> Files.copy(source, out));
        } else {
            Files.deleteIfExists(target);
        }
        written.add(text(folder.resolve(METRICS), metrics()));
        written.add(text(folder.resolve(EPOCHS), epochs()));
        if (weights) {
            written.add(target);
        }
        return written;
    }

    private static Path text(Path file, String content) throws IOException {
        AtomicFiles.write(file, content.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /** One line a metric: first the model's with their 95 % intervals, then each challenger's and what the model has more. */
    String metrics() {
        StringBuilder csv = new StringBuilder("name,value,low,high,model,role\n");
        if (run.outcome() instanceof Outcome.Finished(Evaluation e)) {
            lines(csv, e.metrics(), e.intervals(), run.spec().model(), "model");
            for (ChallengerScore challenger : e.challengers()) {
                lines(csv, challenger.metrics(), challenger.intervals(), challenger.name(), "challenger");
                differences(csv, challenger);
            }
        }
        return csv.toString();
    }

    /** Model − challenger, with the interval of the paired difference. */
    private static void differences(StringBuilder csv, ChallengerScore challenger) {
        Map<String, Double> values = new TreeMap<>();
        Map<String, Interval> intervals = new TreeMap<>();
        challenger.differences().forEach((name, gap) -> {
            values.put(name, gap.difference());
            intervals.put(name, new Interval(gap.low(), gap.high()));
        });
        lines(csv, values, intervals, challenger.name(), "difference");
    }

    private static void lines(
            StringBuilder csv,
            Map<String, Double> metrics,
            Map<String, Interval> intervals,
            String model,
            String role) {
        new TreeMap<>(metrics).forEach((name, value) -> {
            Interval interval = intervals.getOrDefault(name, new Interval(Double.NaN, Double.NaN));
            line(
                    csv,
                    Stream.of(
                            Csv.text(name),
                            Csv.number(value),
                            Csv.number(interval.low()),
                            Csv.number(interval.high()),
                            Csv.text(model),
                            role));
        });
    }

    /** One line an epoch, with a column for every further figure that any epoch has. */
    String epochs() {
        Set<String> names = new TreeSet<>();
        run.epochs().forEach(report -> names.addAll(report.values().keySet()));
        StringBuilder csv = new StringBuilder();
        Stream<String> heads = names.stream().map(Csv::text);
        line(
                csv,
                Stream.of(Stream.of("epoch,trainLoss,validLoss"), heads, Stream.of("seconds"))
                        .flatMap(s -> s));
        for (EpochReport report : run.epochs()) {
            Stream<Double> losses = Stream.of((double) report.epoch(), report.trainLoss(), report.validLoss());
            Stream<Double> values = names.stream().map(name -> report.values().getOrDefault(name, Double.NaN));
            line(csv, Stream.of(losses, values, Stream.of(report.seconds())).flatMap(s -> s.map(Csv::number)));
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, Stream<String> cells) {
        csv.append(cells.collect(Collectors.joining(","))).append('\n');
    }
}
