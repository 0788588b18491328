package io.riskloom.app.session;

import io.riskloom.app.task.TaskItem;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.quality.Loaded;
import io.riskloom.engine.quality.Reading;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Reads opened files in another way, which can be undone; on the JavaFX thread. A change is remembered once it is shown. */
public final class ReadingChanges {

    private final Session session;
    private final DataShelf shelf;
    private final FileOpener opener;
    private final Readings readings;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private TaskItem work;

    ReadingChanges(Session session, DataShelf shelf, FileOpener opener, Readings readings) {
        this.session = session;
        this.shelf = shelf;
        this.opener = opener;
        this.readings = readings;
    }

    /** Whether a file is being read in another way; until it is, no other change is taken. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Reads the active file in another way. Where it cannot be read so, nothing changes. */
    public void reread(Reading reading) {
        Dataset now = shelf.active().get();
        change(now, reading, now.history().left(now.reading()), standing(now, reading));
    }

    /** Makes the corrections that the active file's note offers, and those made since after them. */
    public void apply(OpenNote note) {
        Dataset now = shelf.active().get();
        change(now, note.before(now.reading()), now.history().left(now.reading()), Optional.empty());
    }

    public void undo() {
        Dataset now = shelf.active().get();
        if (now != null && now.history().canUndo()) {
            Reading reading = now.history().before().getLast();
            change(now, reading, now.history().back(now.reading()), standing(now, reading));
        }
    }

    public void redo() {
        Dataset now = shelf.active().get();
        if (now != null && now.history().canRedo()) {
            Reading reading = now.history().undone().getLast();
            change(now, reading, now.history().forth(now.reading()), standing(now, reading));
        }
    }

    /** A note stands until it is dealt with; one that speaks of the settings is, where others are chosen. */
    private static Optional<OpenNote> standing(Dataset now, Reading next) {
        boolean sameSettings = next.settings().equals(now.reading().settings());
        return now.note().filter(note -> sameSettings || note.offersSteps());
    }

    private void change(Dataset from, Reading reading, ReadingHistory history, Optional<OpenNote> note) {
        if (busy.get()) {
            return; // the click before is still on its way
        }
        Notice title = Notice.of("common.task.load", from.name());
        run(title, item -> opener.reread(from, reading, history, note, new ReadProgress(item, title)), changed -> {
            boolean asLeft = shelf.find(from.file())
                    .filter(now -> now.reading().equals(from.reading()))
                    .isPresent();
            if (asLeft) {
                keep(changed);
                shelf.replace(changed.dataset());
            }
        });
    }

    private void run(Notice title, Tasks.Work<FileOpener.Changed> reread, Consumer<FileOpener.Changed> done) {
        busy.set(true);
        work = session.tasks()
                .run(
                        title,
                        reread,
                        changed -> {
                            busy.set(false);
                            session.dismissProblem();
                            done.accept(changed);
                        },
                        failure -> {
                            busy.set(false);
                            session.report(failure);
                        });
    }

    private void keep(FileOpener.Changed changed) {
        Dataset dataset = changed.dataset();
        readings.keep(dataset.file(), Readings.Kept.of(dataset));
        changed.alike()
                .ifPresent(name -> readings.keepAlike(name, dataset.reading().settings()));
    }

    /**
     * Takes a file as it was read while its settings were looked for; a change on its way gives way to it.
     *
     * @param taken called once it is open
     */
    public void adopt(Path file, Loaded loaded, Runnable taken) {
        if (busy.get()) {
            work.cancel();
        }
        Optional<Dataset> before = shelf.find(file);
        Notice title = Notice.of("common.task.keep", file.getFileName());
        run(
                title,
                item -> before.isPresent()
                        ? opener.adopted(before.get(), loaded, standing(before.get(), loaded.reading()))
                        : opener.adopted(file, loaded),
                changed -> {
                    keep(changed);
                    shelf.take(changed.dataset());
                    taken.run();
                });
    }

    /** Takes the active file's note off; what it held back is not remembered any longer. */
    public void dismiss(OpenNote note) {
        if (busy.get()) {
            return; // what is on its way carries the note along
        }
        Dataset without = shelf.active().get().without(note);
        shelf.replace(without);
        readings.keep(without.file(), Readings.Kept.of(without));
    }
}
