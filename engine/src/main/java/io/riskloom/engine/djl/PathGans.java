package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.GenerateSpec;

/** The kinds of generators by the names that specifications give them. */
final class PathGans {
    private PathGans() {}

    /** With first weights from the native random numbers, and its training rows. */
    static PathGan create(GenerateSpec spec, PathData data) throws NoticeException {
        return switch (spec.model()) {
            case "ohlcv-gan" -> BarGan.create(spec, data);
            default -> SeriesGan.create(spec, data);
        };
    }

    /** As it was trained, before its weights are read; it cannot be taught. */
    static PathGan open(GenerateSpec spec, GenerateModel model) {
        return switch (spec.model()) {
            case "ohlcv-gan" -> BarGan.open(spec, model);
            default -> SeriesGan.open(spec, model);
        };
    }
}
