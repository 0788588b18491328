package io.riskloom.app.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.riskloom.app.session.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A command line run in this process, with what it printed.
 *
 * @param opened the files that a window was opened with; null where none was
 */
record CliRun(int code, String out, String err, List<String> opened) {

    static CliRun of(Object... args) {
        return in(StandardCharsets.UTF_8, args);
    }

    /** @param charset what the terminal's streams encode as before the command begins */
    static CliRun in(Charset charset, Object... args) {
        String[] words = List.of(args).stream().map(String::valueOf).toArray(String[]::new);
        PrintStream oldOut = System.out;
        PrintStream oldErr = System.err;
        Level oldLevel = Logger.getLogger("").getLevel();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<List<String>> opened = new ArrayList<>();
        try {
            System.setOut(new PrintStream(out, true, charset));
            System.setErr(new PrintStream(err, true, charset));
            int code = Cli.run(words, opened::add);
            return new CliRun(
                    code,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8),
                    opened.isEmpty() ? null : opened.getFirst());
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
            Logger.getLogger("").setLevel(oldLevel);
        }
    }

    JsonObject json() {
        return JsonParser.parseString(out).getAsJsonObject();
    }

    List<String> lines() {
        return out.lines().toList();
    }

    /** Unpacks the samples and gives the one of that file name. */
    static Path sample(Path folder, String name) throws IOException {
        return Samples.unpack(folder).stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow();
    }
}
