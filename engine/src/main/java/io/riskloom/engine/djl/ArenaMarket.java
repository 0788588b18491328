package io.riskloom.engine.djl;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.Returns;
import io.riskloom.engine.lesson.ArenaPaths.Match;
import io.riskloom.engine.stats.Moments;
import io.riskloom.engine.stats.NearestWindows;
import io.riskloom.engine.stats.Quantiles;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Windows of a series' daily log returns, as a duel sees them: less their mean and over their standard deviation, both over all
 * returns that are learnt, which are the last {@value #MOST} at most.
 */
final class ArenaMarket implements ArenaReals {
    /** Nearest windows are searched within a frame. */
    private static final int MOST = 8000;

    private final PriceHistory history;
    private final double[] returns;
    private final int first;
    private final int window;
    private final double mean;
    private final double deviation;
    private final NearestWindows near;
    private final double usual;

    /**
     * @throws NoticeException {@code arena.error.tooShort} (series, days, needed), {@code arena.error.gaps} (series) where a
     *     return is not finite, {@code arena.error.constant} (series) where the price does not move
     */
    ArenaMarket(PriceHistory history, int window) throws NoticeException {
        int needed = 10 * window + 1;
        if (history.size() < needed) {
            throw new NoticeException(Notice.of("arena.error.tooShort", history.symbol(), history.size(), needed));
        }
        double[] all = Returns.log(history.close());
        this.history = history;
        this.first = Math.max(0, all.length - MOST);
        this.returns = Arrays.copyOfRange(all, first, all.length);
        this.window = window;
        if (!Arrays.stream(returns).allMatch(Double::isFinite)) {
            throw new NoticeException(Notice.of("arena.error.gaps", history.symbol()));
        }
        this.mean = Moments.mean(returns);
        this.deviation = Math.sqrt(Arrays.stream(returns)
                .map(r -> (r - mean) * (r - mean))
                .average()
                .orElse(0));
        if (!(deviation > 0)) {
            throw new NoticeException(Notice.of("arena.error.constant", history.symbol()));
        }
        this.near = new NearestWindows(returns, window);
        this.usual = Quantiles.of(near.among(), 0.5);
    }

    /** Whether it shows windows of that length of these prices. */
    boolean shows(PriceHistory other, int length) {
        return length == window
                && (other == history
                        || other.dates().equals(history.dates()) && Arrays.equals(other.close(), history.close()));
    }

    @Override
    public int width() {
        return window;
    }

    @Override
    public float[] draw(SplittableRandom random, int rows) {
        float[] drawn = new float[rows * window];
        for (int i = 0; i < rows; i++) {
            int from = random.nextInt(returns.length - window + 1);
            for (int t = 0; t < window; t++) {
                drawn[i * window + t] = (float) ((returns[from + t] - mean) / deviation);
            }
        }
        return drawn;
    }

    /** Rows as daily log returns. */
    double[][] returns(float[] rows) {
        double[][] paths = new double[rows.length / window][window];
        for (int i = 0; i < rows.length; i++) {
            paths[i / window][i % window] = mean + deviation * rows[i];
        }
        return paths;
    }

    /** The index of the first return of the real window that is nearest to a path, whose returns are finite. */
    int nearest(double[] path) {
        return near.nearest(path).orElseThrow().realAt();
    }

    /** Daily log returns of the real window that begins there. */
    double[] window(int from) {
        return Arrays.copyOfRange(returns, from, from + window);
    }

    Match match(double[] path, int from) {
        double[] real = window(from);
        double square = 0;
        for (int t = 0; t < window; t++) {
            square += (path[t] - real[t]) * (path[t] - real[t]);
        }
        // return t leads to the close of day t + 1
        return new Match(
                history.dates().get(first + from + 1),
                history.dates().get(first + from + window),
                Math.sqrt(square),
                usual);
    }
}
