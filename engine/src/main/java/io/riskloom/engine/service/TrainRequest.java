package io.riskloom.engine.service;

import io.riskloom.engine.model.RunSpec;

/**
 * @param spec   what to train
 * @param folder the run's folder for weights and checkpoints; made where it is missing
 * @param device {@code auto}, {@code cpu} or {@code cuda}
 */
public record TrainRequest(RunSpec spec, String folder, String device) {}
