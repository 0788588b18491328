package io.riskloom.engine.store;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Study;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A project folder: {@code project.db} (SQLite) with runs, studies, epochs and settings, {@code models/RUN} with a run's weights and
 * checkpoints, {@code exports}. Every change is one transaction. Safe for several threads and several processes at once.
 * A run whose process is gone takes, when the project is next opened, the outcome that training left in its folder
 * ({@link Outcome#FILE}); without one it is marked failed and its checkpoints stay.
 * Every method throws {@link StoreException} where the disk or the database refuses, or the run is not there.
 */
public final class Project implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Project.class);

    private final Path folder;
    private final Database database;
    private final RunTable table;
    private final StudyTable studies;

    private Project(Path folder, Database database) {
        this.folder = folder;
        this.database = database;
        this.table = new RunTable(database);
        this.studies = new StudyTable(database);
    }

    /** Opens the project in a folder; makes the folder and an empty project where there is none. */
    public static Project open(Path folder) {
        return open(folder, Database::open);
    }

    static Project open(Path folder, Function<Path, Database> opener) {
        Path absolute = folder.toAbsolutePath().normalize();
        makeFolder(absolute.resolve("models"));
        makeFolder(absolute.resolve("exports"));
        Project project = new Project(absolute, opener.apply(absolute.resolve("project.db")));
        try {
            project.endInterrupted();
        } catch (RuntimeException e) {
            try (project) {
                throw e;
            }
        }
        return project;
    }

    private void endInterrupted() {
        database.transaction(() -> {
            for (RunTable.Open run : table.running()) {
                if (!run.owner().alive()) {
                    table.end(run.id(), left(run.id()));
                }
            }
            return null;
        });
    }

    /** What training left in the folder of a run whose process is gone: its outcome, or none and so a failure. */
    private Outcome left(String id) {
        Path file = modelFolder(id).resolve(Outcome.FILE);
        if (Files.exists(file)) {
            try {
                Outcome outcome = Json.gson().fromJson(Files.readString(file), Outcome.class);
                if (outcome instanceof Outcome.Finished) {
                    return outcome;
                }
                LOG.warn("{} tells no finished run", file);
            } catch (IOException | RuntimeException e) {
                LOG.warn("{} cannot be read", file, e);
            }
        }
        return new Outcome.Failed(Notice.of("store.run.interrupted"));
    }

    /** All runs, the latest first; those that this version cannot read are left out and logged. */
    public synchronized List<Run> runs() {
        return database.read(table::all);
    }

    /** The run of that id, or the only one whose id begins so; empty where there is none or where there are several. */
    public synchronized Optional<Run> run(String id) {
        return database.read(() -> {
            List<String> found = table.ids(id);
            return found.size() == 1 ? Optional.of(table.load(found.getFirst())) : Optional.empty();
        });
    }

    /** A new run in state running, owned by this process; its folder of weights is made. */
    public Run begin(RunSpec spec, Provenance provenance) {
        return begin(spec, provenance, Owner.current());
    }

    synchronized Run begin(RunSpec spec, Provenance provenance, Owner owner) {
        Run run = database.transaction(() -> table.insert(spec, provenance, owner));
        makeFolder(modelFolder(run.id()));
        return run;
    }

    /**
     * Takes a run up again that was stopped or failed: it is in state running, owned by this process, and keeps its
     * epochs. One that a living process drives is refused ({@code store.error.inProgress}), and so is a finished one
     * ({@code store.error.finished}).
     */
    public synchronized Run resume(String id) {
        return database.transaction(() -> {
            for (RunTable.Open run : table.running()) {
                if (run.id().equals(id) && run.owner().alive()) {
                    throw new StoreException(Notice.of("store.error.inProgress", id), null);
                }
            }
            if (!table.ids(id).contains(id)) {
                throw new StoreException(Notice.of("store.error.noRun", id), null);
            }
            if (table.load(id).outcome() instanceof Outcome.Finished) {
                throw new StoreException(Notice.of("store.error.finished", id), null);
            }
            table.reopen(id, Owner.current());
            return table.load(id);
        });
    }

    /** Keeps an epoch's report; one of the same number, as after a resumed run, takes the old one's place. */
    public synchronized void epoch(String id, EpochReport report) {
        database.transaction(() -> require(id, table.epoch(id, report)));
    }

    /**
     * @param outcome how the run ended
     * @param seconds wall time of the whole run
     */
    public synchronized Run finish(String id, Outcome outcome, double seconds) {
        return database.transaction(() -> {
            require(id, table.end(id, outcome));
            table.seconds(id, seconds);
            return table.load(id);
        });
    }

    public synchronized void setProvenance(String id, Provenance provenance) {
        database.transaction(() -> require(id, table.provenance(id, provenance)));
    }

    /**
     * Removes a run with its weights, and with the last run of a study the study. One that a living process still drives
     * is refused.
     */
    public synchronized void delete(String id) {
        database.transaction(() -> {
            Optional<String> study = studies.of(id);
            remove(id);
            if (study.isPresent()
                    && studies.load(study.get()).runs().isEmpty()
                    && studies.driver(study.get()).isEmpty()) {
                studies.delete(study.get());
            }
            return null;
        });
        removeFolder(id);
    }

    private void remove(String id) throws SQLException {
        for (RunTable.Open run : table.running()) {
            if (run.id().equals(id) && run.owner().alive()) {
                throw new StoreException(Notice.of("store.error.running", id), null);
            }
        }
        require(id, table.delete(id));
    }

    private void removeFolder(String id) {
        Path weights = modelFolder(id);
        try (Stream<Path> files = Files.exists(weights) ? Files.walk(weights) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException(Notice.of("store.error.folder", weights, e.getMessage()), e);
        }
    }

    /** A new study without runs, driven by this process. */
    public synchronized Study beginStudy(RunSpec spec, String dataSha256) {
        return database.transaction(() -> studies.insert(spec, dataSha256, Owner.current()));
    }

    /** Makes a run one of the study's. */
    public synchronized void join(String study, String run) {
        database.transaction(() -> {
            studies.load(study);
            return require(run, studies.join(study, run));
        });
    }

    /**
     * Takes up a study again, driven by this process from now on. One that a living process drives is refused
     * ({@code store.error.studyRunning}).
     */
    public synchronized Study resumeStudy(String id) {
        return database.transaction(() -> {
            refuseDriven(id);
            studies.reopen(id, Owner.current());
            return studies.load(id);
        });
    }

    /** @param seconds wall time of the whole study */
    public synchronized Study finishStudy(String id, double seconds) {
        return database.transaction(() -> {
            studies.end(id, seconds);
            return studies.load(id);
        });
    }

    /** All studies, the latest first; those that this version cannot read are left out and logged. */
    public synchronized List<Study> studies() {
        return database.read(studies::all);
    }

    /** The study of that id, or the only one whose id begins so; empty where there is none or where there are several. */
    public synchronized Optional<Study> study(String id) {
        return database.read(() -> {
            List<String> found = studies.ids(id);
            return found.size() == 1 ? Optional.of(studies.load(found.getFirst())) : Optional.empty();
        });
    }

    /** The study that a run belongs to. */
    public synchronized Optional<String> studyOf(String run) {
        return database.read(() -> studies.of(run));
    }

    /** The study's runs, in the order of their beginning. */
    public synchronized List<Run> members(Study study) {
        return database.read(() -> {
            List<Run> members = new ArrayList<>();
            for (String id : studies.load(study.id()).runs()) {
                members.add(table.load(id));
            }
            return members;
        });
    }

    /** Removes a study with its runs and their weights. One that a living process still drives is refused. */
    public synchronized void deleteStudy(String id) {
        List<String> runs = database.transaction(() -> {
            refuseDriven(id);
            List<String> members = studies.load(id).runs();
            for (String run : members) {
                remove(run);
            }
            studies.delete(id);
            return members;
        });
        runs.forEach(this::removeFolder);
    }

    private void refuseDriven(String id) throws SQLException {
        if (studies.driver(id).isPresent()) {
            throw new StoreException(Notice.of("store.error.studyRunning", id), null);
        }
    }

    public synchronized Optional<String> setting(String key) {
        String sql = "SELECT value FROM settings WHERE key = ?";
        return database.read(
                () -> database.query(sql, row -> row.getString(1), key).stream().findFirst());
    }

    public synchronized void setting(String key, String value) {
        String sql = "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)";
        database.transaction(() -> database.update(sql, key, value));
    }

    public Path folder() {
        return folder;
    }

    /** The folder of a run's weights and checkpoints. */
    public Path modelFolder(String id) {
        return folder.resolve("models").resolve(id);
    }

    public Path exportsFolder() {
        return folder.resolve("exports");
    }

    @Override
    public synchronized void close() {
        database.close();
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(Notice.of("store.error.folder", folder, e.getMessage()), e);
        }
    }

    private static int require(String id, int changed) {
        if (changed == 0) {
            throw new StoreException(Notice.of("store.error.noRun", id), null);
        }
        return changed;
    }
}
