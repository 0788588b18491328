package io.riskloom.engine.service;

import io.riskloom.engine.data.AtomicFiles;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.service.EngineEvents.LogLine;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Fetches the native library for CUDA with DJL's own download, in a child that alone may use the network, tries it, and has
 * children use it from then on. Nothing is fetched before {@link #fetch}, which the caller calls after a yes.
 */
public final class CudaFetch {

    /** Of PyTorch. */
    public static final String VERSION = Cuda.VERSION;

    /** Who serves the files. */
    public static final String SOURCE = "https://publish.djl.ai/pytorch/" + VERSION;

    /** Roughly what is transferred and what it takes on disk, in 10⁹ bytes. */
    public static final int TRANSFER_GB = 3;

    public static final int DISK_GB = 6;

    private static final double GB = 1e9;

    private final Surroundings here;

    public CudaFetch() {
        this(Surroundings.HERE);
    }

    CudaFetch(Surroundings here) {
        this.here = here;
    }

    public Path folder() {
        return Cuda.fetched(here);
    }

    /** Whether the library was fetched before; {@link #fetch} then only tries it. */
    public boolean present() {
        return Files.isDirectory(folder());
    }

    /**
     * Refuses where it would be in vain.
     *
     * @throws NoticeException {@code doctor.get.unsupported} (system), {@code doctor.get.noDriver}, {@code doctor.get.named}
     *     (variable, value) where the environment names a library, {@code doctor.get.space} (folder, GB free, GB needed)
     */
    public void check() throws NoticeException, IOException {
        if (!Cuda.supported(here)) {
            throw new NoticeException(Notice.of("doctor.get.unsupported", Cuda.platform(here)));
        }
        if (Driver.find(here).isEmpty()) {
            throw new NoticeException(Notice.of("doctor.get.noDriver"));
        }
        Optional<String> named = Cuda.named(here);
        if (named.isPresent()) {
            throw new NoticeException(Notice.of(
                    "doctor.get.named", named.get(), here.variable(named.get()).orElseThrow()));
        }
        Files.createDirectories(Cuda.cache());
        double free = Files.getFileStore(Cuda.cache()).getUsableSpace() / GB;
        if (!present() && free < DISK_GB) {
            throw new NoticeException(Notice.of("doctor.get.space", Cuda.cache(), Math.round(free), DISK_GB));
        }
    }

    /**
     * Fetches, tries and chooses the library.
     *
     * @param log hears the child's log, a line for each file
     * @return {@code doctor.get.done} (version, GPUs, file of the choice)
     * @throws NoticeException {@code doctor.get.failed} (reason) where it did not come, {@code doctor.get.notUsable}
     *     (reason, folder) where it came and the GPU does not work with it; children go on with the processor then
     */
    public Notice fetch(Consumer<LogLine> log) throws NoticeException, IOException, InterruptedException {
        NativeReport report;
        try {
            report = NativeReport.ask(child(), log);
        } catch (EngineFailure e) {
            String reason = e.notice().args().getLast();
            throw new NoticeException(
                    present()
                            ? Notice.of("doctor.get.notUsable", reason, folder())
                            : Notice.of("doctor.get.failed", reason),
                    e);
        }
        if (!report.usable()) {
            String reason = report.trouble().isEmpty() ? report.version() + ", 0 GPU" : report.trouble();
            throw new NoticeException(Notice.of("doctor.get.notUsable", reason, folder()));
        }
        AtomicFiles.write(Cuda.choice(), Cuda.FLAVOUR.getBytes(StandardCharsets.UTF_8));
        return Notice.of("doctor.get.done", report.version(), report.gpus(), Cuda.choice());
    }

    /** DJL fetches only where the class path holds no library of its own and it may use the network. */
    ProcessBuilder child() throws IOException {
        ProcessBuilder builder = ChildCommand.of(ChildOptions.defaults(), NativeReportMain.class.getName());
        List<String> command = builder.command();
        command.replaceAll(word -> word.equals("-Dai.djl.offline=true") ? "-Dai.djl.offline=false" : word);
        int classPath = command.indexOf("-classpath") + 1;
        command.set(classPath, withoutLibrary(command.get(classPath)));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(List.of(Cuda.LIBRARY_PATH, Cuda.LIBRARY_VERSION));
        environment.put(Cuda.LIBRARY_FLAVOUR, Cuda.FLAVOUR);
        environment.put("DJL_CACHE_DIR", Cuda.cache().toString());
        return builder;
    }

    static String withoutLibrary(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !new File(entry).getName().startsWith("pytorch-native-"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
