package io.riskloom.engine.service;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.djl.Checkpoints;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.run.RunLock;
import io.riskloom.engine.store.Project;
import io.riskloom.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes up a run that did not finish, once all that it needs is found to be there: until then it stays as it is. */
final class Unfinished {

    private Unfinished() {}

    /**
     * The run, under way again.
     *
     * @throws NoticeException {@code service.noCheckpoint} (run) where there is none, {@code service.dataChanged} (file)
     *     where the data file is no longer what the run began with, {@code run.error.weightsUnreadable}, {@code
     *     run.error.weightsNames} or {@code run.error.checkpointOther} where the checkpoint cannot be used, {@code
     *     run.error.folderInUse} (run) where another process is still training or saving there
     * @throws StoreException where the run is finished or still under way
     */
    static Run takeUp(Project project, String id) throws IOException, NoticeException {
        Run known = project.run(id).orElseThrow(() -> new StoreException(Notice.of("store.error.noRun", id), null));
        project.adopt(known.id());
        Run now = project.run(known.id()).orElse(known);
        if (!(now.outcome() instanceof Outcome.Finished)) {
            check(now, project);
        }
        return project.resume(known.id());
    }

    private static void check(Run run, Project project) throws IOException, NoticeException {
        Path folder = project.modelFolder(run.id());
        if (!Files.exists(folder.resolve(Recipe.CHECKPOINT))) {
            throw new NoticeException(Notice.of("service.noCheckpoint", run.id()));
        }
        Path data = Path.of(run.spec().data());
        if (!FileHash.sha256(data).equals(run.provenance().dataSha256())) {
            throw new NoticeException(Notice.of("service.dataChanged", data));
        }
        Checkpoints.place(folder, run.spec(), run.provenance().dataSha256());
        // of one that a living process drives the project has more to say
        if (!project.driven(run.id())) {
            RunLock.check(folder);
        }
    }
}
