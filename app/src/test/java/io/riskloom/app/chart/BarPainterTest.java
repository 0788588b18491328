package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.BarChart.Bar;
import io.riskloom.app.chart.ChartModel.Tone;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarPainterTest {

    private static final Style STYLE = new Style(Palette.LIGHT, false, "", Style.HEAD, 0);

    private static RecordingSurface painted(Bar... bars) {
        RecordingSurface surface = new RecordingSurface();
        BarPainter painter = new BarPainter(new BarChart(List.of(bars), "loss"));
        painter.paint(painter.home(), STYLE, surface, 600, 200);
        return surface;
    }

    private static long lines(RecordingSurface surface) {
        return surface.drawn.stream().filter(d -> d.kind().equals("line")).count();
    }

    @Test
    void anIntervalIsAWhiskerWithTwoEnds() {
        RecordingSurface plain = painted(new Bar("A", 10, Tone.ACCENT), new Bar("B", 12, Tone.MUTED));
        RecordingSurface whiskers = painted(new Bar("A", 10, Tone.ACCENT, 8, 12), new Bar("B", 12, Tone.MUTED));
        assertEquals(lines(plain) + 3, lines(whiskers));
    }

    @Test
    void theAxisReachesToTheEndOfTheLongestWhisker() {
        BarPainter painter = new BarPainter(new BarChart(List.of(new Bar("A", 10, Tone.ACCENT, 8, 30)), "loss"));
        Plot plot = painter.paint(painter.home(), STYLE, new RecordingSurface(), 600, 200);
        assertTrue(plot.x().at(30) <= plot.right(), plot.x().at(30) + " beyond " + plot.right());
        ReadOut at = painter.readOut(plot, 300, (plot.top() + plot.bottom()) / 2, key -> key)
                .orElseThrow();
        assertEquals("10 (8 – 30)", at.entries().getFirst().value());
    }

    @Test
    void intervalsAreWrittenWhereThereAreAny() throws IOException {
        assertEquals(
                "name,loss,low,high\nA,10.0,8.0,12.0\n",
                csv(new Bar("A", 10, Tone.ACCENT, 8, 12)).replace("10,8,12", "10.0,8.0,12.0"));
        assertEquals("name,loss\nA,10.0\n", csv(new Bar("A", 10, Tone.ACCENT)).replace(",10\n", ",10.0\n"));
    }

    private static String csv(Bar bar) throws IOException {
        StringBuilder out = new StringBuilder();
        new BarPainter(new BarChart(List.of(bar), "loss")).csv(new CsvWriter(out));
        return out.toString();
    }
}
