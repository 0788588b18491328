package io.riskloom.app.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.Palette;
import io.riskloom.app.inside.TileLayout.Spot;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TileLayoutTest {

    @Test
    void everyCellOfEveryTileIsFoundWhereItIsPainted() {
        Random random = new Random(3);
        for (int trial = 0; trial < 200; trial++) {
            int rows = 1 + random.nextInt(6);
            int columns = 1 + random.nextInt(9);
            boolean two = random.nextBoolean();
            TileLayout layout =
                    TileLayout.of(1 + random.nextInt(300), rows, columns, 20 + random.nextInt(100), two, 700);
            int place = random.nextInt(layout.count());
            int row = random.nextInt(rows);
            int column = random.nextInt(columns);
            double x = layout.x(place) + (column + 0.5) / columns * layout.width();
            double y = layout.y(place) + (row + 0.5) / rows * layout.height();
            assertEquals(new Spot(place, false, row, column), layout.at(x, y, rows, columns));
            if (two) {
                double right = x - layout.x(place) + layout.x2(place);
                assertEquals(new Spot(place, true, row, column), layout.at(right, y, rows, columns));
            }
            assertTrue(layout.x(place) + layout.width() <= 700, "it stays within the room");
        }
    }

    @Test
    void whatIsSeenHoldsEveryTileThatTouchesTheView() {
        TileLayout layout = TileLayout.of(2048, 4, 4, 48, false, 700);
        for (int scrolled : new int[] {0, 333, 4000, layout.total() - 400}) {
            int first = layout.first(scrolled);
            int end = layout.end(scrolled, 400);
            for (int place = 0; place < 2048; place++) {
                boolean touches = layout.y(place) + layout.height() > scrolled && layout.y(place) < scrolled + 400;
                assertTrue(!touches || place >= first && place < end, "tile " + place + " at " + scrolled);
            }
            assertTrue(end - first <= layout.across() * (400 / (48 + 15 + 8) + 3), "and few others");
        }
    }

    @Test
    void layersOverDaysAreStripsBelowEachOther() {
        TileLayout layout = TileLayout.of(64, 1, 60, 72, false, 700);
        assertEquals(1, layout.across());
        assertEquals(18, layout.height());
        assertTrue(layout.width() > 600);
        assertEquals(new Spot(3, false, 0, 59), layout.at(layout.x(3) + layout.width() - 1, layout.y(3) + 2, 1, 60));
        assertNull(layout.at(2, 2, 1, 60));
    }

    @Test
    void aDenseLayerIsTilesOfOneCell() {
        TileLayout layout = TileLayout.of(10, 1, 1, 32, false, 400);
        assertEquals(10, layout.across());
        assertEquals(layout.width(), layout.height());
        assertTrue(layout.x(9) + layout.width() >= 376, "the row is filled");
    }

    @Test
    void cellsArePaintedSharplyAndCutAtTheEdges() {
        int[] pixels = new int[6 * 4];
        TilePixels paint = new TilePixels(pixels, 6, 4);
        paint.clear(7);
        Shades shades = Shades.of(Palette.LIGHT, false, 1);
        int zero = shades.of(0);
        int one = shades.of(1);
        paint.map(new float[] {0, 1, 1, 0}, 2, 2, shades, -1, 1, 4, 4);
        assertArrayEquals(
                new int[] {
                    7, 7, 7, 7, 7, 7, //
                    zero, one, one, 7, 7, 7, //
                    zero, one, one, 7, 7, 7, //
                    one, zero, zero, 7, 7, 7
                },
                pixels);
    }
}
