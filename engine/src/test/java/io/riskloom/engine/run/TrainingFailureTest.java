package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a run says of a graphics processor that fails before it begins or in its middle. */
class TrainingFailureTest {

    @Test
    void aGpuThatFailsInTheMiddleIsToldFromAProgrammingError() {
        String failed = "CUDA error: unspecified launch failure\nCUDA kernel errors might be asynchronously reported …";
        assertEquals(
                Notice.of("run.error.gpu", "CUDA error: unspecified launch failure"),
                Training.told(new IllegalStateException(failed)));
        assertEquals(
                "run.error.unexpected",
                Training.told(new IllegalStateException("mat1 and mat2 shapes cannot be multiplied"))
                        .key());
        assertEquals(
                "run.error.outOfMemory",
                Training.told(new IllegalStateException("CUDA out of memory. Tried to allocate 2.00 GiB."))
                        .key());
    }

    @Test
    void aRunThatFellBackToTheProcessorSaysSoAmongItsWarnings() {
        Notice own = Notice.of("run.warning.batchHalved", 64, 32);
        Notice fallback = Notice.of("run.warning.gpuUnusable", "CUDA error: no kernel image is available");
        Outcome finished = new Outcome.Finished(new Evaluation(
                Map.of("auc", 0.7),
                Map.of(),
                List.of(),
                Notice.of("verdict"),
                0,
                List.of(own),
                new Details.OfCredit(new int[0], new double[0], new double[0], new boolean[0])));
        Outcome.Finished warned =
                assertInstanceOf(Outcome.Finished.class, Training.warned(finished, Optional.of(fallback)));
        assertEquals(List.of(own, fallback), warned.evaluation().warnings());
        assertEquals(Map.of("auc", 0.7), warned.evaluation().metrics());
        assertSame(finished, Training.warned(finished, Optional.empty()));
        Outcome cancelled = new Outcome.Cancelled();
        assertSame(cancelled, Training.warned(cancelled, Optional.of(fallback)));
    }
}
