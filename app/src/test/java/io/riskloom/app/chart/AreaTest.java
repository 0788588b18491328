package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.Area;
import io.riskloom.app.chart.ChartModel.FanChart;
import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.chart.ChartModel.Line;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Range;
import io.riskloom.app.chart.ChartModel.Tone;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bands about lines, common scales and logarithmic shares. */
class AreaTest {

    private static final double[] X = {1, 2, 3};

    private static LineChart banded() {
        return new LineChart(
                List.of(new Line("Real", X, new double[] {.3, .2, .1}, Tone.ACCENT, false)),
                "Lag",
                "ACF",
                false,
                null,
                null,
                List.of(),
                List.of(),
                List.of(new Area("Band", X, new double[] {-.2, .1, 0}, new double[] {.6, .3, .2}, Tone.MUTED)));
    }

    @Test
    void theAxisHoldsTheWholeBandAndTheBandIsOneArea() {
        ChartPainter painter = Painter.of(banded());
        RecordingSurface surface = new RecordingSurface();
        Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), surface, 400, 300);
        assertTrue(plot.y().low() <= -.2 && plot.y().high() >= .6, plot.y().toString());
        assertEquals(
                1,
                surface.drawn.stream().filter(d -> d.kind().equals("polygon")).count());
    }

    @Test
    void theBandIsWrittenBesideTheLine() throws IOException {
        StringBuilder csv = new StringBuilder();
        Painter.of(banded()).csv(new CsvWriter(csv));
        List<String> rows = csv.toString().lines().toList();
        assertEquals("line,Lag,ACF,low,high", rows.get(0));
        assertEquals("Real,1,0.3,,", rows.get(1));
        assertEquals("Band,1,,-0.2,0.6", rows.get(4));
        assertEquals(7, rows.size());
    }

    @Test
    void aFanWithAScaleOfItsOwnKeepsToIt() {
        double[][] paths = {{100, 110}, {100, 90}};
        FanChart.Legend legend = new FanChart.Legend("m", "50", "90", "p", "r");
        ChartPainter painter = Painter.of(
                new FanChart(paths, FanBands.of(paths), -1, new double[0], "", "", legend, new Range(20, 300)));
        Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), new RecordingSurface(), 400, 300);
        assertEquals(20, plot.y().low());
        assertEquals(300, plot.y().high());
    }

    @Test
    void logarithmicSharesReachBelowTheSmallestAndLeaveEmptyBinsOnTheGround() {
        HistogramChart chart = new HistogramChart(
                new double[] {0, 1, 2, 3},
                List.of(
                        new HistogramChart.Bars("a", new double[] {.001, .5, 0}, Tone.ACCENT),
                        new HistogramChart.Bars("b", new double[] {.01, .4, .2}, Tone.MUTED, true)),
                "x",
                "",
                List.of());
        ChartPainter painter = Painter.of(chart);
        RecordingSurface surface = new RecordingSurface();
        Style log = new Style(Palette.LIGHT, true, "", Style.HEAD, 0);
        Plot plot = painter.paint(painter.home(), log, surface, 400, 300);
        assertTrue(plot.y().log());
        assertEquals(.0005, plot.y().low(), 1e-12);
        assertEquals(1, plot.y().high(), 1e-12);
        assertEquals(
                1,
                surface.drawn.stream().filter(d -> d.kind().equals("polygon")).count(),
                "an outline has no ground");
    }
}
