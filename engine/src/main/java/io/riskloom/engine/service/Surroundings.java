package io.riskloom.engine.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The machine as {@link Doctor} and {@link Cuda} look at it; a test gives another one. */
interface Surroundings {

    /** A variable of the environment; empty where it is not set, and where it is blank. */
    Optional<String> variable(String name);

    /** A system property; the ones asked for are always there. */
    String property(String name);

    /** A file of the system by its absolute path. */
    Path file(String path);

    /** Lines of standard output; empty where the program is not there, fails or takes longer than {@value #SECONDS} s. */
    Optional<List<String>> output(List<String> command);

    int SECONDS = 10;

    /** This machine. */
    Surroundings HERE = new Surroundings() {
        @Override
        public Optional<String> variable(String name) {
            return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
        }

        @Override
        public String property(String name) {
            return System.getProperty(name);
        }

        @Override
        public Path file(String path) {
            return Path.of(path);
        }

        @Override
        public Optional<List<String>> output(List<String> command) {
            try {
                Process process = new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                process.getOutputStream().close();
                // a few lines fit into the pipe, so that waiting before reading does not block the program
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return Optional.empty();
                }
                List<String> lines = process.inputReader().lines().toList();
                return process.exitValue() == 0 ? Optional.of(lines) : Optional.empty();
            } catch (IOException e) {
                Logger.getLogger(Surroundings.class.getName()).log(Level.FINE, command.getFirst() + " is not there", e);
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    };
}
