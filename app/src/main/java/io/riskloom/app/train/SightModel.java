package io.riskloom.app.train;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.task.LastAsked;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.RunSpec;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/** What the network will see, for any day of the series; made in the background. */
final class SightModel implements SightPlace {

    private record Question(RunSpec spec, PriceHistory history, int day) {}

    private final LastAsked<Question, Sight> work;
    private final ReadOnlyObjectWrapper<Sight> sight = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Notice>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper();
    private final IntegerProperty day = new SimpleIntegerProperty();
    private final ReadOnlyIntegerWrapper first = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper last = new ReadOnlyIntegerWrapper();
    private RunSpec spec;
    private PriceHistory history;
    private BarUnit unit = BarUnit.DAY;
    private boolean moving;

    SightModel(Tasks tasks) {
        SightMaker maker = new SightMaker();
        work = new LastAsked<>(tasks, question -> maker.at(question.spec(), question.history(), question.day()));
        work.latest().subscribe(latest -> {
            sight.set(latest.answer());
            problem.set(latest.problem());
        });
        day.subscribe((before, now) -> ask());
    }

    /** Whether the task's network sees windows of prices, and the series has a whole one. */
    @Override
    public ReadOnlyBooleanProperty offered() {
        return offered.getReadOnlyProperty();
    }

    /** That of the day before until the next is made; null where there is none. */
    ReadOnlyObjectProperty<Sight> sight() {
        return sight.getReadOnlyProperty();
    }

    /** Why the network can see nothing. */
    ReadOnlyObjectProperty<Optional<Notice>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Index of the window's last day, between {@link #first} and {@link #last}. */
    IntegerProperty day() {
        return day;
    }

    @Override
    public IntegerProperty place() {
        return day;
    }

    /** The first day that has a whole window behind it. */
    @Override
    public ReadOnlyIntegerProperty first() {
        return first.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyIntegerProperty last() {
        return last.getReadOnlyProperty();
    }

    /** What a row of the series spans. */
    BarUnit unit() {
        return unit;
    }

    private LocalDate date(int index) {
        return history.dates().get(index);
    }

    /** Shows the inputs that settings make of a series; a series that is new is shown at its end. */
    void show(RunSpec wanted, PriceHistory series, BarUnit bars) {
        Optional<SightSettings> settings = SightSettings.of(wanted);
        if (settings.isEmpty() || settings.get().firstDay() >= series.size()) {
            clear();
            return;
        }
        boolean fresh = series != history;
        if (fresh) {
            offered.set(false); // whatever is told of a day is asked anew
        }
        spec = wanted;
        history = series;
        unit = bars;
        moving = true;
        first.set(settings.get().firstDay());
        last.set(series.size() - 1);
        day.set(fresh ? last.get() : Math.clamp(day.get(), first.get(), last.get()));
        moving = false;
        offered.set(true);
        ask();
    }

    void clear() {
        history = null;
        offered.set(false);
        work.clear();
    }

    /** Goes some days on or back. */
    @Override
    public void step(int days) {
        if (history != null) {
            day.set(Math.clamp(day.get() + days, first.get(), last.get()));
        }
    }

    @Override
    public String words(Texts texts) {
        return texts.get("train.sight.date", Formats.day(date(day.get())));
    }

    private void ask() {
        if (history != null && !moving) {
            work.ask(new Question(spec, history, Math.clamp(day.get(), first.get(), last.get())));
        }
    }
}
