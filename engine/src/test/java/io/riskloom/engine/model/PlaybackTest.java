package io.riskloom.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybackTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        begin();
        Playback.append(folder, frame(1, 0.5));
        Playback.append(folder, frame(2, 0.25));
        Playback read = Playback.read(folder).orElseThrow();
        assertEquals(List.of(1, 2), epochs(read));
        assertEquals(0.25, read.frames().getLast().score());
        assertEquals(Map.of("kurtosis", 7.5), read.frames().getFirst().values());
        assertArrayEquals(new double[] {0.1, 0.05}, read.scale().acfAbs());
        assertEquals("kurtosis", read.scale().facts().getFirst().name());
    }

    @Test
    void aLineThatAKillCutOffIsLeftOut() throws IOException {
        begin();
        Playback.append(folder, frame(1, 0.5));
        Files.writeString(folder.resolve(Playback.FILE), "{\"epoch\": 2, \"sc", StandardOpenOption.APPEND);
        assertEquals(List.of(1), epochs(Playback.read(folder).orElseThrow()));
    }

    @Test
    void whatIsWrittenAfterACutOffLineIsReadToo() throws IOException {
        begin();
        Playback.append(folder, frame(1, 0.5));
        Files.writeString(folder.resolve(Playback.FILE), "{\"epoch\": 2, \"sc", StandardOpenOption.APPEND);
        Playback.append(folder, frame(2, 0.4));
        Playback.append(folder, frame(3, 0.3));
        assertEquals(List.of(1, 2, 3), epochs(Playback.read(folder).orElseThrow()));
    }

    @Test
    void ofAnEpochThatWasTrainedAgainTheLastFrameCounts() throws IOException {
        begin();
        Playback.append(folder, frame(1, 0.5));
        Playback.append(folder, frame(2, 0.4));
        Playback.append(folder, frame(2, 0.1));
        Playback read = Playback.read(folder).orElseThrow();
        assertEquals(List.of(1, 2), epochs(read));
        assertEquals(0.1, read.frames().getLast().score());
    }

    @Test
    void theLatestFrameIsReadAloneAndAHalfOneIsLeftOut() throws IOException {
        assertTrue(Playback.latest(folder).isEmpty());
        begin();
        assertEquals(List.of(), Playback.latest(folder).orElseThrow().frames());
        for (int epoch = 1; epoch <= 40; epoch++) {
            Playback.append(folder, frame(epoch, 1.0 / epoch));
        }
        Files.writeString(folder.resolve(Playback.FILE), "{\"epoch\": 41, \"sc", StandardOpenOption.APPEND);
        Playback latest = Playback.latest(folder).orElseThrow();
        assertEquals(List.of(40), epochs(latest));
        assertEquals(0.025, latest.frames().getFirst().score());
        assertArrayEquals(new double[] {0.1, 0.05}, latest.scale().acfAbs());
    }

    @Test
    void theFirstOfTheSmallestScoresIsKept() throws IOException {
        begin();
        assertTrue(Playback.read(folder).orElseThrow().kept().isEmpty());
        for (double score : new double[] {Double.NaN, 0.5, 0.2, 0.2}) {
            Playback.append(
                    folder, frame(Playback.read(folder).orElseThrow().frames().size() + 1, score));
        }
        assertEquals(3, Playback.read(folder).orElseThrow().kept().orElseThrow().epoch());
        assertTrue(!frame(1, 1).collapsed());
    }

    @Test
    void aFolderWithoutAFileHasNone() throws IOException {
        assertTrue(Playback.read(folder).isEmpty());
    }

    @Test
    void aDamagedLineIsAnError() throws IOException {
        begin();
        Files.writeString(folder.resolve(Playback.FILE), "{\"epoch\": oops}\n", StandardOpenOption.APPEND);
        assertThrows(IOException.class, () -> Playback.read(folder));
    }

    private void begin() throws IOException {
        Details.Fact fact = new Details.Fact("kurtosis", 8, 6, 10, 5, 11, 8, 8, Double.NaN);
        Playback.begin(
                folder,
                new Playback.Scale(
                        List.of(fact), new int[] {1, 2}, new double[] {0.1, 0.05}, new double[] {0.5}, new double[] {0
                        }));
    }

    private static Playback.Frame frame(int epoch, double score) {
        double[][] fan = {{1, 1.1}};
        return new Playback.Frame(
                        0,
                        score,
                        Map.of("kurtosis", 7.5),
                        0.9,
                        new double[] {0},
                        new double[] {0.1, 0.04},
                        new int[] {0, 12},
                        fan,
                        fan)
                .at(epoch);
    }

    private static List<Integer> epochs(Playback playback) {
        return playback.frames().stream().map(Playback.Frame::epoch).toList();
    }
}
