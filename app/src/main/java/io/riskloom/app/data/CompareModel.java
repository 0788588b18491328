package io.riskloom.app.data;

import io.riskloom.app.session.DataShelf;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.TaskItem;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.quality.ColumnShift;
import io.riskloom.engine.quality.Shift;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The active credit table against another open one, column by column. */
final class CompareModel {

    private final Session session;
    private final DataShelf shelf;
    private final ObservableList<Dataset> others = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Compared>> compared = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Compared> asked = Optional.empty();
    private TaskItem work;

    /** @param shifts one a feature of the active table */
    record Compared(Dataset active, Dataset other, List<ColumnShift> shifts) {}

    CompareModel(Session session) {
        this.session = session;
        this.shelf = session.data();
        InvalidationListener changed = change -> refresh();
        shelf.opened().addListener(changed);
        shelf.active().subscribe(this::refresh);
    }

    /** The other credit tables that are open; none where the active file is no credit table. */
    ObservableList<Dataset> others() {
        return others;
    }

    /** What came of the last comparison; empty where none was asked for or a file of it is gone. */
    ReadOnlyObjectProperty<Optional<Compared>> compared() {
        return compared.getReadOnlyProperty();
    }

    private void refresh() {
        Dataset active = shelf.active().get();
        others.setAll(shelf.opened().stream()
                .filter(file ->
                        active != null && book(active).isPresent() && book(file).isPresent())
                .filter(file -> !file.file().equals(active.file()))
                .toList());
        asked.ifPresent(before -> {
            if (active == null || !active.file().equals(before.active().file())) {
                clear();
            } else {
                again(before, active);
            }
        });
    }

    /** Compares anew where one of the two files is read differently now. */
    private void again(Compared before, Dataset active) {
        Path file = before.other().file();
        Optional<Dataset> other =
                others.stream().filter(d -> d.file().equals(file)).findFirst();
        if (other.isEmpty()) {
            clear();
        } else if (active != before.active() || other.get() != before.other()) {
            with(other.get());
        }
    }

    /** Compares the active file with another in the background. */
    void with(Dataset other) {
        clear();
        Dataset active = shelf.active().get();
        CreditBook first = book(active).orElseThrow();
        CreditBook second = book(other).orElseThrow();
        Compared pair = new Compared(active, other, List.of());
        asked = Optional.of(pair);
        work = session.tasks()
                .run(
                        Notice.of("data.task.compare", active.name(), other.name()),
                        item -> Shift.between(first, second),
                        shifts -> {
                            if (asked.filter(now -> now == pair).isPresent()) {
                                compared.set(Optional.of(new Compared(active, other, shifts)));
                            }
                        },
                        session::report);
    }

    void clear() {
        asked = Optional.empty();
        if (work != null) {
            work.cancel();
        }
        compared.set(Optional.empty());
    }

    private static Optional<CreditBook> book(Dataset dataset) {
        return dataset.imported() instanceof Imported.Credit credit ? Optional.of(credit.book()) : Optional.empty();
    }
}
