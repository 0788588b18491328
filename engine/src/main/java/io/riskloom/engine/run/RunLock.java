package io.riskloom.engine.run;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Held by the one training in a run's folder for as long as it may write there. The system frees it when its process ends,
 * however it ends, so that a killed run is never locked out.
 */
public final class RunLock implements AutoCloseable {

    static final String FILE = ".lock";

    /** Folders that this process trains in: the system's lock is held by the process, not by one of its threads. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private RunLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * @param folder exists
     * @throws NoticeException {@code run.error.folderInUse} (folder) where another training has it
     */
    public static RunLock take(Path folder) throws NoticeException, IOException {
        Path real = folder.toRealPath();
        if (!OWN.add(real)) {
            throw inUse(folder);
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(real.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                release(real, channel);
            }
        }
        if (lock == null) {
            throw inUse(folder);
        }
        return new RunLock(real, channel);
    }

    /**
     * Whether a training could take the folder now.
     *
     * @throws NoticeException as {@link #take}
     */
    public static void check(Path folder) throws NoticeException, IOException {
        take(folder).close();
    }

    /** Whether a living process trains in the folder; without a folder none does. */
    public static boolean held(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(FILE))) {
            return false;
        }
        try {
            check(folder);
            return false;
        } catch (NoticeException e) {
            return true;
        }
    }

    private static NoticeException inUse(Path folder) {
        return new NoticeException(Notice.of("run.error.folderInUse", folder.getFileName()));
    }

    private static void release(Path folder, FileChannel channel) throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            OWN.remove(folder);
        }
    }

    @Override
    public void close() throws IOException {
        release(folder, channel);
    }
}
