package io.riskloom.engine.feature;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Windows as pictures of one channel, rows from top to bottom; the network copies them to its three. */
public final class WindowImages implements WindowInputs {

    /** The chart of {@link BarImage}. */
    public static final String BARS = "bars";

    private final double[] close;
    private final int window;
    private final int height;
    private final int width;
    private final IntFunction<double[][]> picture;

    private WindowImages(double[] close, int window, int height, int width, IntFunction<double[][]> picture) {
        this.close = close;
        this.window = window;
        this.height = height;
        this.width = width;
        this.picture = picture;
    }

    /** The encodings: those of {@link ImageEncoding}, and {@value #BARS}. */
    public static List<String> kinds() {
        return Stream.concat(ImageEncoding.kinds().stream(), Stream.of(BARS)).toList();
    }

    /**
     * @param size     pixels a side; {@value #BARS} have a size of their own
     * @param encoding one of {@link #kinds}
     * @throws NoticeException          {@code feature.error.noBars} (symbol, columns) for {@value #BARS} without open,
     *     high and low
     * @throws IllegalArgumentException for an unknown encoding
     */
    public static WindowImages of(PriceHistory history, int window, int size, String encoding) throws NoticeException {
        if (!kinds().contains(encoding)) {
            throw new IllegalArgumentException("encoding must be one of " + kinds() + ", not " + encoding);
        }
        double[] close = history.close();
        if (!encoding.equals(BARS)) {
            return new WindowImages(
                    close,
                    window,
                    size,
                    size,
                    origin -> ImageEncoding.encode(encoding, part(close, window, origin), size));
        }
        List<String> missing = DayFeature.missingBars(history);
        if (!missing.isEmpty()) {
            throw new NoticeException(Notice.of("feature.error.noBars", history.symbol(), String.join(", ", missing)));
        }
        BarImage bars = new BarImage(history, window);
        return new WindowImages(close, window, BarImage.height(window), BarImage.width(window), bars::image);
    }

    /** Rows and columns of a picture; see {@link #of(PriceHistory, int, int, String)}. */
    public static int[] sides(int window, int size, String encoding) {
        return encoding.equals(BARS)
                ? new int[] {BarImage.height(window), BarImage.width(window)}
                : new int[] {size, size};
    }

    /** Days before a window's first that its picture depends on: {@value #BARS} have a moving average. */
    public static int lookBack(int window, String encoding) {
        return encoding.equals(BARS) ? window - 1 : 0;
    }

    /**
     * What the rows of a picture of {@value #BARS} stand for.
     *
     * @param prices rows from the top that are prices
     * @param low    price at the lower edge of the last of them
     * @param high   price at the upper edge of the first
     * @param volume rows from the bottom that are volume, the largest of the window being as high as all of them
     */
    public record PriceRows(int prices, double low, double high, int volume) {}

    /** Of the window that ends at {@code origin} of a history with bars. */
    public static PriceRows priceRows(PriceHistory history, int window, int origin) {
        return new BarImage(history, window).priceRows(origin);
    }

    @Override
    public int[] shape() {
        return new int[] {1, height, width};
    }

    @Override
    public int window() {
        return window;
    }

    @Override
    public int firstOrigin() {
        return window - 1;
    }

    @Override
    public int lastOrigin() {
        return close.length - 1;
    }

    @Override
    public float[] of(int origin) {
        float[] pixels = new float[height * width];
        int at = 0;
        for (double[] row : image(origin)) {
            for (double value : row) {
                pixels[at++] = (float) value;
            }
        }
        return pixels;
    }

    public double[] closes(int origin) {
        return part(close, window, checked(origin));
    }

    /** Values in [−1, 1] for Gramian fields, in [0, 1] for the others. */
    public double[][] image(int origin) {
        return picture.apply(checked(origin));
    }

    private int checked(int origin) {
        if (origin < firstOrigin() || origin > lastOrigin()) {
            throw new IndexOutOfBoundsException(
                    "origin " + origin + " is not in " + firstOrigin() + "…" + lastOrigin());
        }
        return origin;
    }

    private static double[] part(double[] close, int window, int origin) {
        return Arrays.copyOfRange(close, origin - window + 1, origin + 1);
    }
}
