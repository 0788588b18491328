package io.riskloom.engine.feature;

import io.riskloom.engine.data.PriceHistory;

/**
 * A window as a chart of bars, black 0 and white 1, after Jiang, Kelly and Xiu, (Re-)Imag(in)ing Price Trends (2023). A day is
 * three pixels wide: the open at the left, the bar from low to high in the middle, the close at the right. A line one pixel
 * thick joins the days' moving averages of as many closes as the window has days (of fewer at the start of the series). The
 * lowest ⌊height/5⌋ rows are bars of volume, the largest of the window full; the row above them is empty. Prices, the moving
 * average among them, are scaled to their own range in the window; where that is nil they stand half way up.
 */
final class BarImage {

    private static final int PIXELS_A_DAY = 3;
    private static final int LOW_HEIGHT = 64;
    private static final int TALL_HEIGHT = 96;
    private static final int TALL_FROM = 40;

    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private final double[] average;
    private final int window;

    /** @param history with bars, a missing price of which is drawn as the close; missing volume is drawn as none */
    BarImage(PriceHistory history, int window) {
        this.close = history.close();
        this.open = DayColumns.filled(history.open(), close);
        this.high = DayColumns.filled(history.high(), close);
        this.low = DayColumns.filled(history.low(), close);
        this.volume = history.volume();
        this.window = window;
        this.average = new double[close.length];
        for (int t = 0; t < close.length; t++) {
            int from = Math.max(0, t - window + 1);
            double sum = 0;
            for (int i = from; i <= t; i++) {
                sum += close[i];
            }
            average[t] = sum / (t - from + 1);
        }
    }

    /** 64 rows for fewer than {@value #TALL_FROM} days, 96 for more: the paper's 20 and 60 days; its 5 days have 32 rows, here 64. */
    static int height(int window) {
        return window < TALL_FROM ? LOW_HEIGHT : TALL_HEIGHT;
    }

    static int width(int window) {
        return PIXELS_A_DAY * window;
    }

    /** Rows from top to bottom. */
    double[][] image(int origin) {
        int height = height(window);
        int forVolume = height / 5;
        int forPrices = height - forVolume - 1;
        double[][] image = new double[height][width(window)];
        int first = origin - window + 1;
        Rows rows = rows(first, origin, forPrices);
        for (int t = first; t <= origin; t++) {
            int left = PIXELS_A_DAY * (t - first);
            image[rows.of(open[t])][left] = 1;
            for (int row = rows.of(high[t]); row <= rows.of(low[t]); row++) {
                image[row][left + 1] = 1;
            }
            image[rows.of(close[t])][left + 2] = 1;
            for (int pixel = 0; pixel < PIXELS_A_DAY && t < origin; pixel++) {
                double between = average[t] + (average[t + 1] - average[t]) * pixel / PIXELS_A_DAY;
                image[rows.of(between)][left + 1 + pixel] = 1;
            }
        }
        image[rows.of(average[origin])][image[0].length - 2] = 1;
        drawVolume(image, first, forVolume);
        return image;
    }

    /** See {@link WindowImages#priceRows}; the middles of the first and the last row are the highest and the lowest price. */
    WindowImages.PriceRows priceRows(int origin) {
        int height = height(window);
        int forVolume = height / 5;
        int forPrices = height - forVolume - 1;
        Rows rows = rows(origin - window + 1, origin, forPrices);
        double half = (rows.top() - rows.bottom()) / (forPrices - 1) / 2;
        return new WindowImages.PriceRows(forPrices, rows.bottom() - half, rows.top() + half, forVolume);
    }

    private void drawVolume(double[][] image, int first, int rows) {
        double most = 0;
        for (int t = first; t < first + window && volume.length > 0; t++) {
            most = Math.max(most, orZero(volume[t]));
        }
        for (int t = first; t < first + window && most > 0; t++) {
            int filled = (int) Math.rint(orZero(volume[t]) / most * rows);
            for (int row = image.length - filled; row < image.length; row++) {
                image[row][PIXELS_A_DAY * (t - first) + 1] = 1;
            }
        }
    }

    private Rows rows(int first, int last, int count) {
        double bottom = Double.POSITIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (int t = first; t <= last; t++) {
            for (double price : new double[] {open[t], high[t], low[t], close[t], average[t]}) {
                bottom = Math.min(bottom, price);
                top = Math.max(top, price);
            }
        }
        return new Rows(bottom, top, count);
    }

    private static double orZero(double volume) {
        return volume > 0 ? volume : 0;
    }

    /** Rows of prices, 0 being the top. */
    private record Rows(double bottom, double top, int count) {
        int of(double price) {
            double up = top > bottom ? (price - bottom) / (top - bottom) : 0.5;
            return count - 1 - (int) Math.rint(up * (count - 1));
        }
    }
}
