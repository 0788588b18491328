package io.riskloom.app.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs a {@link Trial} in a process of its own, alone until it ends. */
final class TrialProcess {

    private static final int MINUTES = 30;

    private final Path folder;

    /** @param folder for the outputs */
    TrialProcess(Path folder) {
        this.folder = folder;
    }

    /** A command that starts this process's Java as the start script does, with further options. */
    static List<String> java(List<String> options, Class<?> main, String... args) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java")
                .toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return command;
    }

    /** @throws NoticeException where it does not start, fails, or tells something else than a trial */
    Trial run(List<String> command) throws NoticeException, IOException, InterruptedException {
        return run(new ProcessBuilder(command), Trial::of);
    }

    /**
     * @param of reads the JSON object on the last line of output; throws where a member is not there or of another type
     * @throws NoticeException where it does not start, fails, or tells something else
     */
    <T> T run(ProcessBuilder builder, Function<JsonObject, T> of)
            throws NoticeException, IOException, InterruptedException {
        String program = builder.command().getFirst();
        File out = folder.resolve("trial.out").toFile();
        File err = folder.resolve("trial.err").toFile();
        Process process;
        try {
            process = builder.redirectOutput(out).redirectError(err).start();
        } catch (IOException e) {
            throw new NoticeException(Notice.of("cli.bench.noStart", program, e.getMessage()), e);
        }
        Thread guard = new Thread(process::destroyForcibly); // a bench that is ended takes its child along
        Runtime.getRuntime().addShutdownHook(guard);
        try {
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new NoticeException(Notice.of("cli.bench.late", program, MINUTES));
            }
        } finally {
            process.destroyForcibly().waitFor();
            Runtime.getRuntime().removeShutdownHook(guard);
        }
        String last = lastLine(out);
        try {
            if (process.exitValue() == 0) {
                return of.apply(JsonParser.parseString(last).getAsJsonObject());
            }
        } catch (JsonParseException | IllegalStateException | NullPointerException | NumberFormatException e) {
            throw new NoticeException(Notice.of("cli.bench.failed", program, 0, last), e);
        }
        throw new NoticeException(Notice.of("cli.bench.failed", program, process.exitValue(), reason(err)));
    }

    private static String lastLine(File file) throws IOException {
        return lines(file).reduce((a, b) -> b).orElse("");
    }

    /** Java's stack traces and Python's alike indent all but the error itself. */
    private static String reason(File file) throws IOException {
        return lines(file)
                .filter(line -> !Character.isWhitespace(line.charAt(0)))
                .reduce((a, b) -> b)
                .orElse("");
    }

    private static Stream<String> lines(File file) throws IOException {
        return new String(Files.readAllBytes(file.toPath()), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank());
    }
}
