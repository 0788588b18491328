package io.riskloom.app.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownSeriesTest {

    @TempDir
    Path folder;

    private static RunSpec spec(Path file, String target) {
        return Specs.with(
                Specs.defaults("forecast", file.toString()),
                Map.of("target", target, "window", "30", "horizon", "5", "volatilityDays", "10"));
    }

    @Test
    void aVolatilityRunShowsRealisedVolatilityInPerCentAYear() throws Exception {
        Path file = MadeForecasts.prices(folder, 900);
        Run run = MadeForecasts.run("r1", 0, spec(file, "volatility"), 900);
        Imported read = CsvReader.read(file);
        ShownSeries shown = ShownSeries.of(run, read);
        double[] close = shown.prices().close();
        double squares = 0;
        for (int t = 491; t <= 500; t++) {
            squares += Math.pow(Math.log(close[t] / close[t - 1]), 2);
        }
        assertEquals(890, shown.drawn().size());
        assertEquals(shown.prices().dates().get(500), shown.drawn().dates().get(490));
        assertEquals(100 * Math.sqrt(252 * squares / 10), shown.drawn().close()[490], 1e-9);
        assertTrue(shown.note().isEmpty());
    }

    @Test
    void daysThatCameSinceAreCountedForBothQuantities() throws Exception {
        Path file = MadeForecasts.prices(folder, 900);
        for (String target : new String[] {"path", "volatility"}) {
            ShownSeries shown =
                    ShownSeries.of(MadeForecasts.run("r1", 0, spec(file, target), 880), CsvReader.read(file));
            assertEquals(20, shown.days());
            assertEquals("forecast.note.longer", shown.note().orElseThrow().key());
        }
    }

    @Test
    void closesAreDrawnAsTheyAre() throws Exception {
        Path file = MadeForecasts.prices(folder, 900);
        ShownSeries shown = ShownSeries.of(MadeForecasts.run("r1", 0, spec(file, "return"), 900), CsvReader.read(file));
        assertSame(shown.prices(), shown.drawn());
        assertEquals(0, shown.days());
    }
}
