package io.riskloom.app.data;

import io.riskloom.app.session.ReadProgress;
import io.riskloom.app.session.Refusal;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.TaskItem;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.Preview;
import io.riskloom.engine.data.Progress;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.quality.Loaded;
import io.riskloom.engine.quality.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A reader looks for the settings with which a file can be used. Every change reads the file anew in the background; the latest
 * wins. Nothing else changes before {@link #use}.
 */
final class DraftModel {

    private static final Preview NOTHING = new Preview(ReadSettings.DETECTED, List.of(), List.of(), List.of());

    private final Session session;
    private final Texts texts;
    private final Path file;
    private final Runnable ended;
    private final ReadOnlyObjectWrapper<Optional<Tried>> tried = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private Reading asked;
    private TaskItem reading;
    private boolean over;
    private boolean wanted; // the file is opened as soon as it was read so

    /**
     * What came of the last settings.
     *
     * @param refusal why the file cannot be used so
     * @param loaded  the file as it would be used; either this or the refusal is there
     */
    record Tried(Reading reading, Preview preview, Optional<Refusal> refusal, Optional<Loaded> loaded) {}

    /** @param ended called once, when the reader took the file or gave up */
    DraftModel(Session session, Texts texts, Path file, Reading start, Runnable ended) {
        this.session = session;
        this.texts = texts;
        this.file = file;
        this.ended = ended;
        tryWith(start);
    }

    Path file() {
        return file;
    }

    /** Empty until the file was read for the first time. */
    ReadOnlyObjectProperty<Optional<Tried>> tried() {
        return tried.getReadOnlyProperty();
    }

    /** Whether the file is being read with the settings chosen last; what was {@link #tried()} is older than they are. */
    ReadOnlyBooleanProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    void choose(Setting setting, String value) {
        String target = tried.get()
                .map(t -> facts(t).used().target())
                .orElse(asked.settings().target());
        tryWith(asked.with(setting.in(asked.settings(), value, target)));
    }

    /** Whether the file was refused for want of a target, which it may well be read without. */
    boolean lacksTarget() {
        return tried.get()
                .flatMap(Tried::refusal)
                .filter(refusal -> refusal.words().key().equals("data.error.noTarget"))
                .isPresent();
    }

    /** Opens the file as applicants whose outcome is not known, where it can be read so. */
    void useWithoutTarget() {
        ReadSettings settings = asked.settings().withKind("credit").withTarget(ReadSettings.NO_TARGET, List.of());
        tryWith(asked.with(settings));
        if (usable()) {
            use();
        } else {
            wanted = waiting.get();
        }
    }

    /** Gives a column a role, empty to detect it. */
    void role(String column, String role) {
        tryWith(asked.with(Roles.in(asked.settings(), column, role)));
    }

    /** The role of a column: the one set, else the one detected, else empty. */
    String role(String column) {
        ReadSettings settings = asked.settings();
        if (settings.target().equals(column)) {
            return "target";
        }
        String detected = tried.get()
                .flatMap(Tried::loaded)
                .map(loaded -> Roles.given(loaded.imported().report()).getOrDefault(column, ""))
                .orElse("");
        return settings.roles().getOrDefault(column, detected);
    }

    /** What a column of the file may be. */
    List<String> roles() {
        return tried.get()
                .flatMap(Tried::loaded)
                .map(loaded -> Roles.of(loaded.imported()))
                .orElse(Roles.ALL);
    }

    private void tryWith(Reading next) {
        asked = next;
        wanted = false;
        waiting.set(true);
        if (reading != null) {
            reading.cancel();
        }
        Preview last = tried.get().map(Tried::preview).orElse(NOTHING);
        Notice title = Notice.of("common.task.load", file.getFileName());
        reading = session.tasks()
                .run(
                        title,
                        item -> attempt(next, last, new ReadProgress(item, title)),
                        this::take,
                        failure -> fail(next, last, failure));
    }

    private void take(Tried done) {
        if (!over && done.reading() == asked) {
            boolean opens = wanted;
            wanted = false;
            waiting.set(false);
            tried.set(Optional.of(done));
            if (opens) {
                use();
            }
        }
    }

    /** A reading that was cancelled leaves the one before; any other failure is what came of the settings. */
    private void fail(Reading next, Preview last, Notice failure) {
        if (!over
                && next == asked
                && failure.equals(Tasks.CANCELLED)
                && tried.get().isPresent()) {
            asked = tried.get().get().reading();
            waiting.set(false);
        } else {
            Refusal refusal = new Refusal(file, next, failure, 0, "");
            take(new Tried(next, last, Optional.of(refusal), Optional.empty()));
        }
    }

    /** @param last what is shown where not even the first rows can be read so */
    private Tried attempt(Reading next, Preview last, Progress progress) throws IOException {
        Preview preview = last;
        try {
            preview = CsvReader.preview(file, next.settings());
            return new Tried(next, preview, Optional.empty(), Optional.of(DataFile.load(file, next, progress)));
        } catch (DataException e) {
            return new Tried(next, preview, Optional.of(Refusal.of(file, next, e)), Optional.empty());
        }
    }

    /** Whether the file can be used with the settings chosen last. */
    boolean usable() {
        return !waiting.get() && tried.get().flatMap(Tried::loaded).isPresent();
    }

    /** Takes the file as it was read last; the search ends once it is open. */
    void use() {
        if (usable()) {
            tried.get()
                    .flatMap(Tried::loaded)
                    .ifPresent(loaded -> session.data().changes().adopt(file, loaded, this::end));
        }
    }

    /** Gives up; nothing changes. */
    void cancel() {
        end();
    }

    private void end() {
        if (over) {
            return;
        }
        over = true;
        if (reading != null) {
            reading.cancel();
        }
        ended.run();
    }

    /** Why the file cannot be used, or what it would be; that it is being read where that is not known yet. */
    String verdict() {
        if (waiting.get()) {
            return texts.get("data.draft.reading");
        }
        return tried.get()
                .map(t -> t.refusal()
                        .map(refusal -> texts.of(refusal.words()))
                        .or(() -> t.loaded().map(loaded -> fits(loaded.imported())))
                        .orElse(""))
                .orElse("");
    }

    private String fits(Imported imported) {
        String rows = Summary.count(imported.report().rows());
        return switch (imported) {
            case Imported.Prices prices ->
                texts.get("data.draft.prices", rows, prices.series().size());
            case Imported.Credit credit
            when credit.book().target().isEmpty() ->
                texts.get(
                        "data.draft.unlabelled", rows, credit.book().features().size());
            case Imported.Credit credit ->
                texts.get(
                        "data.draft.credit",
                        rows,
                        credit.book().target(),
                        credit.book().badLabel(),
                        credit.book().features().size());
        };
    }

    List<Chip> chips() {
        return tried.get()
                .map(t -> Chips.of(t.reading().settings(), facts(t), texts))
                .orElse(List.of());
    }

    private static ReadFacts facts(Tried tried) {
        return tried.loaded()
                .map(loaded -> ReadFacts.of(loaded.imported()))
                .orElseGet(() -> ReadFacts.of(tried.preview()));
    }

    /** The first rows, with the trouble marked. */
    Grid grid() {
        return tried.get()
                .map(t -> {
                    Marks marks = new Marks();
                    t.refusal()
                            .filter(refusal -> refusal.line() > 0)
                            .ifPresent(refusal -> marks.add(
                                    List.of(refusal.line()),
                                    new Mark(refusal.column(), texts.of(refusal.words()), true)));
                    t.loaded().ifPresent(loaded -> {
                        for (ImportReport.Warning warning :
                                loaded.imported().report().warnings()) {
                            marks.add(warning.lines(), new Mark(warning.column(), texts.of(warning.notice()), false));
                        }
                    });
                    return Grid.of(t.preview(), marks);
                })
                .orElse(Grid.EMPTY);
    }
}
