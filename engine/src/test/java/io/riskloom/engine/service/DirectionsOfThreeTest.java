package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Directions;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Specs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a question: trained, opened, asked. */
class DirectionsOfThreeTest {
    private static final int DAYS = 260;
    private static final int WINDOW = 10;

    @TempDir
    private Path folder;

    private ClassifySpec spec() throws Exception {
        StringBuilder prices = new StringBuilder("date,close\n");
        for (int t = 0; t < DAYS; t++) {
            prices.append(LocalDate.of(2020, 1, 1).plusDays(t))
                    .append(String.format(Locale.ROOT, ",%.4f%n", 100 + 5 * Math.sin(0.3 * t) + Math.sin(2.1 * t)));
        }
        Path file = Files.writeString(folder.resolve("prices.csv"), prices);
        return Specs.with(
                Specs.defaults(ClassifySpec.class, file.toString()),
                Map.of("model", "mlp", "directions", "three", "window", WINDOW, "horizon", 2, "units", 8, "epochs", 2));
    }

    @Test
    void everyDayWithAFullWindowHasThreeProbabilities() throws Exception {
        ClassifySpec spec = spec();
        Path run = folder.resolve("run");
        try (LocalEngine engine = new LocalEngine(EngineEvents.SILENT)) {
            Outcome outcome = Asked.get(engine.train(new TrainRequest(spec, run.toString(), "cpu")));
            assertInstanceOf(Outcome.Finished.class, outcome, outcome.toString());
            Requests.ScoreRequest question =
                    new Requests.ScoreRequest(new Requests.ModelRef(spec, run.toString()), spec.data());
            Directions told = Asked.get(engine.directions(question));
            assertEquals(
                    LocalDate.of(2020, 1, 1).plusDays(WINDOW), told.origins().getFirst());
            assertEquals(DAYS - WINDOW, told.origins().size());
            double[][] p = told.probability();
            assertEquals(DAYS - WINDOW, p.length);
            for (double[] row : p) {
                assertEquals(3, row.length);
                assertEquals(1, Arrays.stream(row).sum(), 1e-6);
            }
            assertTrue(Arrays.stream(p).mapToDouble(row -> row[0]).distinct().count() > 100, "days differ");
            // the one number a day is the last class's
            double[] up = Asked.get(engine.score(question));
            assertArrayEquals(
                    Arrays.stream(p).mapToDouble(row -> row[2]).toArray(), Arrays.copyOfRange(up, WINDOW, DAYS), 1e-12);
        }
    }
}
