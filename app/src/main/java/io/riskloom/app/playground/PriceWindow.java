package io.riskloom.app.playground;

import io.riskloom.app.session.Dataset;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.ImageEncoding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Something of the loaded prices that fits the input.
 *
 * @param label  what it is, for the menu
 * @param origin what it is and from which days, shown under the input
 */
record PriceWindow(Notice label, Notice origin, Grid grid) {

    /** Days behind the image; a trading quarter. */
    static final int IMAGE_DAYS = 60;

    /** Nothing where no price file is loaded; series with fewer days than a window are left out. */
    static List<PriceWindow> of(Dataset dataset) {
        List<PriceWindow> windows = new ArrayList<>();
        if (dataset != null && dataset.imported() instanceof Imported.Prices prices) {
            PriceHistory history = prices.series().getFirst();
            int days = history.size();
            if (days >= IMAGE_DAYS) {
                double[] closes = Arrays.copyOfRange(history.close(), days - IMAGE_DAYS, days);
                double[][] image = ImageEncoding.encode(ImageEncoding.GASF, closes, Grid.LARGEST);
                windows.add(window("playground.take.gasf", history, IMAGE_DAYS, Grid.of(rounded(image))));
            }
            if (days >= Grid.LARGEST) {
                double[] closes = Arrays.copyOfRange(history.close(), days - Grid.LARGEST, days);
                Grid row = Grid.of(new double[][] {sixDigits(closes)});
                windows.add(window("playground.take.closes", history, Grid.LARGEST, row));
            }
        }
        return windows;
    }

    private static PriceWindow window(String key, PriceHistory history, int days, Grid grid) {
        String from = Formats.day(history.dates().get(history.size() - days));
        String to = Formats.day(history.dates().getLast());
        return new PriceWindow(
                Notice.of(key, history.symbol(), days),
                Notice.of(key + ".origin", history.symbol(), days, from, to),
                grid);
    }

    /** Files often carry more digits than prices have; a sum over twelve of those cannot be read. */
    private static double[] sixDigits(double[] closes) {
        return Arrays.stream(closes)
                .map(close -> new BigDecimal(close).round(new MathContext(6)).doubleValue())
                .toArray();
    }

    /** Two decimals, so that the arithmetic on screen can be followed by hand. */
    private static double[][] rounded(double[][] image) {
        return Arrays.stream(image)
                .map(row -> Arrays.stream(row)
                        .map(v -> Math.rint(v * 100) / 100 + 0.0)
                        .toArray())
                .toArray(double[][]::new);
    }
}
