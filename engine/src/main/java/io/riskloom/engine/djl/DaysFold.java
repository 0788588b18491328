package io.riskloom.engine.djl;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A window of days: a cell is a feature of a day, or a whole day where a layer's map is told. */
record DaysFold(int days, List<String> features) implements Fold {

    DaysFold {
        features = List.copyOf(features);
    }

    private int width() {
        return features.size();
    }

    @Override
    public Told shares(double[] shares) {
        double[][] cells = new double[days][];
        Arrays.setAll(cells, t -> Arrays.copyOfRange(shares, t * width(), (t + 1) * width()));
        double[] sums = new double[width()];
        for (int i = 0; i < shares.length; i++) {
            sums[i % width()] += shares[i];
        }
        return new Told(cells, NO_PICTURE, features, sums);
    }

    @Override
    public boolean takes(Axes axes) {
        return axes == Axes.DAYS_CHANNELS || axes == Axes.CHANNELS_DAYS;
    }

    /** Of more days than the window has, as before a causal convolution, the last ones. */
    @Override
    public Told map(double[][] map) {
        double[] all = map[0];
        double[] line = all.length > days
                ? Arrays.copyOfRange(all, all.length - days, all.length)
                : Bilinear.scale(map, 1, days)[0];
        return Told.of(Arrays.stream(line).mapToObj(day -> new double[] {day}).toArray(double[][]::new));
    }

    @Override
    public int[][] units(boolean map) {
        return map
                ? IntStream.range(0, days).mapToObj(t -> patch(t, -1, 1)).toArray(int[][]::new)
                : IntStream.range(0, days * width())
                        .mapToObj(i -> new int[] {i})
                        .toArray(int[][]::new);
    }

    @Override
    public double[] worth(Told told) {
        return told.flat();
    }

    /** Along the days, one feature at a time. */
    @Override
    public int[][][] patches(int size, int step) {
        int[][][] patches = new int[Math.ceilDiv(days, step)][width()][];
        for (int i = 0; i < patches.length; i++) {
            for (int f = 0; f < width(); f++) {
                patches[i][f] = patch(i * step, f, size);
            }
        }
        return patches;
    }

    /** @param column a feature, or −1 for all of them */
    @Override
    public int[] patch(int row, int column, int size) {
        int first = Math.max(0, column);
        int end = column < 0 ? width() : Math.min(width(), column + 1);
        return IntStream.range(Math.max(0, row), Fold.end(row, size, days))
                .flatMap(t -> IntStream.range(first, end).map(f -> t * width() + f))
                .toArray();
    }
}
