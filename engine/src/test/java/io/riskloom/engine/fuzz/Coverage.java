package io.riskloom.engine.fuzz;

import java.util.Arrays;

/** How often each place of the instrumented code was passed; instrumented classes call {@link #hit}. */
public final class Coverage {

    static final int PLACES = 1 << 16;
    private static final byte[] HITS = new byte[PLACES];

    /** For each place the classes of counts that were seen: 1, 2, 3, 4–7, 8–15, 16–31, 32–127, more. */
    private final byte[] seen = new byte[PLACES];

    private int places;

    public static void hit(int place) {
        int count = HITS[place] + 1;
        HITS[place] = (byte) (count > Byte.MAX_VALUE ? Byte.MAX_VALUE : count);
    }

    static void clear() {
        Arrays.fill(HITS, (byte) 0);
    }

    /** Whether the hits since {@link #clear} hold a place or a class of counts that was not seen before. */
    boolean isNew() {
        boolean fresh = false;
        for (int i = 0; i < PLACES; i++) {
            int bit = HITS[i] == 0 ? 0 : bit(HITS[i]);
            if ((seen[i] | bit) != seen[i]) {
                places += seen[i] == 0 ? 1 : 0;
                seen[i] |= (byte) bit;
                fresh = true;
            }
        }
        return fresh;
    }

    /** Number of different places that were passed. */
    int places() {
        return places;
    }

    private static int bit(int count) {
        if (count < 4) {
            return 1 << (count - 1);
        }
        return count < 8 ? 8 : count < 16 ? 16 : count < 32 ? 32 : count < Byte.MAX_VALUE ? 64 : 128;
    }
}
