package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The demo at its shortest, and questions to the models it trained. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoCommandTest {

    private static final Pattern LINK = Pattern.compile("(?:src|href)\\s*=\\s*[\"']?([^\"'\\s>]+)|url\\(([^)]*)\\)");

    @TempDir
    static Path folder;

    private Path out;
    private Path project;
    private CliRun demo;

    @BeforeAll
    void runTheDemo() {
        out = folder.resolve("demo");
        project = out.resolve("project");
        demo = CliRun.of("demo", "--minutes", "0.05", "--out", out);
    }

    private JsonObject results() throws IOException {
        return JsonParser.parseString(Files.readString(out.resolve("results.json")))
                .getAsJsonObject();
    }

    private String run(String task) throws IOException {
        for (JsonElement run : results().getAsJsonArray("runs")) {
            if (run.getAsJsonObject().get("task").getAsString().equals(task)) {
                return run.getAsJsonObject().get("run").getAsString();
            }
        }
        throw new AssertionError("no run of the task " + task);
    }

    @Test
    void allFourTasksFinishAndEveryNamedChartIsAPicture() throws IOException {
        assertEquals(0, demo.code(), demo.err());
        assertTrue(demo.out().contains(out.toString()), demo.out());
        JsonObject results = results();
        assertEquals(4, results.getAsJsonArray("runs").size());
        results.getAsJsonArray("runs")
                .forEach(run -> assertEquals(
                        "finished", run.getAsJsonObject().get("outcome").getAsString()));
        List<String> charts = results.getAsJsonArray("charts").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
        assertTrue(
                charts.containsAll(List.of(
                        "charts/prices.png",
                        "charts/forecast.png",
                        "charts/activation-map.png",
                        "charts/features-stage4.png",
                        "charts/fan.png",
                        "charts/roc.png")),
                charts.toString());
        for (String chart : charts) {
            assertTrue(ImageIO.read(out.resolve(chart).toFile()).getWidth() >= 960, chart);
            assertTrue(
                    Files.readString(out.resolve(chart.replace(".png", ".svg"))).contains("<svg"), chart);
        }
    }

    @Test
    void standardErrorHoldsNoLog() {
        assertFalse(demo.err().contains("INFO") || demo.err().contains("\tat "), demo.err());
        assertEquals(
                4, demo.err().lines().filter(l -> l.startsWith("Training ")).count(), demo.err());
    }

    @Test
    void theReportNeedsNoOtherFile() throws IOException {
        String html = Files.readString(out.resolve("report.html"));
        assertTrue(html.contains("<svg") && html.contains(run("credit")), "charts and runs are inside");
        assertFalse(html.contains("<script") || html.contains("<link") || html.contains("@import"));
        Matcher links = LINK.matcher(html);
        while (links.find()) {
            String target = links.group(1) == null ? links.group(2) : links.group(1);
            assertTrue(target.startsWith("#") || target.startsWith("data:"), target);
        }
    }

    @Test
    void theSameSeedGeneratesTheSamePaths() throws IOException {
        CliRun first = generate(11);
        assertEquals(0, first.code(), first.err());
        assertTrue(first.lines().getFirst().startsWith("path,step,"), first.out());
        assertEquals(1 + 3 * 5, first.lines().size());
        assertTrue(first.lines().getLast().startsWith("3,5,"), first.out());
        assertEquals(first.out(), generate(11).out());
        assertNotEquals(first.out(), generate(12).out());
        assertFalse(first.err().contains("INFO") || first.err().contains("\tat "), first.err());
    }

    private CliRun generate(long seed) throws IOException {
        return CliRun.of(
                "generate", run("generate"), "--project", project, "--paths", 3, "--length", 5, "--seed", seed);
    }

    @Test
    void everyApplicantIsScored() throws IOException {
        Path data = out.resolve("data/german_credit.csv");
        CliRun run = CliRun.of("score", run("credit"), "--project", project, "--data", data, "--cut-off", "0");
        assertEquals(0, run.code(), run.err());
        assertEquals("row,score,decision", run.lines().getFirst());
        assertEquals(1001, run.lines().size());
        assertTrue(run.lines().stream().skip(1).allMatch(l -> l.endsWith(",refuse")), "cut-off 0 refuses everybody");
    }

    /** The second applicant's row lacks its end, the third has a new kind of housing and no number for an age. */
    @Test
    void whatShouldBeKnownOfAFileToScoreIsTold() throws IOException {
        List<String> rows = new ArrayList<>(
                Files.readAllLines(out.resolve("data/german_credit.csv")).subList(0, 31));
        rows.set(2, rows.get(2).substring(0, rows.get(2).lastIndexOf(',')));
        String third = rows.get(3);
        rows.set(3, third.replace(",49,", ",5d,").replace(",own,", ",boat,"));
        assertNotEquals(third, rows.get(3));
        Path data = Files.write(folder.resolve("applicants.csv"), rows);
        CliRun run = CliRun.of("score", run("credit"), "--project", project, "--data", data);
        assertEquals(0, run.code(), run.err());
        assertEquals(31, run.lines().size());
        for (int row = 1; row <= 30; row++) {
            assertTrue(
                    run.lines().get(row).matches(row + ",0\\.\\d+,(approve|refuse)"),
                    run.lines().get(row));
        }
        assertTrue(run.err().contains("Rows with fewer cells than the header: 1 (first in line 3)"), run.err());
        assertTrue(run.err().contains("column age that are no finite number: 1 (first in line 4: “5d”)"), run.err());
        assertTrue(
                run.err().contains("Cells of column housing with categories that the model has not seen: 1 (boat)"),
                run.err());
        assertTrue(run.err().contains("30 applicants scored"), run.err());
    }

    /** A column of the model is missing, another one only tells applicants apart; the order is another one. */
    @Test
    void reasonsStandBesideTheScoresOfAFileWithOtherColumns() throws IOException {
        List<String> all = Files.readAllLines(out.resolve("data/german_credit.csv"));
        List<String> names = List.of(all.getFirst().split(","));
        int age = names.indexOf("age");
        int duration = names.indexOf("duration");
        List<String> rows = new ArrayList<>(
                List.of("customer_id,age," + all.getFirst().replace(",age", "").replace(",duration", "")));
        for (int i = 1; i <= 20; i++) {
            List<String> cells = new ArrayList<>(List.of(all.get(i).split(",")));
            String years = cells.get(age);
            cells.remove(Math.max(age, duration));
            cells.remove(Math.min(age, duration));
            rows.add("c" + i + "," + years + "," + String.join(",", cells));
        }
        Path data = Files.write(folder.resolve("other.csv"), rows);
        Path scores = folder.resolve("new/scores.csv");
        CliRun run = CliRun.of(
                "score", run("credit"), "--project", project, "--data", data, "--reasons", 2, "--out", scores);
        assertEquals(0, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains("the file lacks (1): duration. They count as missing in every row"), run.err());
        List<String> lines = Files.readAllLines(scores);
        assertEquals("row,customer_id,score,decision,reason_1,reason_2", lines.getFirst());
        assertEquals(21, lines.size());
        for (int i = 1; i <= 20; i++) {
            String line = lines.get(i);
            assertTrue(line.startsWith(i + ",c" + i + ",0."), line);
            String sign = line.contains(",refuse,") ? "+" : "-";
            assertTrue(line.contains(" (" + sign), line);
        }
    }

    @Test
    void aFileThatLacksMostOfTheModelsColumnsIsRefused() throws IOException {
        Path data = Files.writeString(folder.resolve("few.csv"), "age,duration,class\n30,12,good\n40,24,bad\n");
        CliRun run = CliRun.of("score", run("credit"), "--project", project, "--data", data);
        assertEquals(1, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("few.csv lacks 18 of the 20 columns"), run.err());
    }

    @Test
    void featuresWritesAPictureAndATableForEveryStage() throws IOException {
        Path maps = folder.resolve("maps");
        Path data = out.resolve("data/SP500.csv");
        CliRun run = CliRun.of(
                "features", run("classify"), "--project", project, "--data", data, "--at", "2008-10-10", "--out", maps);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("2008-10-10"), run.out());
        for (String name : List.of("image", "activation-map", "stem", "stage1", "stage2", "stage3", "stage4")) {
            assertTrue(ImageIO.read(maps.resolve(name + ".png").toFile()).getWidth() > 0, name);
            assertTrue(Files.size(maps.resolve(name + ".csv")) > 0, name);
        }
        CliRun sunday = CliRun.of(
                "features", run("classify"), "--project", project, "--data", data, "--at", "2008-10-12", "--out", maps);
        assertEquals(1, sunday.code());
        assertTrue(sunday.err().contains("2008-10-12"), sunday.err());
    }

    @Test
    void featuresWritesTheNetworksTableAndChosenLayers() throws IOException {
        Path maps = folder.resolve("layers");
        CliRun picture = CliRun.of(
                "features",
                run("classify"),
                "--project",
                project,
                "--data",
                out.resolve("data/SP500.csv"),
                "--at",
                "-1",
                "--out",
                maps,
                "--graph",
                "--layer",
                "stage2.block1.add",
                "--channels",
                "0-3,7",
                "--stage",
                "initial");
        assertEquals(0, picture.code(), picture.err());
        List<String> table = Files.readAllLines(maps.resolve("network.csv"));
        assertTrue(table.getFirst().startsWith("layer,group,kind,shape,kernel,"), table.getFirst());
        assertTrue(
                table.stream()
                        .anyMatch(line -> line.startsWith("stem.conv,stem,conv,64x") && line.endsWith(",channels")),
                table.toString());
        assertTrue(
                Files.readString(maps.resolve("stage2.block1.add.csv")).lines().count() > 1);
        assertTrue(ImageIO.read(maps.resolve("stage2.block1.add.png").toFile()).getWidth() > 0);
        CliRun row = CliRun.of(
                "features",
                run("credit"),
                "--project",
                project,
                "--data",
                out.resolve("data/german_credit.csv"),
                "--at",
                "3",
                "--out",
                maps,
                "--layer",
                "no.such");
        assertEquals(1, row.code());
        assertTrue(row.err().contains("no.such"), row.err());
    }
}
