package io.riskloom.engine.service;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Long work that waits for its turn or is being done, and can be told to stop. From any thread. */
final class Stops {

    private final Set<AtomicBoolean> announced = ConcurrentHashMap.newKeySet();

    /** Work that will be done once its turn comes. What comes back is true once it is no longer wanted. */
    AtomicBoolean announce() {
        AtomicBoolean stopped = new AtomicBoolean();
        announced.add(stopped);
        return stopped;
    }

    /** The work is done, or will not be. */
    void withdraw(AtomicBoolean stopped) {
        announced.removeIf(each -> each == stopped);
    }

    /** Ends the work in progress and all that waits for its turn. */
    void all() {
        announced.forEach(stopped -> stopped.set(true));
    }
}
