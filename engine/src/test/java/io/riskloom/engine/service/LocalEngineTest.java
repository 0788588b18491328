package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.djl.EngineArithmetic;
import io.riskloom.engine.feature.PoolShape;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.TrainedModel;
import io.riskloom.engine.quality.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEngineTest {

    @TempDir
    private Path folder;

    /** Each step waits for a permit, so that a test knows where the run stands. */
    private static final class Stepped extends FakeWork {
        final Semaphore permits = new Semaphore(0);
        final Semaphore begun = new Semaphore(0);
        final AtomicInteger steps = new AtomicInteger();
        final AtomicInteger opened = new AtomicInteger();
        final AtomicInteger readings = new AtomicInteger();
        final Set<Thread> threads = ConcurrentHashMap.newKeySet();

        @Override
        void step() throws InterruptedException {
            threads.add(Thread.currentThread());
            steps.incrementAndGet();
            begun.release();
            assertTrue(permits.tryAcquire(60, TimeUnit.SECONDS));
        }

        @Override
        public TrainedModel load(Requests.ModelRef model) throws Exception {
            threads.add(Thread.currentThread());
            opened.incrementAndGet();
            return super.load(model);
        }

        @Override
        public Imported read(Path data, Reading reading) throws IOException {
            threads.add(Thread.currentThread());
            readings.incrementAndGet();
            return super.read(data, reading);
        }
    }

    @Test
    void cancelEndsTheRunWithTheStepInProgress() throws Exception {
        Stepped work = new Stepped();
        try (LocalEngine engine = new LocalEngine(EngineEvents.SILENT, work)) {
            CompletableFuture<Outcome> run = engine.train(Asked.train(folder, "plain", 1000));
            work.permits.release(2);
            work.begun.acquire(3);
            engine.cancel();
            work.permits.release(1000);
            assertEquals(new Outcome.Cancelled(), Asked.get(run));
            assertEquals(3, work.steps.get());
        }
    }

    /** Paths that are never drawn: they wait until nobody wants them. */
    private static final class Endless extends FakeWork {
        final Semaphore begun = new Semaphore(0);

        @Override
        public TrainedModel load(Requests.ModelRef model) {
            return new PathGenerator() {
                private volatile BooleanSupplier asked = () -> false;

                @Override
                public void cancelWhen(BooleanSupplier wish) {
                    asked = wish;
                }

                @Override
                public PathSet generate(PathRequest request) {
                    begun.release();
                    while (!asked.getAsBoolean()) {
                        Thread.onSpinWait();
                    }
                    throw new CancellationException();
                }

                @Override
                public void close() {}
            };
        }
    }

    @Test
    void pathsThatNobodyWaitsForAreDrawnNoFurther() throws Exception {
        Requests.GenerateRequest request =
                new Requests.GenerateRequest(Asked.model("generate"), 1, 1, 1, PathRequest.Start.TODAY);
        Endless work = new Endless();
        LocalEngine engine = new LocalEngine(EngineEvents.SILENT, work);
        CompletableFuture<PathSet> given = engine.generate(request);
        work.begun.acquire();
        given.cancel(true);
        assertTrue(Asked.get(engine.check()).items().size() > 1, "the next question is answered");
        CompletableFuture<PathSet> left = engine.generate(request);
        work.begun.acquire();
        Asked.get(CompletableFuture.runAsync(engine::close));
        assertEquals("service.closed", Asked.refusal(left).key());
    }

    @Test
    void requestsQueueBehindTheRunOnOneThreadAndTheDeviceIsToldMeanwhile() throws Exception {
        Stepped work = new Stepped();
        try (LocalEngine engine = new LocalEngine(EngineEvents.SILENT, work)) {
            CompletableFuture<Outcome> run = engine.train(Asked.train(folder, "plain", 1));
            work.begun.acquire();
            CompletableFuture<double[]> scores =
                    engine.score(new Requests.ScoreRequest(Asked.model("classify"), "prices.csv"));
            assertEquals("Fake 1", Asked.get(engine.device()).engine());
            assertFalse(scores.isDone());
            work.permits.release();
            assertInstanceOf(Outcome.Finished.class, Asked.get(run));
            assertEquals(FakeWork.DAYS, Asked.get(scores).length);
            assertEquals(1, work.threads.size());
        }
    }

    @Test
    void aModelIsOpenedOnceUntilItsWeightsChange() throws Exception {
        Stepped work = new Stepped();
        Requests.ModelRef model = new Requests.ModelRef(Asked.spec("", 1), folder.toString());
        Path prices = Files.writeString(folder.resolve("prices.csv"), "first");
        Requests.ForecastRequest question = new Requests.ForecastRequest(model, prices.toString(), -1, 0);
        try (LocalEngine engine = new LocalEngine(EngineEvents.SILENT, work)) {
            Asked.get(engine.forecast(question));
            Asked.get(engine.forecast(question));
            assertEquals(1, work.opened.get());
            assertEquals(1, work.readings.get());

            Files.writeString(folder.resolve("weights.safetensors"), "trained elsewhere");
            Files.writeString(prices, "one more day");
            Asked.get(engine.forecast(question));
            assertEquals(2, work.opened.get());
            assertEquals(2, work.readings.get());

            work.permits.release();
            Asked.get(engine.train(Asked.train(folder, "plain", 1)));
            Asked.get(engine.forecast(question));
            assertEquals(3, work.opened.get());
        }
    }

    @Test
    void closingRefusesWhatWaitsAndWhatComes() throws Exception {
        Stepped work = new Stepped();
        LocalEngine engine = new LocalEngine(EngineEvents.SILENT, work);
        CompletableFuture<Outcome> run = engine.train(Asked.train(folder, "plain", 1000));
        work.begun.acquire();
        CompletableFuture<CheckReport> waiting = engine.check();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(engine::close);
        assertFalse(run.isDone());
        work.permits.release(1000);
        Asked.get(closing);
        Outcome outcome = Asked.get(run);
        // The closing thread may be slower than the thousand steps, never the other way round.
        assertTrue(outcome instanceof Outcome.Cancelled || work.steps.get() == 1000, outcome.word());
        assertFalse(engine.alive());
        assertTrue(waiting.isDone());
        assertEquals("service.closed", Asked.refusal(engine.device()).key());
        assertEquals(
                "service.closed",
                Asked.refusal(engine.train(Asked.train(folder, "x", 1))).key());
    }

    @Test
    void aFileThatIsMissingIsNamed() throws Exception {
        Path gone = folder.resolve("gone.csv");
        FakeWork work = new FakeWork() {
            @Override
            public Imported read(Path data, Reading reading) throws IOException {
                Files.readString(data);
                return super.read(data, reading);
            }
        };
        try (LocalEngine engine = new LocalEngine(EngineEvents.SILENT, work)) {
            var notice = Asked.refusal(
                    engine.features(new Requests.FeaturesRequest(Asked.model("classify"), gone.toString(), -1)));
            assertEquals("service.fileMissing", notice.key());
            assertEquals(gone.toString(), notice.args().getFirst());
        }
    }

    @Test
    void runningOutOfHeapIsAFailureOfThatRequestOnly() throws Exception {
        FakeWork work = new FakeWork() {
            @Override
            public EngineArithmetic.Pooled pool(Requests.PoolRequest request) {
                throw new OutOfMemoryError("Java heap space");
            }
        };
        try (LocalEngine engine = new LocalEngine(EngineEvents.SILENT, work)) {
            assertEquals(
                    "service.outOfMemory",
                    Asked.refusal(engine.pool(
                                    new Requests.PoolRequest(new double[1][1][1], PoolShape.window(1, 1, 1), "max")))
                            .key());
            double[][] cells = {{1}};
            assertSame(cells, Asked.get(engine.convolve(Asked.convolve(cells, "zeros")))[0]);
        }
    }
}
