package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FiltersTest {
    private static final double[] TAUS = {2, 5, 10, 22, 60, 150};

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
        Torch.seed(4);
    }

    @Test
    void aStretchIsTheRecursion() {
        try (NDManager manager = Torch.engine().newBaseManager()) {
            Filters filters = new Filters(manager);
            NDArray noise = manager.randomNormal(new Shape(3, 90));
            NDArray before = filters.together(manager, 3);
            float[] held = filters.over(noise, before).toFloatArray();
            float[] e = noise.toFloatArray();
            float[] h0 = before.toFloatArray();
            for (int f = 0; f < TAUS.length; f++) {
                double phi = Math.exp(-1 / TAUS[f]);
                for (int row = 0; row < 3; row++) {
                    double h = h0[f * 3 + row];
                    for (int t = 0; t < 90; t++) {
                        assertEquals(h, held[(f * 3 + row) * 91 + t], 2e-5);
                        h = phi * h + Math.sqrt(1 - phi * phi) * e[row * 90 + t];
                    }
                    assertEquals(h, held[(f * 3 + row) * 91 + 90], 2e-5);
                }
            }
        }
    }

    @Test
    void stretchesJoinWithoutSeams() {
        try (NDManager manager = Torch.engine().newBaseManager()) {
            Filters filters = new Filters(manager);
            NDArray noise = manager.randomNormal(new Shape(Filters.COUNT, 4, 100));
            NDArray before = Filters.apart(manager, 4);
            NDArray whole = filters.over(noise, before);
            NDArray first = filters.over(noise.get(new NDIndex(":, :, :37")), before);
            NDArray second = filters.over(noise.get(new NDIndex(":, :, 37:")), Filters.after(first));
            assertArrayEquals(
                    Filters.fresh(whole).get(new NDIndex(":, :, 37:")).toFloatArray(),
                    Filters.fresh(second).toFloatArray(),
                    2e-5f);
            assertArrayEquals(
                    Filters.after(whole).toFloatArray(), Filters.after(second).toFloatArray(), 2e-5f);
        }
    }

    /** Covariances at the start, and after 300 days, are the stationary ones, within four standard errors of 20,000 rows. */
    @Test
    void filtersOfOneNoiseBeginAsTheyGoOn() {
        try (NDManager manager = Torch.engine().newBaseManager()) {
            Filters filters = new Filters(manager);
            int rows = 20_000;
            NDArray start = filters.together(manager, rows);
            NDArray later = start;
            for (int i = 0; i < 3; i++) {
                later = Filters.after(filters.over(manager.randomNormal(new Shape(rows, 100)), later));
            }
            for (NDArray held : new NDArray[] {start, later}) {
                NDArray flat = held.squeeze(2);
                float[] covariances = flat.matMul(flat.transpose()).div(rows).toFloatArray();
                for (int i = 0; i < 6; i++) {
                    for (int j = 0; j < 6; j++) {
                        double phi = Math.exp(-1 / TAUS[i]);
                        double psi = Math.exp(-1 / TAUS[j]);
                        double expected = Math.sqrt((1 - phi * phi) * (1 - psi * psi)) / (1 - phi * psi);
                        assertEquals(expected, covariances[i * 6 + j], 0.04, i + ", " + j);
                    }
                }
            }
        }
    }
}
