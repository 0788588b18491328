package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.DateChart;
import io.riskloom.app.chart.ChartModel.DateSpan;
import io.riskloom.app.chart.ChartModel.Shade;
import io.riskloom.app.chart.ChartModel.SpanRow;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.RecordingSurface.Drawn;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatePainterTest {

    private final DatePainter painter = new DatePainter(TestModels.dates());
    private final RecordingSurface surface = new RecordingSurface();
    private final Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), surface, 800, 400);

    @Test
    void spansFillTheirDaysAndMeet() {
        // day 0 begins at 8, day 9 ends at the plot's right edge: a pixel is (right − 8) / 10 of a day
        double day = (plot.right() - 8) / 10;
        List<Drawn> spans = surface.drawn.stream()
                .filter(drawn -> drawn.kind().equals("rect")
                        && drawn.coordinates().get(3).equals("12"))
                .toList();
        assertEquals(4, spans.size());
        assertEquals(SvgSurface.n(8), spans.get(0).coordinates().get(0));
        assertEquals(
                SvgSurface.n(Math.round(8 + 4 * day) - 8),
                spans.get(0).coordinates().get(2));
        assertEquals(
                SvgSurface.n(Math.round(8 + 4 * day)),
                spans.get(1).coordinates().get(0));
        assertEquals(
                SvgSurface.n(Math.round(8 + 10 * day) - Math.round(8 + 7 * day)),
                spans.get(3).coordinates().get(2));
    }

    /** A thousand days on eight hundred pixels: two of them would be less than two pixels wide. */
    @Test
    void aSpanOfAFewDaysIsDrawnOverItsNeighboursWideEnoughToBeSeen() {
        List<LocalDate> dates =
                LocalDate.of(2020, 1, 1).datesUntil(LocalDate.of(2022, 9, 27)).toList();
        DateChart chart = new DateChart(
                dates,
                List.of(),
                null,
                List.of(new SpanRow(
                        "Fold 1",
                        List.of(
                                new DateSpan("Training", 0, 499, new Shade(Tone.ACCENT, 1), ""),
                                new DateSpan("Purge", 500, 501, new Shade(Tone.AMBER, 1), ""),
                                new DateSpan("Test", 502, 999, new Shade(Tone.FOREGROUND, 1), "")))));
        RecordingSurface drawn = new RecordingSurface();
        ChartPainter wide = Painter.of(chart);
        Plot place = wide.paint(wide.home().all(), Style.of(Palette.LIGHT), drawn, 800, 300);
        List<String> last = drawn.drawn.stream()
                .filter(each ->
                        each.kind().equals("rect") && each.coordinates().get(3).equals("18"))
                .toList()
                .getLast()
                .coordinates();
        assertEquals("3", last.get(2));
        assertEquals(place.x().at(500.5), Double.parseDouble(last.get(0)) + 1.5, 1, "about the middle of the two days");
    }

    @Test
    void theReadOutNamesValuesAboveAndSpansBelow() {
        double x = plot.x().at(4);
        ReadOut above = painter.readOut(plot, x, plot.top() + 5, key -> key).orElseThrow();
        assertEquals("2020-01-05", above.title());
        assertEquals(List.of(new Entry("Worth", "1.100"), new Entry("Drawdown", "−8.000")), above.entries());
        ReadOut first = painter.readOut(plot, x, plot.bottom() - 36, key -> key).orElseThrow();
        assertEquals("Fold 1 · Test", first.title());
        assertEquals(
                List.of(
                        new Entry("chart.from", "2020-01-05"),
                        new Entry("chart.to", "2020-01-07"),
                        new Entry("", "3 days")),
                first.entries());
        ReadOut second =
                painter.readOut(plot, x, plot.bottom() - 16, key -> key).orElseThrow();
        assertEquals("Fold 2 · Training", second.title());
    }

    @Test
    void theDataHasAValueAndASpanForEachDay() throws IOException {
        StringBuilder text = new StringBuilder();
        painter.csv(new CsvWriter(text));
        List<String> lines = text.toString().lines().toList();
        assertEquals("date,Worth,Drawdown,Fold 1,Fold 2", lines.get(0));
        assertEquals("2020-01-03,,,Training,Training", lines.get(3));
        assertEquals("2020-01-05,1.1,-8,Test,Training", lines.get(5));
        assertEquals("2020-01-10,1.25,-4,,Test", lines.get(10));
    }

    @Test
    void theLegendNamesLinesStripAndEachShadeOnce() {
        List<String> words = surface.drawn.stream()
                .filter(drawn -> drawn.kind().equals("text"))
                .map(Drawn::words)
                .toList();
        assertEquals(List.of("Worth", "Drawdown", "Training", "Test"), words.subList(0, 4));
        assertTrue(words.containsAll(List.of("Fold 1", "Fold 2")), words::toString);
    }

    @Test
    void aBrushStaysWithinItsLimits() {
        ChartBrush limits = new ChartBrush(10, 20);
        assertEquals(new ChartBrush(10, 15), ChartBrush.between(15, 3, limits));
        assertEquals(new ChartBrush(20, 20), ChartBrush.between(30, 40, limits));
        assertEquals(new ChartBrush(18, 20), new ChartBrush(12, 14).moved(50, limits));
        assertEquals(new ChartBrush(10, 12), new ChartBrush(12, 14).moved(-3, limits));
        assertEquals(new ChartBrush(12, 20), new ChartBrush(12, 14).ended(50, limits));
        assertEquals(new ChartBrush(12, 12), new ChartBrush(12, 14).ended(-50, limits));
        assertThrows(IllegalArgumentException.class, () -> new ChartBrush(3, 2));
    }
}
