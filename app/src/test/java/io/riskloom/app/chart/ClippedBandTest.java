package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.RecordingSurface.Drawn;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClippedBandTest {

    /** Ten pixels a bar, prices from 0 to 100 from y = 110 up to y = 10. */
    private final Plot plot = new Plot(0, 10, 200, 110, Axis.of(0, 20, 0, 200, false), Axis.of(0, 100, 110, 10, false));

    private final RecordingSurface surface = new RecordingSurface();

    private List<Drawn> marks(double[] end, boolean upper) {
        double[] x = {9, 10, 11, 12};
        ClippedBand.draw(surface, Style.of(Palette.LIGHT), plot, x, end, 0, 4, upper, 0xFF0000FF);
        return surface.drawn.stream()
                .filter(drawn -> drawn.kind().equals("rect")
                        && drawn.coordinates().get(3).equals("3"))
                .toList();
    }

    private List<String> words() {
        return surface.drawn.stream()
                .filter(drawn -> drawn.kind().equals("text"))
                .map(Drawn::words)
                .toList();
    }

    @Test
    void barsAboveThePlotAreMarkedOnItsUpperEdgeWithTheFarthest() {
        List<Drawn> marks = marks(new double[] {90, 110, 145, 120}, true);
        assertEquals(
                List.of("95", "105", "115"),
                marks.stream().map(mark -> mark.coordinates().getFirst()).toList());
        assertTrue(marks.stream().allMatch(mark -> mark.coordinates().get(1).equals("10")));
        assertEquals(List.of("145.00"), words());
    }

    @Test
    void barsBelowAreMarkedOnTheLowerEdge() {
        List<Drawn> marks = marks(new double[] {5, -3, 0, Double.NaN}, false);
        assertEquals(1, marks.size());
        assertEquals("107", marks.getFirst().coordinates().get(1));
        assertEquals(List.of("−3.0000"), words());
    }

    @Test
    void aBandWithinThePlotHasNoMark() {
        assertEquals(List.of(), marks(new double[] {90, 95, 99, 100}, true));
        assertEquals(List.of(), words());
    }
}
