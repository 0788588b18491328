package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.lesson.ArenaFrame.Coverage;
import io.riskloom.engine.lesson.ArenaSettings.Data;
import io.riskloom.engine.lesson.ArenaSettings.Point;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArenaPartsTest {
    private static final Data RING = Data.plane("ring", 4, 0.05);
    private static final float[] CENTRES = {1, 0, 0, 1, -1, 0, 0, -1};

    private static ArenaParts parts(Data data) {
        ArenaPlane plane = new ArenaPlane(data);
        return ArenaParts.of(data, plane, plane.draw(new SplittableRandom(5), 1000));
    }

    private static float[] rows(float x, float y, int times) {
        float[] rows = new float[2 * times];
        for (int i = 0; i < times; i++) {
            rows[2 * i] = x;
            rows[2 * i + 1] = y;
        }
        return rows;
    }

    private static float[] joined(float[]... parts) {
        int length = 0;
        for (float[] part : parts) {
            length += part.length;
        }
        float[] all = new float[length];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    @Test
    void rowsAtEveryCentreCoverAllParts() {
        Coverage coverage = parts(RING).of(CENTRES, 1000);
        assertEquals(4, coverage.parts());
        assertEquals(4, coverage.covered());
        assertEquals(1, coverage.quality());
        assertArrayEquals(new double[] {.25, .25, .25, .25}, coverage.shares());
        assertEquals(1, coverage.fair()[0] + coverage.fair()[1] + coverage.fair()[2] + coverage.fair()[3], 1e-12);
        assertFalse(coverage.collapsed());
    }

    @Test
    void rowsBeyondThreeDeviationsDoNotCount() {
        Coverage coverage = parts(RING).of(joined(rows(1.14f, 0, 50), rows(1.16f, 0, 50)), 1000);
        assertEquals(0.5, coverage.quality());
        assertEquals(0.5, coverage.shares()[0], 1e-12);
        assertEquals(1, coverage.covered());
    }

    /** A fifth of a fair quarter is 5 %. */
    @Test
    void aPartWithLessThanAFifthOfItsFairShareIsNotCovered() {
        Coverage coverage = parts(RING).of(joined(rows(1, 0, 92), rows(0, 1, 7), rows(-1, 0, 1)), 1000);
        assertEquals(2, coverage.covered());
        assertEquals(0.01, coverage.shares()[2], 1e-12);
    }

    @Test
    void allRowsInOneBellAreACollapseAfterTheFirstUpdates() {
        float[] one = rows(1, 0, 100);
        assertTrue(parts(RING).of(one, Coverage.EARLY).collapsed());
        assertFalse(parts(RING).of(one, Coverage.EARLY - 1).collapsed());
        assertEquals(0, parts(RING).of(one, Coverage.EARLY).diversity());
    }

    /** Two opposite bells are as far apart as real rows are, yet two of eight are a quarter. */
    @Test
    void twoOfEightBellsAreACollapseHoweverFarApart() {
        Data ring = Data.plane("ring", 8, 0.05);
        Coverage coverage = parts(ring).of(joined(rows(1, 0, 50), rows(-1, 0, 50)), 1000);
        assertTrue(coverage.diversity() > 1);
        assertEquals(2, coverage.covered());
        assertTrue(coverage.collapsed());
    }

    /** On the way from one bell to the next nothing counts. */
    @Test
    void aLumpBetweenTheBellsIsACollapseAndASpreadOneIsNotYet() {
        assertTrue(parts(RING)
                .of(joined(rows(0.1f, 0, 50), rows(0.5f, 0.3f, 50)), 1000)
                .collapsed());
        Coverage wide = parts(RING).of(joined(rows(0.7f, 0.7f, 50), rows(-0.5f, 0.3f, 50)), 1000);
        assertEquals(0, wide.covered());
        assertEquals(0, wide.quality());
        assertFalse(wide.collapsed());
    }

    @Test
    void realRowsOfEveryKindCoverTheirOwnPartsAndAreNoCollapse() {
        for (String kind : Data.KINDS.subList(0, 6)) {
            Data data = Data.plane(kind, kind.equals("grid") ? 25 : 8, 0.04);
            float[] fresh = new ArenaPlane(data).draw(new SplittableRandom(77), 1000);
            Coverage coverage = parts(data).of(fresh, 1000);
            assertEquals(coverage.parts(), coverage.covered(), kind);
            assertTrue(coverage.quality() > 0.97, kind);
            assertEquals(1, coverage.diversity(), 0.15, kind);
            assertFalse(coverage.collapsed(), kind);
        }
    }

    /** Two places are two regions, one place is one: who makes them makes all there is. */
    @Test
    void drawnPlacesAreCoveredByWhatMakesThem() {
        List<Point> places = List.of(new Point(0.5f, 0.5f), new Point(-0.5f, 0.5f), new Point(-0.5f, -0.6f));
        for (int count = 1; count <= 3; count++) {
            Data data = new Data("drawn", 1, 0, places.subList(0, count), null, 20);
            float[] fresh = new ArenaPlane(data).draw(new SplittableRandom(77), 1000);
            Coverage coverage = parts(data).of(fresh, 1000);
            assertEquals(count, coverage.parts());
            assertEquals(count, coverage.covered());
            assertEquals(1, coverage.quality());
            assertEquals(1, coverage.diversity(), 0.1);
            assertFalse(coverage.collapsed());
        }
    }

    @Test
    void elsewhereThanTheOnlyPlaceNothingIsCovered() {
        Data data = new Data("drawn", 1, 0, List.of(new Point(0.5f, 0.5f)), null, 20);
        Coverage coverage = parts(data).of(rows(-0.5f, 0.5f, 100), 1000);
        assertEquals(0, coverage.covered());
        assertEquals(1, coverage.diversity());
    }

    @Test
    void rowsInOneCornerOfACurveAreACollapse() {
        Coverage coverage = parts(Data.plane("line", 1, 0.04)).of(rows(0.9f, 0.54f, 60), 1000);
        assertEquals(8, coverage.parts());
        assertEquals(1, coverage.covered());
        assertEquals(1, coverage.quality());
        assertTrue(coverage.collapsed());
    }
}
