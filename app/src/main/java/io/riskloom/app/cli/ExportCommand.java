package io.riskloom.app.cli;

import io.riskloom.app.result.RunExport;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code riskloom export}: a run as files for other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a run as files for other programs into a folder and prints their paths: spec.json (its settings, which "
                    + "'train' takes), metrics.csv (name, value, low, high, model, role), epochs.csv (epoch, losses and every "
                    + "other figure of it, seconds) and weights.safetensors. An earlier export in the folder is replaced."
        })
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(paramLabel = "RUN", description = "The run's id, or the beginning of it.")
    private String id;

    @Mixin
    private ProjectOption projects;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder; made where it is missing.")
    private Path out;

    @Override
    public Integer call() throws NoticeException {
        try (Project project = projects.holding(id)) {
            Run run = projects.find(project, id);
            write(new RunExport(run, project.modelFolder(run.id()))).forEach(System.out::println);
        }
        return 0;
    }

    private List<Path> write(RunExport export) throws NoticeException {
        try {
            return export.write(out.toAbsolutePath());
        } catch (IOException e) {
            throw Common.notWritten(out, e);
        }
    }
}
