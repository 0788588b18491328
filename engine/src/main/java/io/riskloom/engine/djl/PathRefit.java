package io.riskloom.engine.djl;

import io.riskloom.engine.data.AtomicFiles;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.RunMonitor;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A generator taught once more, from the same first weights and with the same rates, on training and validation days together,
 * for as many epochs as the validation days have chosen. The plain simulators beside it know those days too. It keeps its
 * checkpoint in a folder of its own, from which it goes on.
 */
final class PathRefit {
    /** Followed by the number of epochs: another choice of the epoch is another training. */
    private static final String FOLDER = "refit-";

    private static final int PATHS = 128;
    private static final int DAYS = 252;
    /** Part of the seed by which its paths are looked at. */
    private static final int DRAW = 13;

    private static final String COPY = "refit.safetensors";

    private final GenerateSpec spec;
    private final PathData given;
    private final int epochs;

    PathRefit(GenerateSpec spec, PathData given, int epochs) {
        this.spec = spec;
        this.given = given;
        this.epochs = epochs;
    }

    boolean wanted() {
        return spec.refit().equals("yes");
    }

    /**
     * Trains, or goes on from where it was broken off.
     *
     * @return what it has to say; empty where it was told to end before it was done
     */
    Optional<List<Notice>> train(Path run, RunMonitor monitor) throws NoticeException, IOException {
        Path folder = Files.createDirectories(folder(run));
        TrainingLoop.Plan all = TrainingLoop.Plan.of(spec, given.main().source());
        TrainingLoop.Plan plan = all.lastOf(epochs, "refit of " + epochs + " " + all.fingerprint());
        try (PathGan gan = open();
                PathGan.TaughtPaths lessons = gan.teach(sampler -> new Duel.Checked(0, Map.of()))) {
            monitor.onRefit(epochs, false);
            TrainingLoop.Ended ended =
                    new TrainingLoop(lessons, gan.manager(), plan, folder, new Quiet(monitor, epochs)).run();
            monitor.onRefit(epochs, true);
            boolean done = !ended.cancelled() && ended.checkpoint().epoch() == epochs;
            return done ? Optional.of(ended.warnings()) : Optional.empty();
        }
    }

    /** Whether a generator, its weights read, draws windows that are hardly different from each other. */
    boolean collapsed(PathGan gan) {
        PathRequest request = new PathRequest(PATHS, DAYS, Torch.mix(spec.seed(), DRAW), PathRequest.Start.ANY_DAY);
        double spread = new Diversity(given.known(0)).of(gan.generate(request).returns());
        return !(spread >= Diversity.COLLAPSED);
    }

    private Path folder(Path run) {
        return run.resolve(FOLDER + epochs);
    }

    /** As it is before its weights are read. */
    PathGan open() throws NoticeException {
        return GanGenerateRecipe.created(spec, given.allKnown());
    }

    Path weights(Path run) {
        return folder(run).resolve(TrainingLoop.WEIGHTS);
    }

    /** Puts its weights in the place of the run's. */
    void keep(Path run) throws IOException {
        Path copy = run.resolve(COPY);
        Files.copy(weights(run), copy, StandardCopyOption.REPLACE_EXISTING);
        Files.move(copy, run.resolve(TrainingLoop.WEIGHTS), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes away what a finished run does not need. */
    static void clear(Path run) throws IOException {
        Files.deleteIfExists(run.resolve(COPY));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(run, FOLDER + "*")) {
            for (Path folder : folders) {
                AtomicFiles.removeLeftovers(folder);
                Files.deleteIfExists(folder.resolve(Checkpoint.FILE));
                Files.deleteIfExists(folder.resolve(TrainingLoop.WEIGHTS));
                Files.deleteIfExists(folder);
            }
        }
    }

    /** Its epochs are not the run's: they are told as progress within one. */
    private record Quiet(RunMonitor outer, int epochs) implements RunMonitor {
        @Override
        public void onEpoch(EpochReport report) {
            // only the run's own are reported
        }

        @Override
        public boolean cancelled() {
            return outer.cancelled();
        }

        @Override
        public boolean enough() {
            return outer.enough();
        }

        @Override
        public boolean paused() {
            return outer.paused();
        }

        @Override
        public void halted(int epoch, int steps, int all) {
            outer.halted(epoch, steps, all);
        }

        @Override
        public void onProgress(int epoch, int steps, int all, double samplesPerSecond) {
            outer.onProgress(epochs, (epoch - 1) * all + steps, epochs * all, samplesPerSecond);
        }
    }
}
