package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.store.Project;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No room on the disk, no memory: a run that failed in words, and a project that is as it was. */
class ShortageTest {

    /** Of the Linux tools: sets the limits of a process that runs, here the size of a file it may write. */
    private static final Path LIMIT = Path.of("/usr/bin/prlimit");

    @TempDir
    private Path folder;

    private String prices(int days) throws IOException {
        StringBuilder prices = new StringBuilder("date,close\n");
        for (int t = 0; t < days; t++) {
            prices.append(LocalDate.of(1950, 1, 1).plusDays(t))
                    .append(String.format(Locale.ROOT, ",%.4f%n", 100 + Math.sin(t) + t * 0.001));
        }
        return Files.writeString(folder.resolve("prices.csv"), prices).toString();
    }

    private static ForecastSpec spec(String data, String... settings) {
        ForecastSpec spec = Specs.defaults(ForecastSpec.class, data);
        for (String setting : settings) {
            spec = Specs.with(spec, setting.split("=")[0], setting.split("=")[1]);
        }
        return spec;
    }

    private static void fill(long pid) {
        try {
            assertEquals(
                    0,
                    new ProcessBuilder(LIMIT.toString(), "--pid", Long.toString(pid), "--fsize=4096:unlimited")
                            .inheritIO()
                            .start()
                            .waitFor());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aDiskThatFillsUpFailsTheRunWhichGoesOnFromItsCheckpointOnceThereIsRoom() throws Exception {
        assumeTrue(Files.isExecutable(LIMIT), "needs prlimit");
        ForecastSpec spec = spec(prices(200), "window=8", "horizon=2", "units=16", "layers=1", "epochs=6");
        spec = Specs.with(spec, "patience", 100);
        try (Project project = Project.open(folder.resolve("project"))) {
            AtomicReference<ChildEngine> child = new AtomicReference<>();
            EngineStarter spying = (options, events) -> {
                child.set(ChildEngine.start(options, events));
                return child.get();
            };
            Heard full = new Heard() {
                @Override
                public void epoch(EpochReport report) {
                    super.epoch(report);
                    if (report.epoch() == 2) {
                        fill(child.get().pid());
                    }
                }
            };
            Run whole = new TrainingJob(project, spec, "cpu", spying, ChildOptions.defaults(), new Heard())
                    .start()
                    .get(120, TimeUnit.SECONDS);
            Run failed = new TrainingJob(project, spec, "cpu", spying, ChildOptions.defaults(), full)
                    .start()
                    .get(120, TimeUnit.SECONDS);
            Outcome.Failed outcome = assertInstanceOf(Outcome.Failed.class, failed.outcome());
            assertEquals("run.error.disk", outcome.reason().key());
            Path run = project.modelFolder(failed.id());
            assertEquals(
                    List.of(".lock", "checkpoint.safetensors", "weights.safetensors"),
                    names(run),
                    "nothing half written stays");

            Run resumed = TrainingJob.resume(project, failed.id(), spying, new Heard())
                    .start()
                    .get(120, TimeUnit.SECONDS);
            assertInstanceOf(Outcome.Finished.class, resumed.outcome());
            assertArrayEquals(
                    Files.readAllBytes(project.modelFolder(whole.id()).resolve("weights.safetensors")),
                    Files.readAllBytes(run.resolve("weights.safetensors")));
        }
    }

    @Test
    void aFullDiskUnderTheProjectItselfEndsTheProcessAndLeavesAProjectThatOpens() throws Exception {
        assumeTrue(Files.isExecutable(LIMIT), "needs prlimit");
        ForecastSpec spec = spec(prices(200), "window=8", "horizon=2", "units=4", "layers=1", "epochs=500");
        spec = Specs.with(spec, "patience", 1000);
        Path home = folder.resolve("project");
        ProcessBuilder builder = ChildCommand.of(ChildOptions.defaults(), ProjectTraining.class.getName());
        builder.command().addAll(List.of(home.toString(), Specs.toJson(spec).toString()));
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader said = process.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals("epoch 2")) {
                    fill(process.pid());
                }
            }
        }
        assertEquals(1, process.waitFor());
        try (Project project = Project.open(home)) {
            Run run = project.runs().getFirst();
            assertInstanceOf(Outcome.Failed.class, run.outcome());
            assertTrue(
                    run.epochs().size() >= 2 && run.epochs().size() < 500,
                    run.epochs().size() + " epochs");
        }
    }

    @Test
    void aChildWithoutMemoryFailsItsRunInWordsAndTheNextOneTrains() throws Exception {
        String data = prices(20_000);
        try (Project project = Project.open(folder.resolve("project"))) {
            // some 13,000 windows of 500 days with 15 values each: 390 MB, which do not go into 128
            String inputs = "inputs=returns,volatility,logVolatility,logPrice,indicators,calendar";
            ForecastSpec large = spec(data, "window=500", "units=4", "layers=1", "epochs=1", inputs);
            Run failed = new TrainingJob(
                            project, large, "cpu", EngineStarter.child(), new ChildOptions(1, 128), new Heard())
                    .start()
                    .get(120, TimeUnit.SECONDS);
            Outcome.Failed outcome = assertInstanceOf(Outcome.Failed.class, failed.outcome());
            assertEquals(
                    "run.error.outOfMemory",
                    outcome.reason().key(),
                    outcome.reason().toString());
            ForecastSpec small = spec(prices(200), "window=8", "horizon=2", "units=4", "layers=1", "epochs=1");
            Run next = new TrainingJob(
                            project, small, "cpu", EngineStarter.child(), new ChildOptions(1, 128), new Heard())
                    .start()
                    .get(120, TimeUnit.SECONDS);
            assertInstanceOf(Outcome.Finished.class, next.outcome());
            assertEquals(2, project.runs().size());
        }
    }
}
