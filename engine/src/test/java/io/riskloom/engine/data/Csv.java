package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Literal CSV for tests. */
final class Csv {

    static final Path SAMPLES = Path.of("../sample-data/src/main/resources/io/riskloom/samples");

    private Csv() {}

    static Path file(Path folder, String text) throws IOException {
        return file(folder, text, StandardCharsets.UTF_8);
    }

    static Path file(Path folder, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("data.csv"), text.getBytes(charset));
    }

    static Imported.Prices prices(Path folder, String text) throws Exception {
        return assertInstanceOf(Imported.Prices.class, CsvReader.read(file(folder, text)));
    }

    static Imported.Credit credit(Path folder, String text) throws Exception {
        return assertInstanceOf(Imported.Credit.class, CsvReader.read(file(folder, text)));
    }

    /** The refusal's key, line, column, expected and found, joined by {@code |}. */
    static String refusal(Path folder, String text) throws IOException {
        return refusal(file(folder, text));
    }

    static String refusal(Path file) {
        Notice notice =
                assertThrows(DataException.class, () -> CsvReader.read(file)).notice();
        List<String> args = notice.args();
        return notice.key().replace("data.error.", "") + "|" + String.join("|", args.subList(1, args.size()));
    }

    /** The report's warnings as key and arguments. */
    static List<String> warnings(Imported imported) {
        return imported.report().warnings().stream()
                .map(w ->
                        w.notice().key().replace("data.warn.", "") + w.notice().args())
                .toList();
    }
}
