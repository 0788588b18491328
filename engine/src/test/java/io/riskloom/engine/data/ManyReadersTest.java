package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class ManyReadersTest {

    private static final long SECONDS = 60;

    @TempDir
    Path folder;

    @RepeatedTest(3)
    void severalFilesAtOnceInAFreshProcessDoNotWaitForEachOther() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ManyReaders.class.getName()));
        String[] texts = {
            "date,close\n2020-01-02,1\n2020-01-03,2\n",
            "age,class\n30,good\n40,bad\n50,good\n",
            "close\n1.5\n2.5\n3.5\n4.5\n",
            "symbol,date,close\nA,2020-01-02,1\nA,2020-01-03,2\nB,2020-01-02,1\nB,2020-01-03,2\nB,2020-01-06,3\n"
        };
        for (int i = 0; i < texts.length; i++) {
            command.add(Files.writeString(folder.resolve(i + ".csv"), texts[i]).toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        try {
            assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "the readers wait for each other");
        } finally {
            process.destroyForcibly();
        }
        assertEquals("2 3 4 5 ", Files.readString(folder.resolve("out"), StandardCharsets.UTF_8));
    }
}
