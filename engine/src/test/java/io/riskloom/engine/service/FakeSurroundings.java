package io.riskloom.engine.service;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A machine of files in a folder, with the variables and programs that a test gives it. */
final class FakeSurroundings implements Surroundings {

    final Map<String, String> variables = new HashMap<>();
    final Map<String, String> properties =
            new HashMap<>(Map.of("os.name", "Linux", "os.version", "6.1", "os.arch", "amd64"));
    final Map<String, List<String>> programs = new HashMap<>();
    private final Path root;

    FakeSurroundings(Path root) {
        this.root = root;
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    @Override
    public String property(String name) {
        return properties.get(name);
    }

    @Override
    public Path file(String path) {
        return root.resolve(path.replaceFirst("^(/|C:/)", ""));
    }

    @Override
    public Optional<List<String>> output(List<String> command) {
        return Optional.ofNullable(programs.get(command.getFirst()));
    }
}
