package io.riskloom.engine.djl;

/**
 * Stochastic passes through a network whose dropout stays on (Monte-Carlo dropout, Gal &amp; Ghahramani 2016). All passes of an
 * origin are one batch that starts from the seed: pass k is the same thinned network for every origin, whichever others are
 * asked, and every time.
 */
record Passes(int count, long seed) {

    /** One input for each pass. */
    float[] repeated(float[] input) {
        float[] rows = new float[count * input.length];
        for (int pass = 0; pass < count; pass++) {
            System.arraycopy(input, 0, rows, pass * input.length, input.length);
        }
        return rows;
    }
}
