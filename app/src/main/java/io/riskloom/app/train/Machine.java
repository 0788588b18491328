package io.riskloom.app.train;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this machine has. */
final class Machine {

    private Machine() {}

    /** Bytes of memory, or of the container's limit. */
    static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
