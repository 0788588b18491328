package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathFileReport;
import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.Specs;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathWritingTest {

    private static final double[][] RETURNS = {{Math.log(1.1), Math.log(0.5)}, {0, Math.log(2)}};

    @TempDir
    Path folder;

    /** The same two paths whatever is asked, as a generator of bars or of several series. */
    private record Fixed(PathSet set) implements PathGenerator {
        @Override
        public PathSet generate(PathRequest request) {
            return set;
        }

        @Override
        public void close() {}
    }

    private Requests.PathFileRequest request(String model, int paths, int length) {
        GenerateSpec spec = Specs.with(
                Specs.defaults(GenerateSpec.class, folder.resolve("own.csv").toString()), "model", model);
        return new Requests.PathFileRequest(
                new Requests.ModelRef(spec, folder.resolve("runs/one").toString()),
                folder.resolve("paths.csv").toString(),
                paths,
                length,
                5,
                PathRequest.Start.TODAY);
    }

    private static PathFileReport write(PathGenerator model, Requests.PathFileRequest request) throws Exception {
        return new PathWriting(model, request, EngineEvents.SILENT, () -> false).run();
    }

    private List<String> lines() throws Exception {
        return Files.readAllLines(folder.resolve("paths.csv"));
    }

    @Test
    void aRowHoldsThePricesAfterAStepOfAllSeries() throws Exception {
        double[][] gold = {{50, 60, 70.25}, {50, 40, 0.001}};
        PathSet set = new PathSet("=SP,500", RETURNS, 100, List.of(new PathSet.Column("GOLD", gold)));
        PathFileReport report = write(new Fixed(set), request("sv-gan", 2, 2));
        assertEquals(
                List.of("path,step,\"'=SP,500\",GOLD", "1,1,110,60", "1,2,55,70.25", "2,1,100,40", "2,2,200,0.001"),
                lines());
        assertEquals(2, report.paths());
        assertEquals(4, report.rows());
        assertEquals(Files.size(folder.resolve("paths.csv")), report.bytes());
        assertTrue(report.complete());
    }

    @Test
    void barsAreWrittenInPlaceOfThePrice() throws Exception {
        List<PathSet.Column> bars = Stream.of("open", "high", "low", "close", "volume")
                .map(name -> new PathSet.Column(name, new double[][] {{1, name.length(), 2}, {1, 3, 4e9}}))
                .toList();
        write(new Fixed(new PathSet("X", RETURNS, 100, bars)), request("ohlcv-gan", 2, 2));
        assertEquals("path,step,open,high,low,close,volume", lines().getFirst());
        assertEquals("1,1,4,4,3,5,6", lines().get(1));
        assertEquals("2,2,4000000000,4000000000,4000000000,4000000000,4000000000", lines().getLast());
    }

    @Test
    void blockAfterBlockIsTheSameFileAsAllPathsAtOnce() throws Exception {
        FakeModels.Seeded model = new FakeModels.Seeded();
        int paths = 2 * PathRequest.BLOCK + 7;
        PathFileReport report = write(model, request("sv-gan", paths, 9));
        ByteArrayOutputStream once = new ByteArrayOutputStream();
        new PathCsv(once, false).add(model.generate(new PathRequest(paths, 9, 5, PathRequest.Start.TODAY)));
        assertEquals(once.toString(), Files.readString(folder.resolve("paths.csv")));
        assertEquals(paths * 9L, report.rows());
        assertTrue(lines().getLast().startsWith(paths + ",9,"), lines().getLast());
    }

    @Test
    void stoppingBetweenOrWithinBlocksLeavesNoFile() throws Exception {
        Requests.PathFileRequest request = request("sv-gan", 10 * PathRequest.BLOCK, 2);
        int[] asked = new int[1];
        PathFileReport between =
                new PathWriting(new FakeModels.Seeded(), request, EngineEvents.SILENT, () -> ++asked[0] > 3).run();
        assertFalse(between.complete());
        assertEquals(3 * PathRequest.BLOCK, between.paths());
        BooleanSupplier[] given = new BooleanSupplier[1];
        PathGenerator slow = new PathGenerator() {
            @Override
            public PathSet generate(PathRequest block) {
                throw new CancellationException();
            }

            @Override
            public void cancelWhen(BooleanSupplier stop) {
                given[0] = stop;
            }

            @Override
            public void close() {}
        };
        assertFalse(write(slow, request).complete());
        assertFalse(given[0].getAsBoolean());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void progressEndsAtTheWhole() throws Exception {
        List<EngineEvents.Written> told = new ArrayList<>();
        EngineEvents events = new Heard() {
            @Override
            public void written(EngineEvents.Written written) {
                told.add(written);
            }
        };
        new PathWriting(new FakeModels.Seeded(), request("sv-gan", 300, 4), events, () -> false).run();
        assertEquals(new EngineEvents.Written(300, 1), told.getLast());
    }

    @Test
    void aTargetAmongTheRunsFilesOrInAMissingPlaceIsRefused() throws Exception {
        Requests.PathFileRequest plain = request("sv-gan", 1, 1);
        Files.createDirectories(folder.resolve("runs/one"));
        Requests.PathFileRequest inside = at(plain, folder.resolve("runs/one/paths.csv"));
        Notice told = assertThrows(NoticeException.class, () -> write(new FakeModels.Seeded(), inside))
                .notice();
        assertEquals("score.error.runFolder", told.key());
        Files.writeString(folder.resolve("own.csv"), "data");
        Requests.PathFileRequest over = at(plain, folder.resolve("own.csv"));
        assertEquals(
                Notice.of("score.error.runData", "own.csv"),
                assertThrows(NoticeException.class, () -> write(new FakeModels.Seeded(), over))
                        .notice());
        Requests.PathFileRequest beneath = at(plain, folder.resolve("own.csv/paths.csv"));
        assertEquals(
                "paths.error.write",
                assertThrows(NoticeException.class, () -> write(new FakeModels.Seeded(), beneath))
                        .notice()
                        .key());
        assertEquals(
                Notice.of("service.pathCount", 0, 1),
                assertThrows(NoticeException.class, () -> write(new FakeModels.Seeded(), request("sv-gan", 0, 1)))
                        .notice());
        assertEquals(
                Notice.of("service.pathLength", 100_000, 60_000_000L / 6 / PathRequest.BLOCK),
                assertThrows(
                                NoticeException.class,
                                () -> write(new FakeModels.Seeded(), request("ohlcv-gan", 1000, 100_000)))
                        .notice());
    }

    private static Requests.PathFileRequest at(Requests.PathFileRequest request, Path out) {
        return new Requests.PathFileRequest(
                request.model(), out.toString(), request.paths(), request.length(), request.seed(), request.start());
    }

    @Test
    void whatWaitsForItsTurnIsStoppedToo() throws Exception {
        Semaphore permits = new Semaphore(0);
        Semaphore begun = new Semaphore(0);
        FakeWork work = new FakeWork() {
            @Override
            void step() throws InterruptedException {
                begun.release();
                permits.acquire();
            }
        };
        Requests.PathFileRequest request = request("sv-gan", 3, 2);
        try (LocalEngine engine = new LocalEngine(EngineEvents.SILENT, work)) {
            CompletableFuture<?> run = engine.train(Asked.train(folder.resolve("run"), "plain", 1));
            begun.acquire();
            CompletableFuture<PathFileReport> first = engine.writePaths(request);
            engine.stopWriting();
            CompletableFuture<PathFileReport> second = engine.writePaths(request);
            permits.release();
            Asked.get(run);
            assertFalse(Asked.get(first).complete());
            assertTrue(Asked.get(second).complete());
            assertEquals(7, lines().size());
        }
    }
}
