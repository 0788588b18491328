package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.app.chart.ReadOut.Place;
import io.riskloom.engine.model.Forecast;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadOutTest {

    @Test
    void boxNeverCoversTheBarItDescribes() {
        for (double width : new double[] {300, 420, 900}) {
            Plot plot = new Plot(
                    8, 40, width - 64, 380, Axis.of(0, 1, 8, width - 64, false), Axis.of(0, 1, 380, 40, false));
            for (double x = 8; x <= width - 64; x += 3) {
                for (double top = 60; top < 360; top += 40) {
                    ReadOut readOut = new ReadOut(x, 4, top, top + 12, 0, "", List.of());
                    Place at = readOut.place(plot, 178, 62, width);
                    boolean apart = at.x() > x + 4 || at.x() + 178 < x - 4 || at.y() > top + 12 || at.y() + 62 < top;
                    assertTrue(apart, width + " " + x + " " + top + " " + at);
                }
            }
        }
    }

    private static ReadOut at(ChartModel model, double index) {
        ChartPainter painter = Painter.of(model);
        Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), new RecordingSurface(), 900, 500);
        double px = plot.x().at(index);
        return painter.readOut(plot, px, plot.top() + 5, key -> key).orElseThrow();
    }

    @Test
    void priceReadOutGivesTheBarUnderTheCursor() {
        ReadOut readOut = at(TestModels.price(40), 7.3);
        assertEquals(7, readOut.index());
        assertEquals("2020-01-08", readOut.title());
        assertEquals(
                List.of(
                        new Entry("chart.open", "106.50"),
                        new Entry("chart.high", "108.00"),
                        new Entry("chart.low", "106.00"),
                        new Entry("chart.close", "107.00"),
                        new Entry("chart.volume", "1,000,007")),
                readOut.entries());
    }

    @Test
    void forecastReadOutCountsDaysFromTheLastDate() {
        ReadOut readOut = at(TestModels.forecast(40), 41);
        assertEquals("2020-02-09 +2", readOut.title());
        assertEquals(new Entry("Forecast", "141.00"), readOut.entries().getFirst());
        assertEquals(new Entry("90%", "138.00 – 144.00"), readOut.entries().get(2));
        assertEquals(new Entry("Last value", "139.00"), readOut.entries().getLast());
    }

    @Test
    void lineReadOutSnapsToTheNearestPoint() {
        ReadOut readOut = at(TestModels.lines(), 3.8);
        assertEquals("Epoch 4", readOut.title());
        assertEquals(new Entry("Loss <a>", "2.000"), readOut.entries().getFirst());
        assertEquals(new Entry("Nothing", "–"), readOut.entries().get(1));
    }

    @Test
    void histogramReadOutNamesItsBin() {
        ReadOut readOut = at(TestModels.histogram(), 0.4);
        assertEquals(1, readOut.index());
        assertEquals(new Entry("Real", "7"), readOut.entries().getFirst());
    }

    @Test
    void tileReadOutFindsTheCellUnderTheMouse() {
        ChartPainter painter = Painter.of(TestModels.tiles(ChartModel.HeatTiles.Scale.DIVERGING_SHARED));
        Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), new RecordingSurface(), 900, 500);
        double[] frame = painter.frame(2).orElseThrow();
        double px = frame[0] + frame[2] * 0.9;
        double py = frame[1] + frame[3] * 0.75;
        ReadOut readOut = painter.readOut(plot, px, py, key -> key).orElseThrow();
        assertEquals(2, readOut.index());
        assertEquals(List.of(new Entry("chart.row 2, chart.column 3", "5.000")), readOut.entries());
    }

    @Test
    void namedCellsAreToldByTheirNames() {
        ChartModel.HeatTiles.Tile tile = new ChartModel.HeatTiles.Tile(
                "x", new double[][] {{1, 2}, {3, Double.NaN}}, List.of("a", "b", "c", ""));
        ChartPainter painter =
                Painter.of(new ChartModel.HeatTiles(List.of(tile), 1, ChartModel.HeatTiles.Scale.DIVERGING_SHARED, -1));
        Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), new RecordingSurface(), 300, 300);
        double[] frame = painter.frame(0).orElseThrow();
        double left = frame[0] + frame[2] * 0.25;
        double low = frame[1] + frame[3] * 0.75;
        assertEquals(
                List.of(new Entry("c", "3.000")),
                painter.readOut(plot, left, low, key -> key).orElseThrow().entries());
        assertEquals(
                List.of(new Entry("chart.row 2, chart.column 2", "–")),
                painter.readOut(plot, left + frame[2] / 2, low, key -> key)
                        .orElseThrow()
                        .entries(),
                "a cell without a name by its place");
    }

    @Test
    void testForecastsStandAtTheirStepAfterTheOrigin() {
        int[] days = TestModels.history(10).dates().stream()
                .mapToInt(d -> (int) d.toEpochDay())
                .toArray();
        double[][] f = {{7, 8}, {9, 10}};
        Forecast test =
                Forecast.ofCloses(TestModels.history(10).dates().subList(3, 5), new double[] {1, 2}, f, f, f, f, f, f);
        ForecastPath path = ForecastPath.test(test, 2, days);
        assertEquals(5, path.start());
        assertEquals(8, path.value(path.indexOf(5)), 0);
        assertEquals(10, path.value(path.indexOf(6)), 0);
        assertEquals(-1, path.indexOf(4));
    }

    @Test
    void fanQuantilesInterpolateBetweenOrderStatistics() {
        double[][] paths = {{4, 1}, {1, Double.NaN}, {3, 3}, {2, 2}, {5, Double.NaN}};
        double[][] q = FanBands.of(paths).quantiles();
        assertArrayEquals(new double[] {3, 2}, q[2], 1e-12);
        assertArrayEquals(new double[] {1.2, 1.1}, q[0], 1e-12);
        assertArrayEquals(new double[] {4, 2.5}, q[3], 1e-12);
    }

    @Test
    void bandsAreMissingBeyondTheLastStepOfThePaths() {
        double[][] longer = FanBands.of(new double[][] {{4, 1}}).over(3);
        assertArrayEquals(new double[] {4, 1, Double.NaN}, longer[2], 0);
    }

    @Test
    void aFanDrawsTheBandsThatItWasGiven() {
        double[][] bands = {{1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}};
        ChartModel.FanChart given = new ChartModel.FanChart(
                new double[][] {{100, 100}},
                new FanBands(bands),
                -1,
                new double[0],
                "",
                "",
                TestModels.fan().legend());
        ChartPainter painter = Painter.of(given);
        Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), new RecordingSurface(), 600, 300);
        ReadOut said =
                painter.readOut(plot, plot.x().at(1), plot.top(), key -> key).orElseThrow();
        assertEquals("3.00", said.entries().getFirst().value());
        assertEquals("2.00 – 4.00", said.entries().get(1).value());
    }

    @Test
    void paletteScalesAreAnchoredAtTheirEndsAndMiddle() {
        assertEquals(0xffb2182b, Palette.LIGHT.diverging(-1));
        assertEquals(0xffffffff, Palette.LIGHT.diverging(0));
        assertEquals(0xff2166ac, Palette.LIGHT.diverging(7));
        assertEquals(Palette.LIGHT.grid(), Palette.LIGHT.diverging(Double.NaN));
        assertEquals(0xff0a3069, Palette.LIGHT.sequential(1));
    }

    @Test
    void aStripTellsTheDayAndEveryValueOnIt() {
        ChartPainter painter = Painter.of(TestModels.strips());
        Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), new RecordingSurface(), 600, 300);
        double day = plot.width() / 4;
        ReadOut found = painter.readOut(plot, plot.left() + 1.5 * day, plot.top() + 1, key -> key)
                .orElseThrow();
        assertEquals("2020-01-02", found.title());
        assertEquals(List.of(new Entry("Return", "0.00"), new Entry("波动率", "2.00")), found.entries());
        assertEquals(plot.left() + 1.5 * day, found.x(), 1e-9);
        assertTrue(painter.readOut(plot, plot.left() - 5, plot.top() + 1, key -> key)
                .isEmpty());
    }
}
