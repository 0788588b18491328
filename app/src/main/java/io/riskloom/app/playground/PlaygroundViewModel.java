package io.riskloom.app.playground;

import io.riskloom.app.session.Session;
import io.riskloom.engine.feature.SetupException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The lesson's thinking: the set-up with undo, its output, and the engine's check. */
final class PlaygroundViewModel {

    private final Session session;
    private final EngineCheck check;
    private final History<PlaygroundState> history = new History<>(PlaygroundState.first());
    private final ReadOnlyObjectWrapper<PlaygroundState> state = new ReadOnlyObjectWrapper<>();
    private final GridEntry entry = new GridEntry(history::now, this::change);
    private final Stepping stepping = new Stepping(this::cells, this::columns, this::terms);
    private final Prices prices;
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final BooleanProperty gradients = new SimpleBooleanProperty();
    private Optional<Working> working = Optional.empty();
    private Optional<Trouble> trouble = Optional.empty();

    PlaygroundViewModel(Session session) {
        this.session = session;
        this.check = new EngineCheck(session);
        this.prices = new Prices(session.dataset(), history::now, this::change);
        refresh();
    }

    /** The page is looked at: from now on the engine checks every change. */
    void shown() {
        check.activate();
    }

    void hidden() {
        stepping().pause();
        check.rest();
    }

    Session session() {
        return session;
    }

    /** Set last of all, so that whoever listens to it finds the rest in order. */
    ReadOnlyObjectProperty<PlaygroundState> state() {
        return state.getReadOnlyProperty();
    }

    /** Output and its explanation; empty where the set-up is impossible. */
    Optional<Working> working() {
        return working;
    }

    /** Present where {@link #working()} is empty. */
    Optional<Trouble> trouble() {
        return trouble;
    }

    /** Input from the loaded prices. */
    Prices prices() {
        return prices;
    }

    GridEntry entry() {
        return entry;
    }

    Stepping stepping() {
        return stepping;
    }

    ReadOnlyObjectProperty<EngineCheck.Result> check() {
        return check.result();
    }

    /** Whether pooling shows what flows back instead of its input. */
    BooleanProperty gradients() {
        return gradients;
    }

    ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty redoable() {
        return redoable.getReadOnlyProperty();
    }

    /** One step that can be undone; a change to the same set-up is none. */
    void change(UnaryOperator<PlaygroundState> edit) {
        PlaygroundState next = edit.apply(history.now());
        entry.clear();
        if (!next.equals(history.now())) {
            history.push(next);
            refresh();
        }
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

    /** Shows another channel; where the shown filter does not read it, the first filter that does. */
    void lookAtChannel(int channel) {
        PlaygroundState s = history.now();
        int filter = s.look().filter();
        if (!s.pooling() && s.grouped() && (channel < s.firstRead() || channel >= s.firstRead() + s.read())) {
            filter = channel / s.read() * (s.conv().bank().count() / s.conv().groups());
        }
        look(new Look(channel, filter, s.look().kind()));
    }

    void lookAtFilter(int filter) {
        Look look = history.now().look();
        look(new Look(look.channel(), filter, look.kind()));
    }

    void lookAtClass(int kind) {
        Look look = history.now().look();
        look(new Look(look.channel(), look.filter(), kind));
    }

    private void look(Look look) {
        PlaygroundState next = history.now().with(look);
        if (!next.equals(history.now())) {
            history.replace(next);
            refresh();
        }
    }

    private void refresh() {
        PlaygroundState now = history.now();
        entry.clear();
        undoable.set(history.canUndo());
        redoable.set(history.canRedo());
        working = work(now);
        stepping.refresh();
        state.set(now);
        check.want(working.map(w -> Claim.of(now, w)));
    }

    private Optional<Working> work(PlaygroundState now) {
        try {
            Working found = Working.of(now);
            trouble = Optional.empty();
            return Optional.of(found);
        } catch (SetupException e) {
            trouble = Optional.of(Trouble.of(now, e));
            return Optional.empty();
        }
    }

    void take(Trouble offered) {
        change(s -> offered.nearest());
    }

    void preset(Preset preset) {
        change(s -> {
            if (s.mode() == PlaygroundState.Mode.SERIES) {
                return s.with(
                        preset.row()
                                ? s.series().withKernel(preset.kernel())
                                : s.series().withImageKernel(preset.kernel()));
            }
            PlaygroundState next = s.withKernel(preset.kernel());
            return preset == Preset.WORKED_EXAMPLE
                    ? next.withInput(Preset.WORKED_INPUT, Optional.empty())
                            .withStride(1)
                            .withPadding(0)
                            .withDilation(1)
                            .withBias(0)
                    : next;
        });
    }

    /** The preset whose kernel this is, if any. */
    Optional<Preset> presetNow() {
        for (Preset preset : Preset.values()) {
            boolean input =
                    preset != Preset.WORKED_EXAMPLE || history.now().input().equals(Preset.WORKED_INPUT);
            if (preset.kernel().equals(history.now().kernel()) && input) {
                return Optional.of(preset);
            }
        }
        return Optional.empty();
    }

    /** Kernels of a trained network; channels that it reads beyond those of the input are added. */
    void take(Volume kernels) {
        change(s -> {
            PlaygroundState wide = s.inputs().count() == kernels.count() ? s : s.withChannels(kernels.count());
            FilterBank bank = wide.conv().bank().with(s.look().filter(), kernels);
            return wide.with(wide.conv().withGroups(1).with(bank));
        });
    }

    private int cells() {
        return working.map(Working::cells).orElse(0);
    }

    private int columns() {
        return working.map(w -> w.output().columns()).orElse(1);
    }

    private int terms() {
        return working.filter(w -> w.end().isEmpty())
                .map(w -> w.explanation(stepping.cursor().get()).terms().size())
                .orElse(1);
    }

    void moveTo(Place output) {
        working.ifPresent(w -> {
            int map = map() * w.explanations().size();
            stepping.moveTo(map + output.row() * w.output().columns() + output.column());
        });
    }

    /** Which filter's map the cell that is looked at stands in. */
    int map() {
        return working.filter(w -> w.end().isPresent())
                .map(w -> stepping.cursor().get() / w.explanations().size())
                .orElse(0);
    }

    /** Explanation of the cell that is looked at. */
    Optional<Explanation> explanation() {
        return working.map(w -> w.explanation(stepping.cursor().get()));
    }

    /** Output cells that read an input cell, directly or through the padding. */
    List<Place> readers(Place input) {
        List<Place> readers = new ArrayList<>();
        working.ifPresent(w -> {
            for (int cell = 0; cell < w.explanations().size(); cell++) {
                if (w.explanations().get(cell).terms().stream()
                        .anyMatch(t -> t.source().equals(Optional.of(input)))) {
                    readers.add(w.place(cell));
                }
            }
        });
        return readers;
    }
}
