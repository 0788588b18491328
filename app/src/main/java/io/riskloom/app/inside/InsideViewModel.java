package io.riskloom.app.inside;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.Direction;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.FeatureMaps;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.Requests;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Which window the classifier looks at and what it makes of it. One question is under way at a time; where the day
 * moved meanwhile the latest is asked next, and the answer before stays until the new one is there.
 */
public final class InsideViewModel {

    /** What the network made of the window that ends at {@code origin}. */
    record Answer(Run run, int origin, FeatureMaps maps) {}

    /** Where a day stands to what the network was trained on. */
    enum Span {
        /** Before the first test day: the network has learned from days like this one. */
        LEARNED,
        TEST,
        /** After the last day whose outcome was scored. */
        AFTER
    }

    private final Session session;
    private final Texts texts;
    private final ChosenRun chosen;
    private final ReadOnlyObjectWrapper<SeriesFile> series = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper origin = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Notice> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Channels.Order> order = new SimpleObjectProperty<>(Channels.Order.ACTIVATION);
    private final ObjectProperty<Integer> layer = new SimpleObjectProperty<>(0);
    private final ObjectProperty<Boolean> shared = new SimpleObjectProperty<>(false);
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper channel = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<Channels> channels = new ReadOnlyObjectWrapper<>();
    private boolean active;
    private boolean underWay;
    /** Whether the user chose the channel; else the first in order is shown. */
    private boolean picked;

    public InsideViewModel(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.chosen = new ChosenRun(session, texts, "classify");
        chosen.run().addListener((o, was, is) -> open());
        layer.addListener((o, was, is) -> arrange());
        order.addListener((o, was, is) -> arrange());
        answer.addListener((o, was, is) -> arrange());
    }

    /** The page is looked at: from now on files are read and the engine is asked. */
    void shown() {
        if (!active) {
            active = true;
            open();
        }
    }

    ChosenRun chosen() {
        return chosen;
    }

    /** The run's prices; null until they are read. */
    ReadOnlyObjectProperty<SeriesFile> series() {
        return series.getReadOnlyProperty();
    }

    /** Index of the window's last day; −1 while there are no prices. */
    ReadOnlyIntegerProperty origin() {
        return origin.getReadOnlyProperty();
    }

    /** The latest answer; null before the first. */
    ReadOnlyObjectProperty<Answer> answer() {
        return answer.getReadOnlyProperty();
    }

    /** Why there is no answer; null where there is none to report. */
    ReadOnlyObjectProperty<Notice> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty asking() {
        return asking.getReadOnlyProperty();
    }

    /** Which layer of the answer is on show, from the stem on. */
    ObjectProperty<Integer> layer() {
        return layer;
    }

    ObjectProperty<Channels.Order> order() {
        return order;
    }

    /** Whether all tiles share one colour scale; else each has its own. */
    ObjectProperty<Boolean> shared() {
        return shared;
    }

    ReadOnlyIntegerProperty page() {
        return page.getReadOnlyProperty();
    }

    /** The channel that is looked at closely; −1 before the first answer. */
    ReadOnlyIntegerProperty channel() {
        return channel.getReadOnlyProperty();
    }

    /** The channels of the layer on show; null before the first answer. */
    ReadOnlyObjectProperty<Channels> channels() {
        return channels.getReadOnlyProperty();
    }

    private void open() {
        Run run = chosen.run().get();
        series.set(null);
        origin.set(-1);
        problem.set(null);
        asking.set(false);
        answer.set(null);
        if (run != null && active && !spec().seesImages()) {
            problem.set(Notice.of(
                    "run.error.noMaps", texts.get("common.model." + run.spec().model())));
        } else if (run != null && active) {
            Dataset loaded = session.dataset().get();
            session.tasks()
                    .run(
                            Notice.of("inside.task.read"),
                            item -> SeriesFile.of(run, loaded),
                            found -> opened(run, found),
                            reason -> refused(run, reason));
        }
    }

    private void opened(Run run, SeriesFile found) {
        if (run != chosen.run().get()) {
            return;
        }
        int days = found.history().size();
        int window = spec().window();
        if (days < window) {
            problem.set(Notice.of("inside.error.short", found.path(), days, window));
            return;
        }
        series.set(found);
        List<LocalDate> tested = tested();
        int last =
                tested.isEmpty() ? -1 : Collections.binarySearch(found.history().dates(), tested.getLast());
        moveTo(last >= 0 ? last : days - 1);
    }

    private void refused(Run run, Notice reason) {
        if (run == chosen.run().get()) {
            problem.set(reason);
        }
    }

    private ClassifySpec spec() {
        return (ClassifySpec) chosen.run().get().spec();
    }

