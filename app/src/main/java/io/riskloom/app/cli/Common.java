package io.riskloom.app.cli;

import com.google.gson.JsonElement;
import io.riskloom.app.session.UserFolders;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.AtomicFiles;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.service.ChildOptions;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.EngineStarter;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** What the commands share: options, the language, the project, asking an engine. */
final class Common {

    @Option(names = "--verbose", description = "Add the stack trace to an error.")
    boolean verbose;

    final Texts texts = new Texts(Locale.getDefault().getLanguage().equals("zh") ? Texts.CHINESE : Texts.ENGLISH);

    /** A file that must be there. */
    static Path existing(Path file) throws NoticeException {
        if (!Files.exists(file)) {
            throw new NoticeException(Notice.of("common.error.noFile", file));
        }
        return file.toAbsolutePath();
    }

    static Project project(Path folder) {
        return Project.open(folder == null ? UserFolders.firstProject() : folder.toAbsolutePath());
    }

    static Run find(Project project, String id) throws NoticeException {
        return project.run(id)
                .orElseThrow(() -> new NoticeException(Notice.of("cli.error.noRun", id, project.folder())));
    }

    static Requests.ModelRef model(Project project, Run run) {
        return new Requests.ModelRef(run.spec(), project.modelFolder(run.id()).toString());
    }

    /** The run's spec, where the run is of that task. */
    static <S extends RunSpec> S spec(Run run, Class<S> type) throws NoticeException {
        if (!type.isInstance(run.spec())) {
            throw new NoticeException(
                    Notice.of("cli.error.otherTask", run.id(), run.spec().task()));
        }
        return type.cast(run.spec());
    }

    /** To the file where one is named, else to standard output. */
    static void write(Path out, Content content) throws IOException {
        if (out == null) {
            Writer writer = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
            content.writeTo(writer);
            writer.flush();
        } else {
            AtomicFiles.write(out.toAbsolutePath(), stream -> {
                Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
                content.writeTo(writer);
                writer.flush();
            });
        }
    }

    /** What a file holds. */
    @FunctionalInterface
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /** Starts an engine, asks it, waits for the answer and ends it. */
    static <T> T ask(Function<Engine, CompletableFuture<T>> question) {
        try (Engine engine = EngineStarter.child().start(ChildOptions.defaults(), EngineEvents.SILENT)) {
            return question.apply(engine).join();
        }
    }

    static void print(JsonElement json) {
        System.out.println(json);
    }
}
