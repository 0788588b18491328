package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.run.ToyTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same specification, data and seed give the same weights in another process, on one thread. */
class RepeatedTrainingTest {

    @TempDir
    private Path folder;

    private Process start(RunSpec spec, String name) throws IOException {
        ProcessBuilder builder = ChildCommand.of(ChildOptions.defaults(), ToyTraining.class.getName());
        builder.command().add(1, "-XX:TieredStopAtLevel=1");
        builder.command().add(Specs.toJson(spec).toString());
        builder.command().add(folder.resolve(name).toString());
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private byte[] weights(Process process, String name) throws IOException, InterruptedException {
        assertEquals(0, process.waitFor());
        return Files.readAllBytes(folder.resolve(name).resolve("weights.safetensors"));
    }

    @ParameterizedTest
    @CsvSource({
        "forecast, model=lstm window=8 horizon=2 units=8 layers=2 dropout=0.2 batch=16",
        "credit, model=mlp units=8 units2=4 batch=32",
        "generate, model=mlp-gan window=10 latent=4 units=8 batch=32",
        "classify, model=cnn window=16 horizon=2 imageSize=16 filters=4 units=8 batch=16 stride=2"
    })
    void twoProcessesEndWithTheSameWeightsAndAnotherSeedWithOthers(String task, String settings) throws Exception {
        RunSpec spec = Specs.with(Specs.defaults(task, "toy.csv"), "epochs", 2);
        for (String setting : settings.split(" ")) {
            spec = Specs.with(spec, setting.split("=")[0], setting.split("=")[1]);
        }
        Process one = start(spec, "one");
        Process two = start(spec, "two");
        byte[] weights = weights(one, "one");
        assertArrayEquals(weights, weights(two, "two"));
        if (task.equals("forecast")) {
            byte[] other = weights(start(Specs.with(spec, "seed", 8), "other"), "other");
            assertFalse(Arrays.equals(weights, other));
        }
    }
}
