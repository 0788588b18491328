package io.riskloom.app.data;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.TaskItem;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The series or column that is looked at, and its charts. */
final class ChartChoice {

    private final Session session;
    private final Texts texts;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ObjectProperty<String> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<ChartModel> chart = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChartModel> returns = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper beyond = new ReadOnlyStringWrapper("");
    private final List<Measured> measured = new ArrayList<>();
    private TaskItem measuring;
    private boolean loading;

    /** @param changed called when the reader chose another series or column */
    ChartChoice(Session session, Texts texts, Runnable changed) {
        this.session = session;
        this.texts = texts;
        chosen.addListener((choice, before, now) -> {
            if (!loading) {
                changed.run();
                refresh();
            }
        });
    }

    /** Series of a price file, feature columns of a credit table. */
    ObservableList<String> names() {
        return names;
    }

    ObjectProperty<String> chosen() {
        return chosen;
    }

    /** Prices, or a column's distribution; null before a file is loaded. */
    ReadOnlyObjectProperty<ChartModel> chart() {
        return chart.getReadOnlyProperty();
    }

    /** The spread of the series' returns; null for a credit table and until it is measured. */
    ReadOnlyObjectProperty<ChartModel> returns() {
        return returns.getReadOnlyProperty();
    }

    /** What the chart of a credit column leaves out: missing cells and rare levels; else empty. */
    ReadOnlyStringProperty remark() {
        return remark.getReadOnlyProperty();
    }

    /** What the outer bars of the returns hold. */
    ReadOnlyStringProperty beyond() {
        return beyond.getReadOnlyProperty();
    }

    /** Offers the names of a file; what was chosen before stays chosen where the file has it. Null when the last file is closed. */
    void load(Dataset dataset) {
        measured.removeIf(m -> session.data().opened().stream().noneMatch(open -> open.imported() == m.imported()));
        List<String> offered = dataset == null ? List.of() : names(dataset.imported());
        loading = true;
        String before = chosen.get();
        names.setAll(offered);
        chosen.set(names.contains(before) ? before : offered.isEmpty() ? null : offered.getFirst());
        loading = false;
        if (dataset == null) {
            stop();
            chart.set(null);
            returns.set(null);
        }
    }

    private static List<String> names(Imported imported) {
        return switch (imported) {
            case Imported.Prices prices ->
                prices.series().stream().map(PriceHistory::symbol).toList();
            case Imported.Credit credit ->
                credit.book().features().stream().map(CreditColumn::name).toList();
        };
    }

    /** Draws anew, in the language as it is now; measures first where that was not done. */
    void refresh() {
        stop();
        Dataset dataset = session.dataset().get();
        String name = chosen.get();
        if (dataset == null || name == null) {
            return;
        }
        Imported imported = dataset.imported();
        if (imported instanceof Imported.Prices prices) {
            chart.set(new ChartModel.PriceChart(
                    prices.seriesNamed(name), texts.get("data.chart.price"), texts.get("data.chart.volume")));
        }
        Optional<Measured> known =
                measured.stream().filter(m -> m.isOf(imported, name)).findFirst();
        known.ifPresentOrElse(this::draw, () -> measure(dataset, name));
    }

    private void stop() {
        TaskItem running = measuring;
        measuring = null;
        if (running != null) {
            running.cancel();
        }
    }

    private void measure(Dataset dataset, String name) {
        Imported imported = dataset.imported();
        measuring = session.tasks()
                .run(
                        Notice.of("data.task.measure", dataset.name()),
                        item -> Measured.of(imported, name),
                        found -> {
                            measured.add(found);
                            draw(found);
                        },
                        reason -> {
                            if (!reason.equals(Tasks.CANCELLED)) {
                                session.report(reason);
                            }
                        });
    }

    private void draw(Measured found) {
        Optional<Returns.Spread> spread = found.returns();
        returns.set(spread.map(s -> Returns.chart(s, found.choice(), texts)).orElse(null));
        beyond.set(spread.map(s -> texts.get("data.chart.beyond", Formats.compact(s.reach())))
                .orElse(""));
        remark.set("");
        if (found.imported() instanceof Imported.Credit credit) {
            CreditColumn column = Measured.column(credit.book(), found.choice()).orElseThrow();
            chart.set(Distribution.chart(found.counts().orElseThrow(), credit.book(), column, texts));
            remark.set(Distribution.remark(column, texts));
        }
    }
}
