package io.riskloom.engine.judge;

import io.riskloom.engine.challenger.Garch;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.model.Seeds;
import io.riskloom.engine.stats.CrossCorrelation;
import io.riskloom.engine.stats.Distances;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Generated paths of any origin against real returns, with a stationary block bootstrap and GARCH(1,1)-t beside them. Both
 * sides are compared in pieces of equal length, see {@link PathPieces}; the best comparison has paths as long as the real span.
 *
 * @param metrics     of the generated paths, by the names of {@link io.riskloom.engine.model.Metric}
 * @param intervals   95 % intervals of {@link PathSpread#METRICS}
 * @param challengers {@code blockBootstrap} and, where it could be fitted, {@code garch}; their differences are generated − theirs
 * @param days        of a piece
 * @param good        see {@link PathVerdict}
 */
public record PathComparison(
        Map<String, Double> metrics,
        Map<String, Interval> intervals,
        List<ChallengerScore> challengers,
        List<Details.Fact> facts,
        List<PathSight.Curve> curves,
        List<PathSight.Span> spans,
        List<PathSight.Correlation> correlation,
        PathSight.Copying copying,
        int days,
        Notice verdict,
        int good,
        List<Notice> warnings) {

    /** Fewest days of each side. */
    public static final int LEAST = 10;

    private static final int[] SPANS = {1, 5, 20, 100};
    /** Paths of the plain simulators, at least and at most. */
    private static final int FEWEST = 128;

    private static final int MOST = 1024;

    /**
     * What is compared: daily log returns, the main series first.
     *
     * @param names     of the series
     * @param learnt    returns that the plain simulators learn and that might have been copied, series × days; where nothing else
     *     is known the real ones, which makes the plain simulators floors
     * @param real      series × days, none of it learnt
     * @param generated series × paths × days
     */
    public record Given(List<String> names, double[][] learnt, double[][] real, double[][][] generated) {
        public Given {
            names = List.copyOf(names);
            if (learnt.length != real.length || generated.length != real.length || names.size() != real.length) {
                throw new IllegalArgumentException(names.size() + " names, " + learnt.length + ", " + real.length
                        + " and " + generated.length + " series, expected as many");
            }
        }

        private int shortest() {
            return Arrays.stream(generated[0])
                    .mapToInt(path -> path.length)
                    .min()
                    .orElse(0);
        }
    }

    public PathComparison {
        metrics = Map.copyOf(metrics);
        intervals = Map.copyOf(intervals);
        challengers = List.copyOf(challengers);
        facts = List.copyOf(facts);
        curves = List.copyOf(curves);
        spans = List.copyOf(spans);
        correlation = List.copyOf(correlation);
        warnings = List.copyOf(warnings);
    }

    /**
     * @throws NoticeException {@code run.error.pathsTooShort} (days, days needed) for fewer than {@link #LEAST}, {@code
     *     challenger.error.constant} where the real main series does not vary
     */
    public static PathComparison of(Given given, long seed) throws NoticeException {
        return of(given, seed, () -> false);
    }

    /**
     * As above.
     *
     * @param stopped asked between its parts
     * @throws CancellationException where the answer is yes
     */
    static PathComparison of(Given given, long seed, BooleanSupplier stopped) throws NoticeException {
        int days = Math.min(given.real()[0].length, given.shortest());
        if (days < LEAST) {
            throw new NoticeException(Notice.of("run.error.pathsTooShort", days, LEAST));
        }
        double[] main = given.real()[0];
        if (Arrays.stream(main).allMatch(r -> r == main[0])) {
            throw new NoticeException(Notice.of("challenger.error.constant"));
        }
        check(stopped);
        FactScale scale = FactScale.of(main, days, Seeds.mix(seed, 8));
        double[][][] cut = Arrays.stream(given.generated())
                .map(paths -> PathPieces.cut(paths, days))
                .toArray(double[][][]::new);
        Simulation ours = new Simulation(PathSight.GENERATED, cut);
        int paths = Math.clamp(cut[0].length, FEWEST, MOST);
        List<Simulation> plain = new ArrayList<>();
        check(stopped);
        plain.add(Simulation.bootstrap(given.learnt(), paths, days, Seeds.mix(seed, 7)));
        Optional<Garch> fitted = Garch.possible(given.learnt()[0]);
        Optional<Garch> garch = fitted.map(g -> g.settled(given.learnt()[0]));
        garch.ifPresent(g -> plain.add(Simulation.garch(g, paths, days, Seeds.mix(seed, 9))));
        return compared(given, scale, ours, plain, seed, stopped).with(level(fitted, garch));
    }

    /** What is to be known of a GARCH whose own level was not credible. */
    private static List<Notice> level(Optional<Garch> fitted, Optional<Garch> settled) {
        return fitted.equals(settled)
                ? List.of()
                : List.of(Notice.of("run.note.garchLevel", daily(fitted.orElseThrow()), daily(settled.orElseThrow())));
    }

    /** Deviation of a day in the long run, per cent. */
    private static String daily(Garch garch) {
        return Text.number(100 * Math.sqrt(garch.stationary()), 2);
    }

    private PathComparison with(List<Notice> more) {
        List<Notice> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new PathComparison(
                metrics, intervals, challengers, facts, curves, spans, correlation, copying, days, verdict, good, all);
    }

    private static void check(BooleanSupplier stopped) {
        if (stopped.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    private static PathComparison compared(
            Given given, FactScale scale, Simulation ours, List<Simulation> plain, long seed, BooleanSupplier stopped) {
        double[] real = given.real()[0];
        double[] learnt = given.learnt()[0];
        boolean same = Arrays.equals(learnt, real);
        NearestReal nearest = new NearestReal(learnt, same ? new double[0] : real);
        PathFigures figures = new PathFigures(scale, given.real(), learnt);
        PathSpread spread = new PathSpread(scale, real);
        List<Simulation> all = new ArrayList<>(List.of(ours));
        all.addAll(plain);
        List<Judged> judged = new ArrayList<>();
        for (Simulation s : all) {
            check(stopped);
            double[][] rows = scale.ofGroups(s.main());
            double[] typical = scale.bands().typical(rows);
            NearestReal.Found near = nearest.of(s.main());
            check(stopped);
            double[][] drawn = spread.of(s.main(), rows, Seeds.mix(seed, 20 + judged.size()));
            judged.add(new Judged(s.name(), typical, figures.of(s, typical, near), near, drawn));
        }
        check(stopped);
        Judged own = judged.getFirst();
        List<ChallengerScore> challengers =
                judged.stream().skip(1).map(other -> other.beside(own)).toList();
        PathVerdict verdict = PathVerdict.of(own.metrics(), challengers, scale.size(), real.length);
        double[] garch = plain.size() < 2 ? scale.none() : judged.get(2).typical();
        return new PathComparison(
                own.metrics(),
                own.intervals(),
                challengers,
                scale.bands().facts(own.typical(), judged.get(1).typical(), garch),
                PathCurves.of(scale, real, all),
                spans(figures, all, same ? real : new double[0]),
                given.names().size() < 2 ? List.of() : correlations(given, ours, plain.getFirst()),
                nearest.copying(own.near()),
                scale.days(),
                verdict.words(),
                verdict.good(),
                PathWarnings.of(real.length, scale.days(), own.metrics()));
    }

    /** A simulator's facts, figures and how far these hang on chance. */
    private record Judged(
            String name, double[] typical, Map<String, Double> metrics, NearestReal.Found near, double[][] drawn) {

        /** As a challenger, with the differences other − this. */
        private ChallengerScore beside(Judged other) {
            Map<String, ChallengerScore.Gap> gaps = new HashMap<>();
            for (int m = 0; m < PathSpread.METRICS.size(); m++) {
                String metric = PathSpread.METRICS.get(m);
                gaps.put(
                        metric,
                        PathSpread.gap(other.metrics.get(metric), metrics.get(metric), other.drawn[m], drawn[m]));
            }
            return new ChallengerScore(name, metrics, intervals(), gaps);
        }

        private Map<String, Interval> intervals() {
            Map<String, Interval> intervals = new HashMap<>();
            for (int m = 0; m < PathSpread.METRICS.size(); m++) {
                String metric = PathSpread.METRICS.get(m);
                intervals.put(metric, PathSpread.interval(metrics.get(metric), drawn[m]));
            }
            return intervals;
        }
    }

    /** @param same the real returns where they are the learnt ones as well: their halves tell the floor */
    private static List<PathSight.Span> spans(PathFigures figures, List<Simulation> simulations, double[] same) {
        List<PathSight.Span> spans = new ArrayList<>();
        for (int days : SPANS) {
            double floor = same.length == 0 ? figures.floor(days) : halves(same, days);
            spans.add(new PathSight.Span(
                    days,
                    simulations.stream()
                            .map(s -> new PathSight.Figure(s.name(), figures.wasserstein(s.main(), days)))
                            .toList(),
                    floor));
        }
        return spans;
    }

    private static double halves(double[] real, int days) {
        double[] first = Distances.overlapping(Arrays.copyOf(real, real.length / 2), days);
        double[] second = Distances.overlapping(Arrays.copyOfRange(real, real.length / 2, real.length), days);
        return first.length == 0 ? Double.NaN : Distances.wasserstein1(first, second);
    }

    private static List<PathSight.Correlation> correlations(Given given, Simulation ours, Simulation bootstrap) {
        List<PathSight.Correlation> all = new ArrayList<>();
        all.add(new PathSight.Correlation("real", given.names(), CrossCorrelation.matrix(given.real())));
        for (Simulation s : List.of(ours, bootstrap)) {
            all.add(new PathSight.Correlation(s.name(), given.names(), CrossCorrelation.matrix(s.paths())));
        }
        return all;
    }
}
