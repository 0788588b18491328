package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the settings say, a file is read or refused with a notice; what is read keeps the promises of its records. */
class SettingsFuzzTest {

    private static final List<String> ROLES = List.of(
            "date",
            "symbol",
            "open",
            "high",
            "low",
            "close",
            "adjclose",
            "volume",
            "feature",
            "target",
            "id",
            "ignored");
    private static final List<List<String>> CELLS = List.of(
            List.of("2020-01-02", "2020-01-03", "2020-01-03", ""),
            List.of("1.5", "2.5", "-1", ""),
            List.of("0", "1", "1", "0"),
            List.of("A", "B", "C", ""),
            List.of("good", "bad", "good", "bad"),
            List.of("7", "8", "9", "10"),
            List.of("", "", "", ""));
    private static final List<String> NAMES =
            List.of("date", "close", "class", "AAPL Close", "x", "id", "adj close", "ticker", "SPY", "status", "open");

    @TempDir
    Path folder;

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String table(Random random, int columns, List<String> names) {
        StringBuilder text = new StringBuilder(String.join(",", names)).append('\n');
        List<List<String>> chosen =
                random.ints(columns, 0, CELLS.size()).mapToObj(CELLS::get).toList();
        for (int row = 0; row < 8; row++) {
            for (int i = 0; i < columns; i++) {
                text.append(i == 0 ? "" : ",").append(one(random, chosen.get(i)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static ReadSettings settings(Random random, List<String> names) {
        Map<String, String> roles = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            roles.put(one(random, names), one(random, ROLES));
        }
        return ReadSettings.DETECTED
                .withRoles(roles)
                .withKind(one(random, List.of("", "", "price", "credit")))
                .withConflicts(one(random, List.of("", "first", "last", "none")))
                .withTarget(
                        random.nextInt(3) == 0 ? one(random, names) : "",
                        one(random, List.of(List.of(), List.of(), List.of("1"), List.of("A", "bad"))));
    }

    @Test
    void anySettingsAreHonouredOrRefused() throws Exception {
        Random random = new Random(20_261_121);
        int prices = 0;
        int credits = 0;
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            int columns = 2 + random.nextInt(4);
            List<String> names = NAMES.stream()
                    .skip(random.nextInt(NAMES.size() - columns))
                    .limit(columns)
                    .toList();
            String text = table(random, columns, names);
            ReadSettings settings = settings(random, names);
            try {
                switch (CsvReader.read(Csv.file(folder, text), settings)) {
                    case Imported.Prices read -> {
                        read.series().forEach(SettingsFuzzTest::check);
                        prices++;
                    }
                    case Imported.Credit read -> {
                        double rate = read.book().eventRate();
                        assertTrue(rate > 0 && rate < 1);
                        credits++;
                    }
                }
            } catch (DataException e) {
                assertEquals(5, e.notice().args().size(), e.notice().toString());
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError(settings + "\n" + text, e);
            }
        }
        assertTrue(prices > 50 && credits > 50 && refused > 50, prices + " " + credits + " " + refused);
    }

    @Test
    void anySeparatorIsHonouredOrRefused() throws Exception {
        Path file = Csv.file(folder, "日期,date,close\nÃ,2020-01-02,1.5\nÃ,2020-01-03,2.5\n");
        for (char mark = 0; mark < 0x180; mark++) {
            String separator = String.valueOf(mark);
            if (mark != '\t' && (mark < ' ' || mark > '~' || mark == '"')) {
                assertThrows(IllegalArgumentException.class, () -> ReadSettings.DETECTED.withSeparator(separator));
                continue;
            }
            try {
                Sheet sheet = Sheet.read(TextFile.read(file), ReadSettings.DETECTED.withSeparator(separator));
                assertEquals(separator, sheet.detected().separator());
            } catch (DataException e) {
                assertEquals(5, e.notice().args().size(), e.notice().toString());
            }
        }
    }

    private static void check(PriceHistory history) {
        double[] close = history.close();
        assertTrue(close.length > 0);
        for (int i = 0; i < close.length; i++) {
            assertTrue(close[i] > 0);
            assertTrue(i == 0
                    || history.dates().get(i - 1).isBefore(history.dates().get(i)));
        }
    }
}
