package io.riskloom.engine.feature;

import io.riskloom.engine.stats.LambertW;
import io.riskloom.engine.stats.StylisedFacts;
import java.util.Arrays;

/**
 * Heavy tails after Goerg (2015): z = u·exp(δu²/2) and back, u = sign(z)·√(W(δz²)/δ) with Lambert's W. Beyond |u| = 7.75 the
 * line goes on straight, z = u·exp(30δ), so that no number a network makes is infinite as a return.
 *
 * @param delta at least 0, which changes nothing; 1/δ is the tail index of a normal u
 */
public record HeavyTail(double delta) {
    private static final double MOST = 1;
    /** u² from which the line is straight. */
    private static final double STRAIGHT = 60;

    private static final int HALVINGS = 60;

    public HeavyTail {
        if (!(delta >= 0)) {
            throw new IllegalArgumentException("delta must be at least 0, not " + delta);
        }
    }

    /**
     * The δ up to 1 at which the values without their tails have the kurtosis of a normal sample; 0 where they have no more
     * already.
     *
     * @param z standardised
     */
    static HeavyTail fit(double[] z) {
        if (!(StylisedFacts.kurtosis(z) > 0)) {
            return new HeavyTail(0);
        }
        double low = 0;
        double high = MOST;
        for (int i = 0; i < HALVINGS; i++) {
            HeavyTail middle = new HeavyTail((low + high) / 2);
            boolean heavy =
                    StylisedFacts.kurtosis(Arrays.stream(z).map(middle::off).toArray()) > 0;
            low = heavy ? middle.delta : low;
            high = heavy ? high : middle.delta;
        }
        return new HeavyTail((low + high) / 2);
    }

    /** u of z. */
    double off(double z) {
        double most = Math.exp(delta * STRAIGHT / 2);
        if (delta == 0 || Math.abs(z) >= Math.sqrt(STRAIGHT) * most) {
            return z / most;
        }
        return Math.copySign(Math.sqrt(LambertW.of(delta * z * z) / delta), z);
    }

    /** z of u. */
    double on(double u) {
        return u * Math.exp(delta * Math.min(u * u, STRAIGHT) / 2);
    }
}
