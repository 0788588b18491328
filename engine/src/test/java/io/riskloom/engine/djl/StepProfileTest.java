package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.djl.StepProfile.Event;
import io.riskloom.engine.djl.StepProfile.Operator;
import io.riskloom.engine.djl.StepProfile.Part;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepProfileTest {

    /**
     * Two steps of 5 ms: a batch is cut (200 µs), a layer runs (1,000, of which 400 are a product), and the optimiser takes
     * 3,000, of which 2,000 are its derivative, which also calls a product (1,500). The rest is nobody's.
     */
    @Test
    void eachOperatorBelongsToTheOutermostThatSaysWhatItIs() {
        List<Event> events = List.of(
                new Event("aten::mm", 6800, 1500),
                new Event("autograd::engine::evaluate_function: MmBackward0", 6500, 2000),
                new Event("adam", 6000, 3000),
                new Event("aten::mm", 1300, 400),
                new Event("aten::linear", 1000, 1000),
                new Event("aten::index", 100, 200));
        StepProfile profile = StepProfile.of(events, 2, 10_000);
        assertEquals(
                Map.of(
                        Part.DATA, 0.1,
                        Part.FORWARD, 0.5,
                        Part.BACKWARD, 1.0,
                        Part.OPTIMISER, 0.5,
                        Part.OTHER, 2.9),
                profile.parts());
        assertEquals(
                List.of(
                        new Operator("aten::mm", 0.95),
                        new Operator("adam", 0.5),
                        new Operator("aten::linear", 0.3),
                        new Operator("autograd::engine::evaluate_function: MmBackward0", 0.25),
                        new Operator("aten::index", 0.1)),
                profile.heaviest());
    }

    /** As the gradient that a penalty takes in the middle of a loss. */
    @Test
    void aDerivativeOutsideTheOptimiserCountsAsBackward() {
        List<Event> events =
                List.of(new Event("slope", 0, 900), new Event("autograd::engine::evaluate_function: X", 100, 600));
        StepProfile profile = StepProfile.of(events, 1, 1000);
        assertEquals(0.6, profile.parts().get(Part.BACKWARD), 1e-12);
        assertEquals(0.3, profile.parts().get(Part.FORWARD), 1e-12);
        assertEquals(0.1, profile.parts().get(Part.OTHER), 1e-12);
    }
}
