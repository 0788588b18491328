package io.riskloom.app.playground;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.ImageEncoding;
import io.riskloom.engine.feature.WindowImages;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a window of prices can be to a convolution. Pictures have {@link Grid#LARGEST} pixels a side. */
enum PriceKind {
    /** One row of closes. */
    CLOSES(Grid.LARGEST),
    /** One row of percentage changes from close to close. */
    RETURNS(Grid.LARGEST + 1),
    GASF(60),
    GADF(60),
    MTF(60),
    RECURRENCE(60),
    /** The chart of bars, averaged over blocks of its pixels. */
    BARS(20),
    /** Four Gramian fields behind each other: of open, high, low and close. */
    CHANNELS(60);

    private final int days;

    PriceKind(int days) {
        this.days = days;
    }

    /** Days that it takes. */
    int days() {
        return days;
    }

    /** Name in message keys. */
    String key() {
        return "playground.take." + name().toLowerCase(Locale.ROOT);
    }

    boolean possible(PriceHistory history, int last) {
        if (last < days - 1 || last >= history.size()) {
            return false;
        }
        return switch (this) {
            case BARS, CHANNELS -> {
                int from = last - days + 1;
                yield full(history.open(), from, last)
                        && full(history.high(), from, last)
                        && full(history.low(), from, last);
            }
            default -> true;
        };
    }

    private static boolean full(double[] column, int from, int last) {
        return column.length > last && Arrays.stream(column, from, last + 1).allMatch(Double::isFinite);
    }

    /** @param last index of the last day */
    Volume volume(PriceHistory history, int last) throws NoticeException {
        double[] closes = part(history.close(), last);
        return switch (this) {
            case CLOSES -> Volume.of(Grid.of(new double[][] {sixDigits(closes)}));
            case RETURNS -> Volume.of(Grid.of(new double[][] {percent(closes)}));
            case BARS -> {
                double[][] chart = WindowImages.of(history, days, Grid.LARGEST, WindowImages.BARS)
                        .image(last);
                yield Volume.of(Grid.of(rounded(shrunk(chart))));
            }
            case CHANNELS -> {
                List<Grid> channels = new ArrayList<>();
                for (double[] column : List.of(history.open(), history.high(), history.low(), history.close())) {
                    channels.add(picture(ImageEncoding.GASF, part(column, last)));
                }
                yield new Volume(channels);
            }
            default -> Volume.of(picture(name().toLowerCase(Locale.ROOT), closes));
        };
    }

    private double[] part(double[] column, int last) {
        return Arrays.copyOfRange(column, last - days + 1, last + 1);
    }

    private static Grid picture(String encoding, double[] values) {
        return Grid.of(rounded(ImageEncoding.encode(encoding, values, Grid.LARGEST)));
    }

    /** Files often carry more digits than prices have; a sum over twelve of those cannot be read. */
    private static double[] sixDigits(double[] closes) {
        return Arrays.stream(closes)
                .map(close -> new BigDecimal(close).round(new MathContext(6)).doubleValue())
                .toArray();
    }

    /** To two decimals. */
    private static double[] percent(double[] closes) {
        double[] percent = new double[closes.length - 1];
        for (int i = 0; i < percent.length; i++) {
            percent[i] = Math.rint(1e4 * (closes[i + 1] / closes[i] - 1)) / 100 + 0.0;
        }
        return percent;
    }

    /** Two decimals, so that the arithmetic on screen can be followed by hand. */
    private static double[][] rounded(double[][] image) {
        return Arrays.stream(image)
                .map(row -> Arrays.stream(row)
                        .map(v -> Math.rint(v * 100) / 100 + 0.0)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Mean over blocks, {@link Grid#LARGEST} a side. */
    private static double[][] shrunk(double[][] image) {
        int side = Grid.LARGEST;
        double[][] small = new double[side][side];
        for (int i = 0; i < side; i++) {
            int top = i * image.length / side;
            int bottom = (i + 1) * image.length / side;
            for (int j = 0; j < side; j++) {
                int left = j * image[0].length / side;
                int right = (j + 1) * image[0].length / side;
                double sum = 0;
                for (int row = top; row < bottom; row++) {
                    sum += Arrays.stream(image[row], left, right).sum();
                }
                small[i][j] = sum / ((bottom - top) * (right - left));
            }
        }
        return small;
    }
}
