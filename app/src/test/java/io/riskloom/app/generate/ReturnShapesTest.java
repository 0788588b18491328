package io.riskloom.app.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.model.PathSight;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReturnShapesTest {

    private static final double[] REAL = {-.1, .1, -.1};

    @Test
    void sharesOfBothSidesAddUpToOneInCommonBins() {
        ReturnShapes shapes = ReturnShapes.of(REAL, List.of(generated(new double[][] {{.1, .1}, {.1, -.1}})), 1);
        assertEquals(1, Arrays.stream(shapes.real().shares()).sum(), 1e-12);
        assertEquals(1, Arrays.stream(shapes.others().getFirst().shares()).sum(), 1e-12);
        assertEquals(0.75, above(shapes, shapes.others().getFirst()), 1e-12);
        assertEquals(1 / 3.0, above(shapes, shapes.real()), 1e-12);
        assertEquals(-shapes.edges()[0], shapes.edges()[61], 1e-12);
    }

    @Test
    void quantilesOfTheSameSampleLieOnTheDiagonal() {
        double[] real = GenerateFixture.noise(3, 500);
        ReturnShapes shapes = ReturnShapes.of(real, List.of(generated(new double[][] {real})), 1);
        assertArrayEquals(shapes.real().quantiles(), shapes.others().getFirst().quantiles(), 1e-12);
        assertEquals(400, shapes.levels().length);
        assertEquals(0.5 / 400, shapes.levels()[0], 1e-12);
    }

    @Test
    void quantilesOfTwiceTheReturnsAreTwiceAsLarge() {
        double[] real = {-.02, 0, .01, .03};
        double[] twice = Arrays.stream(real).map(r -> 2 * r).toArray();
        ReturnShapes shapes = ReturnShapes.of(real, List.of(generated(new double[][] {twice})), 1);
        // levels 1/8, 3/8, 5/8, 7/8 of four values: positions .375, 1.125, 1.875, 2.625
        assertArrayEquals(new double[] {-1.25, .125, .875, 2.25}, shapes.real().quantiles(), 1e-12);
        assertArrayEquals(
                new double[] {-2.5, .25, 1.75, 4.5}, shapes.others().getFirst().quantiles(), 1e-12);
    }

    @Test
    void noReturnCrossesFromOnePathIntoTheNextAndSimulatorsWithoutPathsAreLeftOut() {
        ReturnShapes shapes = ReturnShapes.of(
                REAL,
                List.of(
                        generated(new double[][] {{.1, .1}, {-.1, -.1}}),
                        new ReturnShapes.Drawn(PathSight.GARCH, new double[0][])),
                2);
        assertEquals(1, shapes.others().size());
        double[] shares = shapes.others().getFirst().shares();
        // sums .2 and −.2 alone, never .1 − .1
        assertEquals(0.5, shares[60], 1e-12);
        assertEquals(0.5, shares[0], 1e-12);
        assertEquals(0, shares[30], 1e-12);
    }

    @Test
    void aSpanShorterThanTheDaysHasNoShape() {
        ReturnShapes shapes = ReturnShapes.of(REAL, List.of(generated(new double[][] {new double[8]})), 5);
        assertEquals(0, Arrays.stream(shapes.real().shares()).sum());
        assertEquals(0, shapes.real().quantiles().length);
    }

    private static ReturnShapes.Drawn generated(double[][] paths) {
        return new ReturnShapes.Drawn(PathSight.GENERATED, paths);
    }

    private static double above(ReturnShapes shapes, ReturnShapes.Shape shape) {
        return IntStream.range(0, shape.shares().length)
                .filter(i -> shapes.edges()[i] > 0)
                .mapToDouble(i -> shape.shares()[i])
                .sum();
    }
}
