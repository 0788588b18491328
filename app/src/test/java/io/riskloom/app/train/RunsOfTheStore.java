package io.riskloom.app.train;

import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs made by hand. */
final class RunsOfTheStore {

    private RunsOfTheStore() {}

    /** A forecast with the default settings, stopped after two epochs of 48 seconds in all. */
    static Run stopped(String id, Path data) {
        return stopped(id, Specs.defaults("forecast", data.toString()), Map.of());
    }

    /** @param values of each epoch */
    static Run stopped(String id, RunSpec spec, Map<String, Double> values) {
        return new Run(
                id,
                spec,
                new Provenance("ab12", "cpu", 1, Map.of()),
                Instant.parse("2025-06-01T10:00:00Z"),
                48,
                List.of(
                        new EpochReport(1, spec.epochs(), 0.9, 0.8, values, 24),
                        new EpochReport(2, spec.epochs(), 0.7, 0.75, values, 24)),
                new Outcome.Cancelled());
    }
}
