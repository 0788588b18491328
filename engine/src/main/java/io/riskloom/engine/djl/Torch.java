package io.riskloom.engine.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Seeds;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(Torch.class);
    private static final List<String> CHOICES = List.of("auto", "cpu", "cuda");

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

    private static final class Tried {
        private static final Gpu GPU = Gpu.tried(engine());
    }

    /** The first GPU, tried once in a process. */
    static Gpu gpu() {
        return Tried.GPU;
    }

    /**
     * Chooses where networks live from now on.
     *
     * @param choice {@code auto} (a GPU where one works), {@code cpu} or {@code cuda}
     * @return {@code run.warning.gpuUnusable} (reason) where a GPU is there, fails, and the processor takes its place
     * @throws NoticeException {@code run.error.noCuda} where CUDA is asked for and absent, {@code run.error.cudaUnusable}
     *     (reason) where it fails, {@code run.error.device} for another word
     */
    public static Optional<Notice> choose(String choice) throws NoticeException {
        if (!CHOICES.contains(choice)) {
            throw new NoticeException(Notice.of("run.error.device", choice));
        }
        Optional<Notice> warning = choice.equals("cpu") ? Optional.empty() : judged(choice, gpu());
        warning.ifPresent(notice -> LOG.warn("The GPU cannot be used, the processor takes its place: {}", notice));
        device = choice;
        return warning;
    }

    static Optional<Notice> judged(String choice, Gpu gpu) throws NoticeException {
        boolean silent = gpu.reason().isEmpty();
        if (choice.equals("cuda") && !gpu.usable()) {
            throw new NoticeException(
                    silent ? Notice.of("run.error.noCuda") : Notice.of("run.error.cudaUnusable", gpu.reason()));
        }
        return silent ? Optional.empty() : Optional.of(Notice.of("run.warning.gpuUnusable", gpu.reason()));
    }

    static Device device() {
        return !device.equals("cpu") && gpu().usable() ? Device.gpu() : Device.cpu();
    }

    /** Why the first GPU cannot be used; empty where it can, and where there is none. */
    public static String gpuTrouble() {
        return gpu().reason();
    }

    /** Whether the native library knows CUDA; a GPU and its driver are another matter. */
    public static boolean knowsCuda() {
        return engine().hasCapability("CUDA");
    }

    /** {@code cpu} or {@code gpu0}. */
    public static String deviceName() {
        Device chosen = device();
        return chosen.isGpu() ? "gpu" + chosen.getDeviceId() : "cpu";
    }

    /** GPUs of the machine that the loaded native library can use. */
    public static int gpuCount() {
        return knowsCuda() ? engine().getGpuCount() : 0;
    }

    /** Such as {@code PyTorch 2.7.1}. */
    public static String version() {
        return "PyTorch " + engine().getVersion();
    }

    /** Where the native library was loaded from. */
    public static String folder() {
        engine();
        return LibUtils.getLibtorchPath();
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

    /** Starts the native random numbers anew; its state cannot be saved, so every step starts from {@link #mix}. */
    static void seed(long seed) {
        engine().setRandomSeed((int) (seed ^ (seed >>> 32)) & 0x7fffffff);
    }

    /** As {@link Seeds#mix}. */
    public static long mix(long seed, long part) {
        return Seeds.mix(seed, part);
    }
}
