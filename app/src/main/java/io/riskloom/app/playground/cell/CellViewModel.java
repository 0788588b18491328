package io.riskloom.app.playground.cell;

import io.riskloom.app.playground.History;
import io.riskloom.app.session.Session;
import io.riskloom.engine.lesson.CellStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A recurrent cell on numbers of one's own, or over the last days of the loaded series, with undo and the engine's check. */
public final class CellViewModel {

    /** Where the step's numbers come from. */
    enum Look {
        STEP,
        DAYS
    }

    private final Session session;
    private final CellCheck check;
    private final History<CellSetup> history = new History<>(CellPreset.REMEMBER.setup());
    private final ReadOnlyObjectWrapper<CellSetup> setup = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<CellStep> step = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.STEP);
    private final BooleanProperty weights = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper unit = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper stage = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper day = new ReadOnlyIntegerWrapper(DayInputs.DAYS - 1);
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private Optional<DayInputs> days = Optional.empty();
    private final ReadOnlyObjectWrapper<List<CellStep>> run = new ReadOnlyObjectWrapper<>(List.of());

    public CellViewModel(Session session) {
        this.session = session;
        this.check = new CellCheck(session);
        setup.set(history.now());
        stage.set(stages().size() - 1);
        session.dataset().subscribe(is -> {
            days = DayInputs.of(is);
            refresh();
        });
        look.subscribe((was, is) -> {
            pause();
            refresh();
        });
    }

    void shown() {
        check.activate();
    }

    void hidden() {
        pause();
        check.rest();
    }

    /** Set last of all but {@link #step()}. */
    ReadOnlyObjectProperty<CellSetup> setup() {
        return setup.getReadOnlyProperty();
    }

    /** The arithmetic that is looked at. */
    ReadOnlyObjectProperty<CellStep> step() {
        return step.getReadOnlyProperty();
    }

    ObjectProperty<Look> look() {
        return look;
    }

    /** Whether the weights stand in the diagram's place where days are looked at. */
    BooleanProperty weights() {
        return weights;
    }

    ReadOnlyIntegerProperty unit() {
        return unit.getReadOnlyProperty();
    }

    /** Number of the last stage that is shown, see {@link #stages()}. */
    ReadOnlyIntegerProperty stage() {
        return stage.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty day() {
        return day.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<CellCheck.Result> check() {
        return check.result();
    }

    boolean undoable() {
        return history.canUndo();
    }

    boolean redoable() {
        return history.canRedo();
    }

    /** Empty where no prices are loaded. */
    Optional<DayInputs> days() {
        return days;
    }

    /** Every day's arithmetic, from zero states; empty unless days are looked at. */
    ReadOnlyObjectProperty<List<CellStep>> run() {
        return run.getReadOnlyProperty();
    }

    boolean overDays() {
        return look.get() == Look.DAYS && days.isPresent();
    }

    /** The gates, then the states, in the order of the arithmetic. */
    List<String> stages() {
        return stages(setup.get());
    }

    private static List<String> stages(CellSetup setup) {
        List<String> stages = new ArrayList<>(setup.cell().kind().gates());
        if (stages.size() == 4) {
            stages.add("cell");
        }
        stages.add("hidden");
        return stages;
    }

    void change(UnaryOperator<CellSetup> edit) {
        CellSetup next = edit.apply(history.now());
        if (!next.equals(history.now())) {
            history.push(next);
            refresh();
        }
    }

    void preset(CellPreset preset) {
        change(now -> preset.setup());
        stage.set(stages().size() - 1);
    }

    Optional<CellPreset> presetNow() {
        for (CellPreset preset : CellPreset.values()) {
            if (preset.setup().cell().equals(history.now().cell())) {
                return Optional.of(preset);
            }
        }
        return Optional.empty();
    }

    void undo() {
        if (history.canUndo()) {
            history.undo();
            refresh();
        }
    }

    void redo() {
        if (history.canRedo()) {
            history.redo();
            refresh();
        }
    }

    void unit(int number) {
        unit.set(Math.clamp(number, 0, history.now().cell().units() - 1));
    }

    void stage(int number) {
        stage.set(Math.clamp(number, 0, stages().size() - 1));
    }

    void day(int number) {
        if (overDays()) {
            day.set(Math.clamp(number, 0, run.get().size() - 1));
            step.set(run.get().get(day.get()));
        }
    }

    /** Takes the states after this step as those before the next; over days the states are the days' own. */
    void carryOn() {
        if (overDays()) {
            return;
        }
        CellStep now = step.get();
        change(s -> new CellSetup(s.cell(), s.x(), now.hidden(), now.cell().length == 0 ? s.c() : now.cell()));
    }

    void togglePlay() {
        if (overDays()) {
            if (!playing.get() && day.get() == run.get().size() - 1) {
                day(0);
            }
            playing.set(!playing.get());
        }
    }

    void pause() {
        playing.set(false);
    }

    /** One beat of the play: the next day, and the end of the play at the last. */
    void beat() {
        day(day.get() + 1);
        if (day.get() >= run.get().size() - 1) {
            pause();
        }
    }

    Session session() {
        return session;
    }

    /** Unit and stage first: what is left of them is there before and after, so that whoever listens finds them in order. */
    private void refresh() {
        CellSetup now = history.now();
        unit.set(Math.min(unit.get(), now.cell().units() - 1));
        stage.set(Math.min(stage.get(), stages(now).size() - 1));
        boolean over = overDays();
        double[] zeros = new double[now.cell().units()];
        double[][] inputs = over ? days.get().first(now.cell().inputs()) : new double[][] {now.x()};
        double[] h = over ? zeros : now.h();
        double[] c = over ? zeros : now.c();
        List<CellStep> steps = now.cell().run(inputs, h, c);
        setup.set(now);
        run.set(over ? steps : List.of());
        step.set(over ? steps.get(day.get()) : steps.getFirst());
        check.want(new CellCheck.Claim(now.cell(), inputs, h, c, steps));
    }
}
