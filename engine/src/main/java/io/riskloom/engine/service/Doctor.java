package io.riskloom.engine.service;

import com.sun.management.OperatingSystemMXBean;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.service.Finding.Mark;
import io.riskloom.engine.service.Finding.Step;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Looks at what the engine needs of a machine and says what is there, what is not, and what to do about it. */
public final class Doctor {

    private static final Logger LOG = Logger.getLogger(Doctor.class.getName());
    private static final double GB = 1e9;
    /** A child with ResNet-50 takes about this much. */
    private static final double ENOUGH_MEMORY_GB = 2;
    /** The unpacked native library and some runs. */
    private static final double ENOUGH_SPACE_GB = 2;

    private final Surroundings here;
    private final Native library;

    /** Asks the native library. */
    @FunctionalInterface
    interface Native {
        /** @throws EngineFailure where it cannot be loaded */
        NativeReport report() throws InterruptedException;
    }

    /**
     * What was found.
     *
     * @param device that {@code auto} chooses, {@code cpu} or {@code gpu0}; empty where the native library does not load
     */
    public record Result(List<Finding> findings, String device) {
        public Result {
            findings = List.copyOf(findings);
        }
    }

    public Doctor() {
        this(Surroundings.HERE, NativeReport::ask);
    }

    Doctor(Surroundings here, Native library) {
        this.here = here;
        this.library = library;
    }

