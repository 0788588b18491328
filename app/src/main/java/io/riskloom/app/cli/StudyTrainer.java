package io.riskloom.app.cli;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.run.TestPart;
import io.riskloom.engine.service.EngineStarter;
import io.riskloom.engine.service.StudyJob;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.util.List;

/** Trains the runs of a study to their end while the command waits; Ctrl+C stops all of them before their next step. */
final class StudyTrainer {

    private final Project project;
    private final MachineOptions machine;
    private final StudyPrint print;

    StudyTrainer(Project project, MachineOptions machine, StudyPrint print) {
        this.project = project;
        this.machine = machine;
        this.print = print;
    }

    /**
     * @return the command's exit code
     * @throws NoticeException where the data does not suit the specification; nothing is stored then
     */
    int train(RunSpec spec, boolean json) throws IOException, NoticeException {
        List<TestPart> tests = TestPart.of(spec);
        return run(
                new StudyJob(
                        project, spec, machine.device(), EngineStarter.child(), machine.options(spec), print.events()),
                tests,
                json);
    }

    /** Goes on with what is unfinished, on the device of the run that was begun last. */
    int resume(Study study, boolean json) throws IOException, NoticeException {
        List<Run> members = project.members(study);
        boolean none = members.isEmpty();
        return run(
                StudyJob.resume(
                        project,
                        study.id(),
                        none ? machine.device() : machine.device(members.getLast()),
                        EngineStarter.child(),
                        none ? machine.options(study.spec()) : machine.options(members.getLast()),
                        print.events()),
                TestPart.of(study.spec()),
                json);
    }

    private int run(StudyJob job, List<TestPart> tests, boolean json) {
        print.begun(job);
        StopHook hook = StopHook.on(() -> {
            job.cancel();
            job.ended().join();
            print.goOn(job.study());
        });
        try {
            job.start().join();
        } finally {
            hook.remove();
        }
        Study ended = project.study(job.study().id()).orElse(job.study());
        return print.end(ended, job.summary(), tests, json);
    }
}
