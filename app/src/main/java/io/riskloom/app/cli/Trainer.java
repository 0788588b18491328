package io.riskloom.app.cli;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.service.ChildOptions;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.EngineStarter;
import io.riskloom.engine.service.TrainingJob;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/** Trains a run to its end while the command waits; Ctrl+C stops it before the next step and keeps what was learnt. */
final class Trainer {

    private final Project project;
    private final Common common;
    private final BiConsumer<String, EpochReport> onEpoch;

    Trainer(Project project, Common common, BiConsumer<String, EpochReport> onEpoch) {
        this.project = project;
        this.common = common;
        this.onEpoch = onEpoch;
    }

    Run train(RunSpec spec, String device, ChildOptions options) throws IOException {
        AtomicReference<String> id = new AtomicReference<>("");
        EngineEvents events = common.training(
                report -> onEpoch.accept(id.get(), report),
                refit -> RunPrint.refit(common.texts, id.get(), refit.epochs(), refit.over()));
        TrainingJob job = new TrainingJob(project, spec, device, EngineStarter.child(), options, events);
        id.set(job.run().id());
        return run(job);
    }

    /** Goes on from the run's last checkpoint. */
    Run resume(Run run, String device, ChildOptions options) throws IOException, NoticeException {
        EngineEvents events = common.training(
                report -> onEpoch.accept(run.id(), report),
                refit -> RunPrint.refit(common.texts, run.id(), refit.epochs(), refit.over()));
        return run(TrainingJob.resume(project, run.id(), device, EngineStarter.child(), options, events));
    }

    private Run run(TrainingJob job) {
        StopHook hook = StopHook.on(() -> {
            job.cancel();
            RunPrint.goOn(common.texts, job.ended().join());
        });
        try {
            return job.start().join();
        } finally {
            hook.remove();
        }
    }
}
