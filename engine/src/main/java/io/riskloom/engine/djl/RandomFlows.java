package io.riskloom.engine.djl;

/** Networks of a subject's layers whose weights are drawn anew; the one that was asked for last is kept. */
final class RandomFlows implements AutoCloseable {
    private static final long SEED = 20_181_008;

    private final Subject subject;
    private Flow kept;
    private int draw = -1;

    RandomFlows(Subject subject) {
        this.subject = subject;
    }

    /** The same for the same number, each time; it lives until another is asked for. */
    Flow of(int number) {
        if (number != draw) {
            close();
            long seed = Torch.mix(SEED, number);
            Torch.seed(seed); // tables of categories are drawn where a network is made
            kept = subject.anew(seed);
            draw = number;
        }
        return kept;
    }

    @Override
    public void close() {
        if (kept != null) {
            kept.close();
            kept = null;
            draw = -1;
        }
    }
}
