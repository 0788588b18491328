package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.HeatedPrices;
import io.riskloom.app.chart.ChartModel.HeatedPrices.Bands;
import io.riskloom.app.chart.ChartModel.HeatedPrices.HeatRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeatedPainterTest {

    @TempDir
    Path folder;

    /** Four days with lows from 99 and highs to 104; two columns a day over two bands. */
    private static HeatedPrices bars() {
        double[][] cells = {{0, 0, 1, 2, 0, 0, 0, 0}, {0, 0, 0, 0, 5, 1, 0, 0}};
        Bands bands = new Bands("Band", cells, 99, 105, new double[][] {{0, 0, 0, 0, 0, 0, 0, 3}});
        return new HeatedPrices(
                TestModels.history(4), "Close", "Volume", new double[] {0, 3, 6, -1}, "Share", bands, List.of());
    }

    private static HeatedPrices series() {
        List<HeatRow> rows = List.of(
                new HeatRow("return", new double[] {1, 2, 3, 4}), new HeatRow("range", new double[] {-1, 0, 0, 8}));
        return new HeatedPrices(
                TestModels.history(4), "Close", "Volume", new double[] {0, 2, 3, 12}, "Share", null, rows);
    }

    private static Plot paint(HeatedPainter painter, RecordingSurface surface) {
        return painter.paint(painter.home(), Style.of(Palette.LIGHT), surface, 600, 400);
    }

    private static List<ReadOut.Entry> read(HeatedPainter painter, Plot plot, int day, double py) {
        return painter.readOut(plot, plot.x().at(day), py, key -> key)
                .orElseThrow()
                .entries();
    }

    @Test
    void aDayIsReadWithItsImportanceAndThePriceBandUnderTheMouse() {
        HeatedPainter painter = new HeatedPainter(bars());
        Plot plot = paint(painter, new RecordingSurface());
        double upper = plot.y().at(104);
        List<ReadOut.Entry> entries = read(painter, plot, 1, upper);
        assertTrue(entries.contains(new ReadOut.Entry("Share", "3.000")));
        assertTrue(entries.contains(new ReadOut.Entry("Band 102.00 – 105.00", "3.000")), entries.toString());
        double lower = plot.y().at(100);
        assertTrue(read(painter, plot, 2, lower).contains(new ReadOut.Entry("Band 99.00 – 102.00", "6.000")));
    }

    @Test
    void thePricesReachOverTheBands() {
        HeatedPainter painter = new HeatedPainter(bars());
        Plot plot = paint(painter, new RecordingSurface());
        assertTrue(plot.y().low() < 99 && plot.y().high() > 105);
    }

    @Test
    void aSeriesUnderTheMouseIsReadByItsName() {
        HeatedPainter painter = new HeatedPainter(series());
        Plot plot = paint(painter, new RecordingSurface());
        List<ReadOut.Entry> last = read(painter, plot, 3, plot.bottom() - 2);
        assertEquals(new ReadOut.Entry("range", "8.000"), last.getLast());
    }

    @Test
    void daysAreShadedWhereThereAreNoBands() {
        RecordingSurface shaded = new RecordingSurface();
        paint(new HeatedPainter(series()), shaded);
        RecordingSurface banded = new RecordingSurface();
        paint(new HeatedPainter(bars()), banded);
        assertEquals(2, cells(shaded), "the two series");
        assertEquals(2, cells(banded), "prices and volume");
    }

    private static long cells(RecordingSurface surface) {
        return surface.drawn.stream().filter(d -> d.kind().equals("g")).count();
    }

    @Test
    void theFileHoldsBarsImportanceAndSeries() throws Exception {
        Path file = folder.resolve("days.csv");
        ChartExport.csv(series(), file);
        List<String> lines = Files.readAllLines(file);
        assertEquals("date,open,high,low,close,volume,Share,return,range", lines.getFirst());
        assertEquals("2020-01-02,100.5,102,100,101,1000001,2,2,0", lines.get(2));
    }

    @Test
    void asManyValuesAsDaysAreWanted() {
        HeatedPrices wrong =
                new HeatedPrices(TestModels.history(4), "Close", "Volume", new double[3], "Share", null, List.of());
        assertThrows(IllegalArgumentException.class, () -> new HeatedPainter(wrong));
    }

    @Test
    void coloursReachToTheNinetyNinthPercentile() {
        double[][] cells = new double[1][101];
        for (int i = 0; i <= 100; i++) {
            cells[0][i] = i % 2 == 0 ? i : -i;
        }
        assertEquals(99, Strength.limit(cells), 0);
        double[][] single = new double[20][20];
        single[3][4] = -0.5;
        assertEquals(0.5, Strength.limit(single), 0, "the largest where nearly all are zero");
        assertEquals(0, Strength.limit(new double[0][]), 0);
    }
}
