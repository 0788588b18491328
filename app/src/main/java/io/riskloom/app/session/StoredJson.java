package io.riskloom.app.session;

import com.google.gson.Gson;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings of a project as JSON; what cannot be understood is left out and logged, so that it never keeps a project closed. */
final class StoredJson {

    private static final Logger LOG = LoggerFactory.getLogger(StoredJson.class);

    private static final Gson GSON = new Gson();

    private StoredJson() {}

    static String of(Object value) {
        return GSON.toJson(value);
    }

    static <T> Optional<T> parse(String json, Class<T> type) {
        try {
            return Optional.ofNullable(GSON.fromJson(json, type));
        } catch (RuntimeException e) { // of no one kind: Gson wraps what a record refuses
            LOG.warn("a remembered setting cannot be understood and is left out: {}", json, e);
            return Optional.empty();
        }
    }

    /** The paths that this system can name. */
    static List<Path> paths(List<String> names) {
        return names.stream()
                .filter(Objects::nonNull)
                .flatMap(name -> path(name).stream())
                .toList();
    }

    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            LOG.warn("a remembered file cannot be named here and is left out: {}", name, e);
            return Optional.empty();
        }
    }
}
