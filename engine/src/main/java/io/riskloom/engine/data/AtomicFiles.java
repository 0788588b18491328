package io.riskloom.engine.data;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file whole or not at all. The content goes to a temporary file in the same folder, is forced to disk, then takes
 * the target's name in one step, and the folder is forced too: after a crash or a full disk the target holds either its old
 * content or the new, never a part. The folder is made where it is missing.
 */
public final class AtomicFiles {

    /** A consumer that may fail with an {@link IOException}. */
    @FunctionalInterface
    public interface IoConsumer<T> {
        void accept(T target) throws IOException;
    }

    private AtomicFiles() {}

    /** @throws IOException where the disk refuses; the old content then stays */
    public static void write(Path target, byte[] content) throws IOException {
        write(target, out -> out.write(content));
    }

    /**
     * @param writer writes the content to a buffered stream, which is closed here
     * @throws IOException where the writer or the disk refuses; the old content then stays
     */
    public static void write(Path target, IoConsumer<OutputStream> writer) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new IOException("not a file's path: " + target);
        }
        Files.createDirectories(folder);
        // not Files.createTempFile, whose files only their owner may read
        Path temporary = folder.resolve("." + absolute.getFileName() + "-" + UUID.randomUUID() + ".tmp");
        try {
            try (FileOutputStream file = new FileOutputStream(temporary.toFile());
                    OutputStream buffered = new BufferedOutputStream(file, 1 << 16)) {
                writer.accept(buffered);
                buffered.flush();
                file.getFD().sync();
            }
            Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        force(folder);
    }

    /** Removes what writers that were killed left in a folder; nobody may be writing there. */
    public static void removeLeftovers(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*-*.tmp")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private static void force(Path folder) throws IOException {
        if (File.separatorChar == '\\') {
            return; // Windows opens no folder as a channel and writes its entries through by itself
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
