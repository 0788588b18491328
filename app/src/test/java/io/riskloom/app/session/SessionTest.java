package io.riskloom.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.service.DeviceInfo;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.EngineStarter;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session over an engine whose answers the test gives. */
class SessionTest {

    @TempDir
    private Path folder;

    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final List<String> asked = new ArrayList<>();
    private EngineEvents events;
    private Session session;
    private Path prices;

    @BeforeEach
    void open() throws IOException {
        prices = Samples.unpack(folder.resolve("samples")).getFirst();
        EngineStarter starter = (options, told) -> {
            events = told;
            return engine();
        };
        session = new Session(
                new Tasks(Runnable::run, Runnable::run),
                Project.open(folder.resolve("project")),
                new EngineHost(starter));
    }

    @AfterEach
    void close() {
        outcome.complete(new Outcome.Cancelled());
        session.close();
    }

    private Engine engine() {
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, args) -> {
                    asked.add(method.getName());
                    return switch (method.getName()) {
                        case "alive" -> true;
                        case "device" ->
                            CompletableFuture.completedFuture(new DeviceInfo("cpu", 2, 1, "PyTorch 2.7.1", 0, 100));
                        case "train" -> outcome;
                        case "cancel" -> {
                            outcome.complete(new Outcome.Cancelled());
                            yield null;
                        }
                        case "close" -> null;
                        default -> throw new AssertionError(method.getName());
                    };
                });
    }

    private RunSpec spec() {
        return Specs.defaults("forecast", prices.toString());
    }

    @Test
    void aFileThatCannotBeReadChangesNothing() throws IOException {
        session.load(prices);
        Dataset before = session.dataset().get();
        Path broken = folder.resolve("broken.csv");
        Files.writeString(broken, "date,close\n2020-01-02,1\nsoon,2\n2020-01-06,3\n2020-01-07,4\n");
        session.load(broken);
        assertSame(before, session.dataset().get());
        Refusal refusal = session.data().refused().getFirst();
        assertEquals("broken.csv", refusal.words().args().getFirst());
        assertEquals(broken, refusal.file());
        assertNull(session.problem().get());
    }

    @Test
    void aFileThatIsNoTextIsAProblemUntilAnotherIsRead() throws IOException {
        session.load(Files.write(folder.resolve("zip.csv"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}));
        assertEquals("zip.csv", session.problem().get().args().getFirst());
        assertEquals(List.of(), session.data().refused());
        session.load(prices);
        assertNull(session.problem().get());
    }

    @Test
    void whatWasOpenLastIsOpenedAgain() {
        session.load(prices);
        session.restore(List.of(), Optional.empty());
        assertEquals(prices.getFileName().toString(), session.dataset().get().name());
    }

    @Test
    void aRunIsWatchedStoredAndChosenWhenItEnds() {
        session.train(spec());
        assertTrue(session.training());
        events.epoch(new EpochReport(1, 12, 0.5, 0.6, Map.of(), 2.0));
        LiveRun live = session.live().get();
        assertEquals(1, live.epochs().size());
        assertEquals(1.0 / 12, live.progress().get(), 1e-12);
        assertEquals(22, live.secondsLeft().get(), 1e-9);
        outcome.complete(new Outcome.Cancelled());
        assertFalse(session.training());
        assertEquals("cancelled", session.runs().getFirst().outcome().word());
        assertEquals(1, session.project().runs().getFirst().epochs().size());
    }

    @Test
    void aSecondRunIsRefusedWhileOneTrains() {
        session.train(spec());
        session.train(spec());
        assertEquals("common.error.busy", session.problem().get().key());
        assertEquals(1, session.runs().size());
    }

    @Test
    void closingStopsTheRunAndStoresIt() {
        session.train(spec());
        session.close();
        assertTrue(asked.contains("cancel"));
        try (Project again = Project.open(folder.resolve("project"))) {
            assertEquals("cancelled", again.runs().getFirst().outcome().word());
        }
    }

    @Test
    void somethingCancelledIsNoProblem() {
        session.report(Tasks.CANCELLED);
        assertNull(session.problem().get());
    }

    @Test
    void aFailingStoreShowsThatNotAllIsSaved() {
        assertTrue(session.saved().get());
        session.report(Notice.of("store.error.database", "project.db", "disk full"));
        assertFalse(session.saved().get());
    }
}