    /** Days of the test span, oldest first. */
    List<LocalDate> tested() {
        return chosen.evaluation()
                .filter(e -> e.details() instanceof Details.OfClassify)
                .map(e -> ((Details.OfClassify) e.details()).origins())
                .orElse(List.of());
    }

    /** The first day that has a whole window behind it. */
    int firstOrigin() {
        return spec().window() - 1;
    }

    /** Lets the window end at a day; days without a whole window behind them give the first that has one. */
    void moveTo(int day) {
        if (series.get() == null) {
            return;
        }
        int next = Math.clamp(day, firstOrigin(), series.get().history().size() - 1);
        if (next != origin.get()) {
            origin.set(next);
            ask();
        }
    }

    /** The last trading day up to a date. */
    void moveTo(LocalDate date) {
        if (series.get() != null) {
            int found = Collections.binarySearch(series.get().history().dates(), date);
            moveTo(found >= 0 ? found : -found - 2);
        }
    }

    private void ask() {
        asking.set(true);
        if (underWay) {
            return;
        }
        underWay = true;
        Run run = chosen.run().get();
        int day = origin.get();
        Requests.FeaturesRequest request =
                new Requests.FeaturesRequest(session.model(run), series.get().path(), day);
        session.ask(
                Notice.of("inside.task.ask"),
                engine -> engine.features(request),
                maps -> answered(run, day, maps, null),
                reason -> answered(run, day, null, reason));
    }

    private void answered(Run run, int day, FeatureMaps maps, Notice reason) {
        underWay = false;
        if (run == chosen.run().get() && day == origin.get()) {
            asking.set(false);
            problem.set(reason);
            if (maps != null) {
                answer.set(new Answer(run, day, maps));
            }
        } else if (series.get() != null) {
            ask();
        } else {
            asking.set(false);
        }
    }

    private void arrange() {
        if (answer.get() == null) {
            channels.set(null);
            channel.set(-1);
            return;
        }
        List<FeatureMaps.Layer> layers = answer.get().maps().layers();
        Channels before = channels.get();
        Channels now = new Channels(layers.get(Math.min(layer.get(), layers.size() - 1)), order.get());
        boolean other =
                before == null || !before.layer().name().equals(now.layer().name());
        int keptPage = other ? 0 : Math.min(page.get(), now.pages() - 1);
        picked &= !other;
        int keptChannel = picked ? channel.get() : now.page(0).getFirst();
        page.set(keptPage);
        channel.set(keptChannel);
        channels.set(now);
    }

    /** Goes some trading days on or back. */
    void step(int days) {
        moveTo(origin.get() + days);
    }

    void turn(int pages) {
        if (channels.get() != null) {
            page.set(Math.clamp(page.get() + pages, 0, channels.get().pages() - 1));
        }
    }

    /** Looks closely at a tile of the page on show. */
    void lookAt(int tile) {
        if (channels.get() != null && tile >= 0) {
            List<Integer> shown = channels.get().page(page.get());
            if (tile < shown.size()) {
                picked |= channel.get() != shown.get(tile);
                channel.set(shown.get(tile));
            }
        }
    }

    boolean hasForecast() {
        return !session.finished("forecast").isEmpty();
    }

    Session session() {
        return session;
    }

    /** Share of each day of the answered window in the activation, oldest first. */
    double[] importance() {
        FeatureMaps maps = answer.get().maps();
        int days = maps.windowDates().size();
        return answered().encoding().equals(WindowImages.BARS)
                ? DayImportance.ofBars(maps.activation(), days)
                : DayImportance.of(maps.activation(), days);
    }

    /** Settings of the run that has answered. */
    ClassifySpec answered() {
        return (ClassifySpec) answer.get().run().spec();
    }

    /**
     * Which class came over the horizon after the answered day: {@code down}, {@code flat} or {@code up}; empty where that is
     * not known yet.
     */
    Optional<String> came() {
        PriceHistory history = series.get() == null ? null : series.get().history();
        int day = answer.get().origin();
        ClassifySpec spec = answered();
        if (history == null || day + spec.horizon() >= history.size()) {
            return Optional.empty();
        }
        int came = new Direction(history.close(), spec.horizon(), spec.classes(), spec.deadBand()).of(day);
        return Optional.of(came == 0 ? "down" : came == spec.classes() - 1 ? "up" : "flat");
    }

    /** Where the answered day stands to the training. */
    Span span() {
        List<LocalDate> tested = tested();
        LocalDate day = answer.get().maps().windowDates().getLast();
        if (tested.isEmpty() || day.isBefore(tested.getFirst())) {
            return Span.LEARNED;
        }
        return day.isAfter(tested.getLast()) ? Span.AFTER : Span.TEST;
    }
}
