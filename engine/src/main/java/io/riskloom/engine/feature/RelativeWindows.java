package io.riskloom.engine.feature;

import java.util.Arrays;
import java.util.List;

/**
 * Windows as their moves, which judges tell apart far more easily than levels. Of bars (open, high, low, close, as far as there
 * volume) each day: body ln(c / o), ln(h / max(o, c)), ln(min(o, c) / l), gap ln(o / c₋₁), ln(c / c₋₁), change of ln volume; of
 * other columns the log change of each. A window's first day has no changes.
 */
public final class RelativeWindows {
    private static final double LEAST = 1e-9;
    private static final List<String> BAR = List.of("open", "high", "low", "close");

    private final List<String> columns;
    private final int days;
    private final boolean bars;
    private final int volume;

    private RelativeWindows(WindowSet windows) {
        columns = windows.columns();
        days = windows.days();
        bars = columns.containsAll(BAR);
        volume = columns.indexOf("volume");
    }

    /** Each window's moves: days × moves, day after day. */
    public static float[][] moves(WindowSet windows) {
        RelativeWindows relative = new RelativeWindows(windows);
        return Arrays.stream(windows.rows()).map(relative::moves).toArray(float[][]::new);
    }

    /** Moves, then mean and standard deviation of the first move's size over the window, and the logs of its first levels. */
    public static float[][] features(WindowSet windows) {
        RelativeWindows relative = new RelativeWindows(windows);
        return Arrays.stream(windows.rows()).map(relative::features).toArray(float[][]::new);
    }

    private float[] moves(float[] window) {
        int each = bars ? 5 + (volume >= 0 ? 1 : 0) : columns.size();
        float[] moves = new float[days * each];
        for (int t = 0; t < days; t++) {
            int to = t * each;
            if (bars) {
                bar(window, t, moves, to);
            } else {
                for (int c = 0; c < each; c++) {
                    moves[to + c] = change(window, t, c);
                }
            }
        }
        return moves;
    }

    private void bar(float[] window, int t, float[] moves, int to) {
        double open = log(window, t, columns.indexOf("open"));
        double close = log(window, t, columns.indexOf("close"));
        moves[to] = (float) (close - open);
        moves[to + 1] = (float) (log(window, t, columns.indexOf("high")) - Math.max(open, close));
        moves[to + 2] = (float) (Math.min(open, close) - log(window, t, columns.indexOf("low")));
        moves[to + 3] = t == 0 ? 0 : (float) (open - log(window, t - 1, columns.indexOf("close")));
        moves[to + 4] = change(window, t, columns.indexOf("close"));
        if (volume >= 0) {
            moves[to + 5] = change(window, t, volume);
        }
    }

    private float change(float[] window, int t, int column) {
        return t == 0 ? 0 : (float) (log(window, t, column) - log(window, t - 1, column));
    }

    private double log(float[] window, int t, int column) {
        return Math.log(Math.max(LEAST, window[t * columns.size() + column]));
    }

    private float[] features(float[] window) {
        float[] moves = moves(window);
        int each = moves.length / days;
        double sum = 0;
        double squares = 0;
        for (int t = 0; t < days; t++) {
            sum += Math.abs(moves[t * each]);
            squares += moves[t * each] * moves[t * each];
        }
        float[] features = Arrays.copyOf(moves, moves.length + 2 + columns.size());
        features[moves.length] = (float) (sum / days);
        features[moves.length + 1] = (float) Math.sqrt(squares / days);
        for (int c = 0; c < columns.size(); c++) {
            features[moves.length + 2 + c] = (float) log(window, 0, c);
        }
        return features;
    }
}
