package io.riskloom.engine.store;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Study;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Studies as rows; which run belongs to which stands in the table of runs. */
final class StudyTable {

    private static final String COLUMNS = "SELECT id, spec, data_sha256, started, seconds FROM studies ";

    private static final Logger LOG = LoggerFactory.getLogger(StudyTable.class);

    private final Database database;
    private final Set<String> unreadable = new HashSet<>();

    StudyTable(Database database) {
        this.database = database;
    }

    Study insert(RunSpec spec, String dataSha256, Owner owner) throws SQLException {
        database.update(
                "INSERT INTO studies (id, spec, data_sha256, started, seconds, state, owner_pid, owner_started)"
                        + " VALUES ('', ?, ?, ?, 0, 'running', ?, ?)",
                Specs.toJson(spec).toString(),
                dataSha256,
                Instant.now().toString(),
                owner.pid(),
                owner.started().toString());
        long number = database.query("SELECT last_insert_rowid()", row -> row.getLong(1))
                .getFirst();
        String id = String.format(Locale.ROOT, "study-%s-%s-%04d", spec.task(), spec.model(), number);
        database.update("UPDATE studies SET id = ? WHERE seq = ?", id, number);
        return load(id);
    }

    /** The latest first. A study that this version cannot read is left out and stays in the file as it is. */
    List<Study> all() throws SQLException {
        return database.query(COLUMNS + "ORDER BY seq DESC", this::readable).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Study> readable(ResultSet row) throws SQLException {
        try {
            return Optional.of(study(row));
        } catch (StoreException e) {
            if (unreadable.add(row.getString(1))) {
                LOG.warn("A study is left out of the list: it cannot be read", e);
            }
            return Optional.empty();
        }
    }

    /** The id itself where it is one, else all ids that begin so, at most two. */
    List<String> ids(String start) throws SQLException {
        List<String> exact = database.query("SELECT id FROM studies WHERE id = ?", row -> row.getString(1), start);
        if (!exact.isEmpty() || start.isEmpty()) {
            return exact;
        }
        String sql = "SELECT id FROM studies WHERE substr(id, 1, length(?1)) = ?1 LIMIT 2";
        return database.query(sql, row -> row.getString(1), start);
    }

    /** @throws StoreException {@code store.error.noStudy} (id) or {@code store.error.unreadable} (id, reason) */
    Study load(String id) throws SQLException {
        return database.query(COLUMNS + "WHERE id = ?", this::study, id).stream()
                .findFirst()
                .orElseThrow(() -> new StoreException(Notice.of("store.error.noStudy", id), null));
    }

    private Study study(ResultSet row) throws SQLException {
        String id = row.getString(1);
        List<String> runs =
                database.query("SELECT id FROM runs WHERE study = ? ORDER BY seq", run -> run.getString(1), id);
        try {
            return new Study(
                    id,
                    Specs.parse(row.getString(2)),
                    row.getString(3),
                    Instant.parse(row.getString(4)),
                    row.getDouble(5),
                    runs);
        } catch (RuntimeException e) {
            // the columns hold text that another version wrote, or a hand
            throw new StoreException(Notice.of("store.error.unreadable", id, e.getMessage()), e);
        }
    }

    /** The living process that drives the study. */
    Optional<Owner> driver(String id) throws SQLException {
        String sql = "SELECT owner_pid, owner_started FROM studies WHERE id = ? AND state = 'running'";
        return database.query(sql, row -> new Owner(row.getLong(1), Instant.parse(row.getString(2))), id).stream()
                .filter(Owner::alive)
                .findFirst();
    }

    void reopen(String id, Owner owner) throws SQLException {
        String sql = "UPDATE studies SET state = 'running', owner_pid = ?, owner_started = ? WHERE id = ?";
        database.update(sql, owner.pid(), owner.started().toString(), id);
    }

    void end(String id, double seconds) throws SQLException {
        database.update(
                "UPDATE studies SET state = 'ended', seconds = ? WHERE id = ?",
                Double.isFinite(seconds) ? seconds : 0,
                id);
    }

    /** Gives the number of runs changed. */
    int join(String id, String run) throws SQLException {
        return database.update("UPDATE runs SET study = ? WHERE id = ?", id, run);
    }

    /** Number of its runs, also of those that this version cannot read. */
    int members(String id) throws SQLException {
        return database.query("SELECT count(*) FROM runs WHERE study = ?", row -> row.getInt(1), id)
                .getFirst();
    }

    Optional<String> of(String run) throws SQLException {
        String sql = "SELECT study FROM runs WHERE id = ? AND study IS NOT NULL";
        return database.query(sql, row -> row.getString(1), run).stream().findFirst();
    }

    void delete(String id) throws SQLException {
        database.update("DELETE FROM studies WHERE id = ?", id);
    }
}
