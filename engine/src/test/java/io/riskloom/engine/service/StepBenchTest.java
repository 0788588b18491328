package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepBenchTest {

    @Test
    void smallNetsAreTimedInAChildOneRowEach() throws Exception {
        List<StepBench.Row> rows = new ArrayList<>();
        StepBench.run(List.of("mlp", "mlp-gan"), 1, 0.2, 3, rows::add);
        assertEquals(
                List.of("mlp", "mlp-gan"), rows.stream().map(StepBench.Row::net).toList());
        for (StepBench.Row row : rows) {
            assertEquals(1, row.threads());
            assertTrue(row.steps() >= 3 && row.steps() % 3 == 0, row.toString());
            assertTrue(0 < row.leastMillis() && row.leastMillis() <= row.medianMillis(), row.toString());
        }
    }

    @Test
    void anUnknownNetEndsInAFailure() {
        assertThrows(IOException.class, () -> StepBench.run(List.of("alexnet"), 1, 0.1, 1, row -> {}));
    }
}
