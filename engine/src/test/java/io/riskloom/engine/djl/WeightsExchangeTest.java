package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Weights between programs. {@code weights.safetensors} was written by Python's safetensors library ({@code weights.py}
 * beside it); what we write is read by the format's definition alone (github.com/huggingface/safetensors#format).
 */
class WeightsExchangeTest {

    @TempDir
    Path folder;

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(5);
    }

    @Test
    void whatPythonWroteIsReadToTheBit() throws Exception {
        Path file = folder.resolve("python.safetensors");
        try (var in = WeightsExchangeTest.class.getResourceAsStream("weights.safetensors")) {
            Files.copy(in, file);
        }
        try (NDManager manager = Torch.engine().newBaseManager()) {
            Map<String, NDArray> found = WeightsFile.decode(file, manager);
            assertEquals(Set.of("dense.weight", "dense.bias", "steps"), found.keySet());
            assertEquals(new Shape(2, 3), found.get("dense.weight").getShape());
            assertArrayEquals(
                    new float[] {0.5f, -1.25f, 3, 1e-30f, 65504, -0.0f},
                    found.get("dense.weight").toFloatArray());
            assertArrayEquals(new float[] {0.1f, -7}, found.get("dense.bias").toFloatArray());
            assertArrayEquals(new long[] {3, -(1L << 40)}, found.get("steps").toLongArray());
        }
    }

    /** @param from and {@code to}: bytes after the header */
    private record Entry(String name, String type, List<Integer> shape, int from, int to, float[] values) {}

    @Test
    void whatWeWriteHoldsToTheFormat() throws Exception {
        Path file = folder.resolve("ours.safetensors");
        try (Network network = new Network(Recurrent.lstm(4, 2, true, 0, 1), new Shape(5, 3))) {
            WeightsFile.write(file, network.state());
            Map<String, Entry> read = read(file);
            assertEquals(network.state().keySet(), read.keySet());
            network.state().forEach((name, array) -> {
                Entry entry = read.get(name);
                assertEquals("F32", entry.type(), name);
                assertEquals(
                        Arrays.stream(array.getShape().getShape())
                                .mapToObj(Math::toIntExact)
                                .toList(),
                        entry.shape(),
                        name);
                assertArrayEquals(array.toFloatArray(), entry.values(), name);
            });
        }
    }

    /** Its arrays must lie one after the other and fill the file, or Python's library refuses it. */
    private static Map<String, Entry> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int length = Math.toIntExact(bytes.getLong());
        String header =
                StandardCharsets.UTF_8.decode(bytes.slice(Long.BYTES, length)).toString();
        assertTrue(header.startsWith("{"), header);
        ByteBuffer data = bytes.slice(Long.BYTES + length, bytes.capacity() - Long.BYTES - length)
                .order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Entry> entries = new TreeMap<>();
        JsonParser.parseString(header).getAsJsonObject().entrySet().stream()
                .filter(e -> !e.getKey().equals("__metadata__"))
                .map(e -> entry(e.getKey(), e.getValue().getAsJsonObject(), data))
                .forEach(entry -> entries.put(entry.name(), entry));
        int end = 0;
        for (Entry entry : entries.values().stream()
                .sorted(Comparator.comparingInt(Entry::from))
                .toList()) {
            assertEquals(end, entry.from(), entry.name());
            end = entry.to();
        }
        assertEquals(data.capacity(), end);
        return entries;
    }

    private static Entry entry(String name, JsonObject facts, ByteBuffer data) {
        JsonArray offsets = facts.getAsJsonArray("data_offsets");
        int from = offsets.get(0).getAsInt();
        int to = offsets.get(1).getAsInt();
        float[] values = new float[(to - from) / Float.BYTES];
        data.slice(from, to - from)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        List<Integer> shape = facts.getAsJsonArray("shape").asList().stream()
                .map(n -> n.getAsInt())
                .toList();
        return new Entry(name, facts.get("dtype").getAsString(), shape, from, to, values);
    }
}
