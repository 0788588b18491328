package io.riskloom.app.data;

import io.riskloom.app.session.DataShelf;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.OpenNote;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.QualityText;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.quality.Reading;
import io.riskloom.engine.quality.Step;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** How the active file is read and corrected, and how that is changed, undone and redone. */
final class CorrectionsModel {

    private final Session session;
    private final DataShelf shelf;
    private final Texts texts;
    private final ObservableList<String> steps = FXCollections.observableArrayList();

    CorrectionsModel(Session session, Texts texts) {
        this.session = session;
        this.shelf = session.data();
        this.texts = texts;
        shelf.active().subscribe(this::refresh);
        texts.locale().subscribe(this::refresh);
    }

    private void refresh() {
        steps.setAll(reading().steps().stream().map(this::words).toList());
    }

    /** The corrections that were made, in words and in order. */
    ObservableList<String> steps() {
        return steps;
    }

    private String words(Step step) {
        boolean several = shelf.active().get().imported() instanceof Imported.Prices prices
                && prices.series().size() > 1;
        return QualityText.of(step, several, texts);
    }

    Reading reading() {
        return shelf.active().get() == null
                ? Reading.PLAIN
                : shelf.active().get().reading();
    }

    BooleanBinding canUndo() {
        return may(dataset -> dataset.history().canUndo());
    }

    BooleanBinding canRedo() {
        return may(dataset -> dataset.history().canRedo());
    }

    /** Whether a change would be taken now. */
    BooleanBinding ready() {
        return may(dataset -> true);
    }

    private BooleanBinding may(Predicate<Dataset> rule) {
        return Bindings.createBooleanBinding(
                () -> shelf.active().get() != null
                        && !shelf.changes().busy().get()
                        && rule.test(shelf.active().get()),
                shelf.active(),
                shelf.changes().busy());
    }

    void undo() {
        shelf.changes().undo();
    }

    void redo() {
        shelf.changes().redo();
    }

    void add(Step step) {
        change(reading -> reading.and(step));
    }

    void remove(int index) {
        change(reading -> reading.without(index));
    }

    void choose(Setting setting, String value) {
        String target = ReadFacts.of(session.dataset().get().imported()).used().target();
        change(reading -> reading.with(setting.in(reading.settings(), value, target)));
    }

    /** Gives a column another role, empty to detect it. */
    void role(String column, String role) {
        change(reading -> reading.with(Roles.in(reading.settings(), column, role)));
    }

    private void change(UnaryOperator<Reading> edit) {
        Reading next = edit.apply(reading());
        if (!next.equals(reading())) {
            shelf.changes().reread(next);
        }
    }

    private Optional<OpenNote> note() {
        return Optional.ofNullable(shelf.active().get()).flatMap(Dataset::note);
    }

    /** What a reader should know about how the file was opened; empty where nothing. */
    StringBinding noteWords() {
        return Bindings.createStringBinding(
                () -> note().map(note -> note.words().stream().map(texts::of).collect(Collectors.joining(" ")))
                        .orElse(""),
                shelf.active(),
                texts.locale());
    }

    /** What taking the note off means: corrections that it holds are given up. */
    StringBinding dismissWords() {
        return Bindings.createStringBinding(
                () -> texts.get(
                        note().filter(OpenNote::offersSteps).isPresent() ? "data.note.discard" : "data.note.dismiss"),
                shelf.active(),
                texts.locale());
    }

    /** Whether the note holds corrections that can be made again. */
    BooleanBinding canApplyAgain() {
        return may(dataset -> dataset.note().filter(OpenNote::offersSteps).isPresent());
    }

    /** Whether the note can be taken off now. */
    BooleanBinding canDismiss() {
        return may(dataset -> dataset.note().isPresent());
    }

    /** Whether the note speaks of settings that came from another file. */
    BooleanBinding canDetectAgain() {
        return may(dataset -> dataset.note()
                .filter(note -> note.kind() == OpenNote.Kind.ALIKE)
                .isPresent());
    }

    void applyAgain() {
        note().ifPresent(shelf.changes()::apply);
    }

    void detectAgain() {
        shelf.changes().reread(Reading.PLAIN);
    }

    /** Takes the note off for good. */
    void dismiss() {
        note().ifPresent(shelf.changes()::dismiss);
    }
}
