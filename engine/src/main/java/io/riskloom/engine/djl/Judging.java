package io.riskloom.engine.djl;

import java.util.concurrent.CancellationException;

/** Hears how far judges are, from any thread, and may end them. */
public interface Judging {

    /** Says nothing and never ends. */
    Judging SILENT = new Judging() {
        @Override
        public void on(String score, double share) {}

        @Override
        public boolean stopped() {
            return false;
        }
    };

    /**
     * @param score {@code discriminative}, {@code predictive}, {@code strongGru} or {@code trees}
     * @param share of this score's work that is done, in [0, 1]
     */
    void on(String score, double share);

    boolean stopped();

    /** @throws CancellationException where it is stopped */
    default void check() {
        if (stopped()) {
            throw new CancellationException();
        }
    }
}
