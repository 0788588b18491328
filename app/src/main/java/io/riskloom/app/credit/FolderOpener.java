package io.riskloom.app.credit;

import io.riskloom.app.session.Session;
import io.riskloom.engine.data.Notice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows a file's folder in the system's own file manager. */
final class FolderOpener {

    private FolderOpener() {}

    /** A failure, such as a system without one, is shown by the frame. */
    static void open(Session session, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        session.tasks()
                .run(
                        Notice.of("credit.file.openFolder.task", folder.toString()),
                        item -> new ProcessBuilder(command(System.getProperty("os.name"), folder))
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start(),
                        process -> {},
                        session::report);
    }

    static List<String> command(String system, Path folder) {
        String name = system.toLowerCase(Locale.ROOT);
        String program = name.contains("win") ? "explorer" : name.contains("mac") ? "open" : "xdg-open";
        return List.of(program, folder.toString());
    }
}
