package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import tech.tablesaw.columns.Column;

/** Literal text in, a sheet's cells out. */
final class Sheets {

    private Sheets() {}

    static Sheet read(Path folder, String text) throws Exception {
        return read(folder, text, ReadSettings.DETECTED);
    }

    static Sheet read(Path folder, String text, ReadSettings settings) throws Exception {
        return read(folder, text.getBytes(StandardCharsets.UTF_8), settings);
    }

    static Sheet read(Path folder, byte[] bytes, ReadSettings settings) throws Exception {
        return Sheet.read(file(folder, bytes), settings);
    }

    static TextFile file(Path folder, byte[] bytes) throws DataException, IOException {
        return TextFile.read(Files.write(folder.resolve("data.csv"), bytes));
    }

    /** Each column as {@code name[cell, cell]}; missing cells are empty. */
    static String table(Sheet sheet) {
        StringJoiner columns = new StringJoiner(" ");
        for (Column<?> column : sheet.columns()) {
            StringJoiner cells = new StringJoiner(", ", column.name() + "[", "]");
            for (int i = 0; i < column.size(); i++) {
                cells.add(column.isMissing(i) ? "" : String.valueOf(column.get(i)));
            }
            columns.add(cells.toString());
        }
        return columns.toString();
    }

    static String table(Path folder, String text) throws Exception {
        return table(read(folder, text));
    }

    static List<String> warnings(Sheet sheet) {
        return sheet.warnings().stream()
                .map(w ->
                        w.notice().key().replace("data.warn.", "") + w.notice().args())
                .toList();
    }

    /** The refusal's key, line, column, expected and found, joined by {@code |}. */
    static String refusal(Path folder, byte[] bytes, ReadSettings settings) {
        Notice notice = assertThrows(DataException.class, () -> read(folder, bytes, settings))
                .notice();
        return notice.key().replace("data.error.", "") + "|"
                + String.join("|", notice.args().subList(1, notice.args().size()));
    }

    static String refusal(Path folder, String text) {
        return refusal(folder, text.getBytes(StandardCharsets.UTF_8), ReadSettings.DETECTED);
    }
}
