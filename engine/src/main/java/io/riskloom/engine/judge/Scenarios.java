package io.riskloom.engine.judge;

import io.riskloom.engine.challenger.BlockBootstrap;
import io.riskloom.engine.challenger.Garch;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.stats.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Scenarios from today on, of four sources: generated paths, a stationary block bootstrap, GARCH(1,1)-t and every window of the
 * past. GARCH stands there twice: its paths start at the variance that the last real day leads to, or at one of the
 * long run; where that is not credible (see {@link Garch#settled}), at that of any day of the past.
 * Several series are simulated together: the bootstrap draws their days jointly; of GARCH each series has its own, and the
 * innovations are days of their standardised residuals drawn jointly instead of Student's t (filtered historical simulation,
 * Barone-Adesi, Giannopoulos and Vosper 1999), so that series stay correlated.
 */
public final class Scenarios {

    /** GARCH from the variance of the last real day. */
    public static final String GARCH_TODAY = "garchToday";

    /** In the order of tables. */
    public static final List<String> SOURCES =
            List.of(PathSight.GENERATED, PathSight.BOOTSTRAP, GARCH_TODAY, PathSight.GARCH, OneDayRisk.HISTORICAL);

    private static final int WARM_UP = 500;
    /** In the place of days to warm up. */
    static final int PAST = -1;

    private Scenarios() {}

    /**
     * @param names of the series wanted, the main one first; all but the first are columns of the paths
     * @throws IllegalArgumentException where a series is not among the columns
     */
    public static ScenarioSet generated(PathSet paths, List<String> names) {
        double[][][] returns = new double[names.size()][][];
        returns[0] = paths.returns();
        for (int s = 1; s < returns.length; s++) {
            String name = names.get(s);
            returns[s] = paths.others().stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no series " + name + " among generated columns"))
                    .returns();
        }
        return new ScenarioSet.Drawn(PathSight.GENERATED, returns);
    }

    public static ScenarioSet historical(ScenarioHistory history) {
        return new ScenarioSet.Windows(OneDayRisk.HISTORICAL, history.returns());
    }

    /** Blocks of {@link BlockBootstrap#EXPECTED_BLOCK} days in the mean, the same days of all series. */
    public static ScenarioSet bootstrap(ScenarioHistory history, int paths, int days, long seed) {
        double[] index = IntStream.range(0, history.days()).asDoubleStream().toArray();
        double[][] drawn = BlockBootstrap.paths(index, paths, days, seed);
        double[][][] returns = new double[history.names().size()][paths][days];
        for (int s = 0; s < returns.length; s++) {
            double[] real = history.returns()[s];
            for (int i = 0; i < paths; i++) {
                for (int t = 0; t < days; t++) {
                    returns[s][i][t] = real[(int) drawn[i][t]];
                }
            }
        }
        return new ScenarioSet.Drawn(PathSight.BOOTSTRAP, returns);
    }

    /**
     * Both kinds of GARCH scenarios, {@link #GARCH_TODAY} first.
     *
     * @throws NoticeException as {@link Garch#fit} says
     */
    public static List<ScenarioSet> garch(ScenarioHistory history, int paths, int days, long seed)
            throws NoticeException {
        List<Garch> fitted = new ArrayList<>();
        boolean credible = true;
        for (double[] series : history.returns()) {
            Garch garch = Garch.fit(series);
            fitted.add(garch);
            credible &= garch.settled(series) == garch;
        }
        if (fitted.size() > 1) {
            int longRun = credible ? WARM_UP : PAST;
            return List.of(
                    new ScenarioSet.Drawn(GARCH_TODAY, filtered(fitted, history, paths, days, 0, seed)),
                    new ScenarioSet.Drawn(PathSight.GARCH, filtered(fitted, history, paths, days, longRun, seed)));
        }
        Garch garch = fitted.getFirst();
        double[] variances = garch.variances(history.returns()[0]);
        double[][] today = garch.pathsFrom(variances[history.days()], paths, days, seed);
        double[][] longRun =
                credible ? garch.paths(paths, days, seed) : garch.pathsFromAny(variances, paths, days, seed);
        return List.of(
                new ScenarioSet.Drawn(GARCH_TODAY, new double[][][] {today}),
                new ScenarioSet.Drawn(PathSight.GARCH, new double[][][] {longRun}));
    }

    /** @param warmUp days from the long run's variance on; 0 from today's, {@link #PAST} from that of any day of the past */
    static double[][][] filtered(
            List<Garch> garch, ScenarioHistory history, int paths, int days, int warmUp, long seed) {
        double[][] real = history.returns();
        double[][] variances = new double[real.length][];
        Arrays.setAll(variances, s -> garch.get(s).variances(real[s]));
        double[][] residuals = new double[real.length][];
        Arrays.setAll(residuals, s -> residuals(garch.get(s), real[s], variances[s]));
        double[][][] returns = new double[real.length][paths][days];
        SplittableRandom random = new SplittableRandom(seed);
        double[] now = new double[real.length];
        for (int i = 0; i < paths; i++) {
            int begin = warmUp == PAST ? random.nextInt(history.days()) : history.days();
            Arrays.setAll(now, s -> warmUp > 0 ? garch.get(s).stationary() : variances[s][begin]);
            for (int t = -Math.max(0, warmUp); t < days; t++) {
                int day = random.nextInt(history.days());
                for (int s = 0; s < real.length; s++) {
                    Garch one = garch.get(s);
                    double e = Math.sqrt(now[s]) * residuals[s][day];
                    if (t >= 0) {
                        returns[s][i][t] = one.mu() + e;
                    }
                    now[s] = one.omega() + one.alpha() * e * e + one.beta() * now[s];
                }
            }
        }
        return returns;
    }

    /**
     * (r − μ)/σ, of mean 0 and variance 1 as GARCH has them: a likelihood of Student's t leaves both a little off, and with a
     * persistence near 1 a mean square of 1.02 lets the variance grow without end.
     */
    private static double[] residuals(Garch garch, double[] real, double[] variances) {
        double[] z = new double[real.length];
        Arrays.setAll(z, t -> (real[t] - garch.mu()) / Math.sqrt(variances[t]));
        double mean = Moments.mean(z);
        double deviation = PathFact.deviation(z);
        return Arrays.stream(z).map(x -> (x - mean) / deviation).toArray();
    }
}
