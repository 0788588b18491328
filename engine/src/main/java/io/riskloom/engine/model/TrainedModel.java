package io.riskloom.engine.model;

/** A model that can be asked. Holds native memory: close it. Not thread-safe. */
public sealed interface TrainedModel extends AutoCloseable permits Forecaster, Classifier, CreditScorer, PathGenerator {
    @Override
    void close();
}
