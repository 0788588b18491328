package io.riskloom.engine.service;

import io.riskloom.engine.data.Progress;
import java.util.function.BooleanSupplier;

/** Tells how many applicants of a file are scored, at most ten times a second, and hears whether to stop. */
final class ScoringProgress implements Progress {

    private static final long PAUSE = 100_000_000;

    private final EngineEvents events;
    private final BooleanSupplier stopped;
    private long rows;
    private double share;
    private long told = System.nanoTime();

    ScoringProgress(EngineEvents events, BooleanSupplier stopped) {
        this.events = events;
        this.stopped = stopped;
    }

    @Override
    public boolean on(double done) {
        share = done;
        return goesOn();
    }

    /** @return false where it is to stop */
    boolean scored(long scored) {
        rows = scored;
        return goesOn();
    }

    private boolean goesOn() {
        long now = System.nanoTime();
        if (now - told >= PAUSE) {
            told = now;
            events.scored(new EngineEvents.Scored(rows, share));
        }
        return !stopped();
    }

    void end() {
        events.scored(new EngineEvents.Scored(rows, 1));
    }

    boolean stopped() {
        return stopped.getAsBoolean();
    }
}
