package io.riskloom.app.cli;

import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.service.ChildOptions;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say on what a run trains. */
final class MachineOptions {

    private static final int MOST_THREADS = 1024;

    @Option(names = "--device", paramLabel = "auto|cpu|cuda", defaultValue = "auto", description = "auto, cpu or cuda")
    private String device;

    @Option(names = "--threads", paramLabel = "N", description = "Threads of the native library.")
    private Integer threads;

    void check(Usage usage) {
        usage.choice("--device", device, List.of("auto", "cpu", "cuda"));
        if (threads != null) {
            usage.range("--threads", threads, 1, MOST_THREADS);
        }
    }

    String device() {
        return device;
    }

    /** Those of the spec, with the threads that were asked for. */
    ChildOptions options(RunSpec spec) {
        ChildOptions options = ChildOptions.forSpec(spec);
        return threads == null ? options : options.withThreads(threads);
    }
}
