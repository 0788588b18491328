package io.riskloom.engine.djl;

import io.riskloom.engine.feature.Scaler;

/**
 * What a model keeps of a series that it has learnt from.
 *
 * @param inputs  of a day's values, fitted on its training days; null where pictures are seen
 * @param targets of what is learnt, one column a step, fitted on its training origins; null where classes are told apart
 */
record SeriesScale(Scaler inputs, Scaler targets) {}
