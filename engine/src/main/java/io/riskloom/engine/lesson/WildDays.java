package io.riskloom.engine.lesson;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.Returns;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A small real task: are the next {@value #AHEAD} days wilder than the median of the training windows? Input: {@value #DAYS}
 * daily log returns r, as r/s and as (|r| − m)/d, cut off at ±{@value #FURTHEST}, where s, m and d are the root mean square of r and
 * mean and standard deviation of |r| over the training days. The first three quarters of the windows are learnt from, save
 * those whose days ahead reach into the last quarter.
 */
public final class WildDays {

    public static final int DAYS = 32;
    public static final int AHEAD = 5;
    public static final int CHANNELS = 2;

    /** Windows that are needed for both parts together. */
    public static final int FEWEST = 120;

    private static final double FURTHEST = 5;
    private static final int MOST_CHECKED = 384;

    private final PriceHistory history;
    private final double[] returns;
    private final int[] train;
    private final int[] valid;
    private final double threshold;
    private final double size;
    private final double mean;
    private final double deviation;

    /** @throws NoticeException {@code residual.error.short} (series, windows, needed) */
    public WildDays(PriceHistory history) throws NoticeException {
        this.history = history;
        this.returns = Returns.log(history.close());
        int[] origins = IntStream.range(DAYS, history.size() - AHEAD)
                .filter(this::whole)
                .toArray();
        if (origins.length < FEWEST) {
            throw new NoticeException(Notice.of("residual.error.short", history.symbol(), origins.length, FEWEST));
        }
        int[] last = Arrays.copyOfRange(origins, origins.length * 3 / 4, origins.length);
        this.train = Arrays.stream(origins).filter(t -> t + AHEAD < last[0]).toArray();
        this.valid = IntStream.range(0, Math.min(MOST_CHECKED, last.length))
                .map(i -> last[(int) ((long) i * last.length / Math.min(MOST_CHECKED, last.length))])
                .toArray();
        double[] wildness =
                Arrays.stream(train).mapToDouble(this::wildness).sorted().toArray();
        this.threshold = wildness[wildness.length / 2];
        double[] seen = Arrays.copyOfRange(returns, train[0] - DAYS, train[train.length - 1]);
        double[] sizes =
                Arrays.stream(seen).filter(Double::isFinite).map(Math::abs).toArray();
        this.size =
                orOne(Math.sqrt(Arrays.stream(sizes).map(r -> r * r).average().orElse(1)));
        this.mean = Arrays.stream(sizes).average().orElse(0);
        this.deviation = orOne(Math.sqrt(Math.max(0, size * size - mean * mean)));
    }

    private static double orOne(double scale) {
        return scale > 0 ? scale : 1;
    }

    /** Return i leads from day i to day i + 1. */
    private boolean whole(int origin) {
        return Arrays.stream(returns, origin - DAYS, origin + AHEAD).allMatch(Double::isFinite);
    }

    private double wildness(int origin) {
        return Math.sqrt(Arrays.stream(returns, origin, origin + AHEAD)
                .map(r -> r * r)
                .average()
                .orElseThrow());
    }

    public RaceTask words() {
        double wild = (double) Arrays.stream(valid).filter(this::wild).count() / valid.length;
        return new RaceTask(
                history.symbol(),
                DAYS,
                AHEAD,
                threshold,
                train.length,
                valid.length,
                wild,
                day(train[0]),
                day(valid[0]),
                day(valid[valid.length - 1]));
    }

    private LocalDate day(int origin) {
        return history.dates().get(origin);
    }

    private boolean wild(int origin) {
        return wildness(origin) > threshold;
    }

    public int trainSize() {
        return train.length;
    }

    public int validSize() {
        return valid.length;
    }

    /** Rows × channels × days of some training windows, row after row. */
    public float[] trainInputs(int... rows) {
        return inputs(train, rows);
    }

    /** 1 for a training window whose days ahead are wild, else 0. */
    public float[] trainTargets(int... rows) {
        return targets(train, rows);
    }

    public float[] validInputs(int... rows) {
        return inputs(valid, rows);
    }

    public float[] validTargets(int... rows) {
        return targets(valid, rows);
    }

    /** Last day of a checked window. */
    public LocalDate validDay(int row) {
        return day(valid[row]);
    }

    private float[] targets(int[] origins, int... rows) {
        float[] targets = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            targets[i] = wild(origins[rows[i]]) ? 1 : 0;
        }
        return targets;
    }

    private float[] inputs(int[] origins, int... rows) {
        float[] inputs = new float[rows.length * CHANNELS * DAYS];
        for (int i = 0; i < rows.length; i++) {
            int first = origins[rows[i]] - DAYS;
            for (int d = 0; d < DAYS; d++) {
                double r = returns[first + d];
                int at = i * CHANNELS * DAYS + d;
                inputs[at] = (float) Math.clamp(r / size, -FURTHEST, FURTHEST);
                inputs[at + DAYS] = (float) Math.clamp((Math.abs(r) - mean) / deviation, -FURTHEST, FURTHEST);
            }
        }
        return inputs;
    }
}
