package io.riskloom.app.cli;

import com.google.gson.JsonElement;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.AtomicFiles;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.service.ChildOptions;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.EngineStarter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands share: options, the language, checks of what was typed, files, asking an engine. */
final class Common {

    @Option(names = "--verbose", description = "Add the log, and the stack trace to an error.")
    boolean verbose;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    final Texts texts = texts();

    /** In the system's language where we speak it, else in English. */
    static Texts texts() {
        return new Texts(chinese() ? Texts.CHINESE : Texts.ENGLISH);
    }

    /** The environment is asked as well: Java falls back to English where the named locale is not installed. */
    private static boolean chinese() {
        String named = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(System::getenv)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse("");
        return named.startsWith("zh") || Locale.getDefault().getLanguage().equals("zh");
    }

    /** The one line on standard error that says what went wrong. */
    static void complain(Texts texts, Notice reason) {
        System.err.println("riskloom: " + texts.of(reason).replace('\n', ' '));
    }

    /** Checks of what was typed after this command. */
    Usage usage() {
        return new Usage(command.commandLine(), texts);
    }

    /** A file or folder that must be there. */
    static Path existing(Path file) throws NoticeException {
        if (!Files.exists(file)) {
            throw new NoticeException(Notice.of("common.error.noFile", file));
        }
        return file.toAbsolutePath();
    }

    /** A file that must be there and is no folder. */
    static Path file(Path file) throws NoticeException {
        if (Files.isDirectory(file)) {
            throw new NoticeException(Notice.of("cli.error.folder", file));
        }
        return existing(file);
    }

    /** A file's text, which must be UTF-8; a byte order mark is left out. */
    static String text(Path file) throws IOException, NoticeException {
        try {
            String text = Files.readString(file(file));
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new NoticeException(Notice.of("cli.error.notText", file), e);
        }
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
    static void write(Path out, Content content) throws IOException, NoticeException {
        if (out == null) {
            content.flushTo(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
            return;
        }
        try {
            AtomicFiles.write(
                    out.toAbsolutePath(),
                    stream -> content.flushTo(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw notWritten(out, e);
        }
    }

    /** What the disk refused, in words. */
    static NoticeException notWritten(Path out, IOException e) {
        String reason = e instanceof FileSystemException f && f.getReason() != null
                ? f.getReason()
                : String.valueOf(e.getMessage());
        return new NoticeException(Notice.of("cli.error.write", out, reason), e);
    }

    /** What a file holds. */
    @FunctionalInterface
    interface Content {
        void writeTo(Writer out) throws IOException;

        default void flushTo(Writer out) throws IOException {
            writeTo(out);
            out.flush();
        }
    }

    /** Starts an engine, asks it, waits for the answer and ends it. */
    <T> T ask(Function<Engine, CompletableFuture<T>> question) {
        try (Engine engine = EngineStarter.child().start(ChildOptions.defaults(), events(report -> {}))) {
            return question.apply(engine).join();
        }
    }

    /** Tells epochs to the given listener, and the engine's log to standard error with {@code --verbose}. */
    EngineEvents events(Consumer<EpochReport> onEpoch) {
        return events(onEpoch, scored -> {}, written -> {});
    }

    /** As above; tells as well that a model is trained anew. */
    EngineEvents training(Consumer<EpochReport> onEpoch, Consumer<EngineEvents.Refit> onRefit) {
        return new Told(verbose, onEpoch, scored -> {}, written -> {}, onRefit);
    }

    /** As above; tells how many applicants are scored and how many paths are written as well. */
    EngineEvents events(
            Consumer<EpochReport> onEpoch,
            Consumer<EngineEvents.Scored> onScored,
            Consumer<EngineEvents.Written> onWritten) {
        return new Told(verbose, onEpoch, onScored, onWritten, refit -> {});
    }

    /** Hands on what a command tells; the engine's log to standard error where all is to be told. */
    private record Told(
            boolean verbose,
            Consumer<EpochReport> onEpoch,
            Consumer<EngineEvents.Scored> onScored,
            Consumer<EngineEvents.Written> onWritten,
            Consumer<EngineEvents.Refit> onRefit)
            implements EngineEvents {

        @Override
        public void epoch(EpochReport report) {
            onEpoch.accept(report);
        }

        @Override
        public void progress(Progress progress) {}

        @Override
        public void scored(Scored scored) {
            onScored.accept(scored);
        }

        @Override
        public void written(Written written) {
            onWritten.accept(written);
        }

        @Override
        public void refit(Refit refit) {
            onRefit.accept(refit);
        }

        @Override
        public void log(LogLine line) {
            if (verbose) {
                System.err.println(line.text());
            }
        }
    }

    static void print(JsonElement json) {
        System.out.println(json);
    }
}
