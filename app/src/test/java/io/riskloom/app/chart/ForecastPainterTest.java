package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.ForecastChart;
import io.riskloom.app.chart.ReadOut.Entry;
import io.riskloom.engine.model.Forecast;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecastPainterTest {

    private static ReadOut at(ChartModel model, int bar) {
        return found(model, bar).orElseThrow();
    }

    private static Optional<ReadOut> found(ChartModel model, int bar) {
        ChartPainter painter = Painter.of(model);
        Plot plot = painter.paint(painter.home().all(), Style.of(Palette.LIGHT), new RecordingSurface(), 800, 400);
        return painter.readOut(plot, plot.x().at(bar), plot.top() + 5, key -> key);
    }

    private static String entry(ReadOut readOut, String name) {
        return readOut.entries().stream()
                .filter(e -> e.name().equals(name))
                .map(Entry::value)
                .findFirst()
                .orElse("");
    }

    private static List<String> csv(ChartModel model) throws IOException {
        StringBuilder text = new StringBuilder();
        Painter.of(model).csv(new CsvWriter(text));
        return text.toString().lines().toList();
    }

    @Test
    void aDayShowsWhatEveryModelSaidOfItAndWhatTheyKnew() {
        ReadOut readOut = at(ForecastModels.two(null, 2), 25);
        assertEquals("123.50", entry(readOut, "Forecast"));
        assertEquals("122.50 – 124.50", entry(readOut, "50%"));
        assertEquals("121.50 – 125.50", entry(readOut, "90%"));
        assertEquals("123.00", entry(readOut, "Last value"));
        assertEquals("130.00 (128.00 – 132.00)", entry(readOut, "GRU"));
        assertEquals(ForecastModels.day(23).toString(), entry(readOut, "Known up to"));
        assertEquals("125.00", entry(readOut, "chart.close"));
    }

    @Test
    void aModelWithoutThatManyDaysAheadSaysNothing() {
        ReadOut readOut = at(ForecastModels.two(null, 1), 25);
        assertEquals("124.50", entry(readOut, "Forecast"));
        assertEquals("", entry(readOut, "GRU"));
    }

    @Test
    void aForecastDrawnWholeTakesThePlaceOfTheOthers() {
        ForecastChart chart = ForecastModels.two(ForecastModels.day(23), 1);
        assertEquals("123.50", entry(at(chart, 26), "Forecast"));
        assertEquals(ForecastModels.day(23).toString(), entry(at(chart, 26), "Known up to"));
        assertEquals("", entry(at(chart, 27), "Forecast"), "its three days are over");
        assertEquals("", entry(at(chart, 23), "Forecast"), "the origin is known, not forecast");
        assertEquals("130.00 (128.00 – 132.00)", entry(at(chart, 25), "GRU"));
    }

    @Test
    void daysThatCameAfterTheForecastStandBesideIt() {
        ReadOut readOut = at(ForecastModels.two(null, 1), 37);
        assertEquals("137.00", entry(readOut, "chart.close"));
        assertEquals("135.50", entry(readOut, "Forecast"));
        assertEquals(ForecastModels.day(35).toString(), entry(readOut, "Known up to"));
    }

    @Test
    void aModelThatKnewLessSaysSo() {
        ForecastChart chart = ForecastModels.two(null, 1);
        ForecastChart.Model earlier = new ForecastChart.Model(
                "TCN",
                ChartModel.Tone.THIRD,
                TestModels.none(),
                ForecastModels.forecast(34, 34, new int[] {1, 2, 3}, 2));
        ForecastChart both = new ForecastChart(
                chart.history(),
                List.of(chart.models().getFirst(), earlier),
                1,
                null,
                chart.testFrom(),
                "",
                chart.legend());
        assertEquals("136.00 (134.00 – 138.00), Known up to " + ForecastModels.day(34), entry(at(both, 36), "TCN"));
    }

    @Test
    void daysBetweenTheOriginAndTheOneStepAreNotFilledIn() {
        ForecastChart chart = ForecastModels.single();
        assertEquals("", entry(at(chart, 23), "Forecast"));
        assertEquals("123.00", entry(at(chart, 24), "Forecast"));
        assertTrue(found(chart, 40).isEmpty());
        ReadOut ahead = at(chart, 41);
        assertEquals(ForecastModels.day(39) + " +2", ahead.title());
        assertEquals("140.00", entry(ahead, "Forecast"));
    }

    @Test
    void dataHoldTheOtherModelsAndTheForecastDrawnWhole() throws IOException {
        List<String> rows = csv(ForecastModels.two(ForecastModels.day(23), 2));
        assertTrue(rows.getFirst().endsWith("last_value,GRU,GRU lower90,GRU upper90"), rows.getFirst());
        assertEquals(1 + 40 + 3 + 3, rows.size());
        assertTrue(rows.get(26).startsWith(ForecastModels.day(25).toString()), rows.get(26));
        assertTrue(rows.get(26).endsWith(",2,123.5,122.5,124.5,121.5,125.5,123,130,128,132"), rows.get(26));
        assertTrue(rows.get(41).startsWith(ForecastModels.day(23) + ",,"), rows.get(41));
        assertTrue(rows.get(41).endsWith(",1,123.5,122.5,124.5,121.5,125.5,123,,,"), rows.get(41));
        assertTrue(rows.get(42).endsWith(",2,123.5,122.5,124.5,121.5,125.5,123,130,128,132"), rows.get(42));
        assertTrue(rows.get(45).startsWith(ForecastModels.day(35) + ",,"), rows.get(45));
        assertTrue(rows.get(45).endsWith(",2,135.5,134.5,136.5,133.5,137.5,135,142,140,144"), rows.get(45));
    }

    @Test
    void theHeadNamesTheOtherModelsAndTheDayItStartsFrom() {
        RecordingSurface surface = new RecordingSurface();
        ForecastChart chart = ForecastModels.two(ForecastModels.day(23), 2);
        Painter.paint(chart, Painter.home(chart), Palette.LIGHT, surface, 900, 400);
        List<String> words = surface.drawn.stream()
                .filter(d -> d.kind().equals("text"))
                .map(RecordingSurface.Drawn::words)
                .toList();
        assertTrue(words.containsAll(List.of("LSTM", "GRU", "From then", "Price")), words.toString());
    }

    @Test
    void aDirectionIsRightWhereTheLikeliestClassCame() throws IOException {
        ReadOut hit = at(ForecastModels.direction(3), 12);
        assertEquals("20.0%", entry(hit, "Up"));
        assertEquals("60.0%", entry(hit, "Flat"));
        assertEquals("Flat", entry(hit, "What came"));
        assertEquals("Right", entry(hit, ""));
        ReadOut miss = at(ForecastModels.direction(2), 11);
        assertEquals("30.0%", entry(miss, "Up"));
        assertEquals("Up", entry(miss, "What came"));
        assertEquals("Wrong", entry(miss, ""));
        assertEquals("", entry(at(ForecastModels.direction(2), 14), "Up"));
        List<String> rows = csv(ForecastModels.direction(2));
        assertTrue(rows.getFirst().endsWith(",Down,Up,outcome,hit"), rows.getFirst());
        assertTrue(rows.get(11).endsWith(",0.4,0.6,Up,1"), rows.get(11));
        assertTrue(rows.get(12).endsWith(",0.7,0.3,Up,0"), rows.get(12));
        assertTrue(rows.get(15).endsWith(",,,,"), rows.get(15));
    }

    @Test
    void aLevelIsReadWhereItStands() throws IOException {
        ChartPainter painter = Painter.of(ForecastModels.reliability());
        Plot plot = painter.paint(painter.home(), Style.of(Palette.LIGHT), new RecordingSurface(), 500, 300);
        ReadOut readOut =
                painter.readOut(plot, plot.x().at(.88), plot.top(), key -> key).orElseThrow();
        assertEquals("90%", readOut.title());
        assertEquals("85.0%", entry(readOut, "Held"));
        assertEquals("82.0 – 88.0%", entry(readOut, "Interval"));
        assertEquals("12.50%", entry(readOut, "Width"));
        assertTrue(
                painter.readOut(plot, plot.x().at(.2), plot.top(), key -> key).isEmpty());
        assertEquals(
                List.of(
                        "nominal,coverage,low,high,width_percent",
                        "0.5,0.46,0.42,0.52,4.25",
                        "0.9,0.85,0.82,0.88,12.5"),
                csv(ForecastModels.reliability()));
    }

    @Test
    void aVeryWideBandIsCutOffBeforeItFlattensThePrices() {
        ForecastChart chart = ForecastModels.two(null, 1);
        double[][] middle = {{136}};
        double[][] wide = {{1e6}};
        Forecast ahead = Forecast.ofCloses(
                List.of(ForecastModels.day(35)), new double[] {135}, middle, middle, middle, middle, middle, wide);
        ChartModel.ForecastChart.Model wild =
                new ForecastChart.Model("LSTM", ChartModel.Tone.ACCENT, TestModels.none(), ahead);
        ForecastChart model =
                new ForecastChart(chart.history(), List.of(wild), 1, null, chart.testFrom(), "", chart.legend());
        ChartPainter painter = Painter.of(model);
        Plot plot = painter.paint(painter.home().all(), Style.of(Palette.LIGHT), new RecordingSurface(), 800, 400);
        assertTrue(
                plot.y().high() > 139 && plot.y().high() < 200,
                "up to " + plot.y().high());
        assertEquals("136.00 – 1,000,000.00", entry(at(model, 36), "90%"));
    }

    @Test
    void aDirectionStandsUntilTheNextOne() {
        DirectionBars bars = new DirectionBars(ForecastModels.direction(2), new Bars(ForecastModels.HISTORY).days);
        assertEquals(11, bars.next(0));
        assertEquals(14, bars.next(3));
    }
}
