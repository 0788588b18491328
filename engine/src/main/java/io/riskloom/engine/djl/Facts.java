package io.riskloom.engine.djl;

import io.riskloom.engine.challenger.BlockBootstrap;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.stats.Bootstrap;
import io.riskloom.engine.stats.Distances;
import io.riskloom.engine.stats.StylisedFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Stylised facts of both sides, each with the 90 % band that a block bootstrap of the real test span gives it. */
final class Facts {
    private static final int REPLICATES = 200;
    private static final double LEVEL = 0.9;

    /** The facts by name; each is computed on paths, and one long series is a single path. */
    private record Kind(String name, ToDoubleFunction<double[][]> value) {}

    /** Days after which mean reversion inside a generated block shows: the fan of paths stops growing. */
    private static final int QUARTER = 60;

    private static final List<Kind> KINDS = List.of(
            new Kind("volatility", p -> deviation(StylisedFacts.pooled(p))),
            new Kind("volatility60", p -> deviation(Distances.overlapping(p, QUARTER)) / Math.sqrt(QUARTER)),
            new Kind("kurtosis", StylisedFacts::kurtosis),
            new Kind("kurtosis20", p -> StylisedFacts.kurtosis(Distances.overlapping(p, 20))),
            new Kind("tailIndex", p -> StylisedFacts.hill(p, 0.05)),
            new Kind("acf1", p -> StylisedFacts.acf(p, 1)),
            new Kind("acfAbs1", p -> absolute(p, 1)),
            new Kind("acfAbs10", p -> absolute(p, 10)),
            new Kind("acfAbs50", p -> absolute(p, 50)),
            new Kind("leverage", StylisedFacts::leverage),
            new Kind("valueAtRisk01", p -> StylisedFacts.valueAtRisk(p, 0.01)),
            new Kind("expectedShortfall01", p -> StylisedFacts.expectedShortfall(p, 0.01)));

    private Facts() {}

    static List<Details.Fact> of(double[] real, double[][] generated, double[][] bootstrap, long seed) {
        List<Details.Fact> facts = new ArrayList<>();
        boolean quarters = real.length >= 4 * QUARTER && generated.length > 0 && generated[0].length >= QUARTER;
        for (Kind kind : KINDS) {
            if (kind.name().equals("volatility60") && !quarters) {
                continue;
            }
            Bootstrap.Band band = Bootstrap.interval(
                    real,
                    x -> kind.value().applyAsDouble(new double[][] {x}),
                    BlockBootstrap.EXPECTED_BLOCK,
                    REPLICATES,
                    LEVEL,
                    seed);
            facts.add(new Details.Fact(
                    kind.name(),
                    kind.value().applyAsDouble(new double[][] {real}),
                    band.low(),
                    band.high(),
                    kind.value().applyAsDouble(generated),
                    kind.value().applyAsDouble(bootstrap)));
        }
        return facts;
    }

    private static double absolute(double[][] paths, int lag) {
        double[][] sizes = new double[paths.length][];
        for (int i = 0; i < paths.length; i++) {
            sizes[i] = new double[paths[i].length];
            for (int t = 0; t < sizes[i].length; t++) {
                sizes[i][t] = Math.abs(paths[i][t]);
            }
        }
        return StylisedFacts.acf(sizes, lag);
    }

    /** Annualised standard deviation, 252 days a year. */
    private static double deviation(double[] returns) {
        double mean = 0;
        for (double r : returns) {
            mean += r / returns.length;
        }
        double squares = 0;
        for (double r : returns) {
            squares += (r - mean) * (r - mean) / returns.length;
        }
        return Math.sqrt(252 * squares);
    }
}
