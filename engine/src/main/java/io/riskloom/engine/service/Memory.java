package io.riskloom.engine.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Memory of this process as the operating system counts it, native arrays included. */
final class Memory {

    private static final Logger LOG = Logger.getLogger(Memory.class.getName());
    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() {}

    static DeviceInfo withResident(DeviceInfo info) {
        return new DeviceInfo(
                info.device(), info.cores(), info.threads(), info.engine(), info.gpuCount(), residentMb());
    }

    /** Resident memory in MiB on Linux; elsewhere, where only other programs tell it, the Java part alone. */
    static long residentMb() {
        if (Files.isReadable(STATUS)) {
            try (var lines = Files.lines(STATUS)) {
                var resident = lines.filter(line -> line.startsWith("VmRSS:")).findFirst();
                if (resident.isPresent()) {
                    return Long.parseLong(resident.get().replaceAll("\\D", "")) >> 10;
                }
            } catch (IOException | NumberFormatException e) {
                LOG.log(Level.FINE, "no resident memory in " + STATUS, e);
            }
        }
        return Runtime.getRuntime().totalMemory() >> 20;
    }
}
