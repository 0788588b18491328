package io.riskloom.engine.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Memory of this process as the operating system counts it, native arrays included. */
public final class Memory {

    private static final Logger LOG = Logger.getLogger(Memory.class.getName());
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double KIB_A_MB = 1000 / 1.024;

    private Memory() {}

    static DeviceInfo withResident(DeviceInfo info) {
        return new DeviceInfo(
                info.device(), info.cores(), info.threads(), info.engine(), info.gpuCount(), residentMb());
    }

    /** Resident memory in MiB on Linux; elsewhere, where only other programs tell it, the Java part alone. */
    static long residentMb() {
        return kib("VmRSS:").orElse(Runtime.getRuntime().totalMemory() >> 10) >> 10;
    }

    /** The largest resident memory so far in 10⁶ bytes; NaN where the system does not tell a process its own. */
    public static double peakMb() {
        OptionalLong peak = kib("VmHWM:");
        return peak.isPresent() ? peak.getAsLong() / KIB_A_MB : Double.NaN;
    }

    /** Resident memory in 10⁶ bytes on Linux; elsewhere the Java part alone. */
    static long nowMb() {
        return Math.round(kib("VmRSS:").orElse(Runtime.getRuntime().totalMemory() >> 10) / KIB_A_MB);
    }

    private static OptionalLong kib(String name) {
        if (!Files.isReadable(STATUS)) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | NumberFormatException e) {
            LOG.log(Level.FINE, "no memory in " + STATUS, e);
            return OptionalLong.empty();
        }
    }
}
