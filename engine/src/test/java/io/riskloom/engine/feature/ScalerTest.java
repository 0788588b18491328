package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import org.junit.jupiter.api.Test;

class ScalerTest {

    @Test
    void columnsGetMeanZeroAndDeviationOne() {
        Scaler scaler = Scaler.fit(new double[][] {{1, 5}, {3, 5}});
        assertArrayEquals(new double[] {2, 5}, scaler.mean());
        assertArrayEquals(new double[] {1, 1}, scaler.scale(), "a constant column is only centred");
        assertArrayEquals(new double[][] {{-1, 0}, {3, 2}}, scaler.apply(new double[][] {{1, 5}, {5, 7}}));
        assertArrayEquals(new double[] {5, 7}, scaler.invert(new double[] {3, 2}));
    }

    @Test
    void missingCellsDoNotCount() {
        Scaler scaler = Scaler.fit(new double[][] {{Double.NaN}, {2}, {4}});
        assertArrayEquals(new double[] {3}, scaler.mean());
        assertArrayEquals(new double[] {Double.NaN}, scaler.apply(new double[] {Double.NaN}));
    }

    @Test
    void survivesJson() {
        Scaler scaler = Scaler.fit(new double[][] {{1, 0.1}, {3, 0.7}});
        Gson gson = new Gson();
        Scaler back = gson.fromJson(gson.toJson(scaler), Scaler.class);
        assertArrayEquals(scaler.mean(), back.mean());
        assertArrayEquals(scaler.scale(), back.scale());
    }

    @Test
    void refusesARowOfAnotherWidth() {
        Scaler scaler = Scaler.fit(new double[][] {{1, 5}});
        assertThrows(IllegalArgumentException.class, () -> scaler.apply(new double[] {1}));
    }
}
