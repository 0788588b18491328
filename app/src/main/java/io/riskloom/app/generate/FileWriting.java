package io.riskloom.app.generate;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.TaskItem;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.PathFileReport;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.Requests;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** As many paths as are asked for drawn into a file, by an engine of its own, without being shown. */
final class FileWriting {

    private static final double MEGABYTE = 1e6;

    private final Session session;
    private final Texts texts;
    private final ChosenRun chosen;
    private final Drawing drawing;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<EngineEvents.Written> written = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PathFileReport> report = new ReadOnlyObjectWrapper<>();
    private TaskItem item;
    private Run of; // whose paths are being written, or were last

    FileWriting(Session session, Texts texts, ChosenRun chosen, Drawing drawing) {
        this.session = session;
        this.texts = texts;
        this.chosen = chosen;
        this.drawing = drawing;
        chosen.run().addListener((run, before, now) -> report.set(null));
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Writes what the fields ask for; does nothing while a file is being written. */
    void write(Path file) {
        Run run = chosen.run().get();
        if (run == null || busy.get()) {
            return;
        }
        of = run;
        busy.set(true);
        written.set(null);
        report.set(null);
        item = session.writePaths(
                new Requests.PathFileRequest(
                        session.model(run),
                        file.toString(),
                        drawing.paths().get(),
                        drawing.length().get(),
                        drawing.seed().get(),
                        drawing.start().get()),
                written::set,
                done -> {
                    busy.set(false);
                    if (run.id().equals(chosenId())) {
                        report.set(done);
                    }
                },
                reason -> {
                    busy.set(false);
                    session.report(reason);
                });
    }

    /** Empty for none. */
    private String chosenId() {
        Run run = chosen.run().get();
        return run == null ? "" : run.id();
    }

    void cancel() {
        if (busy.get() && item != null) {
            item.cancel();
        }
    }

    /** How far it is, of which run where that is not the chosen one, or what was written of the chosen one; else empty. */
    StringBinding state() {
        return Bindings.createStringBinding(this::words, busy, written, report, chosen.run(), texts.locale());
    }

    private String words() {
        if (busy.get()) {
            EngineEvents.Written now = written.get();
            String words = texts.get(
                    "generate.file.progress",
                    Formats.number(now == null ? 0 : now.paths(), 0),
                    Formats.percent(now == null ? 0 : now.share(), 0));
            return of.id().equals(chosenId()) ? words : texts.get("generate.of", RunWords.name(texts, of), words);
        }
        PathFileReport done = report.get();
        if (done == null) {
            return "";
        }
        return done.complete()
                ? texts.get(
                        "generate.file.done",
                        Formats.number(done.paths(), 0),
                        Formats.number(done.bytes() / MEGABYTE, 1),
                        Formats.duration(done.seconds()))
                : texts.get("generate.file.stopped");
    }
}
