package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.model.ChallengerScore.Gap;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.stats.Distances;
import io.riskloom.engine.stats.Quantiles;
import io.riskloom.engine.stats.StylisedFacts;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PathSpreadTest {

    private final double[] real = Simulated.garch(800, 4);

    @Test
    void intervalsLayTheSpreadOfTheDrawsAroundTheValue() {
        double[] drawn =
                IntStream.rangeClosed(0, 100).mapToDouble(i -> 5 + i / 100.0).toArray();
        Interval interval = PathSpread.interval(2, drawn);
        assertEquals(2 - 0.475, interval.low(), 1e-12);
        assertEquals(2 + 0.475, interval.high(), 1e-12);
        assertEquals(0, PathSpread.interval(0.1, drawn).low(), "no distance is below 0");
    }

    @Test
    void differencesArePaired() {
        double[] first = IntStream.rangeClosed(0, 100).mapToDouble(i -> 100 * i).toArray();
        double[] second = IntStream.rangeClosed(0, 100)
                .mapToDouble(i -> 100 * i + i / 100.0)
                .toArray();
        Gap gap = PathSpread.gap(7, 7.6, first, second);
        assertEquals(-0.6, gap.difference(), 1e-12);
        assertEquals(-0.6 - 0.475, gap.low(), 1e-9);
        assertEquals(-0.6 + 0.475, gap.high(), 1e-9);
        assertEquals(2.0 / 102, gap.pValue(), 1e-12);
        assertEquals(1, PathSpread.gap(7, 7, first, second).pValue());
    }

    @Test
    void drawnFiguresSpreadAboutThoseOfTheRealSpan() {
        FactScale scale = FactScale.of(real, 800, 3);
        double[][] paths = Simulated.noise(60, 800, 5);
        double[][] drawn = new PathSpread(scale, real).of(paths, scale.ofGroups(paths), 11);
        double day = Distances.wasserstein1(StylisedFacts.pooled(paths), real);
        assertEquals(day, Quantiles.of(drawn[1], 0.5), 0.4 * day);
        assertEquals(scale.score(paths), Quantiles.of(drawn[0], 0.5), 0.4 * scale.score(paths));
        for (double[] figure : drawn) {
            assertTrue(Quantiles.of(figure, 0.9) > Quantiles.of(figure, 0.1));
        }
        assertArrayEquals(drawn[3], new PathSpread(scale, real).of(paths, scale.ofGroups(paths), 11)[3]);
    }

    @Test
    void distributionsOnTheGridAreAsFarApartAsTheSamples() {
        double[] other = Simulated.noise(1, 500, 8)[0];
        ShareGrid grid = ShareGrid.over(real);
        double exact = Distances.wasserstein1(other, real);
        assertEquals(exact, grid.distance(grid.shares(other), grid.shares(real)), 0.02 * exact);
        assertEquals(0, grid.distance(grid.shares(real), grid.shares(real)));
        assertEquals(1, grid.shares(real)[399], 1e-12);
    }
}
