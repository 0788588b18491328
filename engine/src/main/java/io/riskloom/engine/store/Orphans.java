package io.riskloom.engine.store;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs whose process is gone. Their training may outlive it by a while; what it left in the run's folder
 * ({@link Outcome#FILE}) is how they ended. All work happens within the caller's transaction.
 */
final class Orphans {

    private static final String INTERRUPTED = "store.run.interrupted";

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

    private final RunTable table;
    private final Path models;

    /** @param models holds a folder for each run */
    Orphans(RunTable table, Path models) {
        this.table = table;
        this.models = models;
    }

    /**
     * Ends every run whose process is gone, but for those that are still trained: as finished where it finished, else as
     * failed. What was marked failed so before and finished afterwards is finished now.
     */
    void end() throws SQLException {
        for (RunTable.Open run : table.running()) {
            if (!run.owner().alive() && !trained(run.id())) {
                table.end(run.id(), finished(run.id()).orElse(new Outcome.Failed(Notice.of(INTERRUPTED))));
            }
        }
        for (String id : table.endedBy(INTERRUPTED)) {
            adopt(id);
        }
    }

    /** A run that finished without its row's knowledge is finished; one that is under way stays as it is. */
    void adopt(String id) throws SQLException {
        if (!driven(id) && !trained(id)) {
            Optional<Outcome> finished = finished(id);
            if (finished.isPresent()) {
                table.adopt(id, finished.get());
            }
        }
    }

    /** Whether a living process drives the run. */
    boolean driven(String id) throws SQLException {
        return table.running().stream()
                .anyMatch(run -> run.id().equals(id) && run.owner().alive());
    }

    /** Whether a living process trains the run, be it one that nobody drives any more. */
    boolean trained(String id) {
        try {
            return RunLock.held(models.resolve(id));
        } catch (IOException e) {
            LOG.warn("Whether {} is still trained cannot be told", id, e);
            return false;
        }
    }

    private Optional<Outcome> finished(String id) {
        Path file = models.resolve(id).resolve(Outcome.FILE);
        if (Files.exists(file)) {
            try {
                Outcome outcome = Json.gson().fromJson(Files.readString(file), Outcome.class);
                if (outcome instanceof Outcome.Finished) {
                    return Optional.of(outcome);
                }
                LOG.warn("{} tells no finished run", file);
            } catch (IOException | RuntimeException e) {
                LOG.warn("{} cannot be read", file, e);
            }
        }
        return Optional.empty();
    }
}
