package io.riskloom.app.train;

import io.riskloom.app.result.CsvExport;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.result.StudyCsv;
import io.riskloom.app.result.StudyScores;
import io.riskloom.app.result.StudyVerdict;
import io.riskloom.app.session.LiveStudy;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.run.StudySummary;
import io.riskloom.engine.run.StudySummary.Challenger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** The study that the page shows, put into words as it goes, and what can be asked of it. */
final class StudyModel {

    private final Session session;
    private final Texts texts;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<StudyProgress> progress = new ReadOnlyObjectWrapper<>();
    private final ObservableList<StudyRow> rows = FXCollections.observableArrayList();
    private final ObservableList<String> challengers = FXCollections.observableArrayList();
    private final ObjectProperty<String> challenger = new SimpleObjectProperty<>("");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper resumable = new ReadOnlyBooleanWrapper();
    private final CsvExport export;
    private Subscription following = Subscription.EMPTY;
    private Subscription working = Subscription.EMPTY;
    private LiveStudy live;
    private double doneAtFirst;
    private Instant first;

    StudyModel(Session session, Texts texts, Clock clock) {
        this.session = session;
        this.texts = texts;
        this.clock = clock;
        this.export = new CsvExport(session);
        texts.locale().subscribe(() -> refresh());
        session.watched().study().subscribe(this::follow);
        session.studies().live().subscribe(this::work);
    }

    /** Null where no study is on show. */
    ReadOnlyObjectProperty<StudyProgress> progress() {
        return progress.getReadOnlyProperty();
    }

    /** One for each run of the study on show; a line is replaced only where it changed. */
    ObservableList<StudyRow> rows() {
        return rows;
    }

    /** Names of the challengers of the study on show, the strongest first. */
    ObservableList<String> challengers() {
        return challengers;
    }

    /** The one that the scores are compared with; empty for none. */
    ObjectProperty<String> challenger() {
        return challenger;
    }

    Optional<Challenger> rival() {
        return summary().flatMap(all -> all.challengers().stream()
                .filter(other -> other.name().equals(challenger.get()))
                .findFirst());
    }

    /** Whether a study is in progress, on show or not. */
    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty stopping() {
        return stopping.getReadOnlyProperty();
    }

    /** Whether the study on show stands still and has runs that have not finished. */
    ReadOnlyBooleanProperty resumable() {
        return resumable.getReadOnlyProperty();
    }

    /** All studies of the project, newest first. */
    ObservableList<Study> all() {
        return session.studies().all();
    }

    /** Null where no study is on show. */
    ReadOnlyObjectProperty<LiveStudy> shown() {
        return session.watched().study();
    }

    void choose(Study study) {
        session.watched().choose(study);
    }

    /** Shows the curves of a run. */
    void open(StudyRow row) {
        row.run().ifPresent(session.watched()::choose);
    }

    /** The study that a run belongs to. */
    Optional<Study> of(Run run) {
        return Optional.ofNullable(run).flatMap(session.studies()::of);
    }

    void stop() {
        if (running.get()) {
            session.studies().live().get().cancel();
        }
    }

    /** Whether something trains, so that a study cannot go on. */
    ObservableBooleanValue blocked() {
        return session.working();
    }

    void resume() {
        if (resumable.get() && !session.busy()) {
            session.studies().resume(live.study());
        }
    }

    /** Name that is offered for the exported file. */
    String fileName() {
        return live == null ? "" : live.study().id() + ".csv";
    }

    void export(Path file) {
        String csv = StudyCsv.of(live.study(), live.summary());
        export.save(file, out -> out.write(csv));
    }

    /** Where the table was written last. */
    CsvExport export() {
        return export;
    }

    /** {@code Study 3 · LSTM 2×64 · Expanding window}. */
    String line(Study study) {
        return texts.get(
                "train.study.line",
                texts.get(
                        "train.study.line",
                        texts.get("study.number", RunWords.number(study.id())),
                        RunWords.model(texts, study.spec())),
                texts.get("train.choice." + study.spec().scheme()));
    }

    private Optional<StudySummary> summary() {
        return Optional.ofNullable(progress.get()).map(now -> now.scores().summary());
    }

    private void follow(LiveStudy next) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        live = next;
        rows.clear();
        export.forget();
        if (next != null) {
            doneAtFirst = next.done();
            first = clock.instant();
            following = next.changes().subscribe(() -> refresh());
        }
        refresh();
    }

    private void work(LiveStudy begun) {
        working.unsubscribe();
        working = Subscription.EMPTY;
        if (begun != null) {
            working = begun.changes().subscribe(count -> watch(begun));
        }
    }

    /** Only what concerns the study in progress: where it is on show as well, the rest is renewed by {@link #follow}. */
    private void watch(LiveStudy begun) {
        running.set(begun.running());
        stopping.set(begun.state() == LiveStudy.State.STOPPING);
    }

    private void refresh() {
        resumable.set(live != null && !live.running() && !live.whole());
        if (live == null) {
            progress.set(null);
            return;
        }
        list();
        StudyProgress now =
                StudyProgress.of(live, secondsLeft(), Runtime.getRuntime().availableProcessors(), texts);
        name(now.scores());
        progress.set(now);
    }

    private void list() {
        List<StudyRow> now = live.members().stream()
                .map(member -> StudyRow.of(member, texts))
                .toList();
        if (rows.size() != now.size()) {
            rows.setAll(now);
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(rows.get(i))) {
                rows.set(i, now.get(i));
            }
        }
    }

    private void name(StudyScores scores) {
        Optional<String> strongest =
                StudyVerdict.strongest(scores.spec().task(), scores.summary()).map(Challenger::name);
        List<String> names = scores.summary().challengers().stream()
                .map(Challenger::name)
                .sorted((a, b) -> Boolean.compare(!strongest.equals(Optional.of(a)), !strongest.equals(Optional.of(b))))
                .toList();
        if (!List.copyOf(challengers).containsAll(names) || challengers.size() != names.size()) {
            challengers.setAll(names);
        }
        if (!names.contains(challenger.get())) {
            challenger.set(names.isEmpty() ? "" : names.getFirst());
        }
    }

    /** As long for what is left as it took for what is done since the study is on show. */
    private double secondsLeft() {
        double gained = live.done() - doneAtFirst;
        double seconds = Duration.between(first, clock.instant()).toMillis() / 1000.0;
        return gained > 0 ? seconds * (1 - live.done()) / gained : Double.NaN;
    }
}
