package io.riskloom.app.result;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a run may be exported to: not among the models of a project, and not over what somebody else keeps there. */
final class ExportFolder {

    private ExportFolder() {}

    /**
     * Links are followed, so that no other name of a folder leads into it.
     *
     * @param folder need not exist
     * @param models holds the run's own folder
     * @throws NoticeException {@code runs.error.intoModels} (folder) where it lies in a project's folder of models,
     *     {@code runs.error.strangersWeights} (file) where weights lie in it that no export wrote
     */
    static void check(Path folder, Path models) throws NoticeException, IOException {
        Path real = real(folder);
        if (real.startsWith(real(models))) {
            throw new NoticeException(Notice.of("runs.error.intoModels", folder));
        }
        for (Path at = real; at != null; at = at.getParent()) {
            if (Project.holdsModels(at)) {
                throw new NoticeException(Notice.of("runs.error.intoModels", folder));
            }
        }
        Path weights = folder.resolve(RunExport.WEIGHTS);
        if (Files.exists(weights) && Files.notExists(folder.resolve(RunExport.SPEC))) {
            throw new NoticeException(Notice.of("runs.error.strangersWeights", weights));
        }
    }

    /** The real path of what exists of it, then the rest. */
    private static Path real(Path path) throws IOException {
        Path absolute = path.toAbsolutePath();
        Path there = absolute;
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there.toRealPath().resolve(there.relativize(absolute)).normalize();
    }
}
