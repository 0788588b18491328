package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.session.Samples;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.ForecastWindows;
import io.riskloom.engine.feature.ImageEncoding;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SightModelTest {

    @TempDir
    static Path folder;

    private static PriceHistory bars;
    private static PriceHistory closes;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final SightModel model = new SightModel(new Tasks(waiting::add, Runnable::run));

    @BeforeAll
    static void read() throws Exception {
        List<Path> samples = Samples.unpack(folder);
        bars = ((Imported.Prices) CsvReader.read(samples.get(0))).series().getFirst();
        closes = ((Imported.Prices) CsvReader.read(samples.get(2))).series().getFirst();
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private static ForecastSpec forecast(Object... settings) {
        return with(Specs.defaults(ForecastSpec.class, "p.csv"), settings);
    }

    private static <S extends RunSpec> S with(S spec, Object... settings) {
        Map<String, Object> map = new java.util.HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put((String) settings[i], settings[i + 1]);
        }
        return Specs.with(spec, map);
    }

    @Test
    void featuresAreThoseThatTrainingWouldGiveTheNetwork() throws Exception {
        ForecastSpec spec = forecast("inputs", "returns,indicators");
        model.show(spec, bars, BarUnit.DAY);
        work();
        Sight.Days days = assertInstanceOf(Sight.Days.class, model.sight().get());
        assertEquals(List.of("logReturn", "rsi14", "macdHistogram", "percentB", "atr14"), days.names());
        ForecastWindows windows =
                ForecastWindows.of(bars, Splits.days(spec, bars.size()), List.of("returns", "indicators"));
        float[] trained = windows.of(bars.size() - 1);
        for (int t = 0; t < 60; t++) {
            assertEquals(trained[t * 5 + 1], days.values()[1][t], "RSI of day " + t);
        }
        assertEquals(
                bars.dates().subList(bars.size() - 60, bars.size()),
                days.window().dates());
        assertEquals(
                bars.dates().get(Splits.days(spec, bars.size()).trainingDays().last()), days.last());
    }

    @Test
    void picturesAreEncodedAsTrainingWould() {
        model.show(with(Specs.defaults(ClassifySpec.class, "p.csv"), "encoding", "recurrence"), bars, BarUnit.DAY);
        model.day().set(1_000);
        work();
        Sight.Picture picture =
                assertInstanceOf(Sight.Picture.class, model.sight().get());
        double[][] expected = ImageEncoding.encode("recurrence", Arrays.copyOfRange(bars.close(), 937, 1_001), 32);
        assertArrayEquals(expected[7], picture.pixels()[7]);
        assertEquals(bars.dates().get(1_000), picture.window().dates().getLast());
        assertEquals(64, picture.window().size());
    }

    @Test
    void chartsOfBarsHaveTheirOwnSidesAndNeedBars() {
        model.show(forecast("model", "resnet50", "encoding", "bars", "window", 20), bars, BarUnit.DAY);
        work();
        double[][] pixels = ((Sight.Picture) model.sight().get()).pixels();
        assertEquals(64, pixels.length);
        assertEquals(60, pixels[0].length);
        model.show(forecast("model", "resnet50", "encoding", "bars", "window", 20), closes, BarUnit.MONTH);
        work();
        assertNull(model.sight().get());
        assertEquals("feature.error.noBars", model.problem().get().orElseThrow().key());
        assertTrue(model.offered().get());
    }

    @Test
    void daysAreKeptWhileSettingsChangeAndStayWithinTheSeries() {
        model.show(forecast(), bars, BarUnit.DAY);
        assertEquals(bars.size() - 1, model.day().get(), "the last day at first");
        assertEquals(60, model.first().get());
        model.day().set(100);
        model.step(-1);
        assertEquals(99, model.day().get());
        model.show(forecast("window", 250), bars, BarUnit.DAY);
        assertEquals(250, model.day().get());
        model.step(-5);
        assertEquals(250, model.day().get());
        model.show(forecast(), closes, BarUnit.MONTH);
        assertEquals(closes.size() - 1, model.day().get(), "a new file is shown at its end");
    }

    @Test
    void onlyTheLastDayAskedForIsMade() {
        model.show(forecast(), bars, BarUnit.DAY);
        for (int day = 100; day < 200; day++) {
            model.day().set(day);
        }
        assertEquals(1, waiting.size());
        waiting.remove().run();
        assertNull(model.sight().get(), "nobody wants the first any more");
        assertEquals(1, waiting.size());
        work();
        assertEquals(bars.dates().get(199), model.sight().get().window().dates().getLast());
        Sight shown = model.sight().get();
        model.day().set(150);
        assertSame(shown, model.sight().get(), "until the next is there");
    }

    @Test
    void otherTasksAndShortSeriesHaveNothingToShow() {
        model.show(Specs.defaults(CreditSpec.class, "c.csv"), bars, BarUnit.DAY);
        assertFalse(model.offered().get());
        model.show(forecast("window", 500), closes, BarUnit.MONTH);
        assertFalse(model.offered().get());
        assertEquals(0, waiting.size());
    }
}
