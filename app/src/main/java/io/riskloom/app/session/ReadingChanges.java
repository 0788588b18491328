package io.riskloom.app.session;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.quality.Loaded;
import io.riskloom.engine.quality.Reading;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Reads opened files in another way, which can be undone; on the JavaFX thread. */
public final class ReadingChanges {

    private final Session session;
    private final DataShelf shelf;
    private final FileOpener opener;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    ReadingChanges(Session session, DataShelf shelf, FileOpener opener) {
        this.session = session;
        this.shelf = shelf;
        this.opener = opener;
    }

    /** Whether the active file is being read in another way; until it is, no other change is taken. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Reads the active file in another way. Where it cannot be read so, nothing changes. */
    public void reread(Reading reading) {
        Dataset now = shelf.active().get();
        change(now, reading, now.history().left(now.reading()));
    }

    public void undo() {
        Dataset now = shelf.active().get();
        if (now != null && now.history().canUndo()) {
            change(now, now.history().before().getLast(), now.history().back(now.reading()));
        }
    }

    public void redo() {
        Dataset now = shelf.active().get();
        if (now != null && now.history().canRedo()) {
            change(now, now.history().undone().getLast(), now.history().forth(now.reading()));
        }
    }

    private void change(Dataset from, Reading reading, ReadingHistory history) {
        if (busy.get()) {
            return; // the click before is still on its way
        }
        busy.set(true);
        Notice title = Notice.of("common.task.load", from.name());
        session.tasks()
                .run(
                        title,
                        item -> opener.reread(from, reading, new ReadProgress(item, title)),
                        loaded -> {
                            busy.set(false);
                            session.dismissProblem();
                            shelf.replace(new Dataset(from.file(), loaded, history, Optional.empty()));
                        },
                        failure -> {
                            busy.set(false);
                            session.report(failure);
                        });
    }

    /** Takes a file as it was read while its settings were looked for. */
    public void adopt(Path file, Loaded loaded) {
        Optional<Dataset> before = shelf.find(file);
        ReadingHistory history = before.map(d -> d.history().left(d.reading())).orElse(ReadingHistory.EMPTY);
        Reading left = before.map(Dataset::reading).orElse(Reading.PLAIN);
        session.tasks()
                .run(
                        Notice.of("common.task.keep", file.getFileName()),
                        item -> {
                            opener.keep(file, left.settings(), loaded);
                            return new Dataset(file, loaded, history, Optional.empty());
                        },
                        shelf::take,
                        session::report);
    }

    /** Takes the note off; what it held back is not remembered any longer. */
    public void dismiss(Dataset dataset, OpenNote note) {
        shelf.replace(dataset.without(note));
        if (!note.offered().plain()) {
            session.tasks()
                    .run(
                            Notice.of("common.task.keep", dataset.name()),
                            item -> {
                                opener.keep(dataset);
                                return dataset;
                            },
                            kept -> {},
                            session::report);
        }
    }
}
