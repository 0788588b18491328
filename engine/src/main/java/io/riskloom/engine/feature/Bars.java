package io.riskloom.engine.feature;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Bars day after day. All prices are positive, the high is the day's highest and the low its lowest price.
 *
 * @param volume empty where there is none
 */
public record Bars(double[] open, double[] high, double[] low, double[] close, double[] volume) {
    /** Most days, in a hundred, whose close may lie outside of their high and low: a wrong cell here and there. */
    private static final int OUTSIDE = 2;

    /**
     * The bars of a price file; highs and lows are stretched to the open and the close where they do not
     * enclose them, and a volume below 1 is that of the day before.
     *
     * @throws NoticeException {@code run.error.needsBars} (series) without open, high or low, {@code run.error.barsDisagree}
     *     (series, days) where closes lie outside of high and low, as adjusted closes beside unadjusted bars do
     */
    public static Bars of(PriceHistory history) throws NoticeException {
        if (!history.hasBars()) {
            throw new NoticeException(Notice.of("run.error.needsBars", history.symbol()));
        }
        double[] open = history.open();
        double[] close = history.close();
        double[] high = history.high();
        double[] low = history.low();
        long outside = IntStream.range(0, close.length)
                .filter(t -> close[t] > high[t] * 1.0001 || close[t] < low[t] * 0.9999 || !(open[t] > 0 && low[t] > 0))
                .count();
        if (100 * outside > OUTSIDE * (long) close.length) {
            throw new NoticeException(Notice.of("run.error.barsDisagree", history.symbol(), outside));
        }
        for (int t = 0; t < close.length; t++) {
            open[t] = open[t] > 0 ? open[t] : close[t];
            double least = Math.min(open[t], close[t]);
            high[t] = Math.max(high[t] > 0 ? high[t] : 0, Math.max(open[t], close[t]));
            low[t] = low[t] > 0 ? Math.min(low[t], least) : least;
        }
        return new Bars(open, high, low, close, traded(history.volume()));
    }

    private static double[] traded(double[] volume) {
        double before = Arrays.stream(volume).filter(v -> v > 1).findFirst().orElse(0);
        if (before == 0) {
            return new double[0];
        }
        for (int t = 0; t < volume.length; t++) {
            before = volume[t] > 1 ? volume[t] : before;
            volume[t] = before;
        }
        return volume;
    }

    public int days() {
        return close.length;
    }

    public boolean hasVolume() {
        return volume.length > 0;
    }

    /** Some days of them. */
    public Bars part(int from, int days) {
        return new Bars(
                Arrays.copyOfRange(open, from, from + days),
                Arrays.copyOfRange(high, from, from + days),
                Arrays.copyOfRange(low, from, from + days),
                Arrays.copyOfRange(close, from, from + days),
                hasVolume() ? Arrays.copyOfRange(volume, from, from + days) : volume);
    }
}
