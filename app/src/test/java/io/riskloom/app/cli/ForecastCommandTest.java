package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What runs of each kind say about a file that has grown since. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForecastCommandTest {

    private static final int DAYS = 400;

    @TempDir
    static Path folder;

    private Path older;
    private Path newer;

    @BeforeAll
    void write() throws IOException {
        newer = CliRun.sample(folder, "VIX.csv");
        List<String> lines = Files.readAllLines(newer);
        older = Files.write(folder.resolve("older.csv"), lines.subList(0, DAYS + 1));
    }

    /** Trains with words, not JSON; the run's id begins its first line. */
    private CliRun train(String task, String... settings) throws IOException {
        Path spec = folder.resolve(task + ".json");
        Files.writeString(spec, CliRun.of("spec", task, "--data", older).out());
        List<Object> args = new ArrayList<>(List.of("train", spec, "--project", project(), "--device", "cpu"));
        for (String setting : settings) {
            args.addAll(List.of("--set", setting));
        }
        CliRun run = CliRun.of(args.toArray());
        assertEquals(0, run.code(), run.err());
        return run;
    }

    private static Path project() {
        return folder.resolve("project");
    }

    private static String id(CliRun trained) {
        return trained.lines().getFirst().split(":")[0];
    }

    private List<String> forecast(String id, Path data, Object... more) {
        List<Object> args = new ArrayList<>(List.of("forecast", id, "--project", project(), "--data", data));
        args.addAll(List.of(more));
        CliRun run = CliRun.of(args.toArray());
        assertEquals(0, run.code(), run.err());
        return run.lines();
    }

    @Test
    void aVolatilityIsForecastAtItsHorizonAndGoesOnOnANewerFile() throws IOException {
        CliRun trained = train(
                "forecast", "target=volatility", "model=mlp", "horizon=5", "volatilityDays=5", "units=4", "epochs=1");
        assertEquals(
                3,
                trained.lines().stream()
                        .filter(line -> line.startsWith("Leak audit passed"))
                        .count());
        List<String> then = forecast(id(trained), older, "--last");
        assertEquals(2, then.size());
        assertTrue(then.getLast().matches("\\d{4}-\\d\\d-\\d\\d,5,,.*,new"), then.getLast());
        List<String> now = forecast(id(trained), newer);
        List<String> same = now.stream()
                .filter(line -> line.startsWith(then.getLast().substring(0, 13)))
                .toList();
        assertEquals(1, same.size());
        String[] before = then.getLast().split(",");
        String[] after = same.getFirst().split(",");
        assertTrue(Double.parseDouble(after[2]) > 0, "what came is known now");
        for (int column = 3; column <= 6; column++) {
            double known = Double.parseDouble(before[column]);
            assertEquals(known, Double.parseDouble(after[column]), 1e-4 * known, "column " + column);
        }
        assertTrue(now.stream().skip(1).allMatch(line -> line.split(",")[1].equals("5")));
    }

    @Test
    void aReturnsOneStepIsItsHorizonFromPicturesToo() throws IOException {
        String id = id(train(
                "forecast",
                "target=return",
                "model=cnn",
                "horizon=3",
                "window=10",
                "imageSize=16",
                "filters=2",
                "units=4",
                "epochs=1",
                "encoding=gasf"));
        List<String> last = forecast(id, newer, "--last");
        assertEquals(2, last.size());
        assertEquals("3", last.getLast().split(",")[1]);
    }

    @Test
    void whatTheRunUsedADayForIsToldAlsoWhereItsFileIsGone() throws IOException {
        Path copy = Files.copy(older, folder.resolve("gone.csv"));
        Path spec = folder.resolve("gone.json");
        Files.writeString(spec, CliRun.of("spec", "forecast", "--data", copy).out());
        List<Object> args = new ArrayList<>(List.of("train", spec, "--project", project(), "--device", "cpu"));
        for (String setting : List.of("model=mlp", "window=10", "horizon=3", "units=4", "epochs=1")) {
            args.addAll(List.of("--set", setting));
        }
        CliRun trained = CliRun.of(args.toArray());
        assertEquals(0, trained.code(), trained.err());
        String id = id(trained);
        List<String> before = forecast(id, newer);
        assertEquals(ForecastSpans.ALL, spans(before), "in this order");
        List<String> news = before.stream().filter(row -> row.endsWith(",new")).toList();
        // 1259 days of the newer file have a close, 386 of the older; the last three of those were no test origins
        assertEquals((1259 - 386 + 3) * 3, news.size());
        Files.delete(copy);
        assertEquals(before, forecast(id, newer));
        List<String> lines = Files.readAllLines(newer);
        List<String> late = new ArrayList<>(List.of(lines.getFirst()));
        late.addAll(lines.subList(200, 600));
        CliRun coarse = CliRun.of(
                "forecast", id, "--project", project(), "--data", Files.write(folder.resolve("late.csv"), late));
        assertEquals(0, coarse.code(), coarse.err());
        assertEquals(List.of("train", "test", "new"), spans(coarse.lines()));
        assertEquals(4, coarse.err().lines().count(), coarse.err());
        assertTrue(coarse.err().contains("They are left out."), coarse.err());
        assertTrue(coarse.err().contains("days of validation and bands count as train"), coarse.err());
    }

    private static List<String> spans(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(row -> row.substring(row.lastIndexOf(',') + 1))
                .distinct()
                .toList();
    }

    @Test
    void aSeriesIsNamedAndOneThatIsNotThereRefused() throws IOException {
        String id = id(train("forecast", "model=mlp", "window=10", "horizon=3", "units=4", "epochs=1"));
        List<String> two = new ArrayList<>(List.of("date,symbol,close"));
        for (int t = 0; t < 40; t++) {
            String day = LocalDate.of(2019, 3, 1).plusDays(t).toString();
            two.add(day + ",A," + (20 + t % 7));
            two.add(day + ",B," + (200 + t % 5));
        }
        Path file = Files.write(folder.resolve("two.csv"), two);
        CliRun b = CliRun.of("forecast", id, "--project", project(), "--data", file, "--series", "B", "--last");
        assertEquals(0, b.code(), b.err());
        assertTrue(b.err().startsWith("Series B of two.csv"), b.err());
        assertEquals("204", b.lines().getLast().split(",")[6]);
        CliRun first = CliRun.of("forecast", id, "--project", project(), "--data", file, "--last");
        assertTrue(first.err().startsWith("Series A of two.csv"), first.err());
        CliRun none = CliRun.of("forecast", id, "--project", project(), "--data", file, "--series", "C");
        assertEquals(1, none.code());
        assertTrue(none.err().contains("‘C’") && none.err().contains("A, B"), none.err());
    }

    @Test
    void aDirectionsRunIsScoredAndNotForecast() throws IOException {
        String id = id(train("classify", "model=mlp", "directions=three", "window=10", "units=4", "epochs=1"));
        CliRun refused = CliRun.of("forecast", id, "--project", project(), "--data", newer);
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("riskloom score " + id), refused.err());
        CliRun scored = CliRun.of("score", id, "--project", project(), "--data", older);
        assertEquals(0, scored.code(), scored.err());
        assertEquals("date,score,decision,down,flat,up", scored.lines().getFirst());
        List<String> rows = scored.lines().subList(1, scored.lines().size());
        assertEquals(
                376, rows.size(), "386 of the days have a close, ten make a window of returns with the day before");
        for (String row : rows) {
            String[] cells = row.split(",");
            double down = Double.parseDouble(cells[3]);
            double flat = Double.parseDouble(cells[4]);
            double up = Double.parseDouble(cells[5]);
            assertEquals(1, down + flat + up, 1e-5, row);
            assertEquals(cells[1], cells[5], row);
            String likeliest = down >= flat && down >= up ? "down" : flat >= up ? "flat" : "up";
            assertEquals(likeliest, cells[2], row);
        }
        assertEquals(
                2,
                CliRun.of("score", id, "--project", project(), "--data", older, "--cut-off", "0.4")
                        .code());
    }
}
