package io.riskloom.engine.model;

import java.time.Instant;
import java.util.List;

/**
 * Several runs of the same settings, on all folds of a validation scheme or with several seeds.
 *
 * @param id         short and unique in its project
 * @param spec       that stands for the runs ({@link Validation#study()})
 * @param dataSha256 hash of the data file, the same for all runs
 * @param seconds    wall time so far
 * @param runs       ids of those begun, in the order of their beginning
 */
public record Study(String id, RunSpec spec, String dataSha256, Instant started, double seconds, List<String> runs) {
    public Study {
        runs = List.copyOf(runs);
    }
}
