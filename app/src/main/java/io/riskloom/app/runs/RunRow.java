package io.riskloom.app.runs;

import io.riskloom.app.result.MainMetric;
import io.riskloom.app.result.RunWords;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A run as a line of the table; figures stay numbers so that columns sort by value.
 *
 * @param epochs that are over
 * @param study  id of the study that it belongs to, empty for none
 */
record RunRow(Run run, int epochs, String study) {

    RunRow(Run run, int epochs) {
        this(run, epochs, "");
    }

    String id() {
        return run.id();
    }

    String number() {
        return RunWords.number(run);
    }

    /** From 1; 0 for a run on a hold-out. */
    int fold() {
        return run.spec().inFolds() ? run.spec().fold() : 0;
    }

    Instant started() {
        return run.started();
    }

    String task() {
        return run.spec().task();
    }

    String model() {
        return run.spec().model();
    }

    String outcome() {
        return run.outcome().word();
    }

    double seconds() {
        return run.seconds();
    }

    /** File name of the data, with the series where the file has several. */
    String data() {
        String file = String.valueOf(Path.of(run.spec().data()).getFileName());
        return run.spec().series().isEmpty() ? file : file + " · " + run.spec().series();
    }

    /** As {@link #data}, without the file name's ending. */
    String shortData() {
        String file = String.valueOf(Path.of(run.spec().data()).getFileName());
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) + data().substring(file.length()) : data();
    }

    long seed() {
        return run.spec().seed();
    }

    String metric() {
        return MainMetric.of(task());
    }

    /** NaN without an evaluation. */
    double value() {
        return run.outcome() instanceof Outcome.Finished finished
                ? finished.evaluation().metrics().getOrDefault(metric(), Double.NaN)
                : Double.NaN;
    }

    /** The same metric of the first challenger that has it; NaN without one. */
    double challenger() {
        if (!(run.outcome() instanceof Outcome.Finished finished)) {
            return Double.NaN;
        }
        return finished.evaluation().challengers().stream()
                .map(ChallengerScore::metrics)
                .filter(metrics -> metrics.containsKey(metric()))
                .mapToDouble(metrics -> metrics.get(metric()))
                .findFirst()
                .orElse(Double.NaN);
    }
}
