package io.riskloom.app.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The files opened in this project, newest first, {@value #MOST} of them; kept in the project. */
public final class RecentFiles {

    static final int MOST = 12;

    private static final String KEY = "recent";

    private final Session session;
    private final ObservableList<RecentFile> files = FXCollections.observableArrayList();

    RecentFiles(Session session) {
        this.session = session;
    }

    public ObservableList<RecentFile> files() {
        return files;
    }

    /** Looks again which of the files are there. */
    public void refresh() {
        List<Path> paths = paths();
        session.tasks().background(() -> {
            List<RecentFile> found = look(paths);
            session.tasks().ui(() -> {
                if (paths().equals(paths)) {
                    files.setAll(found);
                }
            });
        });
    }

    /** What the project remembers; looks at the disk, so call it off the JavaFX thread. */
    List<RecentFile> remembered() {
        return session.remembered(KEY)
                .flatMap(json -> StoredJson.parse(json, String[].class))
                .map(files -> look(StoredJson.paths(Arrays.asList(files))))
                .orElse(List.of());
    }

    void restore(List<RecentFile> found) {
        files.setAll(found);
    }

    void opened(Path file) {
        List<RecentFile> next = new ArrayList<>(files);
        next.removeIf(recent -> recent.file().equals(file));
        next.addFirst(new RecentFile(file, false));
        set(next.subList(0, Math.min(MOST, next.size())));
    }

    void forget(Path file) {
        List<RecentFile> next = new ArrayList<>(files);
        next.removeIf(recent -> recent.file().equals(file));
        set(next);
    }

    private void set(List<RecentFile> next) {
        files.setAll(next);
        session.remember(KEY, StoredJson.of(paths().stream().map(Path::toString).toList()));
    }

    private List<Path> paths() {
        return files.stream().map(RecentFile::file).toList();
    }

    private static List<RecentFile> look(List<Path> paths) {
        return paths.stream()
                .map(path -> new RecentFile(path, !Files.exists(path)))
                .toList();
    }
}
