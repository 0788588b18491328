package io.riskloom.engine.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that is needed to repeat a run, beside its spec. Device, threads and versions are those with which it began.
 *
 * @param dataSha256 hash of the data file
 * @param device     {@code cpu} or {@code gpu0}
 * @param threads    of the native library
 * @param versions   of java, riskloom, djl, pytorch; and the names of os and processor
 * @param sessions   in which it was taken up again, none for most runs
 */
public record Provenance(
        String dataSha256, String device, int threads, Map<String, String> versions, List<Session> sessions) {

    /** A later part of a run, trained by another process. */
    public record Session(Instant started, String device, int threads, Map<String, String> versions) {
        public Session {
            versions = Map.copyOf(versions);
        }
    }

    public Provenance {
        versions = Map.copyOf(versions);
        // absent in runs of earlier versions
        sessions = sessions == null ? List.of() : List.copyOf(sessions);
    }

    /** Of a run in one session. */
    public Provenance(String dataSha256, String device, int threads, Map<String, String> versions) {
        this(dataSha256, device, threads, versions, List.of());
    }

    /** With one session more. */
    public Provenance and(Session next) {
        List<Session> all = new ArrayList<>(sessions);
        all.add(next);
        return new Provenance(dataSha256, device, threads, versions, all);
    }

    /** Where it was trained last: {@code cpu} or {@code gpu0}. */
    public String lastDevice() {
        return sessions.isEmpty() ? device : sessions.getLast().device();
    }

    /** Threads of its last session. */
    public int lastThreads() {
        return sessions.isEmpty() ? threads : sessions.getLast().threads();
    }
}
