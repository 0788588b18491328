package io.riskloom.app.train;

import io.riskloom.app.result.DayPart.Use;
import io.riskloom.app.train.SplitPlan.Block;
import io.riskloom.app.train.SplitPlan.Line;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.FeatureGroups;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Validation;
import java.time.LocalDate;
import java.util.Collections;

/** How many windows or applicants an epoch learns and how many it is judged by: every so many days of a span. */
final class SampleRows {

    /** Other series with fewer windows are left out. */
    private static final int FEWEST = 10;

    private SampleRows() {}

    /**
     * Of all series of the file where one network learns from all of them: of the others the windows whose labels end by the
     * day on which the chosen one's last training label does, and where old days are forgotten those that do not begin before
     * its first.
     */
    static int training(RunSpec spec, Imported data, SplitPlan split) {
        if (divides(spec)) {
            return together(split) - validation(spec, split);
        }
        int own = strided(split.count(Use.TRAINING), stride(spec));
        if (!(data instanceof Imported.Prices prices) || !ofAll(spec)) {
            return own;
        }
        PriceHistory chosen = prices.seriesNamed(spec.series());
        Block training = training(split.largest());
        int last = training.first() + training.count() - 1;
        LocalDate end = chosen.dates().get(Math.min(chosen.size() - 1, last + horizon(spec)));
        LocalDate start = spec.scheme().equals(Validation.SLIDING)
                ? chosen.dates().get(training.first() - window(spec) + 1)
                : LocalDate.MIN;
        return own
                + prices.series().stream()
                        .filter(other -> !other.symbol().equals(chosen.symbol()) && alike(spec, chosen, other))
                        .mapToInt(other -> windows(other, start, end, spec))
                        .filter(windows -> windows >= FEWEST)
                        .map(windows -> strided(windows, stride(spec)))
                        .sum();
    }

    static int validation(RunSpec spec, SplitPlan split) {
        if (divides(spec) && spec instanceof CreditSpec credit) {
            long parts = Math.max(MemoryPlan.networks(spec), Math.round(1 / credit.validationShare()));
            return Math.toIntExact(together(split) / parts);
        }
        return strided(split.count(Use.VALIDATION), stride(spec));
    }

    /** Whether several networks divide training and validation rows among them, each keeping out a part. */
    private static boolean divides(RunSpec spec) {
        return MemoryPlan.networks(spec) > 1;
    }

    private static int together(SplitPlan split) {
        return split.count(Use.TRAINING) + split.count(Use.VALIDATION);
    }

    /** Whether another series offers what the chosen one does. */
    private static boolean alike(RunSpec spec, PriceHistory chosen, PriceHistory other) {
        SightSettings sight = SightSettings.of(spec).orElseThrow();
        return sight.pictures()
                ? other.hasBars() || !sight.encoding().equals(WindowImages.BARS)
                : FeatureGroups.offered(other, sight.groups()).equals(FeatureGroups.offered(chosen, sight.groups()));
    }

    private static int strided(int days, int stride) {
        return (days + stride - 1) / stride;
    }

    private static Block training(Line line) {
        return line.blocks().stream()
                .filter(block -> block.part().use() == Use.TRAINING)
                .findFirst()
                .orElseThrow();
    }

    private static int windows(PriceHistory history, LocalDate start, LocalDate end, RunSpec spec) {
        int from = Collections.binarySearch(history.dates(), start);
        int to = Collections.binarySearch(history.dates(), end);
        int first = Math.max(window(spec), (from >= 0 ? from : -from - 1) + window(spec) - 1);
        int last = (to >= 0 ? to : -to - 2) - horizon(spec);
        return Math.max(0, last - first + 1);
    }

    private static int stride(RunSpec spec) {
        return switch (spec) {
            case ForecastSpec s -> s.stride();
            case ClassifySpec s -> s.stride();
            case AnomalySpec s -> 1;
            case CreditSpec s -> 1;
            case GenerateSpec s -> 1;
        };
    }

    private static boolean ofAll(RunSpec spec) {
        return switch (spec) {
            case ForecastSpec s -> s.tickers().equals("all");
            case ClassifySpec s -> s.tickers().equals("all");
            case AnomalySpec s -> false;
            case CreditSpec s -> false;
            case GenerateSpec s -> false;
        };
    }

    private static int horizon(RunSpec spec) {
        return switch (spec) {
            case ForecastSpec s -> s.horizon();
            case ClassifySpec s -> s.horizon();
            case AnomalySpec s -> 0;
            case CreditSpec s -> 0;
            case GenerateSpec s -> 0;
        };
    }

    private static int window(RunSpec spec) {
        return switch (spec) {
            case ForecastSpec s -> s.window();
            case ClassifySpec s -> s.window();
            case AnomalySpec s -> 0;
            case CreditSpec s -> 0;
            case GenerateSpec s -> s.window();
        };
    }
}
