package io.riskloom.engine.model;

/** Seconds that pass while it runs; it runs from its start on. Thread-safe. */
public final class Stopwatch {
    private double before;
    private long since = System.nanoTime();
    private boolean stopped;

    /** @param seconds that count already */
    public Stopwatch(double seconds) {
        before = seconds;
    }

    public synchronized double seconds() {
        return stopped ? before : before + (System.nanoTime() - since) / 1e9;
    }

    /** From now on no time counts. */
    public synchronized void stop() {
        before = seconds();
        stopped = true;
    }

    public synchronized void goOn() {
        before = seconds();
        since = System.nanoTime();
        stopped = false;
    }
}
