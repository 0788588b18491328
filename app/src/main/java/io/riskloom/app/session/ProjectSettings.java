package io.riskloom.app.session;

import io.riskloom.engine.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The project's settings, stored in the background as they change. */
final class ProjectSettings {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectSettings.class);

    private final Session session;
    private final Map<String, String> latest = new ConcurrentHashMap<>();
    private final Set<String> unsaved = ConcurrentHashMap.newKeySet();

    ProjectSettings(Session session) {
        this.session = session;
    }

    void remember(String key, String value) {
        latest.put(key, value);
        unsaved.add(key);
        session.tasks().background(() -> {
            try {
                store(key);
                session.tasks().ui(session::stored);
            } catch (StoreException e) {
                session.tasks().ui(() -> session.report(e.notice()));
            }
        });
    }

    /** The value given last, stored or about to be. */
    Optional<String> remembered(String key) {
        return Optional.ofNullable(latest.get(key)).or(() -> session.project().setting(key));
    }

    /** Stores the value given last, so that two quick changes end as the second, whichever thread comes first. */
    private void store(String key) {
        synchronized (latest) {
            if (unsaved.contains(key)) {
                session.project().setting(key, latest.get(key));
                unsaved.remove(key);
            }
        }
    }

    /** What was remembered just before the window closed is not lost. */
    void close() {
        for (String key : List.copyOf(unsaved)) {
            try {
                store(key);
            } catch (StoreException e) {
                LOG.error("the setting {} could not be stored", key, e);
            }
        }
    }
}
