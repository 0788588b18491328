package io.riskloom.app.cli;

import com.sun.management.OperatingSystemMXBean;
import io.riskloom.engine.service.Processor;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** The machine that figures were measured on. */
final class Machine {

    private Machine() {}

    /** Such as {@code AMD EPYC 7B13, 2 processors, 24 GB, Linux amd64, Java 25.0.3}. */
    static String describe() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "%s%d processors, %d GB, %s %s, Java %s",
                Processor.model().map(model -> model + ", ").orElse(""),
                Runtime.getRuntime().availableProcessors(),
                Math.round(system.getTotalMemorySize() / 1e9),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
    }
}