    /** @param folders that must be writable beside the engine's own, by short names of what they hold */
    public Result look(Map<String, Path> folders) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        findings.add(system());
        findings.add(memory());
        findings.add(java(Runtime.version()));
        findings.add(folder("natives", Folders.natives()));
        folders.forEach((name, folder) -> findings.add(folder(name, folder)));
        Optional<LocalTorch> local = LocalTorch.find(here);
        local.ifPresent(torch -> findings.add(library(torch)));
        try {
            NativeReport report = library.report();
            findings.add(Finding.ok("native", "doctor.native.ok", report.version(), report.folder()));
            findings.add(Finding.ok("processor", "doctor.processor.ok"));
            Optional<Driver> driver = Driver.find(here);
            findings.add(driver(driver));
            findings.add(cuda(report, driver, local));
            return new Result(findings, report.usable() ? "gpu0" : "cpu");
        } catch (EngineFailure e) {
            findings.add(broken(e.notice(), local));
            return new Result(findings, "");
        }
    }

    private Finding system() {
        return Finding.ok(
                "system",
                "doctor.system",
                here.property("os.name") + " " + here.property("os.version") + " " + here.property("os.arch"),
                Processor.model(here).orElse("–"),
                Runtime.getRuntime().availableProcessors());
    }

    private Finding memory() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double free = available().orElse(system.getFreeMemorySize()) / GB;
        Object[] args = {gb(system.getTotalMemorySize() / GB), gb(free), gb(ENOUGH_MEMORY_GB)};
        return free < ENOUGH_MEMORY_GB
                ? Finding.note("memory", "doctor.memory", "doctor.memory.todo", args)
                : Finding.ok("memory", "doctor.memory", args);
    }

    /** Linux counts what it only keeps for later as taken, and tells apart what programs can have. */
    private OptionalLong available() {
        Path facts = here.file("/proc/meminfo");
        if (!Files.isReadable(facts)) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(facts)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException | NumberFormatException e) {
            LOG.log(Level.FINE, "no memory in " + facts, e);
            return OptionalLong.empty();
        }
    }

    /** Java 25.0.0 to 25.0.2 have an error in their usual garbage collector (JDK-8377811). */
    static Finding java(Runtime.Version version) {
        boolean faulty = version.feature() == 25 && version.interim() == 0 && version.update() < 3;
        return faulty
                ? Finding.note("java", "doctor.java", "doctor.java.todo", version)
                : Finding.ok("java", "doctor.java", version);
    }

    static Finding folder(String name, Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.isDirectory(there) && there.getParent() != null) {
            there = there.getParent();
        }
        String whole = "folder." + name;
        try {
            Files.delete(Files.createTempFile(there, ".riskloom", ".tmp"));
            double free = Files.getFileStore(there).getUsableSpace() / GB;
            Object[] args = {folder, gb(free), gb(ENOUGH_SPACE_GB)};
            return free < ENOUGH_SPACE_GB
                    ? Finding.note(whole, "doctor.folder.free", "doctor.folder.full", args)
                    : Finding.ok(whole, "doctor.folder.free", args);
        } catch (IOException e) {
            return Finding.problem(whole, "doctor.folder.closed", "doctor.folder.todo", folder, reason(e));
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }

    private static Finding library(LocalTorch torch) {
        Object[] args = {torch.folder(), torch.build().isEmpty() ? "?" : torch.build(), Cuda.VERSION};
        if (!torch.present()) {
            return Finding.note("library", "doctor.library.none", "doctor.library.unset", args);
        }
        if (!torch.fits()) {
            return Finding.problem("library", "doctor.library.other", "doctor.library.unset", args);
        }
        if (!torch.described()) {
            List<String> commands = List.of(
                    Cuda.LIBRARY_VERSION + "=" + Cuda.VERSION,
                    Cuda.LIBRARY_FLAVOUR + "=" + torch.build().replaceFirst("^[^+]*\\+?", ""));
            Step step = new Step(Notice.of("doctor.library.set", args), commands);
            return new Finding("library", Mark.PROBLEM, Notice.of("doctor.library.undescribed", args), List.of(step));
        }
        return Finding.ok("library", "doctor.library.ok", args);
    }

    private static Finding driver(Optional<Driver> driver) {
        if (driver.isEmpty()) {
            return Finding.note("driver", "doctor.driver.none", "doctor.driver.todo", Driver.OLDEST);
        }
        Driver found = driver.get();
        String version = found.version().isEmpty() ? "?" : found.version();
        String gpus = found.gpus().isEmpty() ? "?" : String.join("; ", found.gpus());
        return found.tooOld()
                ? Finding.note("driver", "doctor.driver.ok", "doctor.driver.old", version, gpus, Driver.OLDEST)
                : Finding.ok("driver", "doctor.driver.ok", version, gpus);
    }

    private Finding cuda(NativeReport report, Optional<Driver> driver, Optional<LocalTorch> local) {
        if (report.usable()) {
            return Finding.ok("cuda", "doctor.cuda.ok", report.gpus());
        }
        if (!Cuda.supported(here)) {
            return new Finding("cuda", Mark.NOTE, Notice.of("doctor.cuda.system", Cuda.platform(here)), List.of());
        }
        if (report.cuda()) {
            String trouble = report.trouble().isEmpty() ? "0 GPU" : report.trouble();
            return Finding.note("cuda", "doctor.cuda.broken", "doctor.cuda.broken.todo", trouble, Driver.OLDEST);
        }
        List<Step> steps = new ArrayList<>();
        if (driver.isEmpty()) {
            steps.add(Step.of("doctor.cuda.first"));
        }
        String own = windows() ? "doctor.cuda.local.windows" : "doctor.cuda.local";
        steps.add(new Step(Notice.of(own, Cuda.VERSION, Cuda.FLAVOUR), commands()));
        if (local.isEmpty()) {
            Cuda.named(here)
                    .ifPresent(name -> steps.add(Step.of(
                            "doctor.cuda.named", name, here.variable(name).orElseThrow())));
            steps.add(new Step(
                    Notice.of(
                            "doctor.cuda.fetch",
                            CudaFetch.TRANSFER_GB,
                            CudaFetch.SOURCE,
                            Cuda.cache(),
                            CudaFetch.DISK_GB),
                    List.of("riskloom doctor --get-cuda")));
        }
        return new Finding("cuda", Mark.NOTE, Notice.of("doctor.cuda.none"), steps);
    }

    private boolean windows() {
        return here.property("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** A Python's PyTorch from the index of PyTorch itself, and the variables by which it is found. */
    private List<String> commands() {
        String install =
                "pip install torch==" + Cuda.VERSION + " --index-url https://download.pytorch.org/whl/" + Cuda.FLAVOUR;
        if (windows()) {
            return List.of(
                    "py -m venv %USERPROFILE%\\riskloom-cuda",
                    "%USERPROFILE%\\riskloom-cuda\\Scripts\\" + install,
                    "setx " + Cuda.LIBRARY_PATH + " %USERPROFILE%\\riskloom-cuda\\Lib\\site-packages\\torch\\lib",
                    "setx " + Cuda.LIBRARY_VERSION + " " + Cuda.VERSION,
                    "setx " + Cuda.LIBRARY_FLAVOUR + " " + Cuda.FLAVOUR);
        }
        return List.of(
                "python3 -m venv ~/riskloom-cuda",
                "~/riskloom-cuda/bin/" + install,
                "export " + Cuda.LIBRARY_PATH + "=$(echo ~/riskloom-cuda/lib/python3.*/site-packages/torch/lib)",
                "export " + Cuda.LIBRARY_VERSION + "=" + Cuda.VERSION,
                "export " + Cuda.LIBRARY_FLAVOUR + "=" + Cuda.FLAVOUR);
    }

    private Finding broken(Notice reason, Optional<LocalTorch> local) {
        List<Step> steps = new ArrayList<>();
        if (local.isPresent()) {
            steps.add(Step.of("doctor.library.unset", local.get().folder(), "", Cuda.VERSION));
        } else if (Cuda.chosen(here)) {
            steps.add(Step.of("doctor.native.chosen", Cuda.choice()));
        } else {
            steps.add(Step.of("doctor.native.todo", Folders.natives()));
        }
        return new Finding("native", Mark.PROBLEM, reason, steps);
    }

    private static String gb(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
