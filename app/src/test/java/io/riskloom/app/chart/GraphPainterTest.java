package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.GraphChart;
import io.riskloom.app.chart.ChartModel.GraphChart.Box;
import io.riskloom.app.chart.ChartModel.GraphChart.Figure;
import io.riskloom.app.chart.ChartModel.GraphChart.Look;
import io.riskloom.app.chart.ChartModel.GraphChart.Wire;
import io.riskloom.app.chart.ChartModel.Tone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphPainterTest {

    private static final GraphChart CHART = new GraphChart(
            List.of(
                    new Box("block", "", 0, 0, 200, 120, Look.FRAME, Tone.MUTED, List.of()),
                    new Box(
                            "conv",
                            "3×8×8",
                            10,
                            30,
                            180,
                            30,
                            Look.PLAIN,
                            Tone.ACCENT,
                            List.of(new Figure("Kernel", "3"))),
                    new Box("more", "", 10, 80, 180, 30, Look.STACK, Tone.GOOD, List.of(new Figure("Size", "=2")))),
            List.of(new Wire(new double[] {100, 100}, new double[] {60, 80})),
            200,
            120,
            1);

    private final GraphPainter painter = new GraphPainter(CHART);

    @Test
    void boxesStandWhereTheyAreDrawnAtAnyScale() {
        Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), new RecordingSurface(), 300, 180);
        assertArrayEquals(new double[] {15, 45, 270, 45}, painter.frame(1).orElseThrow(), 1e-9);
        ReadOut hit = painter.readOut(plot, 20, 60, key -> key).orElseThrow();
        assertEquals(1, hit.index());
        assertEquals("Kernel", hit.entries().getFirst().name());
        assertEquals(0, painter.readOut(plot, 20, 10, key -> key).orElseThrow().index(), "the head of the frame");
        assertTrue(painter.readOut(plot, 5, 170, key -> key).isEmpty(), "its ground is no target");
    }

    @Test
    void theTableHasALineABoxAndNoFormula(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("graph.csv");
        ChartExport.csv(CHART, file);
        assertEquals("box,Kernel,Size\nblock,,\nconv,3,\nmore,,'=2\n", Files.readString(file));
    }
}
