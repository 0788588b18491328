package io.riskloom.app.runs;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs made by hand. */
final class RunsFixture {

    private RunsFixture() {}

    static Run run(String id, RunSpec spec, double seconds, Outcome outcome) {
        return new Run(
                id,
                spec,
                new Provenance("ab12", "cpu", 1, Map.of("java", "25", "djl", "0.35.1")),
                Instant.parse("2025-06-01T10:00:00Z"),
                seconds,
                List.of(
                        new EpochReport(1, spec.epochs(), 0.9, 0.8, Map.of(), 2),
                        new EpochReport(2, spec.epochs(), 0.7, 0.75, Map.of(), 2)),
                outcome);
    }

    static Run forecast() {
        RunSpec spec = Specs.with(
                Specs.with(Specs.defaults("forecast", "/data/prices.csv"), "weightDecay", 0.00005), "units", 32);
        return run("forecast-lstm-0001", spec, 48, finished("relMae", 1.01, "lastValue", 1.0));
    }

    static Run credit() {
        return run(
                "credit-mlp-0002",
                Specs.defaults("credit", "/data/credit.csv"),
                9,
                finished("auc", 0.79, "logistic", 0.78));
    }

    static Outcome finished(String metric, double value, String challenger, double other) {
        return new Outcome.Finished(new Evaluation(
                Map.of(metric, value),
                Map.of(metric, new Interval(value - 0.02, value + 0.02)),
                List.of(new ChallengerScore(challenger, Map.of(metric, other))),
                Notice.of("runs.details.running"),
                0,
                List.of(Notice.of("runs.details.cancelled")),
                new Details.OfCredit(new int[0], new double[0], new double[0], new boolean[0])));
    }
}
