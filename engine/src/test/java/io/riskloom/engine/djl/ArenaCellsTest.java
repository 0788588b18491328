package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Cells are 0.15 wide; the first ends at −1.35. */
class ArenaCellsTest {
    private static final float[] LEFT = {-1.4f, -1.4f, -1.4f, -1.4f, -1.4f, -1.4f};
    private static final float[] RIGHT = {1.4f, 1.4f, 1.4f, 1.4f, 1.4f, 1.4f};

    @Test
    void theSamePointsAreNoDistanceApart() {
        ArenaCells cells = new ArenaCells(LEFT);
        assertEquals(0, cells.kl(new ArenaCells(LEFT.clone())), 1e-12);
        assertEquals(0, cells.js(new ArenaCells(LEFT.clone())), 1e-12);
    }

    @Test
    void pointsInOtherCellsAreCountedByHand() {
        double full = (3 + 1 / 400.0) / 4;
        double empty = (1 / 400.0) / 4;
        ArenaCells left = new ArenaCells(LEFT);
        ArenaCells right = new ArenaCells(RIGHT);
        assertEquals((full - empty) * Math.log(full / empty), left.kl(right), 1e-12);
        double middle = (full + empty) / 2;
        assertEquals(full * Math.log(full / middle) + empty * Math.log(empty / middle), left.js(right), 1e-12);
    }

    @Test
    void theDivergenceOfJensenAndShannonEndsAtLn2() {
        float[] many = new float[20_000];
        Arrays.fill(many, -1.4f);
        float[] others = new float[20_000];
        Arrays.fill(others, 1.4f);
        double js = new ArenaCells(many).js(new ArenaCells(others));
        assertEquals(Math.log(2), js, 0.001);
        assertEquals(js, new ArenaCells(others).js(new ArenaCells(many)), 1e-12);
    }

    @Test
    void halfOfThePointsElsewhereAreCountedByHand() {
        double p = (2 + 1 / 400.0) / 3;
        double half = (1 + 1 / 400.0) / 3;
        double none = (1 / 400.0) / 3;
        ArenaCells one = new ArenaCells(new float[] {-1.4f, 0.01f, -1.4f, 0.01f});
        ArenaCells two = new ArenaCells(new float[] {-1.4f, 0.01f, 0.2f, 0.01f});
        assertEquals(p * Math.log(p / half) + none * Math.log(none / half), one.kl(two), 1e-12);
    }

    @Test
    void pointsBeyondTheViewCountInTheNearestCell() {
        ArenaCells within = new ArenaCells(new float[] {-1.4f, 1.4f, 1.49f, -1.49f});
        ArenaCells beyond = new ArenaCells(new float[] {-70, 1.5f, 1e9f, -3});
        assertEquals(0, within.kl(beyond), 1e-12);
    }
}
