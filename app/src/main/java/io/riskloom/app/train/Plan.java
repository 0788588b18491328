package io.riskloom.app.train;

import io.riskloom.engine.data.Notice;
import java.util.List;

/**
 * What the next run will do.
 *
 * @param rows  windows or applicants that an epoch learns
 * @param notes what a reader may want to change before training
 */
record Plan(SplitPlan split, LayerPlan layers, int rows, MemoryPlan memory, TimePlan time, List<Notice> notes) {
    Plan {
        notes = List.copyOf(notes);
    }
}
