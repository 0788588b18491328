package io.riskloom.app.train;

import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.RunSpec;

/** Rows of a training step. */
final class Batch {

    private Batch() {}

    static int of(RunSpec spec) {
        return switch (spec) {
            case ForecastSpec s -> s.batch();
            case ClassifySpec s -> s.batch();
            case CreditSpec s -> s.batch();
            case GenerateSpec s -> s.batch();
        };
    }
}
