package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.riskloom.engine.data.AtomicFiles;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Weights as safetensors: plain numbers under structural names, nothing that can execute. A file is written whole or
 * not at all, and read only where names and shapes are exactly those of the network.
 */
final class WeightsFile {
    private WeightsFile() {}

    static void write(Path file, Map<String, NDArray> arrays) throws IOException {
        NDList list = new NDList(arrays.size());
        try {
            arrays.forEach((name, array) -> {
                NDArray plain = array.stopGradient();
                plain.setName(name);
                list.add(plain);
            });
            AtomicFiles.write(file, out -> list.encode(out, NDList.Encoding.SAFETENSORS));
        } finally {
            list.close();
        }
    }

    /**
     * Fills the given arrays from a file.
     *
     * @throws NoticeException {@code run.error.weightsUnreadable} (file), {@code run.error.weightsNames} (file,
     *     missing, unexpected) or {@code run.error.weightsShape} (file, name, expected, found); nothing is changed
     *     then
     */
    static void read(Path file, Map<String, NDArray> arrays, NDManager manager) throws NoticeException, IOException {
        try (NDManager scratch = manager.newSubManager()) {
            Map<String, NDArray> found = decode(file, scratch);
            check(file, arrays, found);
            arrays.forEach((name, array) -> Weights.set(array, found.get(name)));
        }
    }

    /** The arrays of a file by name, in the given manager. */
    static Map<String, NDArray> decode(Path file, NDManager manager) throws NoticeException, IOException {
        checkHeader(file);
        Map<String, NDArray> found = new LinkedHashMap<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (NDArray array : NDList.decode(manager, in)) {
                found.put(array.getName(), array);
            }
        } catch (EOFException | RuntimeException e) {
            // the decoder meets arbitrary bytes and answers a damaged file with many kinds of exception
            throw unreadable(file, e);
        }
        return found;
    }

    /** The header says its own length; a damaged one would have the decoder reserve that much. */
    private static void checkHeader(Path file) throws NoticeException, IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            long length = Long.reverseBytes(in.readLong());
            if (length < 2 || length > Files.size(file) - Long.BYTES || in.read() != '{') {
                throw new NoticeException(Notice.of("run.error.weightsUnreadable", file.getFileName()));
            }
        } catch (EOFException e) {
            throw unreadable(file, e);
        }
    }

    private static NoticeException unreadable(Path file, Exception cause) {
        return new NoticeException(Notice.of("run.error.weightsUnreadable", file.getFileName()), cause);
    }

    /** Refuses unless names, shapes and types are the same. */
    static void check(Path file, Map<String, NDArray> expected, Map<String, NDArray> found) throws NoticeException {
        TreeSet<String> missing = new TreeSet<>(expected.keySet());
        missing.removeAll(found.keySet());
        TreeSet<String> unexpected = new TreeSet<>(found.keySet());
        unexpected.removeAll(expected.keySet());
        if (!missing.isEmpty() || !unexpected.isEmpty()) {
            throw new NoticeException(
                    Notice.of("run.error.weightsNames", file.getFileName(), few(missing), few(unexpected)));
        }
        for (Map.Entry<String, NDArray> entry : expected.entrySet()) {
            NDArray array = found.get(entry.getKey());
            NDArray place = entry.getValue();
            if (!array.getShape().equals(place.getShape()) || array.getDataType() != place.getDataType()) {
                throw new NoticeException(Notice.of(
                        "run.error.weightsShape",
                        file.getFileName(),
                        entry.getKey(),
                        describe(place),
                        describe(array)));
            }
        }
    }

    private static String describe(NDArray array) {
        return array.getDataType() + " " + array.getShape();
    }

    private static String few(TreeSet<String> names) {
        return names.isEmpty()
                ? "–"
                : String.join(", ", names.stream().limit(3).toList())
                        + (names.size() > 3 ? " … (" + names.size() + ")" : "");
    }
}
