package io.riskloom.engine.run;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.RunMonitor;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/** The time an audit may take; it also ends with the run's patience. */
final class Allowance {
    private final RunMonitor monitor;
    private final long end;
    private boolean cancelled;
    private boolean late;

    Allowance(RunMonitor monitor, Duration most) {
        this.monitor = monitor;
        this.end = System.nanoTime() + most.toNanos();
    }

    /** Whether the run was told to end, or the time is over. */
    boolean used() {
        late = late || left() <= 0;
        cancelled = cancelled || !late && monitor.cancelled();
        return cancelled || late;
    }

    /** @throws CancellationException where it is used up */
    void check() {
        if (used()) {
            throw new CancellationException();
        }
    }

    /** Whether the run was told to end. */
    boolean cancelled() {
        return cancelled;
    }

    /** Nanoseconds. */
    long left() {
        return end - System.nanoTime();
    }

    /** Why the audit was broken off. */
    Notice notice() {
        return Notice.of(cancelled ? "run.warning.noAudit.cancelled" : "run.warning.noAudit.time");
    }
}
