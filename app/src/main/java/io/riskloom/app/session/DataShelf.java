package io.riskloom.app.session;

import io.riskloom.app.task.TaskItem;
import io.riskloom.engine.data.Notice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The opened files and which of them the pages work on; changed on the JavaFX thread. */
public final class DataShelf {

    private final Session session;
    private final FileOpener opener;
    private final ShelfMemory memory;
    private final RecentFiles recent;
    private final ObservableList<Dataset> opened = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Dataset> active = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Refusal> refused = FXCollections.observableArrayList();
    private final ReadingChanges changes;
    private final List<Path> order = new ArrayList<>();

    DataShelf(Session session) {
        this.session = session;
        this.opener = new FileOpener(new Readings(session.project()));
        this.changes = new ReadingChanges(session, this, opener);
        this.memory = new ShelfMemory(session);
        this.recent = new RecentFiles(session);
    }

    /** In the order in which they were asked for. */
    public ObservableList<Dataset> opened() {
        return opened;
    }

    /** The file that pages work on, null before one is opened. */
    public ReadOnlyObjectProperty<Dataset> active() {
        return active.getReadOnlyProperty();
    }

    /** Files that were asked for and could not be used; they wait until they are read in another way or set aside. */
    public ObservableList<Refusal> refused() {
        return refused;
    }

    /** How opened files are read in another way. */
    public ReadingChanges changes() {
        return changes;
    }

    public RecentFiles recent() {
        return recent;
    }

    /** Opens files in the background, each by itself; the first of them becomes the active one. */
    public void open(List<Path> files) {
        for (int i = 0; i < files.size(); i++) {
            open(files.get(i), i == 0, Optional.empty());
        }
    }

    public TaskItem open(Path file) {
        return open(file, true, Optional.empty());
    }

    /** Opens a file in the place of one that is not where it was; its reading goes with it. */
    public void relink(Path missing, Path found) {
        open(found, true, Optional.of(missing));
    }

    private TaskItem open(Path named, boolean show, Optional<Path> standsFor) {
        Path file = named.toAbsolutePath().normalize();
        if (!order.contains(file)) {
            order.add(file);
        }
        Notice title = Notice.of("common.task.load", file.getFileName());
        return session.tasks()
                .run(
                        title,
                        item -> opener.open(file, standsFor, new ReadProgress(item, title)),
                        attempt -> {
                            switch (attempt) {
                                case FileOpener.Read read -> {
                                    standsFor.ifPresent(recent::forget);
                                    put(read.dataset(), show || active.get() == null);
                                }
                                case FileOpener.Refused no -> refuse(no.refusal());
                            }
                        },
                        session::report);
    }

    private void refuse(Refusal refusal) {
        session.dismissProblem();
        refused.removeIf(other -> other.file().equals(refusal.file()));
        refused.add(refusal);
    }

    /** Sets a refused file aside. */
    public void setAside(Refusal refusal) {
        refused.remove(refusal);
    }

    private void put(Dataset read, boolean show) {
        session.dismissProblem();
        int place = place(read.file());
        Dataset dataset = read;
        if (place >= 0) {
            Dataset before = opened.get(place);
            dataset = before.reading().equals(read.reading()) ? read.with(before.history()) : read;
            opened.set(place, dataset);
        } else {
            opened.add(dataset);
            opened.sort(Comparator.comparingInt(d -> order.indexOf(d.file())));
        }
        refused.removeIf(refusal -> refusal.file().equals(read.file()));
        recent.opened(read.file());
        if (show || active.get().file().equals(read.file())) {
            active.set(dataset);
        }
        memory.keep(opened, active.get());
    }

    private int place(Path file) {
        for (int i = 0; i < opened.size(); i++) {
            if (opened.get(i).file().equals(file)) {
                return i;
            }
        }
        return -1;
    }

    /** Makes an opened file the one that pages work on. */
    public void show(Dataset dataset) {
        active.set(dataset);
        memory.keep(opened, dataset);
    }

    /** Closes a file; its neighbour becomes active, none where it was the last. */
    public void close(Dataset dataset) {
        int place = place(dataset.file());
        opened.remove(place);
        order.remove(dataset.file());
        if (active.get().file().equals(dataset.file())) {
            active.set(opened.isEmpty() ? null : opened.get(Math.min(place, opened.size() - 1)));
        }
        memory.keep(opened, active.get());
    }

    Optional<Dataset> find(Path file) {
        return opened.stream().filter(d -> d.file().equals(file)).findFirst();
    }

    /** Takes a file as it was read, open or not, and makes it the active one. */
    void take(Dataset dataset) {
        put(dataset, true);
    }

    /** Puts a file that is read differently in its own place; nothing where it was closed meanwhile. */
    void replace(Dataset dataset) {
        int place = place(dataset.file());
        if (place >= 0) {
            boolean shown = active.get().file().equals(dataset.file());
            opened.set(place, dataset);
            if (shown) {
                active.set(dataset);
            }
        }
    }

    /** Opens what was named, else what was open when the project was last used, else {@code fallback}. */
    void restore(List<Path> named, ShelfMemory.Kept kept, Optional<Path> fallback) {
        recent.restore(kept.recent());
        if (!named.isEmpty()) {
            open(named);
        } else if (kept.opened().isEmpty()) {
            fallback.ifPresent(this::open);
        } else {
            Path shown = kept.active().orElse(kept.opened().getFirst());
            kept.opened().forEach(file -> open(file, file.equals(shown), Optional.empty()));
        }
    }

    /** What the project remembers; reads disk and database, so call it off the JavaFX thread. */
    ShelfMemory.Kept remembered() {
        return memory.kept(recent.remembered());
    }
}
