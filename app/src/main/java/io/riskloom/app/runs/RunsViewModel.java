package io.riskloom.app.runs;

import com.google.gson.GsonBuilder;
import io.riskloom.app.result.CsvExport;
import io.riskloom.app.result.ResultPage;
import io.riskloom.app.result.ResumeOffer;
import io.riskloom.app.session.LiveRun;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** All runs of the project, one of them selected. */
public final class RunsViewModel {

    private static final String PAGE = "runs";

    private final Session session;
    private final Texts texts;
    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<RunRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<RunDetails> details = new ReadOnlyObjectWrapper<>();
    private final CsvExport export;
    private final ResumeOffer resume;
    private final StudyOffer study;
    private final RunFiles files;
    private final BooleanProperty asking = new SimpleBooleanProperty();
    private Subscription following = Subscription.EMPTY;

    public RunsViewModel(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        this.export = new CsvExport(session);
        this.files = new RunFiles(session);
        this.resume = new ResumeOffer(session, selected.map(RunRow::run));
        this.study = new StudyOffer(session, selected.map(RunRow::run));
        session.runs().addListener((ListChangeListener<Run>) change -> listed());
        selected.subscribe((before, now) -> {
            if (before == null || now == null || before.run() != now.run()) {
                asking.set(false);
                files.forget();
                describe();
            }
        });
        texts.locale().subscribe(this::describe);
        session.live().subscribe(this::follow);
        session.studies().all().addListener((ListChangeListener<Study>) change -> listed());
        session.studies().live().subscribe(live -> {
            if (live != null) {
                live.changes().subscribe(() -> count());
            }
        });
        session.page().subscribe(page -> count());
        listed();
    }

    BooleanBinding empty() {
        return Bindings.isEmpty(rows);
    }

    /** Newest first. */
    ObservableList<RunRow> rows() {
        return rows;
    }

    /** Null for none. */
    ObjectProperty<RunRow> selected() {
        return selected;
    }

    /** Null where none is selected. */
    ReadOnlyObjectProperty<RunDetails> details() {
        return details.getReadOnlyProperty();
    }

    /** Whether the panel asks if the selected run shall be deleted. */
    BooleanProperty asking() {
        return asking;
    }

    /** Whether the selected run has a result to show. */
    BooleanBinding showable() {
        return Bindings.createBooleanBinding(
                () -> selected.get() != null && selected.get().run().outcome() instanceof Outcome.Finished, selected);
    }

    /** Whether the selected run may be deleted: one that trains may not. */
    BooleanBinding deletable() {
        return Bindings.createBooleanBinding(
                () -> selected.get() != null && !(selected.get().run().outcome() instanceof Outcome.Running), selected);
    }

    /** Number of runs and how many of them finished. */
    String subtitle() {
        long finished = rows.stream()
                .filter(row -> row.run().outcome() instanceof Outcome.Finished)
                .count();
        return texts.get("runs.subtitle", rows.size(), finished);
    }

    void show() {
        if (selected.get() != null && selected.get().run().outcome() instanceof Outcome.Finished) {
            session.choose(selected.get().run());
            session.page().set(ResultPage.of(selected.get().task()));
        }
    }

    /** Whether something trains, so that nothing else can. */
    ObservableBooleanValue blocked() {
        return session.working();
    }

    /** Trains with the selected run's settings once more. */
    void again() {
        if (selected.get() != null) {
            if (!session.busy()) {
                session.page().set("train");
            }
            session.train(selected.get().run().spec());
        }
    }

    /** Shows how the selected run trains or has trained. */
    void watch() {
        if (selected.get() != null) {
            session.watched().show(selected.get().run());
        }
    }

    /** Takes the selected run's settings into the form of the page Train. */
    void edit() {
        if (selected.get() != null) {
            session.watched().edit(selected.get().run().spec());
        }
    }

    /** Going on with the selected run. */
    ResumeOffer resume() {
        return resume;
    }

    /** The study of the selected run. */
    StudyOffer study() {
        return study;
    }

    /** All studies of the project. */
    ObservableList<Study> studies() {
        return session.studies().all();
    }

    /** Writing the selected run's files for other programs. */
    RunFiles files() {
        return files;
    }

    /** Writes the selected run's settings, figures and weights into a folder of its own there. */
    void export(Path parent) {
        files.write(selected.get().run(), parent);
    }

    void delete() {
        if (selected.get() != null) {
            session.delete(selected.get().run());
            asking.set(false);
        }
    }

    /** The selected run's specification as the command line takes it. */
    String specJson() {
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(Specs.toJson(selected.get().run().spec()));
    }

    /** Writes the table in the order shown. */
    void export(List<RunRow> shown, Path file) {
        String csv = RunsCsv.of(shown);
        export.save(file, out -> out.write(csv));
    }

    /** Where the table was written last; null before that. */
    ReadOnlyObjectProperty<Path> saved() {
        return export.saved();
    }

    void goTrain() {
        session.page().set(session.dataset().get() == null ? "data" : "train");
    }

    private void listed() {
        String kept = selected.get() == null ? "" : selected.get().id();
        rows.setAll(session.runs().stream().map(this::row).toList());
        RunRow again =
                rows.stream().filter(row -> row.id().equals(kept)).findFirst().orElse(null);
        if (again == null || !again.equals(selected.get())) {
            selected.set(again == null && !rows.isEmpty() ? rows.getFirst() : again);
        }
    }

    private void follow(LiveRun live) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (live != null) {
            following = live.epochs().subscribe(this::count);
        }
    }

    /** Renews the row of the run that trains, while the page is on screen. */
    private void count() {
        if (!PAGE.equals(session.page().get())) {
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            RunRow now = row(rows.get(i).run());
            if (!now.equals(rows.get(i))) {
                boolean chosen = rows.get(i).equals(selected.get());
                rows.set(i, now);
                if (chosen) {
                    selected.set(now);
                }
            }
        }
    }

    private RunRow row(Run run) {
        Optional<LiveRun> live = run.outcome() instanceof Outcome.Running ? trains(run) : Optional.empty();
        List<EpochReport> epochs = live.<List<EpochReport>>map(LiveRun::epochs).orElse(run.epochs());
        String of = session.studies().of(run).map(Study::id).orElse("");
        return new RunRow(run, epochs.isEmpty() ? 0 : epochs.getLast().epoch(), of);
    }

    private Optional<LiveRun> trains(Run run) {
        return Optional.ofNullable(session.live().get())
                .filter(live -> live.run().get().id().equals(run.id()))
                .or(() -> session.studies().trains(run));
    }

    private void describe() {
        details.set(selected.get() == null ? null : RunDetails.of(selected.get().run(), texts));
    }
}
