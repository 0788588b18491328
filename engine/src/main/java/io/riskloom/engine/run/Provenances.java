package io.riskloom.engine.run;

import io.riskloom.engine.djl.Torch;
import io.riskloom.engine.model.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a run came from. */
public final class Provenances {
    private static final Logger LOG = LoggerFactory.getLogger(Provenances.class);
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Provenances() {}

    /** For a run in this process; loads the native library. */
    public static Provenance here(String dataSha256) {
        return of(dataSha256, Torch.deviceName(), Torch.threads(), Torch.version());
    }

    /**
     * For a run in another process, as its device report names it; loads nothing.
     *
     * @param engine name and version of the native library, such as {@code PyTorch 2.7.1}
     */
    public static Provenance of(String dataSha256, String device, int threads, String engine) {
        return new Provenance(dataSha256, device, threads, versions(engine));
    }

    /** What a session of a run is made with: versions, operating system, processor. */
    public static Map<String, String> versions(String engine) {
        return Map.of(
                "java", Runtime.version().toString(),
                "riskloom", riskloomVersion(),
                "djl", Torch.djlVersion(),
                "pytorch", engine.replaceFirst("^PyTorch ", ""),
                "os", System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "processor", processor());
    }

    /** From the jar's manifest; {@code development} when run from class folders. */
    private static String riskloomVersion() {
        return Optional.ofNullable(Provenances.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** Its name where Linux or Windows tells it, else its architecture: results may differ in their last bits. */
    private static String processor() {
        String other =
                Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")).orElse(System.getProperty("os.arch"));
        if (!Files.isReadable(PROCESSORS)) {
            return other;
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(other);
        } catch (IOException e) {
            LOG.debug("{} cannot be read", PROCESSORS, e);
            return other;
        }
    }
}
