package io.riskloom.app.cli;

import io.riskloom.app.session.UserFolders;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option {@code --project}. Only a command that writes a run makes a project; a mistyped folder is refused. */
final class ProjectOption {

    private static final String FILE = "project.db";

    @Option(names = "--project", paramLabel = "DIR", description = "Project folder; the window's own if not given.")
    private Path folder;

    Path folder() {
        return folder == null ? UserFolders.firstProject() : folder.toAbsolutePath();
    }

    /** Opens the project, makes it where there is none. */
    Project open() {
        return Project.open(folder());
    }

    /** Empty where none was named and the window's own does not exist yet. */
    Optional<Project> existing() throws NoticeException {
        if (Files.isRegularFile(folder().resolve(FILE))) {
            return Optional.of(open());
        }
        if (folder != null) {
            throw new NoticeException(Notice.of("cli.error.noProject", folder));
        }
        return Optional.empty();
    }

    /** The project that a run is looked up in. */
    Project holding(String run) throws NoticeException {
        return existing().orElseThrow(() -> noRun(run));
    }

    /** The run of that id, or the only one whose id begins so. */
    Run find(Project project, String id) throws NoticeException {
        return project.run(id).orElseThrow(() -> noRun(id));
    }

    static Requests.ModelRef model(Project project, Run run) {
        return new Requests.ModelRef(run.spec(), project.modelFolder(run.id()).toString());
    }

    private NoticeException noRun(String id) {
        return new NoticeException(Notice.of("cli.error.noRun", id, folder()));
    }
}
