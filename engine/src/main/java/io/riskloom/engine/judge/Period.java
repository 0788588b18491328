package io.riskloom.engine.judge;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Interval;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How forecasts did on the test origins of a period.
 *
 * @param origins   how many
 * @param first     date of the first one
 * @param last      date of the last one
 * @param metrics   by the names of {@link io.riskloom.engine.model.Metric}
 * @param intervals 95 % intervals of some of them
 * @param rivals    plain models on the same origins; none in runs of earlier versions
 * @param verdict   the whole in one sentence
 * @param remarks   what must be known to read it
 * @param good      1 better than the last value and the best of the other plain models (of directions, than what the plain model
 *     says), 0 no better or not tested, −1 worse than the last value
 * @param trading   of closes
 */
public record Period(
        int origins,
        LocalDate first,
        LocalDate last,
        Map<String, Double> metrics,
        Map<String, Interval> intervals,
        List<Rival> rivals,
        Notice verdict,
        List<Notice> remarks,
        int good,
        Optional<Trading> trading) {

    /**
     * A plain model.
     *
     * @param relMae its loss over the last value's; NaN where that is 0
     * @param ratio  the forecast's loss over its loss; NaN where that is 0
     * @param pValue of the forecast against it (Diebold-Mariano); NaN for too few origins
     */
    public record Rival(String name, double relMae, double ratio, double pValue) {}

    public Period {
        metrics = Map.copyOf(metrics);
        intervals = Map.copyOf(intervals);
        rivals = List.copyOf(rivals);
        remarks = List.copyOf(remarks);
    }

    /** Of a part that somebody picked out when the outcomes were known: its p-values are no tests. */
    static List<Notice> chosen(int origins, int all) {
        return origins < all ? List.of(Notice.of("verdict.part")) : List.of();
    }
}
