package io.riskloom.engine.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that drives a run. Process ids are given out again, so the start time is kept with it.
 *
 * @param pid     process id
 * @param started when that process started; {@link Instant#EPOCH} where the system does not tell
 */
record Owner(long pid, Instant started) {

    /** The system derives start times from its clock, which may be set meanwhile; ids come back much later than this. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    static Owner current() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(self.pid(), self.info().startInstant().orElse(Instant.EPOCH));
    }

    /** Whether that very process still runs. */
    boolean alive() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return false;
        }
        Optional<Instant> start = process.get().info().startInstant();
        return start.isEmpty()
                || started.equals(Instant.EPOCH)
                || Duration.between(started, start.get()).abs().compareTo(TOLERANCE) <= 0;
    }
}
