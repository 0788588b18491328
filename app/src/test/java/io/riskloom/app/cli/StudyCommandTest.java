package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A study from its specification to its table, as a script goes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudyCommandTest {

    @TempDir
    static Path folder;

    private Path spec;
    private Path project;
    private CliRun trained;

    @BeforeAll
    void train() throws IOException {
        Path credit = CliRun.sample(folder, "german_credit.csv");
        spec = folder.resolve("spec.json");
        project = folder.resolve("project");
        Files.writeString(spec, CliRun.of("spec", "credit", "--data", credit).out());
        trained = train("scheme=kfold", "folds=2", "epochs=2");
    }

    private CliRun train(String... settings) {
        Object[] start = {"train", spec, "--project", project, "--device", "cpu", "--json"};
        List<Object> words = new ArrayList<>(List.of(start));
        for (String setting : settings) {
            words.add("--set");
            words.add(setting);
        }
        return CliRun.of(words.toArray());
    }

    @Test
    void everyFoldIsARunAndTheMetricsAreTheirMeans() {
        assertEquals(0, trained.code(), trained.err());
        JsonObject json = trained.json();
        assertTrue(json.keySet()
                .containsAll(Set.of(
                        "run",
                        "outcome",
                        "task",
                        "model",
                        "seconds",
                        "epochs",
                        "device",
                        "seed",
                        "dataSha256",
                        "metrics",
                        "intervals",
                        "challengers",
                        "verdict",
                        "warnings",
                        "audits",
                        "study",
                        "folds",
                        "summary")));
        assertEquals(0, json.getAsJsonArray("audits").size(), "applicants have no future");
        assertEquals("finished", json.get("outcome").getAsString());
        assertEquals(4, json.get("epochs").getAsInt());
        JsonArray folds = json.getAsJsonArray("folds");
        assertEquals(2, folds.size());
        double first = auc(folds, 0);
        double second = auc(folds, 1);
        assertEquals(
                (first + second) / 2, json.getAsJsonObject("metrics").get("auc").getAsDouble(), 1e-12);
        JsonObject spread = json.getAsJsonObject("summary").getAsJsonObject("auc");
        assertEquals(Math.abs(first - second) / Math.sqrt(2), spread.get("sd").getAsDouble(), 1e-12);
        assertEquals(2, spread.get("n").getAsInt());
        JsonObject scorecard = json.getAsJsonArray("challengers").get(0).getAsJsonObject();
        assertEquals("scorecard", scorecard.get("name").getAsString());
        double mean = scorecard
                .getAsJsonObject("differences")
                .getAsJsonObject("auc")
                .get("mean")
                .getAsDouble();
        JsonObject pooled = scorecard.getAsJsonObject("pooled").getAsJsonObject("auc");
        assertEquals(mean, pooled.get("difference").getAsDouble(), 1e-12);
        assertTrue(pooled.getAsJsonArray("interval").get(0).getAsDouble() < mean);
        assertTrue(json.get("verdict").getAsString().startsWith("MLP "), json.toString());
        assertFalse(trained.out().contains("NaN"), trained.out());
    }

    private static double auc(JsonArray folds, int index) {
        JsonObject fold = folds.get(index).getAsJsonObject();
        assertEquals(index + 1, fold.get("fold").getAsInt());
        assertEquals(7, fold.get("seed").getAsInt());
        assertEquals("finished", fold.get("outcome").getAsString());
        assertEquals(500, fold.getAsJsonObject("test").get("rows").getAsInt());
        assertTrue(fold.getAsJsonObject("test").get("from").isJsonNull());
        return fold.getAsJsonObject("metrics").get("auc").getAsDouble();
    }

    @Test
    void standardErrorTellsTheEpochsOfEachFold() {
        String study = trained.json().get("study").getAsString();
        assertTrue(trained.err().lines().anyMatch(l -> l.startsWith(study + ": 2 runs")), trained.err());
        assertEquals(
                "Target class: “bad” counts as bad, 30.0% of 1,000 applicants",
                trained.err().lines().findFirst().orElseThrow());
        for (String fold : List.of("(fold 1, seed 7)", "(fold 2, seed 7)")) {
            assertEquals(
                    2,
                    trained.err()
                            .lines()
                            .filter(l -> l.contains(fold) && l.contains(" of 2, loss"))
                            .count(),
                    trained.err());
            assertTrue(trained.err().contains(fold + ": Finished"), trained.err());
        }
    }

    @Test
    void aFoldAloneIsAnOrdinaryRunWithTheSameFigures() {
        CliRun alone = train("scheme=kfold", "folds=2", "epochs=2", "fold=2");
        assertEquals(0, alone.code(), alone.err());
        assertFalse(alone.json().has("folds"));
        assertEquals(
                auc(trained.json().getAsJsonArray("folds"), 1),
                alone.json().getAsJsonObject("metrics").get("auc").getAsDouble());
    }

    @Test
    void theRunsOfAStudyAreListedWithIt() {
        String study = trained.json().get("study").getAsString();
        CliRun words = CliRun.of("runs", "--project", project);
        assertEquals(
                2,
                words.lines().stream()
                        .filter(l -> l.endsWith(study) && l.contains("fold "))
                        .count(),
                words.out());
        JsonArray runs =
                CliRun.of("runs", "--project", project, "--json").json().getAsJsonArray("runs");
        assertEquals(
                2,
                runs.asList().stream()
                        .map(run -> run.getAsJsonObject().get("study"))
                        .filter(id -> !id.isJsonNull() && id.getAsString().equals(study))
                        .count());
    }

    @Test
    void aStartThatFitsSeveralRunsIsRefusedWithThem() {
        JsonArray folds = trained.json().getAsJsonArray("folds");
        String first = folds.get(0).getAsJsonObject().get("run").getAsString();
        String second = folds.get(1).getAsJsonObject().get("run").getAsString();
        CliRun run = CliRun.of("score", "credit", "--project", project, "--data", spec);
        assertEquals(1, run.code());
        assertTrue(run.err().contains("begin with credit: "), run.err());
        assertTrue(run.err().contains(first) && run.err().contains(second), run.err());
        CliRun none = CliRun.of("score", "nosuch", "--project", project, "--data", spec);
        assertTrue(none.err().startsWith("riskloom: There is no run nosuch in the project"), none.err());
    }

    @Test
    void aStudyIsListedWithItsVerdictAndItsSettings() {
        JsonObject json = trained.json();
        String study = json.get("study").getAsString();
        String verdict = json.get("verdict").getAsString();
        assertEquals("kfold", json.getAsJsonObject("spec").get("scheme").getAsString());
        List<String> lines = CliRun.of("runs", "--project", project).lines();
        int line = lines.indexOf(study + ": mlp, credit, german_credit.csv, 2 of 2 runs finished");
        assertTrue(line > lines.indexOf("Studies:"), lines.toString());
        String said = lines.stream()
                .skip(line + 1L)
                .takeWhile(each -> each.startsWith("  "))
                .map(String::strip)
                .collect(Collectors.joining(" "));
        assertEquals(verdict, said);
        JsonObject listed =
                CliRun.of("runs", "--project", project, "--json").json().getAsJsonArray("studies").asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .filter(one -> one.get("study").getAsString().equals(study))
                        .findFirst()
                        .orElseThrow();
        assertEquals(verdict, listed.get("verdict").getAsString());
        assertEquals(json.get("spec"), listed.get("spec"));
        assertEquals(2, listed.getAsJsonArray("runs").size());
        assertEquals(2, listed.get("finished").getAsInt());
    }

    @Test
    void aStudyThatIsWholeIsPrintedAgain() {
        String study = trained.json().get("study").getAsString();
        CliRun again = CliRun.of("resume", study, "--project", project);
        assertEquals(0, again.code(), again.err());
        assertTrue(again.lines().getFirst().contains("2 of 2 runs finished"), again.out());
        assertEquals(
                List.of(
                        "Fold",
                        "Seed",
                        "Run",
                        "Test",
                        "Outcome",
                        "auc",
                        "gini",
                        "ks",
                        "prAuc",
                        "brier",
                        "calibrationSlope"),
                words(again.lines().get(1)));
        assertEquals(List.of("1", "7"), words(again.lines().get(2)).subList(0, 2));
        assertEquals(List.of("500", "rows"), words(again.lines().get(2)).subList(3, 5));
        assertTrue(
                again.lines().get(4).contains("Mean ± SD")
                        && again.lines().get(4).contains(" ± 0."),
                again.out());
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split("\\s+"));
    }

    @Test
    void aStudyThatCannotWorkIsRefusedOnceAndLeavesNothing() {
        int before =
                CliRun.of("runs", "--project", project).out().lines().toList().size();
        CliRun run = train("scheme=grouped", "folds=2", "epochs=1", "groups=nosuchcolumn");
        assertEquals(1, run.code());
        assertEquals(2, run.err().lines().count(), "the target and the refusal: " + run.err());
        assertTrue(run.err().contains("nosuchcolumn"), run.err());
        assertEquals(
                before,
                CliRun.of("runs", "--project", project).out().lines().toList().size());
    }

    /** Every run asks for a GPU that the library of the tests cannot use. */
    @Test
    void aStudyWithAFailedRunEndsWithOneAndTheReason() {
        CliRun run = CliRun.of(
                "train",
                spec,
                "--project",
                project,
                "--device",
                "cuda",
                "--json",
                "--set",
                "scheme=kfold",
                "--set",
                "folds=2",
                "--set",
                "epochs=1");
        assertEquals(1, run.code());
        String last = run.err().lines().toList().getLast();
        assertTrue(last.contains("2 of 2 runs failed") && last.contains("CUDA"), run.err());
        JsonObject json = run.json();
        assertEquals("failed", json.get("outcome").getAsString());
        assertTrue(json.get("verdict").isJsonNull());
        JsonObject fold = json.getAsJsonArray("folds").get(0).getAsJsonObject();
        assertTrue(fold.get("reason").getAsString().contains("CUDA"), json.toString());
    }
}
