package io.riskloom.engine.judge;

import io.riskloom.engine.challenger.Garch;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.model.Seeds;
import io.riskloom.engine.stats.Quantiles;
import io.riskloom.engine.stats.StylisedFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One-day values at risk on the test days: of the trailing days, of GARCH(1,1)-t fitted on the known days, of the generator. One
 * that does not know what came before says the same for every day.
 */
final class PathBacktests {
    private static final double[] LEVELS = {.01, .025, .05};
    private static final int DRAWS = 1000;
    /** Draws a day of a network that must see many days before it draws one. */
    private static final int FEW_DRAWS = 250;

    private static final int BATCH = 64;

    private final PathJudge.Days days;
    private final PathGenerator generator;

    PathBacktests(PathJudge.Days days, PathGenerator generator) {
        this.days = days;
        this.generator = generator;
    }

    /** @param generated paths of the main series */
    List<PathSight.Backtest> of(GenerateSpec spec, double[][] generated) {
        double[] before = Arrays.copyOfRange(days.returns()[0], days.knownFrom(), days.testFrom());
        double[] known = days.known(0);
        double[] test = days.test(0);
        Optional<Garch> garch = Garch.possible(known);
        double[][] drawn = generator.conditional() ? sorted(spec) : null;
        double[] all = StylisedFacts.pooled(generated);
        Arrays.sort(all);
        List<PathSight.Backtest> tests = new ArrayList<>();
        for (double level : LEVELS) {
            double[] past = OneDayRisk.historical(before, test, level);
            tests.add(OneDayRisk.tested(OneDayRisk.HISTORICAL, level, past, test));
            if (garch.isPresent()) {
                double[] filtered = OneDayRisk.garch(garch.get(), before, test, level);
                tests.add(OneDayRisk.tested(PathSight.GARCH, level, filtered, test));
            }
            double[] ours = new double[test.length];
            Arrays.setAll(ours, t -> -Quantiles.forecast(drawn == null ? all : drawn[t], level));
            tests.add(OneDayRisk.tested(PathSight.GENERATED, level, ours, test));
        }
        return tests;
    }

    /** Draws of each test day from the days before it, in ascending order. */
    private double[][] sorted(GenerateSpec spec) {
        int draws = spec.model().equals("sv-gan") || spec.model().equals("mlp-gan") ? DRAWS : FEW_DRAWS;
        int count = days.testTo() - days.testFrom();
        double[][] drawn = new double[count][];
        for (int from = 0; from < count; from += BATCH) {
            int[] origins = new int[Math.min(BATCH, count - from)];
            int first = days.testFrom() + from - 1;
            Arrays.setAll(origins, i -> first + i);
            double[][] next = generator.nextDay(days.returns(), origins, draws, Seeds.mix(spec.seed(), 1000L + from));
            for (int i = 0; i < origins.length; i++) {
                drawn[from + i] = next[i].clone();
                Arrays.sort(drawn[from + i]);
            }
        }
        return drawn;
    }
}
