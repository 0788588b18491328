package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Our rows against those of an independent parser, FastCSV, on what RFC 4180 allows. */
class ScanTest {

    private static final String[] CELLS = {
        "",
        "1",
        "2020-01-02",
        "a b",
        "a,b",
        "say \"hi\"",
        "\"",
        "line\nbreak",
        "cr\r\nlf",
        "é",
        "日期",
        "𝟙",
        "x;y",
        "'",
        "#1",
        "long ".repeat(40)
    };
    private static final String[] ENDS = {"\n", "\r\n", "\r"};

    private static String quoted(String cell, Random random) {
        boolean must = cell.contains(",") || cell.contains("\"") || cell.contains("\n") || cell.contains("\r");
        return must || random.nextInt(4) == 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        String end = ENDS[random.nextInt(ENDS.length)];
        for (int rows = 1 + random.nextInt(12); rows > 0; rows--) {
            for (int cells = 1 + random.nextInt(6); cells > 0; cells--) {
                text.append(quoted(CELLS[random.nextInt(CELLS.length)], random)).append(cells > 1 ? "," : "");
            }
            text.append(rows > 1 || random.nextBoolean() ? end : "");
        }
        return text.toString();
    }

    private static List<List<String>> ours(String text) throws DataException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Text whole = new Text("t.csv", StandardCharsets.UTF_8, false, bytes, 0, bytes.length);
        Scan scan = new Scan(whole, new Dialect(',', false, 0, 1));
        List<List<String>> rows = new ArrayList<>();
        Row row = new Row();
        while (scan.next(row)) {
            rows.add(row.strings());
        }
        return rows;
    }

    private static List<List<String>> theirs(String text) {
        List<List<String>> rows = new ArrayList<>();
        for (CsvRecord row : CsvReader.builder().skipEmptyLines(true).ofCsvRecord(text)) {
            rows.add(row.getFields().stream().map(ScanTest::trimmed).toList());
        }
        return rows;
    }

    /** Cells come trimmed out of ours. */
    private static String trimmed(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && Cells.blank(cell.charAt(from))) {
            from++;
        }
        while (to > from && Cells.blank(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    @Test
    void rowsEqualThoseOfAnIndependentParser() throws Exception {
        Random random = new Random(4180);
        int cells = 0;
        for (int i = 0; i < 5_000; i++) {
            String text = text(random);
            List<List<String>> rows = ours(text);
            assertEquals(theirs(text), rows, text);
            cells += rows.stream().mapToInt(List::size).sum();
        }
        assertTrue(cells > 50_000, cells + " cells");
    }
}
