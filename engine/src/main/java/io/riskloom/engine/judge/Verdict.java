package io.riskloom.engine.judge;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A forecast beside the last value and beside the best of the other plain models, that with the smallest mean loss on the same
 * origins. "Better" only where it beats both: to beat the last value by the market's drift, or by what a plain volatility
 * model knows as well, is no achievement of a network. Closes must be forecast better than by the mean of the forecasts
 * themselves, the same every day: a high drift alone is rewarded in any rising market.
 *
 * @param overLast  against the last value
 * @param best      name of the best other plain model; null where none is known
 * @param overBest  against it; null where none is known
 * @param overMean  against the forecasts' own mean; null of volatility, and where the others decide
 * @param direction of the change up to the last step, over origins whose labels do not overlap
 * @param lag       word of {@link ForecastScores#repeat}
 */
record Verdict(
        Comparison overLast, String best, Comparison overBest, Comparison overMean, Proportion direction, String lag) {

    static Verdict of(Joined joined, Proportion direction, String lag) {
        double[] loss = joined.column(Row::loss);
        Comparison overLast = Comparison.of(loss, joined.column(Row::lastLoss), joined.lags());
        OptionalInt best = best(joined);
        String name = best.isEmpty() ? null : joined.rivals().get(best.getAsInt());
        Comparison overBest = best.isEmpty()
                ? null
                : Comparison.of(loss, joined.column(row -> row.plainLoss()[best.getAsInt()]), joined.lags());
        boolean open = overLast.good() == 1 && (overBest == null || overBest.good() == 1);
        Comparison overMean = open && !joined.volatility()
                ? Comparison.of(loss, ForecastScores.ownMeanLosses(joined), joined.lags())
                : null;
        return new Verdict(overLast, name, overBest, overMean, direction, lag);
    }

    private static OptionalInt best(Joined joined) {
        double least = Double.POSITIVE_INFINITY;
        OptionalInt best = OptionalInt.empty();
        for (int r = 0; r < joined.rivals().size(); r++) {
            int rival = r;
            double mean = ForecastScores.mean(joined.column(row -> row.plainLoss()[rival]));
            if (mean < least) {
                best = OptionalInt.of(r);
                least = mean;
            }
        }
        return best;
    }

    /** 1 better than the last value and the best of the others, 0 no better or not tested, −1 worse than the last value. */
    int good() {
        return plainOnly() || driftOnly() ? 0 : overLast.good();
    }

    private boolean plainOnly() {
        return overLast.good() == 1 && overBest != null && overBest.good() != 1;
    }

    private boolean driftOnly() {
        return overMean != null && overMean.good() != 1;
    }

    /**
     * The whole in one sentence: error over the last value's, its interval, p; direction in %, origins, its interval in %;
     * and where other plain models are known: the best one's name, error over its, interval, p, whether the last value is
     * repeated. Of a mere drift the error over that of its own mean too, or where no plain model is known the mean's over the
     * last value's.
     */
    Notice notice(boolean volatility) {
        List<Object> args = new ArrayList<>(List.of(
                Text.number(overLast.ratio(), 3),
                Text.number(overLast.interval().low(), 3),
                Text.number(overLast.interval().high(), 3),
                Text.p(overLast.pValue()),
                Text.percent(direction.value()),
                direction.n(),
                Text.percent(direction.low()),
                Text.percent(direction.high())));
        if (best == null) {
            if (driftOnly()) {
                args.add(Text.number(overLast.ratio() / overMean.ratio(), 3));
            }
            return Notice.of("verdict.forecast." + word(), args.toArray());
        }
        args.set(3, Text.signedP(overLast.pValue()));
        args.addAll(List.of(
                "challenger." + best,
                Text.number(overBest.ratio(), 3),
                Text.number(overBest.interval().low(), 3),
                Text.number(overBest.interval().high(), 3),
                Text.signedP(overBest.pValue()),
                "verdict.lag." + lag));
        if (driftOnly()) {
            args.add(Text.number(overMean.ratio(), 3));
        }
        return Notice.of((volatility ? "verdict.volatility." : "verdict.close.") + word(), args.toArray());
    }

    /**
     * {@code untested} for too few origins, {@code still} where the last value was right on every day; {@code plainWorse} for
     * better than the last value but worse than another plain model, {@code plainOnly} for no better than that one.
     */
    private String word() {
        if (Double.isNaN(overLast.ratio())) {
            return "still";
        }
        if (Double.isNaN(overLast.pValue())) {
            return "untested";
        }
        if (plainOnly()) {
            return overBest.good() == -1 ? "plainWorse" : "plainOnly";
        }
        if (driftOnly()) {
            return "driftOnly";
        }
        return switch (overLast.good()) {
            case 1 -> "better";
            case -1 -> "worse";
            default -> "noBetter";
        };
    }
}
