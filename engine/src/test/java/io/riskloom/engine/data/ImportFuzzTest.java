package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.fuzz.Fuzzer;
import io.riskloom.engine.fuzz.InstrumentingLoader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Coverage-guided fuzzing of the importer, from one small file of each dialect. {@code -Dfuzz.seconds=600 -Dfuzz.seed=7} run it
 * longer and elsewhere; an input that fails is kept among the seeds.
 */
class ImportFuzzTest {

    private static final Path SEEDS =
            Path.of("src/test/resources/io/riskloom/engine/data/ImportFuzzTestInputs/importsAreReadOrRefused");
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 20);
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    private static final String[] PIECES = {
        ",",
        ";",
        "\"",
        "\"\"",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "|",
        " ",
        "  ",
        ".",
        "-",
        "--",
        "+",
        "'",
        "#",
        "=",
        "%",
        "(",
        ")",
        "0",
        "1",
        "NA",
        "n/a",
        "null",
        "None",
        "nan",
        "inf",
        "1e309",
        "1.234",
        "1,234",
        "1.5e-3",
        "-9999",
        "12%",
        "(1.5)",
        "1.2M",
        "3.5亿",
        "1,5万",
        "$5",
        "€",
        "5 EUR",
        "1 234,5",
        "12,34,567.8",
        "\u2212",
        "1'234",
        "date",
        "Date",
        "close",
        "open",
        "volume",
        "symbol",
        "class",
        "good",
        "bad",
        "id",
        "default",
        "日期",
        "收盘价",
        "Schlusskurs",
        "Adj Close",
        "2000-01-03",
        "2000-01-03T00:00:00Z",
        "20000103",
        "03.01.2000",
        "1/3/14",
        "13/1/2014",
        "17-11-10",
        "Nov 10, 2017",
        "10-Nov-17",
        "2017年11月10日",
        "2017Q3",
        "Nov-17",
        "1510272000",
        "1510272000000",
        "43049",
        "\uFEFF",
        "\0",
        "é",
        "𝟙",
        "sep=;",
        "# note",
        "Total",
        "合计",
        "@relation r",
        "@attribute a {x,y}",
        "@data",
        "<html>",
        "{\"a\":1}",
        "PK\u0003\u0004",
        "\u001f\u008b"
    };

    @TempDir
    Path folder;

    static Stream<Path> seeds() throws IOException {
        try (Stream<Path> files = Files.list(SEEDS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySeedIsReadOrRefused(Path seed) throws IOException {
        byte[] bytes = Files.readAllBytes(seed);
        assertTrue(bytes.length < 4096, seed.toString());
        new ImportTarget(folder.resolve("data.csv")).accept(bytes);
    }

    @Test
    void importsAreReadOrRefused(TestReporter reporter) throws Exception {
        ClassLoader loader =
                new InstrumentingLoader("io.riskloom.engine.data", getClass().getClassLoader());
        Fuzzer.Target target = loader.loadClass(ImportTarget.class.getName())
                .asSubclass(Fuzzer.Target.class)
                .getConstructor(Path.class)
                .newInstance(folder.resolve("data.csv"));
        List<byte[]> seeds = new ArrayList<>();
        for (Path seed : seeds().toList()) {
            seeds.add(Files.readAllBytes(seed));
        }
        Fuzzer fuzzer = new Fuzzer(target, pieces(), SEED);

        Fuzzer.Result result = assertTimeoutPreemptively(
                Duration.ofSeconds(SECONDS + 60L),
                () -> fuzzer.run(seeds, Duration.ofSeconds(SECONDS)),
                () -> "no end with input " + fuzzer.current());

        reporter.publishEntry("fuzzing", result.toString());
        assertTrue(result.places() > result.seeded(), result.toString());
    }

    private static List<byte[]> pieces() {
        List<byte[]> pieces = new ArrayList<>();
        for (String piece : PIECES) {
            pieces.add(piece.getBytes(StandardCharsets.UTF_8));
            for (String charset : List.of("UTF-16LE", "GB18030", "windows-1252")) {
                byte[] other = piece.getBytes(Charset.forName(charset));
                if (charset.startsWith("UTF-16") || !piece.chars().allMatch(c -> c < 128)) {
                    pieces.add(other);
                }
            }
        }
        return pieces;
    }
}
