package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is typed wrongly ends with 2 and one line that names the option and the help. */
class WrongUsageTest {

    @TempDir
    static Path folder;

    private static Path spec;
    private static Path grid;

    @BeforeAll
    static void writeInputs() throws IOException {
        Path data = CliRun.sample(folder, "SP500.csv");
        spec = folder.resolve("spec.json");
        Files.writeString(spec, CliRun.of("spec", "forecast", "--data", data).out());
        grid = Files.writeString(folder.resolve("grid.csv"), "1,2\n3,4\n");
    }

    /** @param named what the line must name */
    record Typed(List<Object> args, String named) {}

    private static Typed typed(String named, Object... args) {
        return new Typed(List.of(args), named);
    }

    static Stream<Typed> wrongCommandLines() {
        return Stream.of(
                typed("--device", "train", spec, "--device", "x"),
                typed("unknown=1", "train", spec, "--set", "unknown=1"),
                typed("between 1 and 1024", "train", spec, "--set", "units=0"),
                typed("whole number", "train", spec, "--set", "units=many"),
                typed("--set", "train", spec, "--set", "units"),
                typed("--threads", "train", spec, "--threads", "0"),
                typed("SPEC.json", "train"),
                typed("--pad-mode", "conv", "--input", grid, "--kernel", grid, "--pad-mode", "x"),
                typed("--stride", "conv", "--input", grid, "--kernel", grid, "--stride", "0"),
                typed("--padding", "conv", "--input", grid, "--kernel", grid, "--padding", "-1"),
                typed("--bias", "conv", "--input", grid, "--kernel", grid, "--bias", "NaN"),
                typed("--window", "pool", "--input", grid, "--window", "2"),
                typed("--window", "pool", "--input", grid, "--window", "0x2"),
                typed("--kind", "pool", "--input", grid, "--window", "2x2", "--kind", "min"),
                typed("--stride", "pool", "--input", grid, "--window", "2x2", "--stride", "-1"),
                typed("--paths", "generate", "r", "--paths", "0", "--length", "5"),
                typed("--length", "generate", "r", "--paths", "1", "--length", "100001"),
                typed("--length", "generate", "r", "--paths", "1"),
                typed("--minutes", "demo", "--minutes", "0"),
                typed("--minutes", "demo", "--minutes", "NaN"),
                typed("--cut-off", "score", "r", "--data", grid, "--cut-off", "7"),
                typed("--reasons", "score", "r", "--data", grid, "--reasons", "21"),
                typed("--at", "features", "r", "--data", grid, "--at", "yesterday", "--out", folder),
                typed("--at", "features", "r", "--data", grid, "--at", "99999999999", "--out", folder),
                typed("--stage", "features", "r", "--data", grid, "--at", "1", "--out", folder, "--stage", "later"),
                typed("--layer", "features", "r", "--data", grid, "--at", "1", "--out", folder, "--stage", "last"),
                typed("--layer", "features", "r", "--data", grid, "--at", "1", "--out", folder, "--channels", "1"),
                typed(
                        "--channels",
                        "features",
                        "r",
                        "--data",
                        grid,
                        "--at",
                        "1",
                        "--out",
                        folder,
                        "--layer",
                        "stem",
                        "--channels",
                        "1-"),
                typed("--rounds", "bench", "train", "--rounds", "0"),
                typed("NET", "bench", "train", "alexnet"),
                typed("--steps", "bench", "train", "--steps", "1"),
                typed("--runs", "bench", "train", "--runs", "0"),
                typed("--get-cuda", "doctor", "--yes"),
                typed("--json", "doctor", "--get-cuda", "--json"),
                typed("--out", "export", "r"),
                typed("sleep", "bench", "sleep"),
                typed("--device", "resume", "r", "--device", "x"),
                typed("--batch", "inspect"),
                typed("seperator", "inspect", grid, "--settings", "{\"seperator\": \";\"}"),
                typed("separator", "inspect", grid, "--settings", "{\"separator\": \"ab\"}"),
                typed("--settings", "inspect", grid, "--settings", "[1]"),
                typed("--settings", "inspect", grid, "--settings", "{\"bad\": \"late\"}"),
                typed("--reading", "inspect", grid, "--reading", "{\"step\": []}"),
                typed("--reading", "spec", "forecast", "--data", grid, "--reading", "{"),
                typed("--reading", "spec", "credit", "--data", grid, "--settings", "{}", "--reading", "{}"),
                typed("--compare", "inspect", grid, grid, "--compare", grid),
                typed("csv", "bench"),
                typed("--rows", "bench", "csv", "--rows", "10"),
                typed("--runs", "bench", "csv", "--runs", "0"),
                typed("--threads", "bench", "csv", "--threads", "0"),
                typed("forecast, classify, credit, generate", "spec", "nosuchtask", "--data", grid),
                typed("--model", "spec", "forecast", "--data", grid, "--model", "x"),
                typed("--colour", "runs", "--colour"),
                typed("--colour", "--colour"),
                typed("trian", "trian", spec));
    }

    @ParameterizedTest
    @MethodSource("wrongCommandLines")
    void wrongUsageEndsWithTwoAndOneLineThatNamesTheHelp(Typed typed) {
        CliRun run = CliRun.of(typed.args().toArray());
        assertEquals(2, run.code(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("riskloom: ") && run.err().contains(typed.named()), run.err());
        assertTrue(run.err().contains("See 'riskloom") && run.err().contains(" --help'"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void aRefusedDemoMakesNoFolder() {
        Path out = folder.resolve("never");
        assertEquals(2, CliRun.of("demo", "--minutes", "0", "--out", out).code());
        assertTrue(Files.notExists(out));
    }

    @Test
    void helpIsOnStandardOutput() {
        CliRun run = CliRun.of("train", "--help");
        assertEquals(0, run.code());
        assertTrue(run.out().contains("--set") && run.err().isEmpty(), run.out());
    }
}
