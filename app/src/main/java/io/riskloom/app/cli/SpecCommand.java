package io.riskloom.app.cli;

import com.google.gson.GsonBuilder;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.djl.GanGenerateRecipe;
import io.riskloom.engine.model.CreditDefaults;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.quality.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code riskloom spec}: the default settings of a task as JSON. */
@Command(
        name = "spec",
        mixinStandardHelpOptions = true,
        description =
                "Prints the settings of a task as JSON, to be edited and given to 'train': the defaults, with what --set "
                        + "changes and the defaults that follow from it. A credit table is read for its size, which "
                        + "decides on defaults.")
final class SpecCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(
            paramLabel = "TASK",
            description = "forecast, classify, credit, generate or anomaly; with --help its settings alone are told.")
    private String task;

    @Option(names = "--model", paramLabel = "M", description = "One of the task's models; the first is the default.")
    private String model;

    @Option(names = "--data", paramLabel = "FILE", required = true, description = "The CSV file to train on.")
    private Path data;

    @Mixin
    private SetOption settings;

    @Mixin
    private ReadingOption readings;

    @Override
    public Integer call() throws Exception {
        common.usage().choice("TASK", task, Specs.tasks());
        if (model != null) {
            common.usage().choice("--model", model, models());
        }
        RunSpec spec = Specs.defaults(task, Common.file(data).toString());
        if (model != null) {
            spec = Specs.with(spec, "model", model);
        }
        Reading reading = readings.reading(common.usage());
        Optional<Imported.Credit> table = spec instanceof CreditSpec ? table(spec, reading) : Optional.empty();
        if (spec instanceof CreditSpec credit && table.isPresent()) {
            spec = CreditDefaults.suited(credit, table.get().book());
        }
        spec = settings.apply(spec, common.usage());
        if (spec instanceof GenerateSpec generate) {
            GanGenerateRecipe.require(generate, DataFile.read(Path.of(spec.data()), reading));
        }
        if (spec instanceof CreditSpec credit && credit.target().isEmpty()) {
            table.ifPresent(read -> TargetLine.tell(read, common.texts));
        }
        if (!reading.plain()) {
            spec = Specs.with(spec, "reading", reading.toJson());
        }
        System.out.println(new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(Specs.toJson(spec)));
        return 0;
    }

    /** Empty where the file is no credit table, which training refuses, with the reason. */
    private static Optional<Imported.Credit> table(RunSpec spec, Reading reading) throws NoticeException, IOException {
        return DataFile.read(Path.of(spec.data()), reading) instanceof Imported.Credit credit
                ? Optional.of(credit)
                : Optional.empty();
    }

    private List<String> models() {
        return Specs.parameters(Specs.typeOf(task)).stream()
                .filter(p -> p.name().equals("model"))
                .flatMap(p -> p.choices().stream())
                .toList();
    }
}
