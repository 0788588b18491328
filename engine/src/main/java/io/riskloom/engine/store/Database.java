package io.riskloom.engine.store;

import io.riskloom.engine.data.Notice;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The project's SQLite file: write-ahead log, foreign keys, transactions that take the write lock at once, and the version
 * of the tables in {@code PRAGMA user_version}. Not thread-safe; {@link Project} guards it.
 */
final class Database implements AutoCloseable {

    private static final Duration BUSY = Duration.ofSeconds(15);

    /** Each makes a version's tables out of those of the version before. */
    private static final List<List<String>> VERSIONS = List.of(
            List.of("""
            CREATE TABLE runs (
                seq INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL UNIQUE,
                spec TEXT NOT NULL,
                provenance TEXT NOT NULL,
                started TEXT NOT NULL,
                seconds REAL NOT NULL,
                state TEXT NOT NULL,
                outcome TEXT NOT NULL,
                owner_pid INTEGER NOT NULL,
                owner_started TEXT NOT NULL)""", """
            CREATE TABLE epochs (
                run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
                epoch INTEGER NOT NULL,
                report TEXT NOT NULL,
                PRIMARY KEY (run, epoch)) WITHOUT ROWID""", "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"),
            List.of("""
            CREATE TABLE studies (
                seq INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL UNIQUE,
                spec TEXT NOT NULL,
                data_sha256 TEXT NOT NULL,
                started TEXT NOT NULL,
                seconds REAL NOT NULL,
                state TEXT NOT NULL,
                owner_pid INTEGER NOT NULL,
                owner_started TEXT NOT NULL)""", "ALTER TABLE runs ADD COLUMN study TEXT REFERENCES studies (id)"));

    private final Path file;
    private final Connection connection;

    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** @throws StoreException where the file is no database, or one of a newer version */
    static Database open(Path file) {
        return open(file, BUSY);
    }

    /** @param busy how long a call waits for another process to let go of the write lock */
    static Database open(Path file, Duration busy) {
        Connection connection = connect(file, busy);
        Database database = new Database(file, connection);
        try {
            database.transaction(() -> {
                database.prepareTables();
                return null;
            });
        } catch (RuntimeException e) {
            try (database) {
                throw e;
            }
        }
        return database;
    }

    private static Connection connect(Path file, Duration busy) {
        String url = "jdbc:sqlite:" + file;
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Math.toIntExact(busy.toMillis()));
        try {
            return config.createConnection(url);
        } catch (SQLException e) {
            if (!noRoom(e)) {
                throw failure(file, e);
            }
            try {
                return alone(url, busy);
            } catch (SQLException again) {
                again.addSuppressed(e);
                throw failure(file, again);
            }
        }
    }

    /**
     * A full disk has no room for the memory that processes share; without others it is not needed. That has to be said
     * before anything else is asked.
     */
    private static Connection alone(String url, Duration busy) throws SQLException {
        Connection connection = new SQLiteConfig().createConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.execute("PRAGMA busy_timeout = " + busy.toMillis());
            statement.execute("PRAGMA synchronous = NORMAL");
            statement.execute("PRAGMA foreign_keys = ON");
            return connection;
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }

    /** Whether the disk is full. */
    static boolean noRoom(Throwable e) {
        return e instanceof SQLiteException sqlite
                && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL
                        || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE);
    }

    private void prepareTables() throws SQLException {
        int version = query("PRAGMA user_version", row -> row.getInt(1)).getFirst();
        if (version > VERSIONS.size()) {
            throw new StoreException(Notice.of("store.error.newer", file, version, VERSIONS.size()), null);
        }
        if (version == VERSIONS.size()) {
            return;
        }
        for (List<String> next : VERSIONS.subList(version, VERSIONS.size())) {
            for (String statement : next) {
                send(statement);
            }
        }
        send("PRAGMA user_version = " + VERSIONS.size());
    }

    /**
     * All of the work or none of it. The statements are sent by hand and JDBC stays in autocommit: the driver would begin
     * a transaction within {@code setAutoCommit} and the next one within {@code commit}, so that a lock held by another
     * process left the connection half-way, and work that was kept was reported as failed.
     */
    <T> T transaction(Work<T> work) {
        try {
            send("BEGIN IMMEDIATE");
            try {
                T result = work.run();
                send("COMMIT");
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(e);
                throw e;
            }
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    private void rollBack(Exception reason) {
        try {
            send("ROLLBACK");
        } catch (SQLException e) {
            // also where SQLite has rolled back by itself, as on a full disk
            reason.addSuppressed(e);
        }
    }

    private void send(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    <T> T read(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    <T> List<T> query(String sql, Row<T> row, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return rows;
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static StoreException failure(Path file, SQLException e) {
        boolean foreign = e instanceof SQLiteException s
                && (s.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB
                        || s.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT);
        return new StoreException(
                foreign
                        ? Notice.of("store.error.corrupt", file)
                        : Notice.of("store.error.database", file, e.getMessage()),
                e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }
}
