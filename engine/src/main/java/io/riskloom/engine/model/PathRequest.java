package io.riskloom.engine.model;

/**
 * What paths are asked of a generator. Paths come in blocks of {@link #BLOCK}, each with random numbers of its own, so that a
 * block drawn alone equals the same block of a larger set.
 *
 * @param first  index of the first path, a multiple of {@link #BLOCK}
 * @param paths  how many, at least one
 * @param length days of each, at least one
 * @param seed   the same seed gives the same paths on one thread
 */
public record PathRequest(int first, int paths, int length, long seed, Start start) {

    /** Paths that share a seed of their own. */
    public static final int BLOCK = 256;

    /** Where paths begin. */
    public enum Start {
        /** The last price of the file; a conditional generator goes on from the file's last days. */
        TODAY,
        /** A day drawn from the training span: its recent history, and for bars its price level, volume and volatility. */
        ANY_DAY
    }

    public PathRequest(int paths, int length, long seed, Start start) {
        this(0, paths, length, seed, start);
    }

    public PathRequest {
        if (first < 0 || first % BLOCK != 0) {
            throw new IllegalArgumentException("first path " + first + ", expected a multiple of " + BLOCK);
        }
        if (paths < 1 || length < 1) {
            throw new IllegalArgumentException(paths + " paths of " + length + " days");
        }
    }
}
