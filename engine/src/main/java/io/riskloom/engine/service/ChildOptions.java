package io.riskloom.engine.service;

import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.NetworkSizes;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;

/**
 * What a child engine is given.
 *
 * @param threads of the native library, from 1
 * @param heapMb  limit of the Java heap in MiB, at least 128; tensors live outside it
 * @param gpu     whether it sees the machine's GPUs; a broken one may hang or end whoever asks for it
 */
public record ChildOptions(int threads, int heapMb, boolean gpu) {

    private static final int SMALLEST_HEAP_MB = 128;

    public ChildOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
        if (heapMb < SMALLEST_HEAP_MB) {
            throw new IllegalArgumentException("heap must be at least " + SMALLEST_HEAP_MB + " MiB, not " + heapMb);
        }
    }

    /** With the machine's GPUs. */
    public ChildOptions(int threads, int heapMb) {
        this(threads, heapMb, true);
    }

    /** One thread, for questions to trained models and the playground. */
    public static ChildOptions defaults() {
        return new ChildOptions(1, defaultHeapMb());
    }

    /**
     * The measured choice for a run. Small networks (LSTM, those over applicants, the two GAN networks) train on one
     * thread: on two cores of which one is busy they make 33 steps a second so and 3 to 9 with two spinning threads.
     * So do the articles' small convolutions over pictures (34 ms a step of 32 pictures of 32 pixels), whose folds then
     * train at the same time. ResNets and larger pictures take all cores, with a bounded spin. The environment variable
     * {@code RISKLOOM_THREADS} overrides both.
     */
    public static ChildOptions forSpec(RunSpec spec) {
        int threads =
                switch (spec) {
                    case ForecastSpec s -> threads(NetworkSizes.of(s, 1));
                    case AnomalySpec s -> 1;
                    case CreditSpec s ->
                        s.model().equals("resnet50") ? Runtime.getRuntime().availableProcessors() : 1;
                    case GenerateSpec s -> 1;
                    case ClassifySpec s -> threads(NetworkSizes.of(s, 1));
                };
        String wanted = System.getenv("RISKLOOM_THREADS");
        boolean given = wanted != null && wanted.strip().matches("[1-9]\\d{0,2}");
        return defaults().withThreads(given ? Integer.parseInt(wanted.strip()) : threads);
    }

    /** Pictures want all cores, but for up to 32 filters over 64 × 64 pixels, or as much work otherwise. */
    private static int threads(NetworkSizes sizes) {
        boolean small =
                sizes.model().equals("cnn") && (long) sizes.filters() * sizes.height() * sizes.width() <= 32 * 64 * 64;
        return sizes.pictures() && !small ? Runtime.getRuntime().availableProcessors() : 1;
    }

    /** With the threads of a run's last session, so that it goes on as it was. */
    public static ChildOptions of(Run run) {
        int cores = Runtime.getRuntime().availableProcessors();
        return defaults().withThreads(Math.min(run.provenance().lastThreads(), cores));
    }

    public ChildOptions withThreads(int count) {
        return new ChildOptions(count, heapMb, gpu);
    }

    /** As if the machine had no GPU. */
    public ChildOptions withoutGpu() {
        return new ChildOptions(threads, heapMb, false);
    }

    /** As large as this process's own limit, which is a quarter of the machine's memory, within 512 to 4096 MiB. */
    private static int defaultHeapMb() {
        return Math.clamp(Runtime.getRuntime().maxMemory() >> 20, 512, 4096);
    }
}
