package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.run.ToyTraining;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever a training is killed, it goes on from its last checkpoint to the weights of an undisturbed one. */
class KilledTrainingTest {

    private static final int KILLS = 50;
    private static final int SIDE_BY_SIDE = Runtime.getRuntime().availableProcessors() < 5 ? 2 : 5;
    /** Moments lie so long after the first step, from the start of an epoch to several epochs on. */
    private static final int LATEST_MILLIS = 150;

    @TempDir
    private Path folder;

    private RunSpec spec;
    private byte[] undisturbed;

    @BeforeEach
    void trainUndisturbed() throws Exception {
        spec = Specs.defaults("forecast", "toy.csv");
        for (Map.Entry<String, Object> setting : Map.<String, Object>of(
                        "window", 5, "horizon", 1, "units", 4, "layers", 1, "batch", 8, "epochs", 40, "patience", 1000)
                .entrySet()) {
            spec = Specs.with(spec, setting.getKey(), setting.getValue());
        }
        Path whole = folder.resolve("whole");
        Process process = start(whole);
        assertEquals(0, process.waitFor());
        undisturbed = Files.readAllBytes(whole.resolve("weights.safetensors"));
    }

    private Process start(Path run) throws IOException {
        ProcessBuilder builder = ChildCommand.of(ChildOptions.defaults(), ToyTraining.class.getName());
        // short lives: the fast compiler alone starts them sooner
        builder.command().add(1, "-XX:TieredStopAtLevel=1");
        builder.command().add(Specs.toJson(spec).toString());
        builder.command().add(run.toString());
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    @Test
    void fiftyKillsAtRandomMomentsChangeNoWeight() {
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        for (int i = 0; i < SIDE_BY_SIDE; i++) {
            int seed = i;
            all.add(CompletableFuture.supplyAsync(() -> killed(seed, KILLS / SIDE_BY_SIDE)));
        }
        assertEquals(KILLS, all.stream().mapToInt(CompletableFuture::join).sum());
    }

    /** Trains to the end again and again until so many kills have hit. */
    private int killed(int seed, int wanted) {
        Random random = new Random(seed);
        int kills = 0;
        try {
            for (int run = 0; kills < wanted; run++) {
                Path own = folder.resolve("killed-" + seed + "-" + run);
                boolean ended = false;
                while (!ended) {
                    Process process = start(own);
                    ended = kills == wanted ? process.waitFor() == 0 : endedBefore(random, process);
                    kills += ended ? 0 : 1;
                    assertTrue(kills <= wanted, "a training that was left alone failed");
                }
                assertArrayEquals(undisturbed, Files.readAllBytes(own.resolve("weights.safetensors")));
                assertEquals(List.of("model.json", "outcome.json", "weights.safetensors"), names(own));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return kills;
    }

    /** Kills at a random moment after the first step; tells whether the training had ended by then, and well. */
    private static boolean endedBefore(Random random, Process process) throws IOException, InterruptedException {
        int millis = random.nextInt(LATEST_MILLIS);
        try (BufferedReader said = process.inputReader()) {
            assertNotNull(said.readLine(), "refused to go on");
            Executor then = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
            then.execute(process::destroyForcibly);
            int code = process.waitFor();
            if (code == 1) {
                throw new IllegalStateException("the training failed: " + said.readLine());
            }
            return code == 0;
        }
    }

    private static List<String> names(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
