package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.service.Finding.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    private static final NativeReport PROCESSOR = new NativeReport("PyTorch 2.7.1", "/natives", false, 0, "");
    private static final NativeReport WORKS = new NativeReport("PyTorch 2.7.1", "/natives", true, 1, "");

    @TempDir
    Path root;

    private FakeSurroundings here;

    @BeforeEach
    void machine() {
        here = new FakeSurroundings(root);
    }

    private Doctor.Result look(NativeReport report) throws InterruptedException {
        return new Doctor(here, () -> report).look(Map.of("projects", root.resolve("not/yet/there")));
    }

    private static Finding finding(Doctor.Result result, String name) {
        return result.findings().stream()
                .filter(found -> found.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> steps(Finding finding) {
        return finding.steps().stream().map(step -> step.text().key()).toList();
    }

    @Test
    void aMachineWithoutAGpuIsWellAndHearsHowToGetCuda() throws Exception {
        Doctor.Result result = look(PROCESSOR);
        assertEquals("cpu", result.device());
        assertTrue(result.findings().stream().noneMatch(found -> found.mark() == Mark.PROBLEM), result.toString());
        assertEquals(
                Notice.of("doctor.native.ok", "PyTorch 2.7.1", "/natives"),
                finding(result, "native").text());
        assertEquals(Mark.NOTE, finding(result, "driver").mark());
        Finding cuda = finding(result, "cuda");
        assertEquals(List.of("doctor.cuda.first", "doctor.cuda.local", "doctor.cuda.fetch"), steps(cuda));
        assertEquals(
                List.of(
                        "python3 -m venv ~/riskloom-cuda",
                        "~/riskloom-cuda/bin/pip install torch==2.7.1 --index-url https://download.pytorch.org/whl/cu128",
                        "export PYTORCH_LIBRARY_PATH=$(echo ~/riskloom-cuda/lib/python3.*/site-packages/torch/lib)",
                        "export PYTORCH_VERSION=2.7.1",
                        "export PYTORCH_FLAVOR=cu128"),
                cuda.steps().get(1).commands());
        assertEquals(List.of("riskloom doctor --get-cuda"), cuda.steps().get(2).commands());
    }

    /** No text in UTF-8, so that reading it fails. */
    @Test
    void aVersionThatCannotBeReadIsUnknown() throws Exception {
        Path lib = Files.createDirectories(root.resolve("torch/lib"));
        Files.createFile(lib.resolve("libtorch.so"));
        byte[] broken = {(byte) 0xff, (byte) 0xfe, (byte) 0xff};
        Files.write(root.resolve("torch/version.py"), broken);
        Path kernel = here.file("/proc/driver/nvidia/version");
        Files.createDirectories(kernel.getParent());
        Files.write(kernel, broken);
        here.variables.put(Cuda.LIBRARY_PATH, lib.toString());
        Doctor.Result result = look(WORKS);
        assertEquals("?", finding(result, "library").text().args().get(1));
        assertEquals(
                Notice.of("doctor.driver.ok", "?", "?"),
                finding(result, "driver").text());
    }

    @Test
    void windowsHasCommandsOfItsOwn() throws Exception {
        here.properties.putAll(Map.of("os.name", "Windows 11", "os.arch", "amd64"));
        List<String> commands = finding(look(PROCESSOR), "cuda").steps().get(1).commands();
        assertEquals("setx PYTORCH_FLAVOR cu128", commands.getLast());
        assertTrue(commands.get(1).startsWith("%USERPROFILE%\\riskloom-cuda\\Scripts\\pip install torch==2.7.1 "));
    }

    @Test
    void aSystemWithoutSuchALibraryIsNotSentToGetOne() throws Exception {
        here.properties.putAll(Map.of("os.name", "Mac OS X", "os.arch", "aarch64"));
        Finding cuda = finding(look(PROCESSOR), "cuda");
        assertEquals(Notice.of("doctor.cuda.system", "osx-aarch64"), cuda.text());
        assertEquals(List.of(), cuda.steps());
    }

    @Test
    void aWorkingGpuIsNamed() throws Exception {
        here.programs.put("nvidia-smi", List.of("570.86.15, NVIDIA L4, 23034 MiB"));
        Doctor.Result result = look(WORKS);
        assertEquals("gpu0", result.device());
        assertEquals(Finding.ok("cuda", "doctor.cuda.ok", 1), finding(result, "cuda"));
        assertEquals(
                Finding.ok("driver", "doctor.driver.ok", "570.86.15", "NVIDIA L4, 23034 MiB"),
                finding(result, "driver"));
    }

    @Test
    void aGpuThatFailsAndAnOldDriverSayWhatToDo() throws Exception {
        here.programs.put("nvidia-smi", List.of("470.223.02, NVIDIA L4, 23034 MiB"));
        Doctor.Result result = look(new NativeReport("PyTorch 2.7.1", "/natives", true, 1, "CUDA error: x"));
        assertEquals("cpu", result.device());
        assertEquals(List.of("doctor.driver.old"), steps(finding(result, "driver")));
        Finding cuda = finding(result, "cuda");
        assertEquals(Mark.NOTE, cuda.mark());
        assertEquals(Notice.of("doctor.cuda.broken", "CUDA error: x", 525), cuda.text());
    }

    @Test
    void aLibraryThatDoesNotLoadIsAProblemWithItsLastWords() throws Exception {
        Notice died = Notice.of("doctor.native.died", 134, "free(): invalid pointer");
        Doctor.Result result = new Doctor(here, () -> {
                    throw new EngineFailure(died, null);
                })
                .look(Map.of());
        assertEquals("", result.device());
        Finding broken = finding(result, "native");
        assertEquals(Mark.PROBLEM, broken.mark());
        assertEquals(died, broken.text());
        assertEquals(List.of("doctor.native.todo"), steps(broken));
    }

    @Test
    void aLibraryOfOnesOwnMustFitAndBeDescribed() throws Exception {
        Path lib = Files.createDirectories(root.resolve("torch/lib"));
        here.variables.put(Cuda.LIBRARY_PATH, lib.toString());
        assertEquals(
                "doctor.library.none",
                finding(look(PROCESSOR), "library").text().key());
        Files.createFile(lib.resolve("libtorch.so"));
        Path version = root.resolve("torch/version.py");
        Files.writeString(version, "__version__ = '2.6.0+cu124'\n");
        Finding other = finding(look(PROCESSOR), "library");
        assertEquals(Mark.PROBLEM, other.mark());
        assertEquals(Notice.of("doctor.library.other", lib, "2.6.0+cu124", "2.7.1"), other.text());
        Files.writeString(version, "__version__ = '2.7.1+cu128'\n");
        Finding undescribed = finding(look(PROCESSOR), "library");
        assertEquals(Mark.PROBLEM, undescribed.mark());
        assertEquals(
                List.of("PYTORCH_VERSION=2.7.1", "PYTORCH_FLAVOR=cu128"),
                undescribed.steps().getFirst().commands());
        here.variables.putAll(Map.of(Cuda.LIBRARY_VERSION, "2.7.1", Cuda.LIBRARY_FLAVOUR, "cu128"));
        assertEquals(
                Finding.ok("library", "doctor.library.ok", lib, "2.7.1+cu128", "2.7.1"),
                finding(look(WORKS), "library"));
    }

    /** A fetched one would not be used beside it. */
    @Test
    void aLibraryOfOnesOwnForTheProcessorIsSentToOneForCuda() throws Exception {
        Path lib = Files.createDirectories(root.resolve("torch/lib"));
        Files.createFile(lib.resolve("libtorch.so"));
        here.programs.put("nvidia-smi", List.of("570.86.15, NVIDIA L4, 23034 MiB"));
        here.variables.putAll(
                Map.of(Cuda.LIBRARY_PATH, lib.toString(), Cuda.LIBRARY_VERSION, "2.7.1", Cuda.LIBRARY_FLAVOUR, "cpu"));
        Doctor.Result result = look(PROCESSOR);
        assertEquals(Mark.OK, finding(result, "library").mark());
        assertEquals(List.of("doctor.cuda.local"), steps(finding(result, "cuda")));
    }

    @Test
    void memoryThatLinuxOnlyKeepsForLaterCountsAsFree() throws Exception {
        Path facts = here.file("/proc/meminfo");
        Files.createDirectories(facts.getParent());
        Files.writeString(facts, "MemTotal: 25000000 kB\nMemFree: 100 kB\nMemAvailable:   20000000 kB\n");
        Finding enough = finding(look(PROCESSOR), "memory");
        assertEquals(Mark.OK, enough.mark());
        assertEquals("20.5", enough.text().args().get(1));
        Files.writeString(facts, "MemAvailable:   1000000 kB\n");
        assertEquals(Mark.NOTE, finding(look(PROCESSOR), "memory").mark());
    }

    @Test
    void theFaultyUpdatesOfJava25AreNamed() {
        assertEquals(Mark.NOTE, Doctor.java(Runtime.Version.parse("25.0.2")).mark());
        assertEquals(Mark.NOTE, Doctor.java(Runtime.Version.parse("25")).mark());
        assertEquals(Mark.OK, Doctor.java(Runtime.Version.parse("25.0.3+9-LTS")).mark());
        assertEquals(Mark.OK, Doctor.java(Runtime.Version.parse("26")).mark());
    }

    @Test
    void aFolderThatDoesNotExistYetIsJudgedByTheOneItWouldBeMadeIn() throws IOException {
        Finding found = Doctor.folder("projects", root.resolve("a/b"));
        assertEquals("folder.projects", found.name());
        assertEquals("doctor.folder.free", found.text().key());
        assertEquals(root.resolve("a/b").toString(), found.text().args().getFirst());
        assertTrue(Files.notExists(root.resolve("a")));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeWrittenIsAProblem() {
        Finding found = Doctor.folder("projects", Path.of("/proc/riskloom"));
        assertEquals(Mark.PROBLEM, found.mark());
        assertEquals("/proc/riskloom", found.text().args().getFirst());
        assertEquals(List.of("doctor.folder.todo"), steps(found));
    }

    @Test
    void theNativeLibraryIsAskedInAChild() throws Exception {
        NativeReport report = NativeReport.ask();
        assertTrue(report.version().startsWith("PyTorch 2."), report.toString());
        assertTrue(Files.isDirectory(Path.of(report.folder())), report.toString());
    }
}
