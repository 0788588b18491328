package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.djl.Checkpoints;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.run.RunLock;
import io.riskloom.engine.store.Project;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whenever the process of a training is killed, project, checkpoint and all epochs that were told of are there, and the run
 * goes on to the weights of an undisturbed one.
 */
class KilledTrainingTest {

    private static final int KILLS = 50;
    private static final int SIDE_BY_SIDE = Runtime.getRuntime().availableProcessors() < 5 ? 2 : 5;
    /** Moments lie so long after the first steps, from the start of an epoch to several epochs on. */
    private static final int LATEST_MILLIS = 150;
    /** What the system makes of a kill: 128 + 9, on Windows 1. */
    private static final int KILLED = System.getProperty("os.name").startsWith("Windows") ? 1 : 137;

    @TempDir
    private Path folder;

    /** One thread for each side that waits for its process, one that kills. */
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(SIDE_BY_SIDE + 1);

    private RunSpec spec;
    private byte[] undisturbed;

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @BeforeEach
    void trainUndisturbed() throws Exception {
        StringBuilder prices = new StringBuilder("date,close\n");
        for (int t = 0; t < 160; t++) {
            double close = 100 * Math.exp(0.05 * Math.sin(2 * Math.PI * t / 20) + 0.004 * Math.sin(t * t));
            prices.append(LocalDate.of(2020, 1, 1).plusDays(t)).append(String.format(Locale.ROOT, ",%.4f%n", close));
        }
        spec = Specs.defaults(
                "forecast", Files.writeString(folder.resolve("toy.csv"), prices).toString());
        for (Map.Entry<String, Object> setting : Map.<String, Object>of(
                        "window", 5, "horizon", 1, "units", 4, "layers", 1, "batch", 8, "epochs", 40, "patience", 1000)
                .entrySet()) {
            spec = Specs.with(spec, setting.getKey(), setting.getValue());
        }
        Path whole = folder.resolve("whole");
        assertEquals(0, life(whole).end());
        undisturbed = weights(whole);
    }

    private Process start(Path project) throws IOException {
        ProcessBuilder builder = ChildCommand.of(ChildOptions.defaults(), ProjectTraining.class.getName());
        // short lives: the fast compiler alone starts them sooner
        builder.command().add(1, "-XX:TieredStopAtLevel=1");
        builder.command().add(project.toString());
        builder.command().add(Specs.toJson(spec).toString());
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static byte[] weights(Path project) throws IOException {
        return Files.readAllBytes(project.resolve("models/forecast-lstm-0001/weights.safetensors"));
    }

    private Life life(Path project) throws IOException {
        return new Life(start(project), threads);
    }

    /** A process and what it said. */
    private static final class Life {
        private final Process process;
        private final ScheduledExecutorService killer;
        private int told;

        Life(Process process, ScheduledExecutorService killer) {
            this.process = process;
            this.killer = killer;
        }

        /** Reads to its end; gives its exit code. */
        int end() throws IOException, InterruptedException {
            try (BufferedReader said = process.inputReader()) {
                read(said);
            }
            return process.waitFor();
        }

        /** Kills it at a random moment after its first steps, if it still lives then; gives its exit code. */
        int kill(Random random) throws IOException, InterruptedException {
            int millis = random.nextInt(LATEST_MILLIS);
            try (BufferedReader said = process.inputReader()) {
                String first = said.readLine();
                assertNotNull(first, "refused to begin or to go on");
                hear(first);
                // by its handle: the process itself would close its streams, and what it had said would be lost
                killer.schedule(process.toHandle()::destroyForcibly, millis, TimeUnit.MILLISECONDS);
                read(said);
            }
            return process.waitFor();
        }

        private void read(BufferedReader said) throws IOException {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                hear(line);
            }
        }

        private void hear(String line) {
            if (line.startsWith("epoch ")) {
                told = Integer.parseInt(line.substring("epoch ".length()));
            }
        }
    }

    @Test
    void fiftyKillsAtRandomMomentsLoseNoEpochAndChangeNoWeight() throws Exception {
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < SIDE_BY_SIDE; i++) {
            int seed = i;
            all.add(threads.submit(() -> killed(seed, KILLS / SIDE_BY_SIDE)));
        }
        int kills = 0;
        for (Future<Integer> each : all) {
            kills += each.get();
        }
        assertEquals(KILLS, kills);
    }

    /** Trains one project after the other to its end until so many kills have hit. */
    private int killed(int seed, int wanted) throws Exception {
        Random random = new Random(seed);
        int kills = 0;
        for (int each = 0; kills < wanted; each++) {
            Path project = folder.resolve("killed-" + seed + "-" + each);
            boolean finished = false;
            int told = 0;
            while (!finished) {
                Life life = life(project);
                int code = kills == wanted ? life.end() : life.kill(random);
                assertTrue(code == 0 || code == KILLED && kills < wanted, "ended with " + code);
                kills += code == 0 ? 0 : 1;
                // a life begins with telling the epochs of those before, and may be killed at it
                told = Math.max(told, life.told);
                finished = finished(project, told);
                assertTrue(finished || code != 0, "left alone it finishes");
            }
            assertArrayEquals(undisturbed, weights(project));
        }
        return kills;
    }

    /**
     * Looks at what is left of a process: the project opens, the epochs that it told of are stored, no more than the one in
     * progress is to be made again. Tells whether its run is finished, which a kill in the last moment does not prevent.
     */
    private static boolean finished(Path folder, int told) throws Exception {
        try (Project project = Project.open(folder)) {
            Run run = project.runs().getFirst();
            assertTrue(run.epochs().size() >= told, run.epochs().size() + " epochs of " + told);
            if (run.outcome() instanceof Outcome.Finished) {
                return true;
            }
            Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run.outcome());
            assertEquals(Notice.of("store.run.interrupted"), failed.reason());
            Path weights = project.modelFolder(run.id());
            Checkpoints.Place place =
                    Checkpoints.place(weights, run.spec(), run.provenance().dataSha256());
            assertTrue(place.epoch() == told || place.epoch() == told + 1, place + " after epoch " + told);
            RunLock.check(weights);
            return false;
        }
    }
}
