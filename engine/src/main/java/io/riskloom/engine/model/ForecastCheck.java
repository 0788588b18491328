package io.riskloom.engine.model;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.FeatureGroups;
import io.riskloom.engine.feature.HeldOut;
import java.util.ArrayList;
import java.util.List;

/** What speaks against a forecast's settings though each of them is permitted; known before anything is learnt. */
public final class ForecastCheck {

    /** Answers of stochastic passes that a run may ask for: a quarter of an hour of a default LSTM on two cores. */
    private static final long MOST_ANSWERS = 2_000_000;

    private ForecastCheck() {}

    /**
     * @param spec of one run or of a study
     * @throws NoticeException {@code run.error.noDropout} (model) for bands from dropout without any, {@code
     *     run.error.recursiveInputs} (refused groups, usable groups) for a recursive forecast with inputs that its own closes
     *     do not give, {@code run.error.batchOfOne} (model) for a network that cannot learn from one window at a time, {@code
     *     run.error.manyPasses} (passes, days forecast from, days ahead one by one, answers, most answers) where dropout would
     *     be judged for hours; as {@link Splits#dayFolds}
     */
    public static void check(ForecastSpec spec, PriceHistory history) throws NoticeException {
        boolean resnet = spec.model().startsWith("resnet");
        if (resnet && spec.batch() == 1) {
            throw new NoticeException(Notice.of("run.error.batchOfOne", spec.model()));
        }
        if (spec.recursive()) {
            checkRecursion(spec, history);
        }
        if (spec.bands().equals("dropout")) {
            if (spec.dropout() == 0 || resnet) {
                throw new NoticeException(Notice.of("run.error.noDropout", spec.model()));
            }
            for (DateSplit split : Splits.dayFolds(spec, history.size())) {
                checkPasses(spec, split);
            }
        }
    }

    private static void checkRecursion(ForecastSpec spec, PriceHistory history) throws NoticeException {
        List<String> refused = new ArrayList<>(spec.groups());
        List<String> usable = FeatureGroups.all().stream()
                .filter(group -> closeOnly(history, group))
                .toList();
        refused.removeAll(usable);
        refused.removeIf(group -> FeatureGroups.offered(history, List.of(group)).isEmpty());
        if (!refused.isEmpty()) {
            throw new NoticeException(
                    Notice.of("run.error.recursiveInputs", String.join(", ", refused), String.join(", ", usable)));
        }
    }

    private static boolean closeOnly(PriceHistory history, String group) {
        List<String> names = FeatureGroups.offered(history, List.of(group));
        return !names.isEmpty() && names.stream().allMatch(FeatureGroups::closeOnly);
    }

    /** Every pass sees a window anew, on every day ahead that the network reaches by its own forecasts. */
    private static void checkPasses(ForecastSpec spec, DateSplit split) throws NoticeException {
        long origins =
                (long) HeldOut.of(split).calibration().size() + split.test().size();
        int days = spec.recursive() ? spec.horizon() : 1;
        long answers = origins * days * spec.passes();
        if (answers > MOST_ANSWERS) {
            throw new NoticeException(
                    Notice.of("run.error.manyPasses", spec.passes(), origins, days, answers, MOST_ANSWERS));
        }
    }
}
