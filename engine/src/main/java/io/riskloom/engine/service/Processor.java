package io.riskloom.engine.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The machine's processor. */
public final class Processor {

    private static final Logger LOG = Logger.getLogger(Processor.class.getName());
    private static final String FACTS = "/proc/cpuinfo";

    private Processor() {}

    /** Such as {@code AMD EPYC 7B13}; only Linux names it without native calls. */
    public static Optional<String> model() {
        return model(Surroundings.HERE);
    }

    static Optional<String> model(Surroundings here) {
        Path facts = here.file(FACTS);
        if (!Files.isReadable(facts)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(facts)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            LOG.log(Level.FINE, "no processor in " + facts, e);
            return Optional.empty();
        }
    }
}
