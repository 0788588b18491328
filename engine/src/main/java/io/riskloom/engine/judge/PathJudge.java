package io.riskloom.engine.judge;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.model.Seeds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A trained generator against the test span, beside a block bootstrap and GARCH(1,1)-t of the days that were known: paths as
 * long as the test span, see {@link PathComparison}; values at risk on the test days, see {@link PathBacktests}.
 */
public final class PathJudge {
    private static final int SHOWN = 200;
    private static final int DAYS = 252;
    private static final int FEWEST = 128;
    private static final int MOST = 1024;
    /** Days of all paths together, at least. */
    private static final int ENOUGH = 50_000;
    /** Longest paths that are asked for, ten years. */
    private static final int LONGEST = 10 * DAYS;

    private final Days days;

    /**
     * The days of a run.
     *
     * @param names      of the series that are made together, the main one first
     * @param returns    daily log returns of the whole file, series × days
     * @param knownFrom  the first return that was learnt
     * @param knownTo    the return after the last that weights or the choice of the epoch depend on
     * @param testFrom   the first return that nothing was fitted on
     * @param testTo     the return after the last one
     * @param knownDates of the known returns
     * @param testDates  of the test returns
     */
    public record Days(
            List<String> names,
            double[][] returns,
            int knownFrom,
            int knownTo,
            int testFrom,
            int testTo,
            List<LocalDate> knownDates,
            List<LocalDate> testDates) {
        public Days {
            names = List.copyOf(names);
            knownDates = List.copyOf(knownDates);
            testDates = List.copyOf(testDates);
        }

        double[] known(int series) {
            return Arrays.copyOfRange(returns[series], knownFrom, knownTo);
        }

        double[] test(int series) {
            return Arrays.copyOfRange(returns[series], testFrom, testTo);
        }

        private double[][] known() {
            return series().mapToObj(this::known).toArray(double[][]::new);
        }

        private double[][] test() {
            return series().mapToObj(this::test).toArray(double[][]::new);
        }

        private IntStream series() {
            return IntStream.range(0, returns.length);
        }
    }

    public PathJudge(Days days) {
        this.days = days;
    }

    /**
     * @param generator trained, which is asked for paths
     * @param bestEpoch whose weights it has
     */
    public Evaluation evaluate(GenerateSpec spec, PathGenerator generator, int bestEpoch) throws NoticeException {
        return evaluate(spec, generator, bestEpoch, () -> false);
    }

    /**
     * As above.
     *
     * @param stopped asked between its parts
     * @throws java.util.concurrent.CancellationException where the answer is yes
     */
    public Evaluation evaluate(GenerateSpec spec, PathGenerator generator, int bestEpoch, BooleanSupplier stopped)
            throws NoticeException {
        long seed = spec.seed();
        PathSet shown = generator.generate(new PathRequest(SHOWN, DAYS, Seeds.mix(seed, 6), PathRequest.Start.ANY_DAY));
        double[][][] judged = judged(generator, seed);
        PathComparison compared = PathComparison.of(
                new PathComparison.Given(days.names(), days.known(), days.test(), judged), seed, stopped);
        List<Notice> warnings = new ArrayList<>(compared.warnings());
        if (spec.joins()) {
            warnings.add(Notice.of(spec.bars() ? "run.note.joinedBars" : "run.note.joinedBlocks", spec.window()));
        }
        String kept = spec.bars() ? "run.note.barEpoch" : "run.note.generatorEpoch";
        warnings.add(Notice.of(kept, bestEpoch, spec.epochs()));
        PathSight sight = new PathSight(
                days.known(0),
                days.testDates(),
                compared.curves(),
                compared.spans(),
                compared.correlation(),
                new PathBacktests(days, generator).of(spec, judged[0]),
                compared.copying(),
                days.knownDates(),
                bestEpoch);
        return new Evaluation(
                compared.metrics(),
                compared.intervals(),
                compared.challengers(),
                compared.verdict(),
                compared.good(),
                warnings,
                new Details.OfGenerate(shown, days.test(0), compared.facts(), sight));
    }

    /** Series × paths × days of the test span, with at least 50,000 days in all. */
    private double[][][] judged(PathGenerator generator, long seed) {
        int length = Math.clamp(days.testTo() - days.testFrom(), PathComparison.LEAST, LONGEST);
        int paths = Math.clamp(ENOUGH / length, FEWEST, MOST);
        PathSet set =
                generator.generate(new PathRequest(paths, length, Seeds.mix(seed, 10), PathRequest.Start.ANY_DAY));
        double[][][] all = new double[days.names().size()][][];
        all[0] = set.returns();
        for (int s = 1; s < all.length; s++) {
            all[s] = set.others().get(s - 1).returns();
        }
        return all;
    }
}
