package io.riskloom.app.train;

import io.riskloom.app.result.RunWords;
import io.riskloom.app.train.LayerPlan.Row;
import io.riskloom.engine.data.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The rows of a {@link LayerPlan} while they are counted. */
final class Layers {
    private final List<Row> rows = new ArrayList<>();

    /** @param kept numbers of one sample that stay until the way back */
    Layers add(Notice layer, long parameters, long multiplyAdds, long field, long kept, long... shape) {
        rows.add(new Row(layer, LongStream.of(shape).boxed().toList(), parameters, multiplyAdds, field, kept));
        return this;
    }

    /** A layer without weights. */
    Layers shape(String key, long... shape) {
        return shape(Notice.of(key), shape);
    }

    /** A layer without weights. */
    Layers shape(Notice layer, long... shape) {
        return add(layer, 0, 0, 0, size(shape), shape);
    }

    /** One weight for each input and answer, and a bias for each answer; a rectifier after it keeps its own answer alone. */
    Layers linear(String key, long in, long out) {
        return add(Notice.of(key), in * out + out, in * out, 0, out, out);
    }

    /** As {@link #linear}, before a leaky rectifier, which keeps what it was given beside its answer. */
    Layers leaky(String key, long in, long out) {
        return add(Notice.of(key), in * out + out, in * out, 0, 2 * out, out);
    }

    /** Only where its share is above zero; keeps its mask. */
    Layers dropout(double share, long... shape) {
        return share > 0
                ? add(Notice.of("train.layer.dropout", RunWords.setting(share)), 0, 0, 0, 2 * size(shape), shape)
                : this;
    }

    /** Numbers that the last row gives for one sample. */
    long width() {
        return rows.getLast().size();
    }

    LayerPlan plan(boolean estimate) {
        return new LayerPlan(rows, estimate);
    }

    private static long size(long... shape) {
        return LongStream.of(shape).reduce(1, (a, b) -> a * b);
    }
}
