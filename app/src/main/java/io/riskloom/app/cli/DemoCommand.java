package io.riskloom.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.riskloom.app.session.Samples;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.AtomicFiles;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.FeatureMaps;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.service.ChildOptions;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code riskloom demo}: the whole product on the samples, without a display. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Trains a forecaster, an image ResNet-50, a GAN and a credit classifier on the samples; writes charts "
                        + "(PNG, SVG), results.json and report.html.")
final class DemoCommand implements Callable<Integer> {

    /** What the default settings take on two cores, with some to spare. */
    private static final double FULL_MINUTES = 6;

    private static final double LEAST_MINUTES = 0.01;
    private static final double MOST_MINUTES = 600;

    @Mixin
    private Common common;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "riskloom-demo",
            description = "Folder for the results (${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "6",
            description = "About how long it may take on two cores; below 6, fewer epochs are trained.")
    private double minutes;

    @Override
    public Integer call() throws Exception {
        common.usage().range("--minutes", minutes, LEAST_MINUTES, MOST_MINUTES);
        long began = System.nanoTime();
        Path folder = out.toAbsolutePath();
        Files.createDirectories(folder);
        List<Path> samples = Samples.unpack(folder.resolve("data"));
        Path prices = samples.getFirst();
        Path credit = samples.get(Samples.NAMES.indexOf("credit/german_credit.csv"));
        DemoCharts charts = new DemoCharts(folder.resolve("charts"), common.texts);
        List<Run> runs = new ArrayList<>();
        try (Project project = Project.open(folder.resolve("project"))) {
            for (String task : List.of("forecast", "classify", "generate", "credit")) {
                Run run = train(project, task, task.equals("credit") ? credit : prices);
                runs.add(run);
                charts.of(run);
                if (run.spec().task().equals("classify")) {
                    FeatureMaps maps = common.ask(e -> e.features(
                            new Requests.FeaturesRequest(ProjectOption.model(project, run), prices.toString(), -1)));
                    charts.of(maps);
                }
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        write(folder, runs, charts, seconds);
        System.out.println(common.texts.get("cli.demo.done", folder, Formats.duration(seconds)));
        return 0;
    }

    private Run train(Project project, String task, Path data) throws Exception {
        RunSpec spec = Specs.defaults(task, data.toString());
        if (minutes < FULL_MINUTES) {
            spec = Specs.with(spec, "epochs", Math.max(1, (int) (spec.epochs() * minutes / FULL_MINUTES)));
        }
        System.err.println(
                common.texts.get("cli.demo.training", common.texts.get("common.model." + spec.model()), data));
        Run run = new Trainer(
                        project,
                        common,
                        (id, e) -> System.err.println(common.texts.get(
                                "cli.train.epoch",
                                id,
                                e.epoch(),
                                e.epochs(),
                                Formats.compact(e.trainLoss()),
                                Formats.compact(e.validLoss()),
                                Formats.number(e.seconds(), 1))))
                .train(spec, "cpu", ChildOptions.forSpec(spec));
        if (run.outcome() instanceof Outcome.Failed(Notice reason)) {
            throw new NoticeException(reason);
        }
        if (run.outcome() instanceof Outcome.Finished(var evaluation)) {
            System.err.println(common.texts.of(evaluation.verdict()));
        }
        return run;
    }

    private void write(Path folder, List<Run> runs, DemoCharts charts, double seconds) throws Exception {
        JsonObject json = new JsonObject();
        json.addProperty("riskloom", Version.text());
        json.addProperty("seconds", seconds);
        JsonArray array = new JsonArray();
        runs.forEach(run -> array.add(RunJson.of(run, common.texts)));
        json.add("runs", array);
        JsonArray files = new JsonArray();
        charts.drawn().forEach(d -> files.add("charts/" + d.name() + ".png"));
        json.add("charts", files);
        AtomicFiles.write(folder.resolve("results.json"), json.toString().getBytes(StandardCharsets.UTF_8));
        String html = new DemoReport(common.texts).html(runs, charts.drawn());
        AtomicFiles.write(folder.resolve("report.html"), html.getBytes(StandardCharsets.UTF_8));
    }
}
