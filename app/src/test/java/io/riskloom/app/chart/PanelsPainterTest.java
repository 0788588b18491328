package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.HeatPanels;
import io.riskloom.app.chart.ChartModel.HeatPanels.Colours;
import io.riskloom.app.chart.ChartModel.HeatPanels.Panel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelsPainterTest {

    private static final double[][] VALUES = {{1, -2, 0.5}, {0, 4, -4}};

    @TempDir
    Path folder;

    private static Panel panel(String name, double[][] under) {
        return new Panel(
                name, VALUES, Colours.DIVERGING, -4, 4, under, List.of("high", "low"), List.of("Mon", "Tue", "Wed"));
    }

    private static HeatPanels two() {
        return new HeatPanels(List.of(panel("trained", new double[0][]), panel("random", VALUES)), 2, false, 1);
    }

    @Test
    void theCellUnderTheMouseIsReadByItsNames() {
        PanelsPainter painter = new PanelsPainter(new HeatPanels(List.of(panel("map", VALUES)), 1, true, -1));
        Plot plot = painter.paint(painter.home(), Style.of(Palette.DARK), new RecordingSurface(), 400, 300);
        ReadOut read = painter.readOut(plot, plot.x().at(1.5), plot.y().at(0.2), key -> key)
                .orElseThrow();
        assertEquals("map", read.title());
        assertEquals(0, read.index(), "the row");
        assertEquals(List.of(new ReadOut.Entry("high, Tue", "−2.000")), read.entries());
        assertTrue(painter.readOut(plot, plot.x().at(1.5), plot.bottom() + 30, key -> key)
                .isEmpty());
    }

    @Test
    void squareCellsKeepTheirShapeAndASinglePanelIsMeasuredInCells() {
        PanelsPainter painter = new PanelsPainter(new HeatPanels(List.of(panel("", VALUES)), 1, false, -1));
        Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), new RecordingSurface(), 400, 300);
        assertEquals(plot.x().unit(), plot.y().unit(), 0.5);
        assertEquals(3, plot.x().value(plot.right()), 1e-9);
        assertEquals(0, plot.y().value(plot.top()), 1e-9);
    }

    @Test
    void eachOfSeveralPanelsIsReadAndTheMarkedRowIsFramedInAll() {
        PanelsPainter painter = new PanelsPainter(two());
        RecordingSurface surface = new RecordingSurface();
        Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), surface, 500, 200);
        ReadOut left = painter.readOut(plot, 20, 60, key -> key).orElseThrow();
        ReadOut right = painter.readOut(plot, 260, 60, key -> key).orElseThrow();
        assertEquals(List.of("trained", "random"), List.of(left.title(), right.title()));
        assertFalse(painter.lined(), "a line across all panels would point at nothing");
        assertEquals(List.of("trained", "random"), painter.names());
        long images = surface.drawn.stream().filter(d -> d.kind().equals("g")).count();
        assertEquals(5, images, "two maps, the ground below one of them and two scales");
    }

    @Test
    void theFileHoldsEveryCellByName() throws Exception {
        Path file = folder.resolve("maps.csv");
        ChartExport.csv(new HeatPanels(List.of(panel("map", VALUES)), 1, false, -1), file);
        List<String> lines = Files.readAllLines(file);
        assertEquals("map,row,column,value", lines.getFirst());
        assertEquals("map,high,Tue,-2", lines.get(2));
        assertEquals(7, lines.size());
    }
}
