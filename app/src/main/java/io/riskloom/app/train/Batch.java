package io.riskloom.app.train;

import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.RunSpec;

/** Rows of a training step, as training cuts an epoch into steps. */
final class Batch {

    private Batch() {}

    static int of(RunSpec spec) {
        return switch (spec) {
            case ForecastSpec s -> s.batch();
            case ClassifySpec s -> s.batch();
            case AnomalySpec s -> s.batch();
            case CreditSpec s -> s.batch();
            case GenerateSpec s -> s.batch();
        };
    }

    /** Batches of a step: the critic of a GAN learns so many before each of the generator's. */
    static int updates(RunSpec spec) {
        return spec instanceof GenerateSpec s ? s.criticSteps() : 1;
    }

    /** Rows of one batch where an epoch has so many, at least one. */
    static int of(RunSpec spec, int rows) {
        return Math.max(1, Math.min(of(spec), rows / updates(spec)));
    }

    /** Steps of an epoch of so many rows. A GAN leaves out what fills no step, other networks a last single row. */
    static int steps(RunSpec spec, int rows) {
        int step = of(spec, rows) * updates(spec);
        boolean rest = !(spec instanceof GenerateSpec) && rows % step > 1;
        return rows / step + (rest ? 1 : 0);
    }
}
