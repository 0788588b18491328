package io.riskloom.app.forecast;

import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.TaskItem;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.run.Training;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** Reads the prices of the run on show: from the open file where it is the run's, else from disk. One reading at a time. */
final class RunPrices {

    private final Session session;
    private final ReadOnlyObjectWrapper<ShownSeries> series = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Notice> note = new ReadOnlyObjectWrapper<>();
    private final ObservableValue<PriceHistory> prices = series.map(ShownSeries::prices);
    private Run run;
    private TaskItem reading;
    private Object asked; // the reading that is waited for, null where none

    RunPrices(Session session) {
        this.session = session;
        session.dataset().addListener((data, before, now) -> {
            if (run != null && series.get() == null && (asked == null || isOpen())) {
                show(run);
            }
        });
    }

    /** Null until it is there. */
    ReadOnlyObjectProperty<ShownSeries> series() {
        return series.getReadOnlyProperty();
    }

    /** The prices of {@link #series()}. */
    ObservableValue<PriceHistory> prices() {
        return prices;
    }

    /** Why there is no series, or how it differs from what was trained on; null where all is well. */
    ReadOnlyObjectProperty<Notice> note() {
        return note.getReadOnlyProperty();
    }

    /** @param now null for none */
    void show(Run now) {
        stop();
        series.set(null);
        note.set(null);
        run = now;
        if (run != null) {
            read(run);
        }
    }

    /** Whether the active file is the run's, read as the run read it. */
    private boolean isOpen() {
        Dataset open = session.dataset().get();
        return open != null
                && same(open.file(), Path.of(run.spec().data()))
                && open.loaded().reading().equals(run.spec().reading());
    }

    private void read(Run shown) {
        Imported open = isOpen() ? session.dataset().get().imported() : null;
        Object ask = new Object();
        asked = ask;
        reading = session.tasks()
                .run(
                        Notice.of(
                                "common.task.load", Path.of(shown.spec().data()).getFileName()),
                        item -> ShownSeries.of(shown, open != null ? open : Training.read(shown.spec())),
                        found -> answer(ask, () -> {
                            note.set(found.note().orElse(null));
                            series.set(found);
                        }),
                        reason -> answer(ask, () -> note.set(reason)));
    }

    /** Drops what comes after another run was chosen or the file was found open. */
    private void answer(Object ask, Runnable use) {
        if (asked == ask) {
            asked = null;
            use.run();
        }
    }

    private void stop() {
        asked = null;
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
    }

    static boolean same(Path a, Path b) {
        return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }
}
