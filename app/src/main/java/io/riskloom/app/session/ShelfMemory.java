package io.riskloom.app.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Remembers in the project which files are open. */
final class ShelfMemory {

    private static final String KEY = "datasets";
    private static final String ONE = "dataset"; // what projects kept while only one file could be open

    private final Session session;

    ShelfMemory(Session session) {
        this.session = session;
    }

    private record Stored(List<String> opened, String active) {}

    /**
     * @param opened  the files asked for, in order
     * @param missing those of them that are not there now, as on a drive that is not connected
     * @param active  the one that pages are to work on, where it is there
     */
    record Kept(List<Path> opened, List<Path> missing, Optional<Path> active, List<RecentFile> recent) {}

    /** @param active null where no file is open */
    void keep(List<Path> asked, Path active) {
        List<String> files = asked.stream().map(Path::toString).toList();
        session.remember(KEY, StoredJson.of(new Stored(files, active == null ? "" : active.toString())));
    }

    /** Looks at the disk, so call it off the JavaFX thread. */
    Kept kept(List<RecentFile> recent) {
        Optional<Stored> stored = session.remembered(KEY)
                .flatMap(json -> StoredJson.parse(json, Stored.class))
                .filter(s -> s.opened() != null)
                .or(() -> session.remembered(ONE).map(file -> new Stored(List.of(file), file)));
        List<Path> opened = stored.map(s -> StoredJson.paths(s.opened())).orElse(List.of());
        List<Path> missing = opened.stream().filter(file -> !Files.exists(file)).toList();
        Optional<Path> active = stored.map(Stored::active)
                .flatMap(name -> StoredJson.paths(List.of(name)).stream().findFirst());
        return new Kept(
                opened, missing, active.filter(opened::contains).filter(file -> !missing.contains(file)), recent);
    }
}
