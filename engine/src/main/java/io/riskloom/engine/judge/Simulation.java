package io.riskloom.engine.judge;

import io.riskloom.engine.challenger.BlockBootstrap;
import io.riskloom.engine.challenger.Garch;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.stats.Bootstrap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Paths of one simulator.
 *
 * @param name  as {@link PathSight} names it
 * @param paths daily log returns, series × paths × days, the main series first; of a simulator of one series that one alone
 */
record Simulation(String name, double[][][] paths) {

    /** Of the main series. */
    double[][] main() {
        return paths[0];
    }

    /**
     * Blocks of the same days of all series; the main series is that of {@link BlockBootstrap#paths}.
     *
     * @param learnt series × days
     */
    static Simulation bootstrap(double[][] learnt, int paths, int days, long seed) {
        double[] order = IntStream.range(0, learnt[0].length).asDoubleStream().toArray();
        SplittableRandom random = new SplittableRandom(seed);
        double[][][] out = new double[learnt.length][paths][days];
        for (int i = 0; i < paths; i++) {
            double[] chosen = Bootstrap.stationary(order, BlockBootstrap.EXPECTED_BLOCK, days, random);
            for (int s = 0; s < learnt.length; s++) {
                for (int t = 0; t < days; t++) {
                    out[s][i][t] = learnt[s][(int) chosen[t]];
                }
            }
        }
        return new Simulation(PathSight.BOOTSTRAP, out);
    }

    /** GARCH(1,1)-t of the main series, see {@link Garch#settled}. */
    static Simulation garch(Garch garch, int paths, int days, long seed) {
        return new Simulation(PathSight.GARCH, new double[][][] {garch.paths(paths, days, seed)});
    }
}
