package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.NoticeException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFileTest {

    @TempDir
    Path folder;

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(3);
    }

    @Test
    void weightsComeBackAsTheyWere() throws Exception {
        Path file = folder.resolve("w.safetensors");
        float[] x = {0.3f, -1, 2};
        try (Network written = mlp(4);
                Network read = mlp(4)) {
            WeightsFile.write(file, written.state());
            WeightsFile.read(file, read.state(), read.manager());
            assertArrayEquals(written.predict(x, new Shape(3)), read.predict(x, new Shape(3)));
        }
    }

    @Test
    void anotherShapeIsRefusedAndChangesNothing() throws Exception {
        Path file = folder.resolve("w.safetensors");
        float[] x = {0.3f, -1, 2};
        try (Network written = mlp(4);
                Network read = mlp(5)) {
            WeightsFile.write(file, written.state());
            float[] before = read.predict(x, new Shape(3));
            NoticeException e =
                    assertThrows(NoticeException.class, () -> WeightsFile.read(file, read.state(), read.manager()));
            assertEquals(
                    "run.error.weightsShape[w.safetensors, dense1.weight, float32 (5, 3), float32 (4, 3)]",
                    e.notice().toString());
            assertArrayEquals(before, read.predict(x, new Shape(3)));
        }
    }

    @Test
    void anotherNetworkIsRefusedByItsNames() throws Exception {
        Path file = folder.resolve("w.safetensors");
        try (Network written = mlp(4);
                Network read = new Network(Recurrent.lstm(2, 1, false, 0, 1), new Shape(4, 3))) {
            WeightsFile.write(file, written.state());
            NoticeException e =
                    assertThrows(NoticeException.class, () -> WeightsFile.read(file, read.state(), read.manager()));
            assertEquals("run.error.weightsNames", e.notice().key());
            assertEquals(
                    "dense1.bias, dense1.weight, dense2.bias … (4)",
                    e.notice().args().get(2));
        }
    }

    @Test
    void aDamagedFileIsRefusedWhereverItIsCut() throws Exception {
        Path file = folder.resolve("w.safetensors");
        try (Network network = mlp(4)) {
            WeightsFile.write(file, network.state());
            byte[] whole = Files.readAllBytes(file);
            for (int length : new int[] {0, 5, 9, 40, whole.length / 2, whole.length - 1}) {
                Files.write(file, Arrays.copyOf(whole, length));
                NoticeException e = assertThrows(
                        NoticeException.class, () -> WeightsFile.read(file, network.state(), network.manager()));
                assertEquals("run.error.weightsUnreadable", e.notice().key(), "cut to " + length);
                NoticeException alone =
                        assertThrows(NoticeException.class, () -> WeightsFile.bytes(file, "dense1.bias"));
                assertEquals(e.notice(), alone.notice(), "cut to " + length);
            }
        }
    }

    @Test
    void oneArrayIsReadWithoutTheNativeLibrary() throws Exception {
        Path file = folder.resolve("w.safetensors");
        try (Network network = mlp(4)) {
            WeightsFile.write(file, network.state());
            for (String name : List.of("dense1.bias", "dense2.weight")) {
                byte[] bytes = WeightsFile.bytes(file, name).orElseThrow();
                float[] floats = new float[bytes.length / Float.BYTES];
                ByteBuffer.wrap(bytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(floats);
                assertArrayEquals(network.state().get(name).toFloatArray(), floats, name);
            }
            assertEquals(Optional.empty(), WeightsFile.bytes(file, "dense9.bias"));
        }
    }

    private static Network mlp(int hidden) {
        return new Network(Mlp.ofLogit(0, hidden, 2), new Shape(3));
    }
}
