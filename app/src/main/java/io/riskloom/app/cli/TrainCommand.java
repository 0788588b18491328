package io.riskloom.app.cli;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.run.Training;
import io.riskloom.engine.service.ChildOptions;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code riskloom train}: trains, evaluates, stores the run, or all runs of a study, and prints them. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains what a specification says, in a process of its own; stores the run and prints it.")
final class TrainCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(paramLabel = "SPEC.json", description = "A specification as 'spec' prints it.")
    private Path file;

    @Mixin
    private ProjectOption projects;

    @Mixin
    private SetOption settings;

    @Mixin
    private MachineOptions machine;

    @Option(names = "--json", description = "Print the run as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        machine.check(common.usage());
        RunSpec spec = spec();
        ChildOptions options = machine.options(spec);
        tellTarget(spec);
        try (Project project = projects.open()) {
            if (spec.study()) {
                return new StudyTrainer(project, machine, new StudyPrint(common)).train(spec, json);
            }
            RunPrint print = new RunPrint(common.texts);
            return print.end(new Trainer(project, common, print::epoch).train(spec, machine.device(), options), json);
        }
    }

    /** Before anything is trained on it. */
    private void tellTarget(RunSpec spec) throws IOException {
        if (!(spec instanceof CreditSpec)) {
            return;
        }
        try {
            if (Training.read(spec) instanceof Imported.Credit credit) {
                TargetLine.tell(credit, common.texts);
            }
        } catch (NoticeException e) {
            return; // training refuses it for the same reason, says so, and stores that
        }
    }

    /** The file's settings with those of {@code --set}; the data's path absolute. */
    private RunSpec spec() throws IOException, NoticeException {
        RunSpec spec = settings.apply(parse(Common.text(file)), common.usage());
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
}
