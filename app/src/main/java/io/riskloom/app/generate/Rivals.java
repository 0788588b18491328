package io.riskloom.app.generate;

import io.riskloom.engine.challenger.BlockBootstrap;
import io.riskloom.engine.challenger.Garch;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.PathSight;

/**
 * What plain simulators draw from the returns that the generator has learnt: daily log returns, paths × days.
 *
 * @param garch no path where it could not be fitted
 */
record Rivals(double[][] bootstrap, double[][] garch) {

    static final Rivals NONE = new Rivals(new double[0][], new double[0][]);

    private static final int PATHS = 200;
    private static final int DAYS = 252;
    private static final long SEED = 11;

    /** Takes a second for a long series: call it in the background. */
    static Rivals of(PathSight sight) {
        double[] learnt = sight.training();
        if (learnt.length == 0) {
            return NONE;
        }
        return new Rivals(BlockBootstrap.paths(learnt, PATHS, DAYS, SEED), garch(learnt));
    }

    private static double[][] garch(double[] learnt) {
        if (learnt.length < Garch.LEAST) {
            return new double[0][];
        }
        try {
            return Garch.fit(learnt).paths(PATHS, DAYS, SEED + 1);
        } catch (NoticeException e) {
            return new double[0][]; // the charts then show the others alone
        }
    }
}
