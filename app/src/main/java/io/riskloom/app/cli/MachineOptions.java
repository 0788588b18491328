package io.riskloom.app.cli;

import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.service.ChildOptions;
import io.riskloom.engine.service.TrainingJob;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say on what a run trains. */
final class MachineOptions {

    /** More would wait for each other: an epoch of a second then takes minutes. */
    private static final int MOST_THREADS = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--device",
            paramLabel = "auto|cpu|cuda",
            description = "auto (where none is given), cpu or cuda; resume takes that of the run.")
    private String device;

    @Option(names = "--threads", paramLabel = "N", description = "Threads of the native library.")
    private Integer threads;

    void check(Usage usage) {
        usage.choice("--device", device(), List.of("auto", "cpu", "cuda"));
        if (threads != null) {
            usage.range("--threads", threads, 1, MOST_THREADS);
        }
    }

    String device() {
        return device == null ? "auto" : device;
    }

    /** What was asked for, else what the run was trained on last. */
    String device(Run run) {
        return device == null ? TrainingJob.deviceOf(run) : device;
    }

    /** Those of the spec, with the threads that were asked for. */
    ChildOptions options(RunSpec spec) {
        ChildOptions options = ChildOptions.forSpec(spec);
        return threads == null ? options : options.withThreads(threads);
    }

    /** Those of the run's last session, with the threads that were asked for. */
    ChildOptions options(Run run) {
        ChildOptions options = ChildOptions.of(run);
        return threads == null ? options : options.withThreads(threads);
    }
}
