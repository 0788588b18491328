package io.riskloom.app.train;

import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.RunSpec;
import java.util.List;
import java.util.Optional;

/**
 * The epoch whose weights a run keeps: the first that is best by the figure that its specification names.
 *
 * @param figure name of an epoch's further figure, or {@value #LOSS}
 */
record KeptEpoch(EpochReport epoch, String figure) {

    /** The loss on the validation rows. */
    static final String LOSS = "validLoss";

    private static final String AUC = "validAuc";
    private static final String FACTS = "factScore";
    private static final String BARS = "barDistance";

    /** Empty before the first epoch that has the figure. */
    static Optional<KeptEpoch> of(RunSpec spec, List<EpochReport> epochs) {
        String figure = figure(spec, epochs);
        EpochReport best = null;
        double least = Double.POSITIVE_INFINITY;
        for (EpochReport epoch : ripe(spec, epochs)) {
            double value = value(epoch, figure);
            double score = figure.equals(AUC) ? -value : value;
            if (score < least) {
                best = epoch;
                least = score;
            }
        }
        return Optional.ofNullable(best).map(epoch -> new KeptEpoch(epoch, figure));
    }

    /** Of a generator those from the middle of its run on, once there are any. */
    private static List<EpochReport> ripe(RunSpec spec, List<EpochReport> epochs) {
        if (!(spec instanceof GenerateSpec s)) {
            return epochs;
        }
        List<EpochReport> ripe =
                epochs.stream().filter(epoch -> epoch.epoch() >= s.ripeFrom()).toList();
        return ripe.isEmpty() ? epochs : ripe;
    }

    /** What decides between epochs; of a generator of an earlier version, the distance of its returns. */
    static String figure(RunSpec spec, List<EpochReport> epochs) {
        return switch (spec) {
            case ForecastSpec s -> s.stopOn().equals("mae") ? "validMae" : LOSS;
            case ClassifySpec s -> s.stopOn().equals("auc") ? AUC : LOSS;
            case AnomalySpec s -> LOSS;
            case CreditSpec s -> s.stopOn().equals("auc") ? AUC : LOSS;
            case GenerateSpec s when s.bars() -> BARS;
            case GenerateSpec s ->
                epochs.isEmpty() || epochs.getLast().values().containsKey(FACTS) ? FACTS : "wasserstein1";
        };
    }

    /** Whether a later epoch will be kept in its place however it scores: it is from before the middle of a generator's run. */
    boolean unripe(RunSpec spec) {
        return spec instanceof GenerateSpec s && epoch.epoch() < s.ripeFrom();
    }

    double value() {
        return value(epoch, figure);
    }

    /** NaN where the epoch does not tell it. */
    static double value(EpochReport epoch, String figure) {
        return figure.equals(LOSS) ? epoch.validLoss() : epoch.values().getOrDefault(figure, Double.NaN);
    }
}
