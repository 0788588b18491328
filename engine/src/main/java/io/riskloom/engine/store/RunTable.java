package io.riskloom.engine.store;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs and their epochs as rows: specs, provenance, reports and outcomes are JSON, instants ISO-8601. */
final class RunTable {

    private static final String COLUMNS = "SELECT id, spec, provenance, started, seconds, outcome FROM runs ";

    private static final Logger LOG = LoggerFactory.getLogger(RunTable.class);

    private final Database database;
    private final Set<String> unreadable = new HashSet<>();

    /** A run without an outcome and the process that drives it. */
    record Open(String id, Owner owner) {}

    RunTable(Database database) {
        this.database = database;
    }

    /** The latest first. A run that this version cannot read is left out and stays in the file as it is. */
    List<Run> all() throws SQLException {
        Map<String, List<String>> reports = new HashMap<>();
        database.query("SELECT run, report FROM epochs ORDER BY run, epoch", row -> reports.computeIfAbsent(
                        row.getString(1), id -> new ArrayList<>())
                .add(row.getString(2)));
        return database
                .query(
                        COLUMNS + "ORDER BY seq DESC",
                        row -> readable(row, reports.getOrDefault(row.getString(1), List.of())))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Run> readable(ResultSet row, List<String> reports) throws SQLException {
        String id = row.getString(1);
        try {
            return Optional.of(run(row, reports));
        } catch (StoreException e) {
            if (unreadable.add(id)) {
                LOG.warn("Run {} is left out of the list: it cannot be read", id, e);
            }
            return Optional.empty();
        }
    }

    /** The id itself where it is one, else all ids that begin so, at most two. */
    List<String> ids(String start) throws SQLException {
        List<String> exact = database.query("SELECT id FROM runs WHERE id = ?", row -> row.getString(1), start);
        if (!exact.isEmpty() || start.isEmpty()) {
            return exact;
        }
        String sql = "SELECT id FROM runs WHERE substr(id, 1, length(?1)) = ?1 LIMIT 2";
        return database.query(sql, row -> row.getString(1), start);
    }

    /** @throws StoreException {@code store.error.unreadable} (id, reason) where this version cannot read the run */
    Run load(String id) throws SQLException {
        List<String> reports =
                database.query("SELECT report FROM epochs WHERE run = ? ORDER BY epoch", row -> row.getString(1), id);
        return database.query(COLUMNS + "WHERE id = ?", row -> run(row, reports), id)
                .getFirst();
    }

    /** Numbers are never given out again, so that an id means one run for ever. */
    Run insert(RunSpec spec, Provenance provenance, Owner owner) throws SQLException {
        database.update(
                "INSERT INTO runs (id, spec, provenance, started, seconds, state, outcome, owner_pid, owner_started)"
                        + " VALUES ('', ?, ?, ?, 0, 'running', ?, ?, ?)",
                Specs.toJson(spec).toString(),
                Json.gson().toJson(provenance),
                Instant.now().toString(),
                json(new Outcome.Running()),
                owner.pid(),
                owner.started().toString());
        long number = database.query("SELECT last_insert_rowid()", row -> row.getLong(1))
                .getFirst();
        String id = String.format(Locale.ROOT, "%s-%s-%04d", spec.task(), spec.model(), number);
        database.update("UPDATE runs SET id = ? WHERE seq = ?", id, number);
        return load(id);
    }

    /** Gives the number of runs changed, as the other updates do. */
    int end(String id, Outcome outcome) throws SQLException {
        String sql = "UPDATE runs SET state = ?, outcome = ? WHERE id = ?";
        return database.update(sql, outcome.word(), json(outcome), id);
    }

    /** As {@link #end}, but for a run that is finished already. */
    int adopt(String id, Outcome outcome) throws SQLException {
        String sql = "UPDATE runs SET state = ?, outcome = ? WHERE id = ? AND state <> 'finished'";
        return database.update(sql, outcome.word(), json(outcome), id);
    }

    /** Runs that failed for that reason. */
    List<String> endedBy(String key) throws SQLException {
        String sql = "SELECT id FROM runs WHERE state = 'failed' AND json_extract(outcome, '$.reason.key') = ?";
        return database.query(sql, row -> row.getString(1), key);
    }

    /** Under way again, driven by that process. */
    int reopen(String id, Owner owner) throws SQLException {
        Outcome running = new Outcome.Running();
        String sql = "UPDATE runs SET state = ?, outcome = ?, owner_pid = ?, owner_started = ? WHERE id = ?";
        String started = owner.started().toString();
        return database.update(sql, running.word(), json(running), owner.pid(), started, id);
    }

    int seconds(String id, double seconds) throws SQLException {
        return database.update("UPDATE runs SET seconds = ? WHERE id = ?", Double.isFinite(seconds) ? seconds : 0, id);
    }

    int provenance(String id, Provenance provenance) throws SQLException {
        return database.update(
                "UPDATE runs SET provenance = ? WHERE id = ?", Json.gson().toJson(provenance), id);
    }

    /** Keeps the report and sets the run's time to the sum over its epochs. */
    int epoch(String id, EpochReport report) throws SQLException {
        int known = database.query("SELECT count(*) FROM runs WHERE id = ?", row -> row.getInt(1), id)
                .getFirst();
        if (known > 0) {
            String sql = "INSERT OR REPLACE INTO epochs (run, epoch, report) VALUES (?, ?, ?)";
            database.update(sql, id, report.epoch(), Json.gson().toJson(report));
            String sum = "SELECT coalesce(sum(json_extract(report, '$.seconds')), 0) FROM epochs WHERE run = ?1";
            database.update("UPDATE runs SET seconds = (" + sum + ") WHERE id = ?1", id);
        }
        return known;
    }

    List<Open> running() throws SQLException {
        return database.query(
                "SELECT id, owner_pid, owner_started FROM runs WHERE state = 'running'",
                row -> new Open(row.getString(1), new Owner(row.getLong(2), Instant.parse(row.getString(3)))));
    }

    int delete(String id) throws SQLException {
        return database.update("DELETE FROM runs WHERE id = ?", id);
    }

    private static Run run(ResultSet row, List<String> reports) throws SQLException {
        try {
            return new Run(
                    row.getString(1),
                    Specs.parse(row.getString(2)),
                    Json.gson().fromJson(row.getString(3), Provenance.class),
                    Instant.parse(row.getString(4)),
                    row.getDouble(5),
                    reports.stream()
                            .map(report -> Json.gson().fromJson(report, EpochReport.class))
                            .toList(),
                    Json.gson().fromJson(row.getString(6), Outcome.class));
        } catch (RuntimeException e) {
            // the columns hold text that another version wrote, or a hand: what it breaks is told by many exceptions
            throw new StoreException(Notice.of("store.error.unreadable", row.getString(1), e.getMessage()), e);
        }
    }

    private static String json(Outcome outcome) {
        return Json.gson().toJson(outcome, Outcome.class);
    }
}
