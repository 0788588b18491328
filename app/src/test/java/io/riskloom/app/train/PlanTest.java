package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.session.Samples;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan says of memory, time and settings that cannot be. */
class PlanTest {

    private static final long MACHINE = 16L << 30;

    @TempDir
    static Path folder;

    private static Path file;
    private static Imported prices;

    @BeforeAll
    static void read() throws Exception {
        file = Samples.unpack(folder).getFirst();
        prices = CsvReader.read(file);
    }

    private static RunSpec spec(String task, Object... settings) {
        RunSpec spec = Specs.defaults(task, file.toString());
        for (int i = 0; i < settings.length; i += 2) {
            spec = Specs.with(spec, (String) settings[i], settings[i + 1]);
        }
        return spec;
    }

    private static Plan plan(RunSpec spec, Run... runs) throws NoticeException {
        return new Planner(prices, BarUnit.DAY, List.of(runs), MACHINE).plan(spec);
    }

    private static Notice refusal(RunSpec spec, long machine) {
        Planner planner = new Planner(prices, BarUnit.DAY, List.of(), machine);
        return assertThrows(NoticeException.class, () -> planner.plan(spec)).notice();
    }

    @Test
    void aLayerTakesItsWeightsFourTimesAndItsAnswersForABatch() throws Exception {
        Plan plan = plan(spec("forecast", "dropout", 0));
        List<Long> layers = plan.memory().layers();
        // head: 1,300 weights, gradients and Adam's two numbers; 20 answers and their gradients for 64 rows
        assertEquals(4 * (4 * 1_300 + 64 * 40), layers.getLast());
        // first LSTM layer: 18,432 weights; 60 days of 7·64 numbers kept and 64 gradients for 64 rows
        assertEquals(4 * (4 * 18_432 + 64 * 60 * (7 * 64 + 64)), layers.get(1));
        assertEquals(
                layers.stream().mapToLong(Long::longValue).sum(), plan.memory().network());
        assertEquals(3L * 4 * plan.rows() * 60 * 6, plan.memory().data());
    }

    @Test
    void plainDescentRemembersOneNumberForEachWeight() throws Exception {
        long adam = plan(spec("classify")).memory().network();
        long plain = plan(spec("classify", "optimiser", "sgd")).memory().network();
        assertEquals(4 * plan(spec("classify")).layers().parameters(), adam - plain);
    }

    @Test
    void aResNet50WithPicturesOf32PixelsTakesAboutWhatItWasMeasuredToTake() throws Exception {
        // 770 MiB at its fullest with 1,024 pictures, in a process that takes 249 MiB to train a small MLP
        double measured = (770 - 249) * 1024.0 * 1024;
        MemoryPlan memory = plan(spec("classify")).memory();
        assertEquals(measured, memory.network() + memory.data(), 0.2 * measured);
    }

    @Test
    void aNetworkThatTheMachineCannotHoldIsRefusedWithBothNumbers() {
        Notice refusal = refusal(spec("classify", "imageSize", 224, "batch", 512), 8L << 30);
        assertEquals("train.obstacle.memory", refusal.key());
        assertEquals("8192", refusal.args().get(1));
        assertTrue(Long.parseLong(refusal.args().getFirst()) > 0.8 * 8192, refusal::toString);
    }

    @Test
    void aKernelLargerThanItsPictureIsRefused() {
        assertEquals(
                Notice.of("train.obstacle.kernel", 9, 2, 8),
                refusal(spec("classify", "model", "cnn", "kernel", 9, "imageSize", 16), MACHINE));
        assertEquals(
                Notice.of("train.obstacle.kernelDays", 12, 10),
                refusal(spec("forecast", "model", "tcn", "kernel", 12, "window", 10), MACHINE));
    }

    @Test
    void whatIsPossibleAndHardlyMeantIsNoted() throws Exception {
        Plan wide = plan(spec("classify", "model", "cnn", "batch", 512, "stride", 20));
        assertEquals(List.of(Notice.of("train.note.batch", 512, wide.rows())), wide.notes());
        assertEquals(1, wide.time().steps());
        assertEquals(
                List.of(Notice.of("train.note.small", 16, 32)),
                plan(spec("classify", "imageSize", 16)).notes());
        assertEquals(
                List.of(Notice.of("train.note.dilation", 8, 256L, 60)),
                plan(spec("forecast", "model", "tcn", "blocks", 8)).notes());
        assertEquals(List.of(), plan(spec("forecast")).notes());
    }

    @Test
    void aClassifierLearnsEverySoManyDays() throws Exception {
        int days = plan(spec("classify", "stride", 1)).rows();
        assertEquals((days + 4) / 5, plan(spec("classify")).rows());
        assertEquals((days + 4) / 5 / 32 + 1, plan(spec("classify")).time().steps());
    }

    @Test
    void withoutARunTheTimeComesFromBuiltInSteps() throws Exception {
        TimePlan time = plan(spec("forecast")).time();
        assertEquals(Notice.of("train.plan.time.builtIn"), time.source());
        // 25 ms a step of 64, and a third of it for as many rows of validation
        assertEquals(0.025 * time.steps(), time.epochSeconds(), 0.1 * time.epochSeconds());
    }

    @Test
    void aRunOfTheSameModelTellsHowFastThisMachineIs() throws Exception {
        RunSpec spec = spec("forecast");
        Run run = RunsOfTheStore.stopped("forecast-lstm-0007", spec, Map.of("samplesPerSecond", 640.0));
        TimePlan time = plan(spec, run).time();
        assertEquals(Notice.of("train.plan.time.run", "0007"), time.source());
        // 64 samples a tenth of a second; a sixtieth and more for the validation rows
        assertEquals(0.1 * time.steps(), time.epochSeconds(), 0.1 * time.epochSeconds());
        TimePlan wide = plan(spec("forecast", "units", 128), run).time();
        assertTrue(wide.epochSeconds() > 3 * time.epochSeconds(), "twice the units, almost four times the work");
        assertEquals(
                Notice.of("train.plan.time.builtIn"),
                plan(spec("forecast", "model", "gru"), run).time().source());
    }
}
