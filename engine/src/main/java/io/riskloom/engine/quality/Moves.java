package io.riskloom.engine.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Log returns of one series that stand out: splits, one-day spikes, other jumps. A move is measured in robust standard
 * deviations, 1.4826 · median |return − median|, of the whole series or of the {@value #AROUND} returns on each side,
 * whichever is larger: prices are calm and wild by turns, and a wild week is no error.
 */
final class Moves {

    /** @param row the first row at the new price */
    record Split(int row, SplitRatio ratio) {}

    private static final int FEWEST = 20;
    private static final int AROUND = 25;
    private static final double MAD_TO_SD = 1.4826;
    private static final double SPLIT = 6;
    private static final double OUTLIER = 12;
    private static final int REVERSAL_DAYS = 5;
    private static final double HALF_WAY = 0.5;
    private static final double BACK = 0.25;

    private final Series series;
    private final double[] returns;
    private final double median;
    private final double deviation;
    private final List<Split> splits = new ArrayList<>();
    private final BitSet spikes = new BitSet();
    private final BitSet jumps = new BitSet();

    private Moves(Series series) {
        this.series = series;
        double[] close = series.close();
        returns = new double[Math.max(0, close.length - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = Math.log(close[i + 1] / close[i]);
        }
        median = Order.median(returns.clone());
        deviation = deviation(returns);
    }

    static Moves of(Series series) {
        Moves moves = new Moves(series);
        if (moves.returns.length >= FEWEST) {
            moves.findSplits();
            if (moves.deviation > 0) {
                moves.findOutliers();
            }
        }
        return moves;
    }

    List<Split> splits() {
        return splits;
    }

    /** Rows whose price left for one day and came back. */
    BitSet spikes() {
        return spikes;
    }

    /** Rows of other moves far outside of the distribution. */
    BitSet jumps() {
        return jumps;
    }

    private void findSplits() {
        for (int row = 1; row < series.size(); row++) {
            double overnight = overnight(row);
            if (Math.abs(overnight) < SplitRatio.LEAST || Math.abs(returns[row - 1]) < SplitRatio.LEAST / 2) {
                continue;
            }
            Optional<SplitRatio> ratio = SplitRatio.of(overnight);
            if (ratio.isPresent() && sizeOf(row) > SPLIT && !reverses(row)) {
                splits.add(new Split(row, ratio.get()));
            }
        }
    }

    /** From close to the next open, where the open is known, else to the next close. */
    private double overnight(int row) {
        boolean known = series.open().length > 0 && series.open()[row] > 0;
        return known ? Math.log(series.open()[row] / series.close()[row - 1]) : returns[row - 1];
    }

    /** The move into a row in robust standard deviations. */
    private double sizeOf(int row) {
        double around = deviation(
                Arrays.copyOfRange(returns, Math.max(0, row - 1 - AROUND), Math.min(returns.length, row + AROUND)));
        return Math.abs(returns[row - 1] - median) / Math.max(deviation, around);
    }

    /** Whether the price is half-way back within the next days, or came from there in the days before. */
    private boolean reverses(int row) {
        double[] close = series.close();
        double half = HALF_WAY * Math.abs(returns[row - 1]);
        for (int k = 1; k <= REVERSAL_DAYS; k++) {
            boolean back = row + k < close.length && Math.abs(Math.log(close[row + k] / close[row - 1])) <= half;
            boolean from = row - 1 - k >= 0 && Math.abs(Math.log(close[row] / close[row - 1 - k])) <= half;
            if (back || from) {
                return true;
            }
        }
        return false;
    }

    private void findOutliers() {
        BitSet split = new BitSet();
        splits.forEach(s -> split.set(s.row()));
        double least = OUTLIER * deviation;
        for (int row = 1; row < series.size(); row++) {
            boolean far = Math.abs(returns[row - 1] - median) > least && !split.get(row);
            if (!far || sizeOf(row) <= OUTLIER) {
                continue;
            }
            if (spike(row)) {
                spikes.set(row);
                row++; // the way back belongs to the spike
            } else {
                jumps.set(row);
            }
        }
    }

    private boolean spike(int row) {
        double[] close = series.close();
        return row + 1 < close.length
                && Math.abs(Math.log(close[row + 1] / close[row - 1])) <= BACK * Math.abs(returns[row - 1]);
    }

    private static double deviation(double[] sample) {
        double middle = Order.median(sample.clone());
        double[] distances = new double[sample.length];
        for (int i = 0; i < sample.length; i++) {
            distances[i] = Math.abs(sample[i] - middle);
        }
        return MAD_TO_SD * Order.median(distances);
    }
}
