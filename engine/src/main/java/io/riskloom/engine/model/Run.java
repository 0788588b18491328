package io.riskloom.engine.model;

import java.time.Instant;
import java.util.List;

/**
 * One run, whole.
 *
 * @param id      short and unique in its project, also the name of its folder of weights
 * @param seconds wall time so far
 */
public record Run(
        String id,
        RunSpec spec,
        Provenance provenance,
        Instant started,
        double seconds,
        List<EpochReport> epochs,
        Outcome outcome) {
    public Run {
        epochs = List.copyOf(epochs);
    }
}
