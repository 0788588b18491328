package io.riskloom.engine.service;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where an answer may not be written: over the data of the run, nor among what runs and projects keep. */
final class WriteTarget {
    private static final String DATABASE = "project.db";
    private static final String MODELS = "models";
    private static final String MODEL = "model.json";

    private WriteTarget() {}

    /**
     * @throws NoticeException {@code score.error.runData} (file), {@code score.error.runFolder} (file, folder)
     */
    static void check(Path out, Requests.ModelRef model) throws NoticeException, IOException {
        if (same(out, Path.of(model.spec().data()))) {
            throw new NoticeException(Notice.of("score.error.runData", out.getFileName()));
        }
        Optional<Path> kept = keeper(real(out), real(Path.of(model.folder())));
        if (kept.isPresent()) {
            throw new NoticeException(Notice.of("score.error.runFolder", out.getFileName(), kept.get()));
        }
    }

    static boolean same(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    }

    /** The folder of a run or a project that would hold the file among its own. */
    private static Optional<Path> keeper(Path out, Path run) {
        if (out.startsWith(run)) {
            return Optional.of(run);
        }
        Path parent = out.getParent();
        if (Files.exists(parent.resolve(MODEL)) || Files.exists(parent.resolve(Outcome.FILE))) {
            return Optional.of(parent);
        }
        for (Path folder = parent; folder != null; folder = folder.getParent()) {
            boolean own = out.startsWith(folder.resolve(MODELS))
                    || (folder.equals(parent) && out.getFileName().toString().startsWith(DATABASE));
            if (own && Files.exists(folder.resolve(DATABASE))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** Without links, as far as the path exists. */
    private static Path real(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        Path there = absolute;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there.toRealPath().resolve(there.relativize(absolute)).normalize();
    }
}
