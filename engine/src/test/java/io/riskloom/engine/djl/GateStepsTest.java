package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.inside.Gates;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One unit and one feature, worked out by hand. */
class GateStepsTest {
    private static final double[][] DAYS = {{1}, {-2}};

    private static double sigma(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static void assertSeries(Gates.Series series, String name, double first, double second) {
        assertEquals(name, series.name());
        assertArrayEquals(new double[] {first}, series.values()[0], 1e-12);
        assertArrayEquals(new double[] {second}, series.values()[1], 1e-12);
    }

    @Test
    void lstm() {
        GateSteps steps = new GateSteps(
                "lstm",
                1,
                new float[] {1, 0.5f, -1, 2},
                new float[] {0.25f, 1, 0.5f, -0.5f},
                new float[] {0, 1, 0, 0},
                new float[] {0.5f, 0, 0, 0});
        List<Gates.Series> found = steps.over(DAYS);
        double i1 = sigma(1.5);
        double f1 = sigma(1.5);
        double g1 = Math.tanh(-1);
        double o1 = sigma(2);
        double c1 = i1 * g1;
        double h1 = o1 * Math.tanh(c1);
        double i2 = sigma(-2 + 0.5 + 0.25 * h1);
        double f2 = sigma(-1 + 1 + h1);
        double g2 = Math.tanh(2 + 0.5 * h1);
        double o2 = sigma(-4 - 0.5 * h1);
        double c2 = f2 * c1 + i2 * g2;
        assertEquals(6, found.size());
        assertSeries(found.get(0), "input", i1, i2);
        assertSeries(found.get(1), "forget", f1, f2);
        assertSeries(found.get(2), "candidate", g1, g2);
        assertSeries(found.get(3), "output", o1, o2);
        assertSeries(found.get(4), "cell", c1, c2);
        assertSeries(found.get(5), "state", h1, o2 * Math.tanh(c2));
    }

    /** The reset gate weighs what the matrix has made of the state, bias included. */
    @Test
    void gru() {
        GateSteps steps = new GateSteps(
                "gru", 1, new float[] {1, 0.5f, -1}, new float[] {0.25f, 1, 0.5f}, new float[] {0, 1, 0}, new float[] {
                    0.5f, 0, 0.25f
                });
        List<Gates.Series> found = steps.over(DAYS);
        double r1 = sigma(1.5);
        double z1 = sigma(1.5);
        double n1 = Math.tanh(-1 + r1 * 0.25);
        double h1 = (1 - z1) * n1;
        double r2 = sigma(-2 + 0.5 + 0.25 * h1);
        double z2 = sigma(-1 + 1 + h1);
        double n2 = Math.tanh(2 + r2 * (0.5 * h1 + 0.25));
        assertEquals(4, found.size());
        assertSeries(found.get(0), "reset", r1, r2);
        assertSeries(found.get(1), "update", z1, z2);
        assertSeries(found.get(2), "candidate", n1, n2);
        assertSeries(found.get(3), "state", h1, (1 - z2) * n2 + z2 * h1);
    }

    @Test
    void simple() {
        GateSteps steps =
                new GateSteps("rnn", 1, new float[] {0.5f}, new float[] {2}, new float[] {1}, new float[] {0.25f});
        double h1 = Math.tanh(1.75);
        List<Gates.Series> found = steps.over(DAYS);
        assertEquals(1, found.size());
        assertSeries(found.getFirst(), "state", h1, Math.tanh(0.25 + 2 * h1));
    }
}
