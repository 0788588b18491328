package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.PlaneChart;
import io.riskloom.app.chart.ChartModel.PlaneChart.Arrows;
import io.riskloom.app.chart.ChartModel.PlaneChart.Cloud;
import io.riskloom.app.chart.ChartModel.PlaneChart.Field;
import io.riskloom.app.chart.ChartModel.PlaneChart.Mesh;
import io.riskloom.app.chart.ChartModel.PlaneChart.Ring;
import io.riskloom.app.chart.ChartModel.Tone;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanePainterTest {

    private static final Field FIELD = new Field("D", 2, new float[] {0, 1, 0.5f, 1}, 0.5, 0.5, "fake", "real");

    private static PlaneChart chart() {
        return new PlaneChart(
                "",
                "",
                1,
                FIELD,
                new Mesh("manifold", 2, 2, new float[][] {{-1, -1}, {1, -1}, {-1, 1}, {1, 1}}, new float[] {1}),
                List.of(
                        new Cloud("real", new float[][] {{0, 0}, {Float.NaN, 0}}, Tone.ACCENT, false),
                        new Cloud("fake", new float[][] {{0.5f, 0.5f}}, Tone.AMBER, true)),
                new Arrows("gradient", new float[][] {{0.5f, 0.5f}}, new float[][] {{0, 0.1f}}),
                List.of(new Ring(0, 0, true)));
    }

    private static long count(RecordingSurface s, String kind) {
        return s.drawn.stream().filter(drawn -> drawn.kind().equals(kind)).count();
    }

    @Test
    void thePlaneIsASquareAndItsPlacesAreRight() {
        Plot plot = new PlanePainter(chart()).paint(null, Style.of(Palette.LIGHT), new RecordingSurface(), 400, 300);
        assertEquals(plot.width(), plot.height());
        assertEquals(0, plot.x().value((plot.left() + plot.right()) / 2), 1e-9);
        assertEquals(1, plot.y().value(plot.top()), 1e-9);
    }

    @Test
    void everyLayerIsDrawnAndPointsThatAreNoNumbersAreNot() {
        RecordingSurface s = new RecordingSurface();
        new PlanePainter(chart()).paint(null, Style.of(Palette.DARK), s, 400, 400);
        assertEquals(1, count(s, "g"));
        assertEquals(4, count(s, "polyline"));
        // the lattice's cell, a diamond and its rim, an arrow's head
        assertEquals(4, count(s, "polygon"));
    }

    @Test
    void betweenTheMiddlesOfCellsTheFieldIsLinear() {
        assertEquals(0, PlaneGround.at(FIELD, 1, -0.5, -0.5), 1e-9);
        assertEquals(0.5, PlaneGround.at(FIELD, 1, 0, -0.5), 1e-9);
        assertEquals(0.625, PlaneGround.at(FIELD, 1, 0, 0), 1e-9);
        assertEquals(1, PlaneGround.at(FIELD, 1, 1, 1), 1e-9);
    }

    @Test
    void theGroundIsAmberBelowTheMiddleAndBlueAboveIt() {
        assertEquals(Palette.LIGHT.panel(), PlaneGround.colour(Palette.LIGHT, 0));
        assertEquals(Palette.LIGHT.grid(), PlaneGround.colour(Palette.LIGHT, Double.NaN));
        int low = PlaneGround.colour(Palette.LIGHT, -1);
        int high = PlaneGround.colour(Palette.LIGHT, 1);
        assertTrue((low >> 16 & 0xff) > (low & 0xff), "more red than blue");
        assertTrue((high & 0xff) > (high >> 16 & 0xff), "more blue than red");
    }

    @Test
    void theFileHoldsThePointsAndTheField() throws Exception {
        StringWriter text = new StringWriter();
        new PlanePainter(chart()).csv(new CsvWriter(text));
        List<String> lines = text.toString().lines().toList();
        assertEquals(1 + 3 + 4, lines.size());
        assertEquals("fake,0.5,0.5,", lines.get(3));
        assertEquals("D,-0.5,-0.5,0", lines.get(4));
    }
}
