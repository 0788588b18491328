package io.riskloom.app.train;

import io.riskloom.app.result.RunWords;
import io.riskloom.app.train.LayerPlan.Row;
import io.riskloom.engine.data.Notice;
import java.util.ArrayList;
import java.util.List;

/** The rows of a {@link LayerPlan} while they are counted. */
final class Layers {
    private final List<Row> rows = new ArrayList<>();

    Layers add(Notice layer, String output, long parameters, long multiplyAdds, long field) {
        rows.add(new Row(layer, output, parameters, multiplyAdds, field));
        return this;
    }

    /** A layer without weights. */
    Layers shape(String key, long... sizes) {
        return add(Notice.of(key), text(sizes), 0, 0, 0);
    }

    /** One weight for each input and answer, and a bias for each answer. */
    Layers linear(String key, long in, long out) {
        return add(Notice.of(key), text(out), in * out + out, in * out, 0);
    }

    /** Only where its share is above zero. */
    Layers dropout(double share, long... sizes) {
        return share > 0 ? add(Notice.of("train.layer.dropout", RunWords.setting(share)), text(sizes), 0, 0, 0) : this;
    }

    LayerPlan plan(boolean estimate) {
        return new LayerPlan(rows, estimate);
    }

    /** Such as {@code 60 × 64}. */
    static String text(long... sizes) {
        StringBuilder text = new StringBuilder();
        for (long size : sizes) {
            text.append(text.isEmpty() ? "" : " × ").append(size);
        }
        return text.toString();
    }
}
