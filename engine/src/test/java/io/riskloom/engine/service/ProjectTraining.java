package io.riskloom.engine.service;

import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.store.Project;
import java.nio.file.Path;
import java.util.List;

/**
 * A project, its run and its training in one process, to be killed: the project's folder and the specification as arguments.
 * Begins the run, or goes on with it where there is one, and says {@code training} when a step is made and {@code epoch N}
 * when that epoch is saved and stored. Ends with 0 where the run has finished.
 */
final class ProjectTraining {

    private ProjectTraining() {}

    public static void main(String[] args) throws Exception {
        try (Project project = Project.open(Path.of(args[0]))) {
            List<Run> known = project.runs();
            TrainingJob job = known.isEmpty()
                    ? new TrainingJob(
                            project,
                            Specs.parse(args[1]),
                            "cpu",
                            EngineStarter.local(),
                            ChildOptions.defaults(),
                            new Speaking())
                    : TrainingJob.resume(project, known.getFirst().id(), EngineStarter.local(), new Speaking());
            Outcome outcome = job.start().get().outcome();
            System.out.println(outcome.word());
            System.exit(outcome instanceof Outcome.Finished ? 0 : 1);
        }
    }

    private static final class Speaking implements EngineEvents {
        @Override
        public void epoch(EpochReport report) {
            System.out.println("epoch " + report.epoch());
        }

        @Override
        public void progress(Progress progress) {
            System.out.println("training");
        }

        @Override
        public void log(LogLine line) {}
    }
}
