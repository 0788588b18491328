package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.riskloom.engine.data.AtomicFiles;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Weights as safetensors: plain numbers under structural names, nothing that can execute. A file is written whole or
 * not at all, and read only where names and shapes are exactly those of the network.
 */
final class WeightsFile {
    private static final String METADATA = "__metadata__";

    private WeightsFile() {}

    static void write(Path file, Map<String, NDArray> arrays) throws IOException {
        // the encoder copies what lies in memory in another order, into the manager of the array
        try (NDManager scratch = Torch.engine().newBaseManager()) {
            NDList list = new NDList(arrays.size());
            arrays.forEach((name, array) -> {
                NDArray plain = array.stopGradient();
                plain.attach(scratch);
                plain.setName(name);
                list.add(plain);
            });
            AtomicFiles.write(file, out -> list.encode(out, NDList.Encoding.SAFETENSORS));
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

    /**
     * The bytes of one array, read without the native library; empty where there is none of that name.
     *
     * @throws NoticeException {@code run.error.weightsUnreadable} (file) where the file is damaged or cut short
     */
    static Optional<byte[]> bytes(Path file, String name) throws NoticeException, IOException {
        checkHeader(file);
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            int length = Math.toIntExact(Long.reverseBytes(in.readLong()));
            String header = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            JsonObject arrays = JsonParser.parseString(header).getAsJsonObject();
            long end = 0;
            for (String key : arrays.keySet()) {
                end = Math.max(end, key.equals(METADATA) ? 0 : offset(arrays, key, 1));
            }
            if (Files.size(file) != Long.BYTES + length + end) {
                throw unreadable(file, null);
            }
            if (!arrays.has(name)) {
                return Optional.empty();
            }
            in.skipNBytes(offset(arrays, name, 0));
            return Optional.of(in.readNBytes(Math.toIntExact(offset(arrays, name, 1) - offset(arrays, name, 0))));
        } catch (EOFException | RuntimeException e) {
            // a damaged header is no JSON, or has other members, or numbers of no sense
            throw unreadable(file, e);
        }
    }

    private static long offset(JsonObject arrays, String name, int which) {
        return arrays.getAsJsonObject(name)
                .getAsJsonArray("data_offsets")
                .get(which)
                .getAsLong();
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
