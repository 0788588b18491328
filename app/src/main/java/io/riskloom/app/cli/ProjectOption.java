package io.riskloom.app.cli;

import io.riskloom.app.session.UserFolders;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option {@code --project}. Only a command that writes a run makes a project; a mistyped folder is refused. */
final class ProjectOption {

    private static final String FILE = "project.db";

    /** Of several runs that a start fits, those named. */
    private static final int NAMED = 5;

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
        return project.run(id).orElseThrow(() -> {
            List<String> several = project.runs().stream()
                    .map(Run::id)
                    .filter(each -> each.startsWith(id))
                    .toList();
            return several.isEmpty() ? noRun(id) : several(id, several);
        });
    }

    private static NoticeException several(String id, List<String> fitting) {
        String named = String.join(", ", fitting.subList(0, Math.min(NAMED, fitting.size())));
        return new NoticeException(
                fitting.size() > NAMED
                        ? Notice.of("cli.error.manyRuns", id, fitting.size(), named)
                        : Notice.of("cli.error.severalRuns", id, named));
    }

    static Requests.ModelRef model(Project project, Run run) {
        return new Requests.ModelRef(run.spec(), project.modelFolder(run.id()).toString());
    }

    private NoticeException noRun(String id) {
        return new NoticeException(Notice.of("cli.error.noRun", id, folder()));
    }
}
