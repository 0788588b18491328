package io.riskloom.engine.model;

/** Seeds of a run's parts. */
public final class Seeds {

    private Seeds() {}

    /** A seed for one part of a run, far from its neighbours (the finaliser of SplitMix64). */
    public static long mix(long seed, long part) {
        long z = seed * 0x9E3779B97F4A7C15L + part * 0xD1B54A32D192ED03L + 0x2545F4914F6CDD1DL;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
