package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir
    Path folder;

    @Test
    void newContentTakesTheOldOnesPlace() throws IOException {
        Path target = folder.resolve("deep/er/weights.bin");
        AtomicFiles.write(target, new byte[] {1, 2, 3});
        AtomicFiles.write(target, out -> out.write(new byte[] {4, 5}));
        assertArrayEquals(new byte[] {4, 5}, Files.readAllBytes(target));
    }

    @Test
    void aWriterThatFailsLeavesTheOldContentAndNothingElse() throws IOException {
        Path target = folder.resolve("weights.bin");
        AtomicFiles.write(target, new byte[] {1, 2, 3});
        IOException thrown = assertThrows(
                IOException.class,
                () -> AtomicFiles.write(target, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("disk full");
                }));
        assertEquals("disk full", thrown.getMessage());
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(target));
        assertEquals(List.of("weights.bin"), names());
    }

    @Test
    void readersSeeTheOldContentUntilTheNewIsWhole() throws IOException {
        Path target = folder.resolve("weights.bin");
        AtomicFiles.write(target, new byte[] {1});
        AtomicFiles.write(target, out -> {
            out.write(2);
            out.flush();
            assertArrayEquals(new byte[] {1}, Files.readAllBytes(target));
        });
        assertArrayEquals(new byte[] {2}, Files.readAllBytes(target));
    }

    @Test
    void leftoversOfAKilledWriterAreRemovedAndNothingElse() throws IOException {
        Path target = folder.resolve("weights.bin");
        AtomicFiles.write(
                target, out -> Files.copy(onlyFile(), folder.resolve(onlyFile().getFileName() + ".copy")));
        String copy =
                names().stream().filter(n -> n.endsWith(".copy")).findFirst().orElseThrow();
        Files.move(folder.resolve(copy), folder.resolve(copy.replaceFirst("\\.copy$", "")));
        Files.writeString(folder.resolve("notes-1.tmp"), "of somebody else");
        AtomicFiles.removeLeftovers(folder);
        assertEquals(Set.of("weights.bin", "notes-1.tmp"), Set.copyOf(names()));
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
