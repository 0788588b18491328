package io.riskloom.app.session;

import io.riskloom.app.task.TaskItem;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.quality.Reading;
import java.nio.file.Path;
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
    private final Readings readings;
    private final ShelfMemory memory;
    private final RecentFiles recent;
    private final ObservableList<Dataset> opened = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Dataset> active = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Refusal> refused = FXCollections.observableArrayList();
    private final ReadingChanges changes;
    private final AskedFiles asked;

    DataShelf(Session session) {
        this.session = session;
        this.readings = new Readings(session);
        this.opener = new FileOpener(readings);
        this.changes = new ReadingChanges(session, this, opener, readings);
        this.memory = new ShelfMemory(session);
        this.asked = new AskedFiles(memory);
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

    /** Whether nobody looks at the file now: it was only opened again, behind the one shown, when the project was. */
    public boolean behind(Refusal refusal) {
        return asked.behind(refusal.file());
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
        List<Path> named = files.stream().map(DataShelf::absolute).toList();
        named.forEach(asked::add);
        if (!named.isEmpty()) {
            asked.want(named.getFirst());
        }
        named.forEach(file -> open(file, Optional.empty()));
    }

    public TaskItem open(Path named) {
        Path file = absolute(named);
        asked.add(file);
        asked.want(file);
        return open(file, Optional.empty());
    }

    /** Opens a file in the place of one that is not where it was; its reading goes with it. */
    public void relink(Path missing, Path found) {
        Path file = absolute(found);
        asked.replace(missing, file);
        asked.want(file);
        open(file, Optional.of(missing));
    }

    private static Path absolute(Path named) {
        return named.toAbsolutePath().normalize();
    }

    private TaskItem open(Path file, Optional<Path> standsFor) {
        Notice title = Notice.of("common.task.load", file.getFileName());
        Optional<Reading> before = find(file).map(Dataset::reading);
        return session.tasks()
                .run(
                        title,
                        item -> opener.open(file, standsFor, new ReadProgress(item, title)),
                        attempt -> {
                            boolean asLeft = find(file).map(Dataset::reading).equals(before);
                            if (asked.contains(file) && asLeft) {
                                take(attempt, standsFor);
                            } else if (asked.wanted(file)) { // a correction made meanwhile is newer than what was read
                                find(file).ifPresent(active::set);
                            }
                        },
                        failure -> {
                            fail(file, failure);
                            session.report(failure);
                        });
    }

    private void take(FileOpener.Attempt attempt, Optional<Path> standsFor) {
        switch (attempt) {
            case FileOpener.Read read -> {
                standsFor.ifPresent(recent::forget);
                readings.keep(read.dataset().file(), read.keep());
                put(read.dataset());
            }
            case FileOpener.Refused no -> refuse(no.refusal());
        }
    }

    private void fail(Path file, Notice failure) {
        boolean known = place(file) >= 0
                || refused.stream().anyMatch(refusal -> refusal.file().equals(file));
        if (!known && !asked.waits(file, failure)) {
            asked.remove(file);
            if (asked.wanted(file)) {
                wantActive();
            }
        }
    }

    private void wantActive() {
        asked.want(active.get() == null ? null : active.get().file());
    }

    private void refuse(Refusal refusal) {
        session.dismissProblem();
        refused.removeIf(other -> other.file().equals(refusal.file()));
        refused.add(refusal);
    }

    /** Sets a refused file aside: it is not asked for any longer. */
    public void setAside(Refusal refusal) {
        refused.remove(refusal);
        if (place(refusal.file()) < 0) {
            asked.remove(refusal.file());
            if (asked.wanted(refusal.file())) {
                wantActive();
            }
        }
    }

    private void put(Dataset read) {
        session.dismissProblem();
        int place = place(read.file());
        Dataset dataset = read;
        if (place >= 0) {
            Dataset before = opened.get(place);
            dataset = sameData(before, read) ? read.with(before.history()) : read;
            opened.set(place, dataset);
        } else {
            opened.add(dataset);
            opened.sort(Comparator.comparingInt(d -> asked.place(d.file())));
        }
        refused.removeIf(refusal -> refusal.file().equals(read.file()));
        recent.opened(read.file());
        if (active.get() == null
                || asked.wanted(read.file())
                || active.get().file().equals(read.file())) {
            active.set(dataset);
        }
    }

    private static boolean sameData(Dataset before, Dataset now) {
        return before.reading().equals(now.reading())
                && before.imported()
                        .source()
                        .sha256()
                        .equals(now.imported().source().sha256());
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
        asked.want(dataset.file());
        active.set(dataset);
    }

    /** Closes a file; its neighbour becomes active, none where it was the last. */
    public void close(Dataset dataset) {
        int place = place(dataset.file());
        opened.remove(place);
        asked.remove(dataset.file());
        refused.removeIf(refusal -> refusal.file().equals(dataset.file()));
        if (active.get().file().equals(dataset.file())) {
            active.set(opened.isEmpty() ? null : opened.get(Math.min(place, opened.size() - 1)));
            wantActive();
        }
    }

    Optional<Dataset> find(Path file) {
        return opened.stream().filter(d -> d.file().equals(file)).findFirst();
    }

    /** Takes a file as it was read, open or not, and makes it the active one. */
    void take(Dataset dataset) {
        asked.add(dataset.file());
        asked.want(dataset.file());
        put(dataset);
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
            return;
        }
        List<Path> there = asked.restore(kept);
        there.forEach(file -> open(file, Optional.empty()));
        if (there.isEmpty()) {
            fallback.ifPresent(this::open);
        }
    }

    /** What the project remembers; reads disk and database, so call it off the JavaFX thread. */
    ShelfMemory.Kept remembered() {
        return memory.kept(recent.remembered());
    }
}
