package io.riskloom.app.inside;

import io.riskloom.engine.model.FeatureMaps;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The channels of a layer in an order, in pages. */
final class Channels {

    static final int PAGE = 64;

    enum Order {
        ACTIVATION,
        CHANNEL
    }

    private final FeatureMaps.Layer layer;
    private final double[] means;
    private final List<Integer> ordered;

    /** By mean activation the strongest comes first; equal ones keep the order of the channels. */
    Channels(FeatureMaps.Layer layer, Order order) {
        this.layer = layer;
        this.means = means(layer);
        Comparator<Integer> strongest =
                Comparator.comparingDouble((Integer channel) -> means[channel]).reversed();
        this.ordered = order == Order.CHANNEL
                ? IntStream.range(0, means.length).boxed().toList()
                : IntStream.range(0, means.length).boxed().sorted(strongest).toList();
    }

    private static double[] means(FeatureMaps.Layer layer) {
        float[] values = layer.values();
        int cells = layer.height() * layer.width();
        double[] means = new double[layer.channels()];
        for (int i = 0; i < values.length; i++) {
            means[i / cells] += values[i] / cells;
        }
        return means;
    }

    FeatureMaps.Layer layer() {
        return layer;
    }

    int size() {
        return means.length;
    }

    int pages() {
        return Math.ceilDiv(means.length, PAGE);
    }

    /** Channels on a page, from 0. */
    List<Integer> page(int page) {
        int from = page * PAGE;
        return ordered.subList(from, Math.min(from + PAGE, ordered.size()));
    }

    double mean(int channel) {
        return means[channel];
    }
}
