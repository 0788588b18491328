package io.riskloom.engine.judge;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a reader of a comparison of paths must know. */
final class PathWarnings {
    /** Test returns below which the 1 % quantile is the worst day and the long autocorrelation rests on half of them. */
    private static final int FEW = 100;

    private static final double COPIED = 0.5;
    private static final double COPIES = 0.05;

    private PathWarnings() {}

    /**
     * @param real days of the real span
     * @param days of a piece
     */
    static List<Notice> of(int real, int days, Map<String, Double> metrics) {
        List<Notice> warnings = new ArrayList<>();
        if (real < FEW) {
            warnings.add(Notice.of("run.warning.fewReturns", real, FEW));
        }
        if (days < real && days < PathFact.YEAR) {
            warnings.add(Notice.of("run.warning.shortPaths", days, real));
        }
        double ratio = metrics.get(Metric.NEAREST_REAL_RATIO);
        double copies = metrics.get(Metric.NEAR_COPIES);
        if (ratio < COPIED || copies > COPIES) {
            warnings.add(Notice.of("run.warning.memorised", Text.number(ratio, 2), Text.percent(copies)));
        }
        return warnings;
    }
}
