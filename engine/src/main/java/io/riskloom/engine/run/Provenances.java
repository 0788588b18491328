package io.riskloom.engine.run;

import io.riskloom.engine.djl.Torch;
import io.riskloom.engine.model.Provenance;
import java.util.Map;
import java.util.Optional;

/** Where a run came from. */
public final class Provenances {
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
        Map<String, String> versions = Map.of(
                "java", Runtime.version().toString(),
                "riskloom", riskloomVersion(),
                "djl", Torch.djlVersion(),
                "pytorch", engine.replaceFirst("^PyTorch ", ""));
        return new Provenance(dataSha256, device, threads, versions);
    }

    /** From the jar's manifest; {@code development} when run from class folders. */
    private static String riskloomVersion() {
        return Optional.ofNullable(Provenances.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
