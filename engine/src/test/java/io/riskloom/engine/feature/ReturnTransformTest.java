package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.model.Json;
import io.riskloom.engine.stats.Quantiles;
import io.riskloom.engine.stats.StylisedFacts;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnTransformTest {

    private static final double[] RETURNS = student(4, 3500, 5);

    @ParameterizedTest
    @ValueSource(strings = {"standard", "lambert", "quantile"})
    void theWayBackIsExactWithinAndFarBeyondTheTrainingReturns(String kind) {
        ReturnTransform transform = ReturnTransform.fit(kind, RETURNS);
        double[] beyond = {-3, -0.9, -0.4, -0.25, 0.25, 0.4, 0.9, 3, 1e-9, 0, 50, -50};
        DoubleStream.concat(Arrays.stream(RETURNS), Arrays.stream(beyond)).forEach(r -> {
            double back = transform.inverse(transform.forward(r));
            assertEquals(r, back, 1e-12 * Math.max(Math.abs(r), transform.deviation()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "lambert", "quantile"})
    void bothWaysIncreaseStrictlyAndStayFinite(String kind) {
        ReturnTransform transform = ReturnTransform.fit(kind, RETURNS);
        double before = Double.NEGATIVE_INFINITY;
        for (double x = -60; x <= 60; x += 0.01) {
            double r = transform.inverse(x);
            assertTrue(r > before && Double.isFinite(r), kind + " at " + x);
            assertEquals(x, transform.forward(r), 1e-9 * Math.max(1, Math.abs(x)), kind + " at " + x);
            before = r;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lambert", "quantile"})
    void theTailsAreTakenOff(String kind) {
        ReturnTransform transform = ReturnTransform.fit(kind, RETURNS);
        double[] x = Arrays.stream(RETURNS).map(transform::forward).toArray();
        assertTrue(StylisedFacts.kurtosis(RETURNS) > 3);
        assertEquals(0, StylisedFacts.kurtosis(x), kind.equals("lambert") ? 1e-6 : 0.2);
        assertEquals(1, Arrays.stream(x).map(v -> v * v).average().orElseThrow(), 0.02);
        assertEquals(0, Arrays.stream(x).average().orElseThrow(), 0.05);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lambert", "quantile"})
    void aNormalSampleComesBackWithHeavyTails(String kind) {
        ReturnTransform transform = ReturnTransform.fit(kind, RETURNS);
        SplittableRandom random = new SplittableRandom(9);
        double[] drawn = DoubleStream.generate(() -> transform.inverse(random.nextGaussian()))
                .limit(200_000)
                .toArray();
        for (double p : new double[] {.001, .01, .1, .5, .9, .99, .999}) {
            double real = Quantiles.of(RETURNS, p);
            assertEquals(real, Quantiles.of(drawn, p), 0.2 * Math.abs(real) + 5e-4, kind + " at " + p);
        }
        double worst = Arrays.stream(RETURNS).min().orElseThrow();
        assertTrue(Arrays.stream(drawn).min().orElseThrow() < worst, "paths reach beyond what was seen");
    }

    @Test
    void lambertOfLightTailsIsStandard() {
        double[] flat = DoubleStream.iterate(-1, v -> v + 0.01).limit(201).toArray();
        ReturnTransform light = ReturnTransform.fit("lambert", flat);
        assertEquals(0, light.tail().delta());
        assertEquals(ReturnTransform.fit("standard", flat).forward(0.37), light.forward(0.37), 1e-12);
    }

    @Test
    void lambertIsTheInverseOfItsFormula() {
        HeavyTail tail = new HeavyTail(0.2);
        assertEquals(2 * Math.exp(0.4), tail.on(2), 1e-14);
        assertEquals(2, tail.off(2 * Math.exp(0.4)), 1e-14);
        assertEquals(-2, tail.off(-2 * Math.exp(0.4)), 1e-14);
        assertEquals(10 * Math.exp(6), tail.on(10), 1e-9);
        assertEquals(10, tail.off(10 * Math.exp(6)), 1e-12);
    }

    @Test
    void quantilesOfManyEqualReturnsStayInvertible() {
        double[] calm = new double[300];
        calm[7] = 0.02;
        calm[90] = -0.03;
        ReturnTransform transform = ReturnTransform.fit("quantile", calm);
        assertEquals(0, transform.forward(0), 1e-15);
        for (double r : new double[] {0.02, -0.03, 0.5, -0.5, 1e-5}) {
            assertEquals(r, transform.inverse(transform.forward(r)), 1e-12);
        }
    }

    /** 45 % falls, 52 % days without a trade, 3 % rises: Φ⁻¹ of .71 for the tie, of .97 where rises begin. */
    @Test
    void aTieThatReachesIntoATailHasTheScoreOfItsMiddle() {
        SplittableRandom random = new SplittableRandom(4);
        double[] returns = new double[1000];
        for (int t = 0; t < 480; t++) {
            returns[t] = t < 450 ? -0.01 * random.nextDouble(0.1, 3) : 0.01 * random.nextDouble(0.1, 3);
        }
        ReturnTransform transform = ReturnTransform.fit("quantile", returns);
        for (double r : returns) {
            assertEquals(r, transform.inverse(transform.forward(r)), 1e-12);
        }
        assertEquals(0.5534, transform.forward(0), 0.002);
        assertEquals(1.8808, transform.forward(1e-9), 0.002);
        assertEquals(0, transform.inverse(1.2), 1e-15);
        double[] drawn = DoubleStream.generate(() -> transform.inverse(random.nextGaussian()))
                .limit(50_000)
                .toArray();
        assertEquals(0.03, Arrays.stream(drawn).filter(r -> r > 0).count() / 50_000.0, 0.004);
        double[] turned = Arrays.stream(returns).map(r -> -r).toArray();
        assertEquals(-1.8808, ReturnTransform.fit("quantile", turned).forward(-1e-9), 0.002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "lambert", "quantile"})
    void jsonKeepsEveryBit(String kind) {
        ReturnTransform transform = ReturnTransform.fit(kind, RETURNS);
        ReturnTransform read = Json.gson().fromJson(Json.gson().toJson(transform), ReturnTransform.class);
        for (double r : new double[] {-0.2, -0.011, 0.0004, 0.03, 0.4}) {
            assertEquals(transform.forward(r), read.forward(r));
            assertEquals(transform.inverse(r), read.inverse(r));
        }
    }

    @Test
    void refusesReturnsThatDoNotVaryAndUnknownKinds() {
        assertThrows(IllegalArgumentException.class, () -> ReturnTransform.fit("standard", new double[9]));
        assertThrows(IllegalArgumentException.class, () -> ReturnTransform.fit("box-cox", RETURNS));
    }

    /** Daily returns of 1 % with the tails of Student's t. */
    private static double[] student(int nu, int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return DoubleStream.generate(() -> {
                    double squares = 0;
                    for (int i = 0; i < nu; i++) {
                        double z = random.nextGaussian();
                        squares += z * z;
                    }
                    return 0.01 * random.nextGaussian() / Math.sqrt(squares / nu);
                })
                .limit(n)
                .toArray();
    }
}
