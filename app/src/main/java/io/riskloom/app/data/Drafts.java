package io.riskloom.app.data;

import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.Refusal;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.quality.Reading;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;

/**
 * Which file's settings are being looked for. A file that was just refused shows itself where no other does; leaving it changes
 * nothing, it waits among the open files.
 */
final class Drafts {

    private final Session session;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<DraftModel> shown = new ReadOnlyObjectWrapper<>();

    Drafts(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        session.data().refused().addListener((ListChangeListener<Refusal>) this::refused);
        first(session.data().refused());
    }

    /** Null where none. */
    ReadOnlyObjectProperty<DraftModel> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Looks for other settings for the active file. */
    void check() {
        Dataset dataset = session.dataset().get();
        show(dataset.file(), dataset.reading());
    }

    void show(Refusal refusal) {
        show(refusal.file(), refusal.reading());
    }

    private void show(Path file, Reading start) {
        leave();
        shown.set(new DraftModel(session, texts, file, start, () -> shown.set(null)));
    }

    void leave() {
        if (shown.get() != null) {
            shown.get().cancel();
        }
    }

    private void refused(ListChangeListener.Change<? extends Refusal> change) {
        while (change.next()) {
            if (shown.get() != null && change.getRemoved().stream().anyMatch(this::setAside)) {
                leave();
            }
            first(change.getAddedSubList());
        }
    }

    /** A file that is open by now was read, not set aside. */
    private boolean setAside(Refusal refusal) {
        Path file = refusal.file();
        return shown.get().file().equals(file)
                && session.data().opened().stream().noneMatch(d -> d.file().equals(file));
    }

    private void first(List<? extends Refusal> refused) {
        if (shown.get() == null) {
            refused.stream()
                    .filter(refusal -> !session.data().behind(refusal))
                    .findFirst()
                    .ifPresent(this::show);
        }
    }

    /** A check of a file that is active no longer ends; a refused file waits on. */
    void activeChanged(Dataset active) {
        DraftModel open = shown.get();
        boolean refused = open != null
                && session.data().refused().stream().anyMatch(r -> r.file().equals(open.file()));
        if (open != null && !refused && (active == null || !active.file().equals(open.file()))) {
            open.cancel();
        }
    }
}
