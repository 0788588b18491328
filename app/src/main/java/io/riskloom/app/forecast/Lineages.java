package io.riskloom.app.forecast;

import io.riskloom.app.session.Session;
import io.riskloom.app.task.TaskItem;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.run.Lineage;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Works out in the background which rows made the forecast that is looked at; without a chosen day, the last test forecast. */
final class Lineages {

    private final Session session;
    private final ForecastViewModel model;
    private final ReadOnlyObjectWrapper<Lineage> lineage = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Notice> trouble = new ReadOnlyObjectWrapper<>();
    private TaskItem working;
    private Object asked;

    Lineages(Session session, ForecastViewModel model) {
        this.session = session;
        this.model = model;
        model.prices().series().addListener((series, before, now) -> find());
        model.origin().day().addListener((day, before, now) -> find());
        find();
    }

    /** Null until it is known. */
    ReadOnlyObjectProperty<Lineage> lineage() {
        return lineage.getReadOnlyProperty();
    }

    /** Why there is none; null where there is or will be. */
    ReadOnlyObjectProperty<Notice> trouble() {
        return trouble.getReadOnlyProperty();
    }

    private void find() {
        asked = null;
        if (working != null) {
            working.cancel();
            working = null;
        }
        trouble.set(null);
        ShownSeries series = model.prices().series().get();
        List<LocalDate> origins = model.origin().origins();
        if (series == null || origins.isEmpty()) {
            lineage.set(null);
            return;
        }
        if (model.caution()) { // other rows than those that the run saw
            lineage.set(null);
            trouble.set(Notice.of("forecast.leaks.changed"));
            return;
        }
        LocalDate chosen = model.origin().day().get();
        LocalDate day = chosen == null ? origins.getLast() : chosen;
        Run run = model.chosen().run().get();
        Object ask = new Object();
        asked = ask;
        working = session.tasks()
                .run(
                        Notice.of("forecast.task.lineage"),
                        item -> of(run, series, day),
                        found -> answer(ask, () -> lineage.set(found)),
                        reason -> answer(ask, () -> {
                            lineage.set(null);
                            trouble.set(reason);
                        }));
    }

    private static Lineage of(Run run, ShownSeries series, LocalDate day) throws Exception {
        PriceHistory prices = series.prices();
        int origin = Collections.binarySearch(prices.dates(), day);
        return Lineage.of(run.spec(), prices, prices.size() - series.days(), origin);
    }

    private void answer(Object ask, Runnable use) {
        if (asked == ask) {
            asked = null;
            use.run();
        }
    }
}
