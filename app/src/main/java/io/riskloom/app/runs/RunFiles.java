package io.riskloom.app.runs;

import io.riskloom.app.result.RunExport;
import io.riskloom.app.session.Session;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Writes a run's files for other programs in the background and tells where they are. */
final class RunFiles {

    private final Session session;
    private final ReadOnlyObjectWrapper<Written> written = new ReadOnlyObjectWrapper<>();

    RunFiles(Session session) {
        this.session = session;
    }

    /** @param files how many */
    record Written(Path folder, int files) {}

    /** What was written last; null before that and after {@link #forget()}. */
    ReadOnlyObjectProperty<Written> written() {
        return written.getReadOnlyProperty();
    }

    void forget() {
        written.set(null);
    }

    /** Where exports are kept as long as nobody chose another place. */
    Path folder() {
        return session.project().exportsFolder();
    }

    /** Writes settings, figures and weights into a folder with the run's name there; a failure is shown by the frame. */
    void write(Run run, Path parent) {
        Path folder = parent.resolve(run.id());
        session.tasks()
                .run(
                        Notice.of("runs.task.export", run.id()),
                        item -> new RunExport(run, session.project().modelFolder(run.id())).write(folder),
                        files -> written.set(new Written(folder, files.size())),
                        session::report);
    }
}
