package io.riskloom.app.playground;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.app.session.Session;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.inside.Filters;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Provenance;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.service.EngineFailure;
import io.riskloom.engine.service.Requests;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSourceTest {

    @TempDir
    Path folder;

    private final PlaygroundFixture engine = new PlaygroundFixture();
    private Session session;
    private PlaygroundViewModel model;
    private KernelSource source;

    @BeforeEach
    void open() {
        session = engine.session(folder);
        model = new PlaygroundViewModel(session);
        source = new KernelSource(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static NetworkGraph.Node node(String layer, String kind, int kernel, int channels) {
        return new NetworkGraph.Node(layer, "", kind, List.of(channels, 8, 8), kernel, 1, 1, 1, 9, 9, null);
    }

    private static Run run() {
        return new Run(
                "picture-0001",
                Specs.defaults("classify", "prices.csv"),
                new Provenance("ab12", "cpu", 1, Map.of()),
                Instant.EPOCH,
                1,
                List.of(),
                new Outcome.Cancelled());
    }

    @Test
    void aTrainedFilterBecomesTheKernelsAndBringsItsChannels() {
        engine.graph = new NetworkGraph(
                List.of(2, 8, 8),
                List.of(node("input", "input", 0, 2), node("stem.conv", "conv", 3, 4), node("wide", "conv", 9, 4)),
                List.of(),
                List.of(Stage.TRAINED));
        float[] values = new float[18];
        values[0] = 0.123456f;
        values[9] = -1;
        engine.filters = new Filters("stem.conv", Stage.TRAINED, 4, 2, 3, 3, new int[] {2}, values);
        source.run().set(run());
        assertEquals(
                List.of("stem.conv"),
                source.layers().get().stream().map(NetworkGraph.Node::layer).toList());
        source.take(2, model);
        assertArrayEquals(new int[] {2}, ((Requests.FiltersRequest) engine.asked.getLast()).channels());
        PlaygroundState s = model.state().get();
        assertEquals(2, s.inputs().count());
        assertEquals(0.1235, s.kernel().at(0, 0));
        assertEquals(-1, s.conv().bank().filters().getFirst().at(1).at(0, 0));
        assertEquals(
                Optional.of(Notice.of("playground.trained.taken", "stem.conv", 3, 4, 2, 2)),
                source.words().get());
        model.undo();
        assertEquals(PlaygroundState.first(), model.state().get());
    }

    @Test
    void theFailureOfARunThatWasLeftIsNotSaid() {
        engine.held = true;
        engine.failure = new EngineFailure(Notice.of("common.error.busy", "r1"), null);
        source.run().set(run());
        source.run().set(null);
        Optional<Notice> before = source.words().get();
        while (!engine.waiting.isEmpty()) {
            engine.work();
        }
        assertEquals(before, source.words().get());
    }

    @Test
    void ofManyChannelsTheFirstFourAreTaken() {
        engine.graph = new NetworkGraph(
                List.of(6, 8, 8), List.of(node("conv", "conv", 1, 1)), List.of(), List.of(Stage.TRAINED));
        engine.filters = new Filters("conv", Stage.TRAINED, 1, 6, 1, 1, new int[] {0}, new float[] {1, 2, 3, 4, 5, 6});
        source.run().set(run());
        source.take(0, model);
        assertEquals(4, model.state().get().inputs().count());
        assertEquals(
                4, model.state().get().conv().bank().filters().getFirst().at(3).at(0, 0));
        assertEquals(
                Optional.of(Notice.of("playground.trained.some", "conv", 1, 1, 4, 6)),
                source.words().get());
    }

    @Test
    void aNetworkWithoutConvolutionsSaysSo() {
        engine.graph =
                new NetworkGraph(List.of(6), List.of(node("head", "dense", 0, 1)), List.of(), List.of(Stage.TRAINED));
        source.run().set(run());
        assertEquals(
                Optional.of(Notice.of("playground.trained.none")),
                source.words().get());
    }
}
