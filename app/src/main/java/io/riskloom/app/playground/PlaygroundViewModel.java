package io.riskloom.app.playground;

import io.riskloom.app.session.Session;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.SetupException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The playground's thinking: the set-up with undo, its output, the cell that is looked at, and the engine's check. */
public final class PlaygroundViewModel {

    private final Session session;
    private final EngineCheck check;
    private final History<PlaygroundState> history = new History<>(PlaygroundState.first());
    private final ReadOnlyObjectWrapper<PlaygroundState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Notice>> refusal = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Working> working = Optional.empty();
    private Optional<Trouble> trouble = Optional.empty();
    private final ReadOnlyIntegerWrapper cursor = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();

    public PlaygroundViewModel(Session session) {
        this.session = session;
        this.check = new EngineCheck(session);
        refresh();
    }

    /** The page is looked at: from now on the engine checks every change. */
    void shown() {
        check.activate();
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

    /** Why what was typed or pasted last was not taken. */
    ReadOnlyObjectProperty<Optional<Notice>> refusal() {
        return refusal.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<EngineCheck.Result> check() {
        return check.result();
    }

    /** Output cell that is looked at, in reading order from 0. */
    ReadOnlyIntegerProperty cursor() {
        return cursor.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
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
        refusal.set(Optional.empty());
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

    private void refresh() {
        PlaygroundState now = history.now();
        refusal.set(Optional.empty());
        undoable.set(history.canUndo());
        redoable.set(history.canRedo());
        Optional<Working> next = work(now);
        int cells = next.map(Working::cells).orElse(0);
        if (cells == 0) {
            playing.set(false);
        }
        working = next;
        cursor.set(Math.clamp(cursor.get(), 0, Math.max(0, cells - 1)));
        state.set(now);
        check.want(now, next.map(w -> w.output().values()));
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

    /** @return whether the text was a number */
    boolean typeInput(Place cell, String text) {
        return type(
                text,
                value -> change(s -> s.input().at(cell.row(), cell.column()) == value
                        ? s
                        : s.withInput(s.input().with(cell.row(), cell.column(), value), Optional.empty())));
    }

    boolean typeKernel(Place cell, String text) {
        return type(text, value -> change(s -> s.withKernel(s.kernel().with(cell.row(), cell.column(), value))));
    }

    boolean typeBias(String text) {
        return type(text, value -> change(s -> s.withBias(value)));
    }

    private boolean type(String text, DoubleConsumer taken) {
        double value;
        try {
            value = GridText.number(text);
        } catch (NumberFormatException e) {
            refusal.set(Optional.of(Notice.of("playground.type.notNumber", text.strip())));
            return false;
        }
        taken.accept(value);
        return true;
    }

    /** A block from a spreadsheet over the input from a cell on. */
    void pasteInput(Place cell, String text) {
        paste(text, Grid.LARGEST, block -> {
            Grid input = history.now().input().pasted(cell.row(), cell.column(), block);
            refuseBeyond(input, Grid.LARGEST);
            change(s -> s.withInput(input, Optional.empty()));
        });
    }

    void pasteKernel(Place cell, String text) {
        paste(text, PlaygroundState.MAX_KERNEL, block -> {
            Grid kernel = history.now().kernel().pasted(cell.row(), cell.column(), block);
            refuseBeyond(kernel, PlaygroundState.MAX_KERNEL);
            change(s -> s.withKernel(kernel));
        });
    }

    /** The block becomes the whole input. */
    void replaceInput(String text) {
        paste(text, Grid.LARGEST, block -> change(s -> s.withInput(block, Optional.empty())));
    }

    @FunctionalInterface
    private interface Taker {
        void take(Grid block) throws NoticeException;
    }

    private void paste(String text, int largest, Taker taker) {
        try {
            taker.take(GridText.parse(text, largest));
        } catch (NoticeException e) {
            refusal.set(Optional.of(e.notice()));
        }
    }

    private static void refuseBeyond(Grid grid, int largest) throws NoticeException {
        if (grid.rows() > largest || grid.columns() > largest) {
            throw new NoticeException(Notice.of("playground.paste.large", grid.rows(), grid.columns(), largest));
        }
    }

    void preset(Preset preset) {
        change(s -> {
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

    /** What can be taken from the loaded prices. */
    List<PriceWindow> priceWindows() {
        return PriceWindow.of(session.dataset().get());
    }

    void take(PriceWindow window) {
        change(s -> s.withInput(window.grid(), Optional.of(window.origin())));
    }

    Session session() {
        return session;
    }

    void moveTo(int cell) {
        int cells = working.map(Working::cells).orElse(0);
        cursor.set(Math.clamp(cell, 0, Math.max(0, cells - 1)));
    }

    void moveTo(Place output) {
        working.ifPresent(w -> moveTo(output.row() * w.output().columns() + output.column()));
    }

    /** Left and right go on in reading order, up and down stay in the column. */
    void step(int rows, int columns) {
        working.ifPresent(w -> {
            int next = cursor.get() + columns + rows * w.output().columns();
            if (next >= 0 && next < w.cells()) {
                cursor.set(next);
            }
        });
    }

    /** Plays on from here, from the start where the end is reached; or pauses. */
    void togglePlay() {
        working.ifPresent(w -> {
            if (!playing.get() && cursor.get() == w.cells() - 1) {
                cursor.set(0);
            }
            playing.set(!playing.get());
        });
    }

    void pause() {
        playing.set(false);
    }

    /** One beat of the play: the next cell, and the end of the play at the last. */
    void beat() {
        int cells = working.map(Working::cells).orElse(0);
        if (cursor.get() < cells - 1) {
            cursor.set(cursor.get() + 1);
        }
        if (cursor.get() >= cells - 1) {
            playing.set(false);
        }
    }

    /** Explanation of the cell that is looked at. */
    Optional<Explanation> explanation() {
        return working.map(w -> w.explanations().get(cursor.get()));
    }

    /** Output cells that read an input cell, directly or through the padding. */
    List<Place> readers(Place input) {
        List<Place> readers = new ArrayList<>();
        working.ifPresent(w -> {
            for (int cell = 0; cell < w.cells(); cell++) {
                if (w.explanations().get(cell).terms().stream()
                        .anyMatch(t -> t.source().equals(Optional.of(input)))) {
                    readers.add(w.place(cell));
                }
            }
        });
        return readers;
    }
}
