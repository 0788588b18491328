package io.riskloom.engine.model;

import io.riskloom.engine.data.Notice;

/** How a run ended. */
public sealed interface Outcome {

    /** A finished run's outcome in its own folder, as JSON: it stays where its parent is gone before it was told. */
    String FILE = "outcome.json";

    record Finished(Evaluation evaluation) implements Outcome {}

    /** Stopped by the user; the weights of the last whole epoch are kept. */
    record Cancelled() implements Outcome {}

    /** @param reason what went wrong and what to do */
    record Failed(Notice reason) implements Outcome {}

    /** Not ended yet. */
    record Running() implements Outcome {}

    /** {@code finished}, {@code cancelled}, {@code failed} or {@code running}. */
    default String word() {
        return switch (this) {
            case Finished f -> "finished";
            case Cancelled c -> "cancelled";
            case Failed f -> "failed";
            case Running r -> "running";
        };
    }
}
