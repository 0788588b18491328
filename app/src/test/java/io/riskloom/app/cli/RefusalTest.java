package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be done ends with 1 and one line that names the file. */
class RefusalTest {

    private static final String DATA = "riskloom.data";

    @TempDir
    Path folder;

    private String oldData;

    @BeforeEach
    void keepTheUsersProjectOut() {
        oldData = System.getProperty(DATA);
        System.setProperty(DATA, folder.resolve("user").toString());
    }

    @AfterEach
    void restore() {
        if (oldData == null) {
            System.clearProperty(DATA);
        } else {
            System.setProperty(DATA, oldData);
        }
    }

    private static void refused(Object named, Object... args) {
        CliRun run = CliRun.of(args);
        assertEquals(1, run.code(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("riskloom: ") && run.err().contains(named.toString()), run.err());
        assertNull(run.opened());
    }

    @Test
    void aSpecThatIsNoneIsNamed() throws IOException {
        refused("none.json", "train", folder.resolve("none.json"));
        refused(folder, "train", folder);
        refused("list.json", "train", write("list.json", "[1, 2]"));
        refused("broken.json", "train", write("broken.json", "{\"task\": \n oops"));
        refused("nested.json", "train", write("nested.json", "{\"task\": \"forecast\", \"units\": [3]}"));
        refused("range.json", "train", write("range.json", "{\"task\": \"forecast\", \"units\": 0}"));
        refused("nodata.json", "train", write("nodata.json", "{\"task\": \"forecast\"}"));
        Path latin = folder.resolve("latin.json");
        Files.write(latin, "{\"task\": \"généré\"}".getBytes(StandardCharsets.ISO_8859_1));
        refused("latin.json", "train", latin);
    }

    @Test
    void aSpecWithAByteOrderMarkIsRead() throws IOException {
        refused("gone.csv", "train", write("bom.json", "\uFEFF{\"task\": \"forecast\", \"data\": \"gone.csv\"}"));
    }

    @Test
    void dataThatIsAFolderIsNamed() throws IOException {
        refused(folder, "train", write("spec.json", "{\"task\": \"forecast\"}"), "--set", "data=" + folder);
        refused(folder, "spec", "credit", "--data", folder);
        refused(folder.getFileName(), "inspect", folder);
    }

    @Test
    void aMistypedProjectIsRefusedAndNotMade() throws IOException {
        Path project = folder.resolve("projcet");
        Path data = write("data.csv", "date,close\n2020-01-02,1\n");
        refused(project, "runs", "--project", project);
        refused(project, "forecast", "r", "--data", data, "--project", project);
        refused(project, "score", "r", "--data", data, "--project", project);
        refused(project, "generate", "r", "--paths", 1, "--length", 1, "--project", project);
        refused(project, "features", "r", "--data", data, "--at", 1, "--out", folder, "--project", project);
        refused("--project", "runs", "--project", data);
        assertTrue(Files.notExists(project));
    }

    @Test
    void theWindowsOwnProjectHasNoRunsBeforeItExists() {
        CliRun words = CliRun.of("runs");
        assertEquals(0, words.code());
        assertTrue(words.out().contains("no runs yet"), words.out());
        assertEquals(new JsonArray(), CliRun.of("runs", "--json").json().get("runs"));
        refused("nosuchrun", "generate", "nosuchrun", "--paths", 1, "--length", 1);
        assertTrue(Files.notExists(folder.resolve("user")));
    }

    @Test
    void aDamagedProjectIsNamed() throws IOException {
        write("project.db", "this is no database, but long enough to be taken for one".repeat(40));
        refused("project.db", "runs", "--project", folder);
    }

    @Test
    void aGridThatIsNoneIsNamedWithItsLine() throws IOException {
        Path kernel = write("kernel.csv", "1,2\n3,4\n");
        refused(folder, "conv", "--input", folder, "--kernel", kernel);
        refused("ragged.csv, line 2", "conv", "--kernel", kernel, "--input", write("ragged.csv", "1,2\n3\n"));
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, "é".getBytes(StandardCharsets.ISO_8859_1));
        refused("latin.csv", "pool", "--window", "1x1", "--input", latin);
    }

    @Test
    void aMissingFileIsRefusedBeforeAWindowOpens() {
        refused("nosuch.csv", "nosuch.csv");
    }

    @Test
    void filesThatAreThereOpenInTheWindow() throws IOException {
        Path a = write("a.csv", "date,close\n2020-01-02,1\n");
        Path b = write("b.csv", "date,close\n2020-01-02,1\n");
        CliRun run = CliRun.of(a, b);
        assertEquals(0, run.code(), run.err());
        assertEquals(List.of(a.toString(), b.toString()), run.opened());
        refused("c.csv", a, folder.resolve("c.csv"));
    }

    @Test
    void verboseAddsTheStackTrace() {
        CliRun run = CliRun.of("train", folder.resolve("none.json"), "--verbose");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("NoticeException") && run.err().contains("\tat "), run.err());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
