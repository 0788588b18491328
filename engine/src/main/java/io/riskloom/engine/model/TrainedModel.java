package io.riskloom.engine.model;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** A model that can be asked. Holds native memory: close it. Not thread-safe. */
public sealed interface TrainedModel extends AutoCloseable
        permits Forecaster, Classifier, CreditScorer, PathGenerator, AnomalyDetector {

    /** From now on an answer that takes long breaks off by a {@link CancellationException} where this says so. */
    default void cancelWhen(BooleanSupplier asked) {}

    @Override
    void close();
}
