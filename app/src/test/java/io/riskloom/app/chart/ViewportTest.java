package io.riskloom.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViewportTest {

    private static double share(Viewport view, double at) {
        return (at - view.low()) / view.span();
    }

    @Test
    void zoomingKeepsTheValueUnderTheCursorWhereItIs() {
        Viewport view = Viewport.all(0, 1000, 8).show(400, 600);
        for (double at : new double[] {400, 433, 500, 600}) {
            Viewport in = view.zoom(0.5, at);
            assertEquals(share(view, at), share(in, at), 1e-12);
            assertEquals(100, in.span(), 1e-9);
        }
    }

    @Test
    void zoomingOutStopsAtTheLimitsAndInAtTheSmallestSpan() {
        Viewport view = Viewport.all(0, 1000, 8).show(0, 100);
        assertEquals(Viewport.all(0, 1000, 8), view.zoom(100, 20));
        assertEquals(8, view.zoom(1e-9, 20).span(), 1e-9);
    }

    @Test
    void panningKeepsTheSpanAndStopsAtTheEdges() {
        Viewport view = Viewport.all(0, 1000, 8).show(400, 600);
        assertEquals(450, view.pan(50).low(), 0);
        assertEquals(800, view.pan(5000).low(), 0);
        assertEquals(200, view.pan(-5000).high(), 0);
    }

    @Test
    void noSeriesOfGesturesLeavesTheLimits() {
        Random random = new Random(1);
        Viewport view = Viewport.all(-0.5, 99.5, 8);
        for (int n = 0; n < 5000; n++) {
            view = random.nextBoolean()
                    ? view.zoom(Math.exp(random.nextGaussian()), view.low() + random.nextDouble() * view.span())
                    : view.pan(random.nextGaussian() * 50);
            assertTrue(view.low() >= -0.5 && view.high() <= 99.5 && view.span() > 7.999, view.toString());
        }
    }

    @Test
    void anEmptyViewportIsRefusedWithBothNumbers() {
        String message = assertThrows(IllegalArgumentException.class, () -> Viewport.all(3, 3, 1))
                .getMessage();
        assertTrue(message.contains("3.0 to 3.0"), message);
    }

    @Test
    void rangesCountBackFromTheLastDate() {
        List<LocalDate> dates = IntStream.range(0, 1000)
                .mapToObj(i -> LocalDate.of(2020, 1, 1).plusDays(i))
                .toList();
        Viewport all = Viewport.all(-0.5, 1019.5, 8);
        Viewport month = RangeButtons.viewport(Period.ofMonths(1), all, dates);
        assertEquals(dates.getLast().minusMonths(1).plusDays(1), dates.get((int) Math.ceil(month.low())));
        assertEquals(1019.5, month.high(), 0);
        assertEquals(all, RangeButtons.viewport(Period.ofYears(5), all, dates));
        assertEquals(all, RangeButtons.viewport(Period.ZERO, month, dates));
    }

    @Test
    void axisMapsThereAndBackOnBothScales() {
        for (boolean log : new boolean[] {false, true}) {
            Axis axis = Axis.of(10, 1000, 400, 20, log);
            assertEquals(400, axis.at(10), 1e-9);
            assertEquals(20, axis.at(1000), 1e-9);
            assertEquals(123, axis.value(axis.at(123)), 1e-9);
        }
        assertEquals(210, Axis.of(10, 1000, 400, 20, true).at(100), 1e-9);
    }
}
