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
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.service.RunMemory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static Imported months;

    @BeforeAll
    static void read() throws Exception {
        file = Samples.unpack(folder).getFirst();
        prices = CsvReader.read(file);
        months = CsvReader.read(Samples.unpack(folder).get(2));
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
        assertEquals("8589", refusal.args().get(1), "in 10⁶ bytes");
        assertTrue(Long.parseLong(refusal.args().getFirst()) > 0.8 * 8589, refusal::toString);
    }

    @Test
    void aKernelLargerThanItsPictureIsRefused() {
        assertEquals(
                Notice.of("train.obstacle.kernel", 9, 2, 8, 8),
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
    void whatTheRunWouldRefuseIsRefusedBeforeIt() {
        assertEquals(
                Notice.of("run.error.noDropout", "resnet50"),
                refusal(spec("forecast", "model", "resnet50", "bands", "dropout"), MACHINE));
        Notice inputs = refusal(spec("forecast", "strategy", "recursive", "inputs", "returns,ranges,volume"), MACHINE);
        assertEquals("run.error.recursiveInputs", inputs.key());
        assertEquals("ranges, volume", inputs.args().getFirst());
        Planner monthly = new Planner(months, BarUnit.MONTH, List.of(), MACHINE);
        assertEquals(
                "feature.error.noBars",
                assertThrows(
                                NoticeException.class,
                                () -> monthly.plan(spec("classify", "encoding", "bars", "window", 20)))
                        .notice()
                        .key());
        assertEquals(
                "feature.error.noInputs",
                assertThrows(NoticeException.class, () -> monthly.plan(spec("forecast", "inputs", "ranges,volume")))
                        .notice()
                        .key());
    }

    @Test
    void aRefusedRunStillShowsWhatCanBeTold() {
        Planner small = new Planner(prices, BarUnit.DAY, List.of(), 8L << 30);
        Draft heavy = small.draft(spec("classify", "imageSize", 224, "batch", 512), new SplitMemory());
        assertEquals("train.obstacle.memory", heavy.obstacle().orElseThrow().key());
        assertEquals(Optional.empty(), heavy.possible());
        assertTrue(heavy.plan().isPresent() && heavy.memory(1) > 0, "all figures, the memory among them");
        Draft kernel = small.draft(spec("forecast", "model", "tcn", "kernel", 12, "window", 10), new SplitMemory());
        assertTrue(kernel.split().isPresent() && kernel.layers().isEmpty(), "the cut without a network");
        Draft folds = small.draft(
                spec("forecast", "scheme", "expanding", "folds", 20, "horizon", 120, "window", 500, "embargo", 500),
                new SplitMemory());
        assertEquals("data.error.tooShortFolds", folds.obstacle().orElseThrow().key());
        assertTrue(folds.split().isEmpty() && folds.layers().isPresent(), "the network without a cut");
        assertEquals(-1, folds.memory(0));
    }

    @Test
    void forecastersOverPicturesAlsoLearnEverySoManyDays() throws Exception {
        int days = plan(spec("forecast", "model", "cnn", "stride", 1)).rows();
        assertEquals((days + 4) / 5, plan(spec("forecast", "model", "cnn")).rows());
    }

    @Test
    void oneNetworkForAllTickersLearnsTheirWindowsToo() throws Exception {
        Planner monthly = new Planner(months, BarUnit.MONTH, List.of(), MACHINE);
        RunSpec one = spec("forecast", "window", 10, "horizon", 3, "validationShare", 0.25);
        int own = monthly.plan(one).rows();
        // of five series four have the same months, the fifth begins too late to have a window among them
        assertEquals(4 * own, monthly.plan(Specs.with(one, "tickers", "all")).rows());
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

    @Test
    void aRunOnAnotherDeviceOrWithOtherThreadsTellsNothing() throws Exception {
        RunSpec spec = spec("forecast");
        Run gpu = run("forecast-lstm-0008", spec, "gpu0", 1);
        Run cpu = run("forecast-gru-0009", spec("forecast", "model", "gru"), "cpu", 1);
        Notice builtIn = Notice.of("train.plan.time.builtIn");
        assertEquals(builtIn, plan(spec, cpu, gpu).time().source(), "the processor is in use");
        assertEquals(
                Notice.of("train.plan.time.run", "0008"),
                plan(spec, gpu, cpu).time().source(),
                "the GPU is in use");
        assertEquals(
                builtIn,
                plan(spec, run("forecast-lstm-0007", spec, "cpu", 4)).time().source());
    }

    private static Run run(String id, RunSpec spec, String device, int threads) {
        Run run = RunsOfTheStore.stopped(id, spec, Map.of("samplesPerSecond", 640.0));
        return new Run(
                id,
                spec,
                new Provenance("ab12", device, threads, Map.of()),
                run.started(),
                run.seconds(),
                run.epochs(),
                run.outcome());
    }

    @Test
    void moreThreadsShortenAStepOfPicturesAndNoOther() {
        StepTime resNet = StepTime.of("resnet50");
        // 32 pictures of 32 and of 64 pixels a side: 83.4 and 333.6 million multiply-adds each
        assertEquals(0.500, resNet.seconds(83_412_992L, 32, 1), 0.025);
        assertEquals(1.050, resNet.seconds(333_645_824L, 32, 1), 0.05);
        assertEquals(0.361, resNet.seconds(83_412_992L, 32, 2), 0.02);
        assertEquals(0.718, resNet.seconds(333_645_824L, 32, 2), 0.036);
        assertEquals(0.026, StepTime.of("lstm").seconds(3_073_280L, 64, 2), 0.0013);
        assertEquals(0.00044, StepTime.of("mlp").seconds(4_000L, 64, 1), 0.00003);
    }

    @Test
    void aStepOfAGanIsTimedAsMeasured() throws Exception {
        RunSpec gan = spec("generate", "model", "tcn-gan", "window", 127, "blocks", 6);
        long work = plan(gan).layers().multiplyAdds();
        assertEquals(0.155, StepTime.of("tcn-gan").seconds(work, 128, 1), 0.008);
        work = plan(spec("generate", "model", "mlp-gan")).layers().multiplyAdds();
        assertEquals(0.0015, StepTime.of("mlp-gan").seconds(work, 64, 1), 0.0001);
        assertEquals(0.030, StepTime.of("sv-gan").seconds(272_128, 128, 1), 0.0015);
        assertEquals(0.066, StepTime.of("ohlcv-gan").seconds(552_896, 256, 1), 0.0033);
        assertEquals(0.059, StepTime.of("lstm-gan").seconds(1_703_584, 64, 1), 0.003);
        assertEquals(0.120, StepTime.of("gru-gan").seconds(1_280_544, 64, 1), 0.006);
    }

    @Test
    void stepsAreCountedAsTrainingCutsThem() throws Exception {
        Plan mlp = plan(spec("generate", "model", "mlp-gan"));
        assertEquals(mlp.rows() / 64, mlp.time().steps(), "what fills no batch is left out");
        Plan tcn = plan(spec("generate", "model", "tcn-gan", "criticSteps", 5));
        assertEquals(tcn.rows() / (5 * 64), tcn.time().steps());
        Plan wide = plan(spec("generate", "model", "tcn-gan", "criticSteps", 20, "batch", 4096));
        assertEquals(1, wide.time().steps());
        assertEquals(
                List.of(Notice.of("train.note.batch.critic", 20, 4096, wide.rows(), wide.rows() / 20)), wide.notes());
        RunSpec forecast = spec("forecast");
        assertEquals(2, Batch.steps(forecast, 129), "a last single row is left out");
        assertEquals(3, Batch.steps(forecast, 130));
    }

    @Test
    void thePenaltyOfACriticTakesMemory() throws Exception {
        long with = plan(spec("generate", "model", "tcn-gan")).memory().network();
        long without = plan(spec("generate", "model", "tcn-gan", "penalty", 0))
                .memory()
                .network();
        assertTrue(with > 1.3 * without, with + " and " + without);
    }

    @Test
    void aStudyCountsNoLessMemoryForARunThanItsPlan() throws Exception {
        long size = Files.size(file);
        for (RunSpec spec : List.of(
                spec("forecast"),
                spec("forecast", "units", 512, "batch", 1024, "layers", 4, "bidirectional", "yes"),
                spec("forecast", "model", "gru", "units", 256, "batch", 2048, "window", 200),
                spec("forecast", "model", "rnn", "batch", 4096),
                spec("forecast", "model", "tcn", "batch", 4096),
                spec("forecast", "model", "tcn", "units", 256, "blocks", 7, "kernel", 7, "batch", 512, "window", 250),
                spec("forecast", "model", "mlp", "units", 1024, "window", 250),
                spec("generate"),
                spec("generate", "conditional", "yes", "units", 512, "batch", 512),
                spec("generate", "adversarialLoss", "hinge", "criticUnits", 2048),
                spec("generate", "model", "ohlcv-gan"),
                spec("generate", "model", "ohlcv-gan", "window", 60, "noises", 64, "criticUnits", 16),
                spec("generate", "model", "lstm-gan", "adversarialLoss", "wgan-gp", "units", 128),
                spec("generate", "model", "gru-gan", "conditional", "yes", "batch", 512),
                spec("generate", "model", "mlp-gan", "units", 2048, "batch", 4096, "conditional", "yes"),
                spec("generate", "model", "tcn-gan", "batch", 1024, "criticSteps", 1),
                spec("generate", "model", "tcn-gan", "window", 127, "blocks", 6, "channels", 128, "batch", 512),
                spec("classify"),
                spec("classify", "imageSize", 128, "batch", 64),
                spec("classify", "model", "resnet18", "imageSize", 64, "batch", 256),
                spec("classify", "model", "lstm", "directions", "three", "units", 512, "batch", 512),
                spec("classify", "model", "tcn", "inputs", "returns,indicators,calendar", "batch", 512),
                spec("classify", "model", "cnn", "encoding", "bars", "window", 250, "stride", 1),
                spec("forecast", "model", "resnet50"),
                spec("forecast", "model", "resnet50", "encoding", "bars", "window", 60, "stride", 1),
                spec("forecast", "model", "cnn", "encoding", "bars", "window", 20, "stride", 1, "loss", "pinball"),
                spec("forecast", "target", "volatility"),
                spec("forecast", "target", "volatility", "model", "mlp", "units", 1024, "inputs", "logVolatility"),
                spec("forecast", "strategy", "recursive", "inputs", "returns,volatility,calendar"),
                spec("classify", "model", "cnn", "imageSize", 128, "batch", 512, "stride", 1))) {
            long plan = new Planner(prices, BarUnit.DAY, List.of(), Long.MAX_VALUE)
                    .plan(spec)
                    .memory()
                    .total();
            long counted = RunMemory.bytes(spec, size);
            assertTrue(counted >= plan, () -> spec + ": " + counted + " is less than " + plan);
        }
    }
}
