package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Spots;
import io.riskloom.app.chart.ChartModel.Tone;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpotMarksTest {

    private static final double[] NONE = {};

    private static LineChart chart(List<Line> lines, Spots... spots) {
        return new LineChart(lines, "x", "y", false, new Range(0, 1), null, List.of(), List.of(spots));
    }

    private static Spots shares() {
        return new Spots(
                "Share",
                new double[] {0.25, 0.75},
                new double[] {0.3, 0.6},
                new double[] {0.2, Double.NaN},
                new double[] {0.5, Double.NaN},
                Tone.ACCENT,
                false);
    }

    @Test
    void aChartOfPointsAloneIsNotEmpty() {
        assertFalse(Painter.of(chart(List.of(), shares())).empty());
        assertTrue(Painter.of(chart(List.of())).empty());
        assertEquals(List.of("Share"), Painter.of(chart(List.of(), shares())).names());
    }

    @Test
    void theRangeHoldsTheIntervals() {
        ChartPainter painter = Painter.of(chart(List.of(), shares()));
        Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), new RecordingSurface(), 400, 300);
        assertTrue(plot.y().low() <= 0.2, "low " + plot.y().low());
        assertTrue(plot.y().high() >= 0.6, "high " + plot.y().high());
    }

    @Test
    void thePointUnderTheMouseIsReadWithItsInterval() {
        ChartPainter painter = Painter.of(chart(List.of(), shares()));
        Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), new RecordingSurface(), 400, 300);
        ReadOut near = painter.readOut(plot, plot.x().at(0.25) + 3, plot.top(), key -> key)
                .orElseThrow();
        assertEquals("0.3000 (0.2000 – 0.5000)", near.entries().getFirst().value());
        assertEquals(plot.x().at(0.25), near.x());
        ReadOut other =
                painter.readOut(plot, plot.x().at(0.75), plot.top(), key -> key).orElseThrow();
        assertEquals("0.6000", other.entries().getFirst().value());
        assertTrue(
                painter.readOut(plot, plot.x().at(0.5), plot.top(), key -> key).isEmpty());
    }

    @Test
    void besideALineAPointIsReadOnlyWhereItStands() {
        Line line = new Line("Curve", new double[] {0, 0.5, 1}, new double[] {0, 0.4, 1}, Tone.MUTED, false);
        ChartPainter painter = Painter.of(chart(List.of(line), shares()));
        Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), new RecordingSurface(), 400, 300);
        assertEquals(
                List.of("Curve"),
                painter.readOut(plot, plot.x().at(0.5), plot.top(), key -> key).orElseThrow().entries().stream()
                        .map(ReadOut.Entry::name)
                        .toList());
        assertEquals(
                2,
                painter.readOut(plot, plot.x().at(0.26), plot.top(), key -> key)
                        .orElseThrow()
                        .entries()
                        .size());
        assertEquals(List.of("Curve"), painter.names(), "a chart keeps its name while its point moves");
    }

    @Test
    void theTableHasTheEndsOfIntervalsWhereThereAreAny() throws IOException {
        Line line = new Line("Curve", new double[] {0}, new double[] {0.1}, Tone.MUTED, false);
        StringBuilder with = new StringBuilder();
        Painter.of(chart(List.of(line), shares())).csv(new CsvWriter(with));
        assertEquals("""
                line,x,y,low,high
                Curve,0,0.1,,
                Share,0.25,0.3,0.2,0.5
                Share,0.75,0.6,,
                """, with.toString());
        StringBuilder without = new StringBuilder();
        Spots place = new Spots("Here", new double[] {0.5}, new double[] {0.5}, NONE, NONE, Tone.FOREGROUND, true);
        Painter.of(chart(List.of(line), place)).csv(new CsvWriter(without));
        assertEquals("line,x,y\nCurve,0,0.1\nHere,0.5,0.5\n", without.toString());
    }

    @Test
    void pointsOutsideOfWhatIsShownAreNotDrawn() {
        RecordingSurface all = new RecordingSurface();
        RecordingSurface part = new RecordingSurface();
        ChartPainter painter = Painter.of(chart(List.of(), shares()));
        painter.paint(painter.home(), Style.of(Palette.LIGHT), all, 400, 300);
        painter.paint(painter.home().show(0.5, 1), Style.of(Palette.LIGHT), part, 400, 300);
        assertEquals(1, boxes(all) - boxes(part), "one point less");
    }

    /** Points and the dot of the legend are the only squares of eight pixels. */
    private static long boxes(RecordingSurface surface) {
        return surface.drawn.stream()
                .filter(d ->
                        d.kind().equals("rect") && d.coordinates().subList(2, 4).equals(List.of("8", "8")))
                .count();
    }
}
