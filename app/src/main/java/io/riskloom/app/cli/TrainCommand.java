package io.riskloom.app.cli;

import io.riskloom.app.result.MetricWords;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.service.ChildOptions;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code riskloom train}: trains, evaluates, stores the run and prints it. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains what a specification says, in a process of its own; stores the run and prints it.")
final class TrainCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 1024;

    @Mixin
    private Common common;

    @Parameters(paramLabel = "SPEC.json", description = "A specification as 'spec' prints it.")
    private Path file;

    @Mixin
    private ProjectOption projects;

    @Option(names = "--set", paramLabel = "key=value", description = "Changes a setting; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--device", paramLabel = "auto|cpu|cuda", defaultValue = "auto", description = "auto, cpu or cuda")
    private String device;

    @Option(names = "--threads", paramLabel = "N", description = "Threads of the native library.")
    private Integer threads;

    @Option(names = "--json", description = "Print the run as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        common.usage().choice("--device", device, List.of("auto", "cpu", "cuda"));
        if (threads != null) {
            common.usage().range("--threads", threads, 1, MOST_THREADS);
        }
        RunSpec spec = spec();
        ChildOptions options = ChildOptions.forSpec(spec);
        if (threads != null) {
            options = options.withThreads(threads);
        }
        try (Project project = projects.open()) {
            Run run = new Trainer(project, common, this::tell).train(spec, device, options);
            if (json) {
                Common.print(RunJson.of(run, common.texts));
            } else {
                print(run);
            }
            if (run.outcome() instanceof Outcome.Failed(Notice reason)) {
                Common.complain(common.texts, reason);
                return 1;
            }
            return 0;
        }
    }

    /** The file's settings with those of {@code --set}; the data's path absolute. */
    private RunSpec spec() throws IOException, NoticeException {
        RunSpec spec = parse(Common.text(file));
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            try {
                spec = Specs.with(spec, setting.getKey(), setting.getValue());
            } catch (IllegalArgumentException e) {
                throw common.usage().wrong("cli.usage.set", setting.getKey(), setting.getValue(), e.getMessage());
            }
        }
        if (spec.data().isBlank()) {
            throw new NoticeException(Notice.of("cli.error.noData", file));
        }
        return Specs.with(spec, "data", Common.file(Path.of(spec.data())));
    }

    private RunSpec parse(String text) throws NoticeException {
        try {
            return Specs.parse(text);
        } catch (IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new NoticeException(Notice.of("cli.error.spec", file, reason), e);
        }
    }

    private void tell(String id, EpochReport e) {
        System.err.println(common.texts.get(
                "cli.train.epoch",
                id,
                e.epoch(),
                e.epochs(),
                Formats.compact(e.trainLoss()),
                Formats.compact(e.validLoss()),
                Formats.number(e.seconds(), 1)));
    }

    private void print(Run run) {
        System.out.println(common.texts.get(
                "cli.train.done",
                run.id(),
                common.texts.get("common.outcome." + run.outcome().word()),
                run.epochs().size(),
                Formats.number(run.seconds(), 1)));
        if (run.outcome() instanceof Outcome.Finished(Evaluation e)) {
            System.out.println(common.texts.of(e.verdict()));
            new TreeMap<>(e.metrics())
                    .forEach((name, value) -> System.out.printf(
                            "  %-24s %12s   %s%n",
                            name,
                            MetricWords.value(name, value),
                            MetricWords.interval(name, e.intervals().get(name))));
            e.challengers().forEach(c -> {
                System.out.println(common.texts.get("challenger." + c.name()));
                new TreeMap<>(c.metrics())
                        .forEach((name, value) ->
                                System.out.printf("  %-24s %12s%n", name, MetricWords.value(name, value)));
            });
            e.warnings().forEach(w -> System.out.println(common.texts.of(w)));
        }
    }
}
