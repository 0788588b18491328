package io.riskloom.app.playground;

import java.util.ArrayList;
import java.util.List;

/**
 * Filters of a convolution.
 *
 * @param filters each with a kernel for every input channel, also for those that its group leaves out, so that changing the groups
 *     forth and back loses nothing
 * @param biases  one a filter
 */
record FilterBank(List<Volume> filters, List<Double> biases) {

    /** What new kernels start as, so that no two filters see the same. */
    private static final List<Preset> STARTS =
            List.of(Preset.SOBEL_X, Preset.SOBEL_Y, Preset.LAPLACIAN, Preset.SHARPEN, Preset.EMBOSS, Preset.IDENTITY);

    FilterBank {
        filters = List.copyOf(filters);
        biases = List.copyOf(biases);
        if (filters.size() != biases.size()) {
            throw new IllegalArgumentException(filters.size() + " filters with " + biases.size() + " biases");
        }
    }

    static FilterBank of(Grid kernel) {
        return new FilterBank(List.of(Volume.of(kernel)), List.of(0.0));
    }

    int count() {
        return filters.size();
    }

    int rows() {
        return filters.getFirst().rows();
    }

    int columns() {
        return filters.getFirst().columns();
    }

    /** Puts one filter in place; the others take its size. */
    FilterBank with(int place, Volume filter) {
        List<Volume> next = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            next.add(i == place ? filter : filters.get(i).resized(filter.rows(), filter.columns()));
        }
        return new FilterBank(next, biases);
    }

    FilterBank withBias(int place, double bias) {
        List<Double> next = new ArrayList<>(biases);
        next.set(place, bias);
        return new FilterBank(filters, next);
    }

    FilterBank resized(int rows, int columns) {
        return with(0, filters.getFirst().resized(rows, columns));
    }

    FilterBank withChannels(int channels) {
        List<Volume> next = new ArrayList<>();
        for (int f = 0; f < count(); f++) {
            next.add(fitted(filters.get(f), f, channels));
        }
        return new FilterBank(next, biases);
    }

    private Volume fitted(Volume filter, int place, int channels) {
        Volume next = filter.first(Math.min(channels, filter.count()));
        while (next.count() < channels) {
            next = next.plus(start(place + next.count()));
        }
        return next;
    }

    FilterBank withCount(int count) {
        List<Volume> next = new ArrayList<>(filters.subList(0, Math.min(count, count())));
        List<Double> offsets = new ArrayList<>(biases.subList(0, next.size()));
        int channels = filters.getFirst().count();
        while (next.size() < count) {
            next.add(fitted(Volume.of(start(next.size())), next.size(), channels));
            offsets.add(0.0);
        }
        return new FilterBank(next, offsets);
    }

    private Grid start(int place) {
        return STARTS.get(place % STARTS.size()).kernel().resized(rows(), columns());
    }

    /** Filters × channels of a group × rows × columns. */
    double[][][][] kernels(int groups) {
        int channels = filters.getFirst().count();
        double[][][][] kernels = new double[count()][][][];
        for (int f = 0; f < count(); f++) {
            int from = f * groups / count() * (channels / groups);
            kernels[f] = filters.get(f).values(from, from + channels / groups);
        }
        return kernels;
    }

    double[] biasValues() {
        return biases.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
