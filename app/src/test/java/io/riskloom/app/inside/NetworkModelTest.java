package io.riskloom.app.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.GraphChart;
import io.riskloom.app.chart.ChartModel.GraphChart.Box;
import io.riskloom.app.chart.ChartModel.GraphChart.Look;
import io.riskloom.app.chart.ChartModel.GraphChart.Wire;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.NetworkGraph;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkModelTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private Looked looked;
    private NetworkModel model;

    @BeforeEach
    void open() throws Exception {
        InsideFixture fixture = new InsideFixture(folder);
        session = fixture.session(folder);
        ResultFixtures.add(session, fixture.run("r1", 1));
        looked = new Looked(session, texts);
        model = new NetworkModel(looked, texts);
        looked.shown();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private List<String> boxes() {
        return model.chart().get().boxes().stream().map(Box::words).toList();
    }

    private String selected() {
        GraphChart chart = model.chart().get();
        return chart.boxes().get(chart.selected()).words();
    }

    @Test
    void aGroupFoldsIntoOneBoxAndWhatFlowsIntoItFlowsIntoTheBox() {
        NetworkGraph graph = InsideFixture.residual();
        GraphItems folded = GraphItems.of(graph, Set.of());
        assertEquals(4, folded.items().size());
        assertEquals(List.of(List.of(), List.of(0), List.of(1), List.of(2)), folded.into());
        assertEquals(2240, folded.items().get(2).parameters(graph.nodes()), "1890 + 140 + 210");
        assertEquals(33600, folded.items().get(2).multiplyAdds(graph.nodes()));
        GraphItems open = GraphItems.of(graph, Set.of("block1"));
        assertEquals(7, open.items().size());
        assertEquals(List.of(3, 4), open.into().get(5));
        assertEquals(5, open.of("block1.add", graph.nodes()));
        assertEquals(-1, open.of("nothing", graph.nodes()));
    }

    @Test
    void aBranchStandsBesideTheWayItLeavesAndJoinsItAtTheSum() {
        GraphLanes lanes = GraphLanes.of(
                GraphItems.of(InsideFixture.residual(), Set.of("block1")).into());
        // input, stem, conv, norm, projection, sum, head
        assertArrayEquals(new int[] {0, 1, 2, 3, 2, 4, 5}, lanes.row());
        assertArrayEquals(new int[] {0, 0, 0, 0, 1, 0, 0}, lanes.lane());
    }

    @Test
    void aShortcutWithoutAnOperationGoesRoundTheBoxesBetween() {
        GraphLanes lanes = GraphLanes.of(List.of(List.of(), List.of(0), List.of(1), List.of(0, 2)));
        assertArrayEquals(new int[] {0, 1, 2, 3}, lanes.row());
        assertArrayEquals(new int[] {0, 0, 0, 0}, lanes.lane());
    }

    @Test
    void noTwoBoxesLieOnEachOtherAndWiresEndAtBoxes() {
        GraphChart chart = new GraphDrawing(InsideFixture.residual(), Set.of("block1"), texts).chart("head");
        List<Box> boxes =
                chart.boxes().stream().filter(box -> box.look() != Look.FRAME).toList();
        for (Box a : boxes) {
            assertTrue(a.x() + a.width() < chart.width() && a.y() + a.height() < chart.height(), a.words());
            for (Box b : boxes) {
                boolean apart = a == b
                        || a.x() + a.width() < b.x()
                        || b.x() + b.width() < a.x()
                        || a.y() + a.height() < b.y()
                        || b.y() + b.height() < a.y();
                assertTrue(apart, a.words() + " and " + b.words());
            }
        }
        assertEquals(7, chart.wires().size());
        for (Wire wire : chart.wires()) {
            double x = wire.x()[wire.x().length - 1];
            double y = wire.y()[wire.y().length - 1];
            assertTrue(
                    boxes.stream()
                            .anyMatch(box -> x >= box.x()
                                    && x <= box.x() + box.width() + 1
                                    && y >= box.y()
                                    && y <= box.y() + box.height()),
                    "a wire ends at " + x + ", " + y);
        }
    }

    @Test
    void fewOperationsAreOpenAtFirstAndAFrameFoldsByItsHead() {
        assertEquals("▾ block1", boxes().getFirst());
        assertEquals("stem.conv", selected());
        model.point(0);
        assertEquals(List.of("input", "stem.conv", "▸ block1", "head"), boxes());
        model.point(2);
        assertEquals("block1.add", looked.layer().get(), "a group stands for its last operation");
        assertEquals(8, boxes().size());
        assertEquals("add", selected());
    }

    @Test
    void aLayerChosenElsewhereIsDrawnByItself() {
        model.point(0);
        looked.layer().set("block1.main.norm");
        assertEquals("main.norm", selected());
        model.toggleAll();
        assertEquals("▸ block1", selected());
        assertFalse(model.allOpen());
        model.toggleAll();
        assertTrue(model.allOpen());
    }

    @Test
    void arrowKeysGoFromBoxToBoxWithoutOpeningThem() {
        model.point(0);
        model.move(1);
        assertEquals("▸ block1", selected());
        model.move(1);
        assertEquals("head", selected());
        assertEquals("head", looked.layer().get());
        model.move(-100);
        assertEquals("input", selected());
        model.move(2);
        model.toggle();
        assertEquals("add", selected());
    }

    @Test
    void totalsAreThoseOfAllOperations() {
        assertEquals("7 operations · 4,509 parameters · 37.6 k multiply-adds", model.totals());
    }

    @Test
    void figuresAreWrittenShort() {
        assertEquals("4.09 G", Layers.count(4_089_000_000L));
        assertEquals("999 k", Layers.count(999_400));
        assertEquals("1.00 M", Layers.count(999_600));
        assertEquals("2,242", Layers.count(2242));
        assertEquals("", Layers.count(0));
        NetworkGraph.Node conv = InsideFixture.residual().nodes().get(2);
        assertEquals("3 × 3", Layers.kernel(conv));
        assertEquals("main.conv", Layers.own(conv));
        assertEquals("70 × 4 × 4", Layers.shape(conv.shape()));
    }
}
