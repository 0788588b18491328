package io.riskloom.engine.run;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.Classifier;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Forecaster;
import io.riskloom.engine.model.TrainedModel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What a model says from some origins.
 *
 * @param days of the origins
 * @param rows all numbers of an answer: forecast and ends of the bands for each step, or probabilities
 * @param room by how much each may differ where it was computed in a batch of another size
 */
record Answers(List<LocalDate> days, double[][] rows, double[][] room) {

    /** Of the 90 % band's width, or of a probability: sums of another order, and of fewer bits on a graphics processor. */
    private static final double ROOM = 1e-3;

    private static final double ROUNDING = 1e-6;

    /** From the origins {@code from} (inclusive) to {@code to} (exclusive). */
    static Answers of(TrainedModel model, PriceHistory history, int from, int to) throws NoticeException {
        return switch (model) {
            case Forecaster forecaster -> of(forecaster.forecast(history, from, to));
            case Classifier classifier ->
                of(history.dates().subList(from, to), classifier.probabilities(history, from, to));
            default -> throw new IllegalArgumentException("no forecasts of " + model);
        };
    }

    /** As a run's outcome shows them. */
    static Answers of(Details details) {
        return switch (details) {
            case Details.OfForecast d -> of(d.test());
            case Details.OfClassify d -> of(d.origins(), d.probability());
            default -> throw new IllegalArgumentException("no forecasts in " + details);
        };
    }

    private static Answers of(List<LocalDate> days, double[][] probabilities) {
        double[][] room = new double[probabilities.length][];
        for (int i = 0; i < room.length; i++) {
            room[i] = new double[probabilities[i].length];
            Arrays.fill(room[i], ROOM);
        }
        return new Answers(days, probabilities, room);
    }

    /** Without what came, which is not the model's. */
    private static Answers of(Forecast f) {
        double[][][] parts = {f.forecast(), f.lower50(), f.upper50(), f.lower90(), f.upper90()};
        int steps = f.horizon();
        double[][] rows = new double[f.size()][parts.length * steps];
        double[][] room = new double[f.size()][parts.length * steps];
        for (int i = 0; i < rows.length; i++) {
            for (int n = 0; n < rows[i].length; n++) {
                int step = n % steps;
                rows[i][n] = parts[n / steps][i][step];
                double width = parts[4][i][step] - parts[3][i][step];
                room[i][n] = ROOM * Math.abs(width) + ROUNDING * Math.abs(parts[0][i][step]);
            }
        }
        return new Answers(f.origins(), rows, room);
    }

    /** Bit for bit. */
    boolean same(Answers other) {
        return Arrays.deepEquals(rows, other.rows);
    }

    /** Whether an answer differs from that of the same place among others. */
    boolean changed(int i, Answers other) {
        return !Arrays.equals(rows[i], other.rows[i]);
    }

    /** Whether an answer lies further from another than {@link #room()}; two that are not known are the same. */
    boolean far(int i, Answers other, int o) {
        double[] mine = rows[i];
        double[] theirs = other.rows[o];
        return mine.length != theirs.length
                || IntStream.range(0, mine.length)
                        .anyMatch(n -> !Objects.equals(mine[n], theirs[n])
                                && !(Math.abs(mine[n] - theirs[n]) <= other.room[o][n]));
    }

    int size() {
        return rows.length;
    }
}
