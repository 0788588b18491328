package io.riskloom.engine.djl;

import io.riskloom.engine.feature.KFold;
import io.riskloom.engine.feature.StratifiedSplit;
import io.riskloom.engine.model.CreditSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which rows each network of a credit model learns, and which it keeps out for its best epoch and for the calibration. One
 * network alone has the training and the validation rows. Several divide both among them: network m keeps out the m-th part
 * of a stratified k-fold of all, k = max(networks, 1 / validation share), groups staying together.
 */
final class CreditParts {
    private static final int DEAL = 5;

    private CreditParts() {}

    record Part(int[] learns, int[] keeps) {}

    static List<Part> of(CreditSpec spec, CreditCases cases, int networks) {
        StratifiedSplit split = cases.split();
        if (networks == 1) {
            return List.of(new Part(split.train(), split.validation()));
        }
        int[] rows = cases.learnt();
        boolean[] bad = cases.labels(rows);
        int count = 0;
        for (boolean each : bad) {
            count += each ? 1 : 0;
        }
        int wanted = Math.max(networks, (int) Math.round(1 / spec.validationShare()));
        int folds = Math.clamp(Math.min(count, bad.length - count), 2, wanted);
        List<StratifiedSplit> dealt =
                KFold.of(bad, picked(cases.groups(), rows), folds, 0, Torch.mix(spec.seed(), DEAL));
        List<Part> parts = new ArrayList<>();
        for (int m = 0; m < networks; m++) {
            StratifiedSplit fold = dealt.get(m % folds);
            parts.add(new Part(picked(rows, fold.train()), picked(rows, fold.test())));
        }
        return parts;
    }

    /** Empty where there are no numbers to pick from. */
    private static int[] picked(int[] numbers, int[] places) {
        return numbers.length == 0
                ? numbers
                : Arrays.stream(places).map(place -> numbers[place]).toArray();
    }
}
