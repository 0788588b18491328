package io.riskloom.engine.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.util.function.Supplier;

/**
 * The native library: start, threads, device, seed. Loaded at the first question, never with this class, so that
 * naming it on the window's start path costs nothing. DJL is told to stay offline and to report nothing before it
 * loads.
 *
 * <p>Threads: {@code riskloom.threads} (system property) or {@code RISKLOOM_THREADS} (environment) fixes the number;
 * without it small networks train on one thread, where OpenMP's waiting costs more than it gains, and large ones on
 * all processors. Results repeat bit for bit only on one thread.
 */
public final class Torch {

    /** How much arithmetic one step holds. */
    enum Load {
        SMALL,
        LARGE
    }

    private static volatile String device = "auto";

    private Torch() {}

    private static final class Holder {
        private static final Engine ENGINE = start();

        private static Engine start() {
            setIfAbsent("ai.djl.offline", "true");
            setIfAbsent("OPT_OUT_TRACKING", "true");
            setIfAbsent("DJL_DEFAULT_ENGINE", "PyTorch");
            return Engine.getEngine("PyTorch");
        }

        private static void setIfAbsent(String key, String value) {
            if (System.getProperty(key) == null) {
                System.setProperty(key, value);
            }
        }
    }

    static Engine engine() {
        return Holder.ENGINE;
    }

    /**
     * Chooses where networks live from now on.
     *
     * @param choice {@code auto} (a GPU where there is one), {@code cpu} or {@code cuda}
     * @throws NoticeException {@code run.error.noCuda} where CUDA is asked for and absent, {@code run.error.device} for
     *     another word
     */
    public static void choose(String choice) throws NoticeException {
        switch (choice) {
            case "auto", "cpu" -> device = choice;
            case "cuda" -> {
                if (gpuCount() == 0) {
                    throw new NoticeException(Notice.of("run.error.noCuda"));
                }
                device = choice;
            }
            default -> throw new NoticeException(Notice.of("run.error.device", choice));
        }
    }

    static Device device() {
        return !device.equals("cpu") && gpuCount() > 0 ? Device.gpu() : Device.cpu();
    }

    /** {@code cpu} or {@code gpu0}. */
    public static String deviceName() {
        Device chosen = device();
        return chosen.isGpu() ? "gpu" + chosen.getDeviceId() : "cpu";
    }

    /** GPUs that the loaded native library can use. */
    public static int gpuCount() {
        return engine().getGpuCount();
    }

    /** Such as {@code PyTorch 2.7.1}. */
    public static String version() {
        return "PyTorch " + engine().getVersion();
    }

    /** Version of DJL, such as {@code 0.35.1}. */
    public static String djlVersion() {
        return Engine.getDjlVersion();
    }

    /** Threads that the native library uses for one operation on the calling thread. */
    public static int threads() {
        engine();
        return JniUtils.getNumThreads();
    }

    /**
     * Prepares the calling thread: number of threads and "no gradient" are both kept by the native library for each
     * thread apart. Every public way into the native code passes here first.
     */
    static void enter(Load load) {
        engine();
        int wanted = configuredThreads();
        if (wanted == 0) {
            wanted = load == Load.SMALL ? 1 : Runtime.getRuntime().availableProcessors();
        }
        JniUtils.setNumThreads(wanted);
        JniUtils.setGradMode(false);
    }

    /** What the work gives, with the graph from which its gradients can be taken. */
    static <T> T recorded(Supplier<T> work) {
        JniUtils.setGradMode(true);
        try {
            return work.get();
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    /** The number that was asked for, 0 where none was. */
    static int configuredThreads() {
        String text = System.getProperty("riskloom.threads", System.getenv("RISKLOOM_THREADS"));
        if (text == null || text.isBlank()) {
            return 0;
        }
        int threads;
        try {
            threads = Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("riskloom.threads must be a whole number, not " + text, e);
        }
        if (threads < 0 || threads > 1024) {
            throw new IllegalArgumentException("riskloom.threads must be between 0 and 1024, not " + threads);
        }
        return threads;
    }

    /** Native arrays that are alive in this process: must not grow from step to step. */
    public static int liveArrays() {
        try (NDManager probe = engine().newBaseManager()) {
            return probe.getParentManager().getManagedArrays().size();
        }
    }

    /** Starts the native random numbers anew; its state cannot be saved, so every epoch starts from {@link #mix}. */
    static void seed(long seed) {
        engine().setRandomSeed((int) (seed ^ (seed >>> 32)) & 0x7fffffff);
    }

    /** A seed for one part of a run, far from its neighbours (the finaliser of SplitMix64). */
    public static long mix(long seed, long part) {
        long z = seed * 0x9E3779B97F4A7C15L + part * 0xD1B54A32D192ED03L + 0x2545F4914F6CDD1DL;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
