package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {

    private static String cache(Map<String, String> properties, Map<String, String> environment) {
        return Folders.cache(properties::get, environment::get).toString().replace('\\', '/');
    }

    private static Map<String, String> system(String name) {
        return Map.of("os.name", name, "user.home", "/home/ann");
    }

    @Test
    void eachSystemHasItsOwnCacheFolder() {
        assertEquals(absolute("/home/ann/.cache/riskloom"), cache(system("Linux"), Map.of()));
        assertEquals(absolute("/big/riskloom"), cache(system("Linux"), Map.of("XDG_CACHE_HOME", "/big")));
        assertEquals(absolute("/home/ann/Library/Caches/Riskloom"), cache(system("Mac OS X"), Map.of()));
        assertEquals(absolute("/local/Riskloom"), cache(system("Windows 11"), Map.of("LOCALAPPDATA", "/local")));
        assertEquals(absolute("/home/ann/AppData/Local/Riskloom"), cache(system("Windows 11"), Map.of()));
    }

    @Test
    void theSystemPropertyComesFirst() {
        Map<String, String> chosen =
                Map.of("os.name", "Linux", "user.home", "/home/ann", Folders.HOME, "/elsewhere/riskloom");
        assertEquals(absolute("/elsewhere/riskloom"), cache(chosen, Map.of("XDG_CACHE_HOME", "/big")));
    }

    private static String absolute(String path) {
        return Path.of(path).toAbsolutePath().toString().replace('\\', '/');
    }
}
