package io.riskloom.app.playground;

import io.riskloom.engine.feature.ImageEncoding;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A few days as a row of returns and as a picture of the same returns, each with a kernel of the same length, so that cell (i, j) of the
 * picture's answer belongs to cells i and j of the row's.
 *
 * @param returns     1 × days, in percent
 * @param days        their dates, or numbers where there are none
 * @param encoding    of {@link ImageEncoding}
 * @param kernel      1 × k
 * @param imageKernel k × k
 */
record Series(
        Grid returns, List<String> days, Optional<PriceWindow> source, String encoding, Grid kernel, Grid imageKernel) {

    Series {
        days = List.copyOf(days);
        Objects.requireNonNull(encoding, "encoding");
        if (returns.rows() != 1 || days.size() != returns.columns()) {
            throw new IllegalArgumentException(days.size() + " days for " + returns.columns() + " returns");
        }
        if (imageKernel.rows() != kernel.columns() || imageKernel.columns() != kernel.columns()) {
            throw new IllegalArgumentException("kernels of different lengths");
        }
    }

    /** A calm week and a wild one, made up. */
    static Series first() {
        double[] percent = {0.3, -0.2, 0.5, 0.1, -0.4, 0.2, -1.8, 2.1, -2.6, 1.4, -0.7, 0.9};
        return new Series(
                Grid.of(new double[][] {percent}),
                IntStream.rangeClosed(1, percent.length)
                        .mapToObj(Integer::toString)
                        .toList(),
                Optional.empty(),
                ImageEncoding.GASF,
                Preset.MEAN_OF_THREE.kernel(),
                Preset.BOX.kernel());
    }

    /** The picture of the returns, one pixel a day, to two decimals. */
    Grid image() {
        double[][] image = ImageEncoding.encode(encoding, returns.values()[0], returns.columns());
        return Grid.of(Arrays.stream(image)
                .map(row -> Arrays.stream(row)
                        .map(v -> Math.rint(v * 100) / 100 + 0.0)
                        .toArray())
                .toArray(double[][]::new));
    }

    int length() {
        return kernel.columns();
    }

    Series withReturns(Grid value, List<String> dates, Optional<PriceWindow> from) {
        return new Series(value, dates, from, encoding, kernel, imageKernel);
    }

    Series withEncoding(String value) {
        return new Series(returns, days, source, value, kernel, imageKernel);
    }

    /** The other kernel takes its length. */
    Series withKernel(Grid value) {
        return new Series(
                returns, days, source, encoding, value, imageKernel.resized(value.columns(), value.columns()));
    }

    /** The other kernel takes its length. */
    Series withImageKernel(Grid value) {
        int length = Math.max(value.rows(), value.columns());
        return new Series(returns, days, source, encoding, kernel.resized(1, length), value.resized(length, length));
    }
}
