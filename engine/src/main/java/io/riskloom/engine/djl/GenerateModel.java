package io.riskloom.engine.djl;

import io.riskloom.engine.feature.ReturnTransform;
import java.util.List;

/**
 * What a path generator needs beside its weights.
 *
 * @param bestEpoch whose generator was kept
 * @param series    that are made, the main one first
 * @param recent    of a conditional generator; null for others
 * @param bars      of a generator of whole bars; null for others
 */
record GenerateModel(int bestEpoch, List<Series> series, RecentScale recent, BarScale bars) {
    GenerateModel {
        series = List.copyOf(series);
    }

    /**
     * @param name      of the series, which may be empty
     * @param transform of its returns, fitted on the training span
     * @param lastPrice of the file
     */
    record Series(String name, ReturnTransform transform, double lastPrice) {}
}
