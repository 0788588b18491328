package io.riskloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the product is started, and in what encoding it speaks. */
class StartTest {

    private static final Pattern STARTED =
            Pattern.compile("<commandlineArgs>.*?\\$\\{main\\.class}(.*?)</commandlineArgs>");

    @TempDir
    Path folder;

    @Test
    void theBuildsOwnCommandLineOpensTheWindow() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path pom : List.of(Path.of("pom.xml"), Path.of("../pom.xml"))) {
            Matcher matcher = STARTED.matcher(Files.readString(pom));
            while (matcher.find()) {
                lines.add(matcher.group(1).strip());
            }
        }
        assertEquals(1, lines.size(), lines.toString());
        Path file = Files.writeString(folder.resolve("a.csv"), "date,close\n2020-01-02,1\n");
        assertEquals(List.of(), opened(lines.getFirst().replace("${run.args}", "")));
        assertEquals(List.of(file.toString()), opened(lines.getFirst().replace("${run.args}", file.toString())));
    }

    private static List<String> opened(String line) {
        assertTrue(Display.present(), "the tests run with a headless window toolkit");
        CliRun run = CliRun.of(Arrays.stream(line.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toArray());
        assertEquals(0, run.code(), run.err());
        return run.opened();
    }

    @Test
    void aDemoWithoutADisplayStaysBesideTheBuildsResults() throws IOException {
        assertEquals(folder.resolve("riskloom-demo"), Cli.demoFolder(folder));
        Files.createFile(folder.resolve("pom.xml"));
        assertEquals(folder.resolve("target/riskloom-demo"), Cli.demoFolder(folder));
        Path other = Files.createDirectories(folder.resolve("other/target"));
        assertEquals(other.resolve("riskloom-demo"), Cli.demoFolder(other.getParent()));
    }

    @Test
    void chineseIsUtf8InAnAsciiLocale() {
        Locale old = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            CliRun wrong = CliRun.in(StandardCharsets.US_ASCII, "spec", "没有", "--data", "x.csv");
            assertEquals(2, wrong.code());
            assertTrue(wrong.err().contains("“没有”") && wrong.err().contains("用法见"), wrong.err());
            CliRun refused = CliRun.in(StandardCharsets.US_ASCII, "inspect", folder, "--json");
            assertTrue(refused.out().contains("文件夹"), refused.out());
        } finally {
            Locale.setDefault(old);
        }
    }

    @Test
    void bothLaunchScriptsAskForUtf8() throws IOException {
        for (String script : List.of("riskloom", "riskloom.bat")) {
            String text = Files.readString(Path.of("src/main/dist/bin", script));
            assertTrue(text.contains("-Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"), script);
            assertFalse(text.contains("-Dfile.encoding"), script);
        }
    }

    @Test
    void theHelpListsEverySettingWithItsRangeAndDefault() {
        String help = CliRun.of("train", "--help").out();
        assertTrue(help.contains("learningRate       0.000001…1 (default 0.001)"), help);
        assertTrue(help.contains("encoding           gadf|gasf|mtf|recurrence|bars (default gadf)"), help);
    }
}
