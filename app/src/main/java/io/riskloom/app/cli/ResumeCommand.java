package io.riskloom.app.cli;

import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.store.Project;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code riskloom resume}: goes on with a run or a study that was stopped, failed or lost its process. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Goes on with a run that was stopped or broke off, from its last checkpoint; prints it.")
final class ResumeCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(paramLabel = "RUN", description = "The run's or the study's id, or the beginning of it.")
    private String id;

    @Mixin
    private ProjectOption projects;

    @Mixin
    private MachineOptions machine;

    @Option(names = "--json", description = "Print the run as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        machine.check(common.usage());
        try (Project project = projects.holding(id)) {
            Optional<Study> study = project.study(id);
            if (study.isPresent()) {
                return new StudyTrainer(project, machine, new StudyPrint(common)).resume(study.get(), json);
            }
            Run run = projects.find(project, id);
            RunPrint print = new RunPrint(common.texts);
            Trainer trainer = new Trainer(project, common, print::epoch);
            return print.end(trainer.resume(run, machine.device(run), machine.options(run)), json);
        }
    }
}
