package io.riskloom.engine.service;

import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;

/**
 * What a child engine is given.
 *
 * @param threads of the native library, from 1
 * @param heapMb  limit of the Java heap in MiB, at least 128; tensors live outside it
 */
public record ChildOptions(int threads, int heapMb) {

    private static final int SMALLEST_HEAP_MB = 128;

    public ChildOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
        if (heapMb < SMALLEST_HEAP_MB) {
            throw new IllegalArgumentException("heap must be at least " + SMALLEST_HEAP_MB + " MiB, not " + heapMb);
        }
    }

    /** One thread, for questions to trained models and the playground. */
    public static ChildOptions defaults() {
        return new ChildOptions(1, defaultHeapMb());
    }

    /**
     * The measured choice for a run. Small networks (LSTM, the credit network, the two GAN networks) train on one
     * thread: on two cores of which one is busy they make 33 steps a second so and 3 to 9 with two spinning threads.
     * ResNet-50 takes all cores, with a bounded spin. The environment variable {@code RISKLOOM_THREADS} overrides both.
     */
    public static ChildOptions forSpec(RunSpec spec) {
        int threads =
                switch (spec) {
                    case ForecastSpec s -> 1;
                    case CreditSpec s -> 1;
                    case GenerateSpec s -> 1;
                    case ClassifySpec s -> Runtime.getRuntime().availableProcessors();
                };
        String wanted = System.getenv("RISKLOOM_THREADS");
        boolean given = wanted != null && wanted.strip().matches("[1-9]\\d{0,2}");
        return defaults().withThreads(given ? Integer.parseInt(wanted.strip()) : threads);
    }

    /** With the threads of a run's last session, so that it goes on as it was. */
    public static ChildOptions of(Run run) {
        return defaults().withThreads(run.provenance().lastThreads());
    }

    public ChildOptions withThreads(int count) {
        return new ChildOptions(count, heapMb);
    }

    /** As large as this process's own limit, which is a quarter of the machine's memory, within 512 to 4096 MiB. */
    private static int defaultHeapMb() {
        return Math.clamp(Runtime.getRuntime().maxMemory() >> 20, 512, 4096);
    }
}
