package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordedTest {

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
    }

    @Test
    void slopesSurviveTheGarbageCollector() {
        assertSlopes(x -> Recorded.times(x, 3), 3, 3, 3);
        assertSlopes(x -> Recorded.atMost(x, 0), 0, 1, 0);
    }

    /** The slope at (1, −2, 3), taken after the memory of numbers that nobody holds has been freed and used again. */
    private static void assertSlopes(UnaryOperator<NDArray> function, float... slopes) {
        for (int trial = 0; trial < 5; trial++) {
            try (NDManager manager = Torch.engine().newBaseManager()) {
                NDArray x = manager.create(new float[] {1, -2, 3}, new Shape(3));
                x.setRequiresGradient(true);
                NDArray y = Torch.recorded(() -> function.apply(x));
                System.gc();
                List<ByteBuffer> overwritten = new ArrayList<>();
                for (int i = 0; i < 2_000; i++) {
                    overwritten.add(ByteBuffer.allocateDirect(4 + i % 8)
                            .order(ByteOrder.nativeOrder())
                            .putFloat(0, 77));
                }
                float[] found = Torch.recorded(() -> Ops.slope(y, x)).toFloatArray();
                assertArrayEquals(slopes, found, overwritten.size() + " numbers later");
            }
        }
    }
}
