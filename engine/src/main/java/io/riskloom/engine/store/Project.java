package io.riskloom.engine.store;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A project folder: {@code project.db} (SQLite) with runs, studies, epochs and settings, {@code models/RUN} with a run's weights and
 * checkpoints, {@code exports}. Every change is one transaction. Safe for several threads and several processes at once.
 * A run whose process is gone takes, when the project is next opened or the run is taken up, the outcome that training left
 * in its folder ({@link Outcome#FILE}); without one it is marked failed and its checkpoints stay. While its training outlives
 * its process it stays as it is.
 * Every method throws {@link StoreException} where the disk or the database refuses, or the run is not there.
 */
public final class Project implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Project.class);
    private static final String DATABASE = "project.db";
    private static final String MODELS = "models";

    private final Path folder;
    private final Database database;
    private final RunTable table;
    private final StudyTable studies;
    private final Orphans orphans;
    /** Ends of runs that the disk or the database refused, by the run's id. */
    private final Map<String, End> refused = new LinkedHashMap<>();

    private record End(Outcome outcome, double seconds) {}

    private Project(Path folder, Database database) {
        this.folder = folder;
        this.database = database;
        this.table = new RunTable(database);
        this.studies = new StudyTable(database);
        this.orphans = new Orphans(table, folder.resolve(MODELS));
    }

    /** Opens the project in a folder; makes the folder and an empty project where there is none. */
    public static Project open(Path folder) {
        return open(folder, Database::open);
    }

    static Project open(Path folder, Function<Path, Database> opener) {
        Path absolute = folder.toAbsolutePath().normalize();
        makeFolder(absolute.resolve(MODELS));
        makeFolder(absolute.resolve("exports"));
        Project project = new Project(absolute, opener.apply(absolute.resolve(DATABASE)));
        try {
            project.endInterrupted();
        } catch (RuntimeException e) {
            try (project) {
                throw e;
            }
        }
        return project;
    }

    /** On a full disk it is left to the next opening: what stands in the project can be read all the same. */
    private void endInterrupted() {
        try {
            database.transaction(() -> {
                orphans.end();
                return null;
            });
        } catch (StoreException e) {
            if (!Database.noRoom(e.getCause())) {
                throw e;
            }
            LOG.warn("Interrupted runs are not ended: the disk of {} is full", folder, e);
        }
    }

    /** All runs, the latest first; those that this version cannot read are left out and logged. */
    public synchronized List<Run> runs() {
        writeRefused();
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

    /** As above, and one of the study's. */
    public synchronized Run begin(RunSpec spec, Provenance provenance, String study) {
        return begun(() -> {
            studies.load(study);
            Run run = table.insert(spec, provenance, Owner.current());
            studies.join(study, run.id());
            return run;
        });
    }

    synchronized Run begin(RunSpec spec, Provenance provenance, Owner owner) {
        return begun(() -> table.insert(spec, provenance, owner));
    }

    private Run begun(Database.Work<Run> row) {
        return database.transaction(() -> {
            Run run = row.run();
            makeFolder(modelFolder(run.id()));
            return run;
        });
    }

    /**
     * Takes a run up again that was stopped or failed: it is in state running, owned by this process, and keeps its
     * epochs. One that a living process drives is refused ({@code store.error.inProgress}), and so is a finished one
     * ({@code store.error.finished}).
     */
    public synchronized Run resume(String id) {
        writeRefused();
        return database.transaction(() -> {
            if (orphans.driven(id)) {
                throw new StoreException(Notice.of("store.error.inProgress", id), null);
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

    /** Whether a living process drives the run. */
    public synchronized boolean driven(String id) {
        writeRefused();
        return database.read(() -> orphans.driven(id));
    }

    /** Where a run finished after its process was gone, it takes the outcome that lies in its folder. */
    public synchronized void adopt(String id) {
        database.transaction(() -> {
            orphans.adopt(id);
            return null;
        });
    }

    /** Keeps an epoch's report; one of the same number, as after a resumed run, takes the old one's place. */
    public synchronized void epoch(String id, EpochReport report) {
        database.transaction(() -> require(id, table.epoch(id, report)));
    }

    /**
     * Where the disk or the database refuses, it is tried again before runs are listed, taken up or deleted, and at the
     * end: else the run would be one of this process until that ends.
     *
     * @param outcome how the run ended
     * @param seconds wall time of the whole run
     */
    public synchronized Run finish(String id, Outcome outcome, double seconds) {
        End end = new End(outcome, seconds);
        try {
            return database.transaction(() -> {
                require(id, write(id, end));
                return table.load(id);
            });
        } catch (StoreException e) {
            refused.put(id, end);
            throw e;
        }
    }

    private int write(String id, End end) throws SQLException {
        int changed = table.end(id, end.outcome());
        table.seconds(id, end.seconds());
        return changed;
    }

    private void writeRefused() {
        for (String id : List.copyOf(refused.keySet())) {
            try {
                database.transaction(() -> write(id, refused.get(id)));
                refused.remove(id);
            } catch (StoreException e) {
                LOG.warn("How run {} ended is still not stored", id, e);
            }
        }
    }

    public synchronized void setProvenance(String id, Provenance provenance) {
        database.transaction(() -> require(id, table.provenance(id, provenance)));
    }

    /**
     * Removes a run with its weights, and with the last run of a study the study. One that a living process still drives
     * or trains, or whose study one drives, is refused.
     */
    public synchronized void delete(String id) {
        writeRefused();
        database.transaction(() -> {
            Optional<String> study = studies.of(id);
            if (study.isPresent()) {
                refuseDriven(study.get());
            }
            remove(id);
            if (study.isPresent() && studies.members(study.get()) == 0) {
                studies.delete(study.get());
            }
            return null;
        });
        removeFolder(id);
    }

    private void remove(String id) throws SQLException {
        if (orphans.driven(id) || orphans.trained(id)) {
            throw new StoreException(Notice.of("store.error.running", id), null);
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

    /**
     * Takes up a study again, driven by this process from now on. One that a living process drives is refused
     * ({@code store.error.studyRunning}). Its runs are adopted first, as by {@link #adopt}.
     */
    public synchronized Study resumeStudy(String id) {
        writeRefused();
        return database.transaction(() -> {
            refuseDriven(id);
            for (String run : studies.load(id).runs()) {
                orphans.adopt(run);
            }
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
        return folder.resolve(MODELS).resolve(id);
    }

    /** Whether a folder is the one in which a project keeps its models. */
    public static boolean holdsModels(Path folder) {
        return folder.endsWith(MODELS) && Files.exists(folder.resolveSibling(DATABASE));
    }

    public Path exportsFolder() {
        return folder.resolve("exports");
    }

    @Override
    public synchronized void close() {
        writeRefused();
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
