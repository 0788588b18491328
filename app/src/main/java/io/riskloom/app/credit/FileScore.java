package io.riskloom.app.credit;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.TaskItem;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.ScoreReport;
import io.riskloom.engine.service.EngineEvents.Scored;
import io.riskloom.engine.service.Requests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A file of applicants scored into another by the run on show; changed on the JavaFX thread. */
final class FileScore {

    /** How far it is. */
    record Progress(long rows, double share, double rowsPerSecond) {}

    /** @param out the file written, where the report is complete */
    record Done(Run run, Path file, Path out, double cutOff, ScoreReport report) {}

    private static final double NANOS = 1e9;
    private static final Pattern ENDINGS = Pattern.compile("(?i)(?<=.)(\\.(csv|tsv|txt|data|dat))?(\\.(gz|zip))?$");

    private final Session session;
    private final ChosenRun chosen;
    private final LongSupplier clock;
    private final ObjectProperty<Path> file = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Path> out = new ReadOnlyObjectWrapper<>();
    private final IntegerProperty reasons = new SimpleIntegerProperty(3);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Done> done = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Notice> problem = new ReadOnlyObjectWrapper<>();
    private Path wanted;
    private boolean confirmed;
    private TaskItem item;

    /** @param clock nanoseconds */
    FileScore(Session session, ChosenRun chosen, LongSupplier clock) {
        this.session = session;
        this.chosen = chosen;
        this.clock = clock;
        file.subscribe(now -> {
            wanted = now == null ? null : beside(now);
            confirmed = false;
            out.set(now == null ? null : free(wanted));
            problem.set(null);
        });
    }

    /** {@code applicants.2024-scored.csv} beside {@code applicants.2024.csv}. */
    static Path beside(Path file) {
        String name = ENDINGS.matcher(file.getFileName().toString()).replaceFirst("");
        return file.resolveSibling(name + "-scored.csv");
    }

    /** The file, or where it exists the first of {@code NAME-2.csv}, {@code NAME-3.csv} … that does not. */
    private static Path free(Path file) {
        String name = ENDINGS.matcher(file.getFileName().toString()).replaceFirst("");
        Path free = file;
        for (int i = 2; Files.exists(free); i++) {
            free = file.resolveSibling(name + "-" + i + ".csv");
        }
        return free;
    }

    /** Null before one is chosen. */
    ObjectProperty<Path> file() {
        return file;
    }

    /** Where scores will be written; null before a file is chosen. */
    ReadOnlyObjectProperty<Path> out() {
        return out.getReadOnlyProperty();
    }

    /** Writes the next scores there, over a file that exists: whoever chose it was asked. */
    void writeTo(Path chosenOut) {
        wanted = chosenOut;
        confirmed = true;
        out.set(chosenOut);
    }

    /** How many reasons a row. */
    IntegerProperty reasons() {
        return reasons;
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Null while nothing is scored. */
    ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /** What the last scoring did, a stopped one too; null before the first. */
    ReadOnlyObjectProperty<Done> done() {
        return done.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Notice> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Starts where a run and a file are there and nothing is scored yet. */
    void start(double cutOff) {
        Run run = chosen.run().get();
        if (busy.get() || run == null || file.get() == null) {
            return;
        }
        Path from = file.get();
        if (!confirmed) {
            out.set(free(wanted)); // the one proposed may be there by now, of the scoring before
        }
        confirmed = false;
        Path to = out.get();
        busy.set(true);
        problem.set(null);
        done.set(null);
        progress.set(new Progress(0, 0, Double.NaN));
        long began = clock.getAsLong();
        item = session.scoreFile(
                new Requests.ScoreFileRequest(
                        session.model(run), from.toString(), to.toString(), cutOff, reasons.get()),
                scored -> progress.set(progress(scored, began)),
                report -> end(() -> done.set(new Done(run, from, to, cutOff, report))),
                reason -> end(() -> problem.set(reason)));
    }

    private Progress progress(Scored scored, long began) {
        double seconds = (clock.getAsLong() - began) / NANOS;
        return new Progress(scored.rows(), scored.share(), seconds > 0 ? scored.rows() / seconds : Double.NaN);
    }

    private void end(Runnable last) {
        busy.set(false);
        progress.set(null);
        last.run();
    }

    /** Asks it to stop; the report says that nothing was written. */
    void cancel() {
        if (busy.get() && item != null) {
            item.cancel();
        }
    }
}
