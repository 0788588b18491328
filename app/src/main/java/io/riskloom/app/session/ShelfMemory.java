package io.riskloom.app.session;

import com.google.gson.Gson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Remembers in the project which files are open. */
final class ShelfMemory {

    private static final String KEY = "datasets";
    private static final String ONE = "dataset"; // what projects kept while only one file could be open
    private static final Gson GSON = new Gson();

    private final Session session;

    ShelfMemory(Session session) {
        this.session = session;
    }

    private record Stored(List<String> opened, String active) {}

    /**
     * @param opened the files that are still there, in order
     * @param active the one that pages worked on, where it is still there
     */
    record Kept(List<Path> opened, Optional<Path> active, List<RecentFile> recent) {}

    void keep(List<Dataset> opened, Dataset active) {
        List<String> files = opened.stream().map(d -> d.file().toString()).toList();
        String shown = active == null ? "" : active.file().toString();
        session.remember(KEY, GSON.toJson(new Stored(files, shown)));
    }

    Kept kept(List<RecentFile> recent) {
        Optional<Stored> stored = session.remembered(KEY)
                .map(json -> GSON.fromJson(json, Stored.class))
                .or(() -> session.remembered(ONE).map(file -> new Stored(List.of(file), file)));
        List<Path> opened = stored.stream()
                .flatMap(s -> s.opened().stream())
                .map(Path::of)
                .filter(Files::exists)
                .toList();
        Optional<Path> active = stored.map(s -> Path.of(s.active())).filter(opened::contains);
        return new Kept(opened, active, recent);
    }
}
