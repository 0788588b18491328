package io.riskloom.engine.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.inside.LayerMaps.Figures;
import io.riskloom.engine.model.Json;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedTest {

    @Test
    void mapsGoAndComeBackBitForBit() {
        float[] values = {0, -1.5f, Float.MIN_VALUE, 3.4e38f, Float.NaN, 1e-7f, 2, 7};
        LayerMaps maps = new LayerMaps(
                "stem.conv",
                Stage.INITIAL,
                2,
                2,
                List.of(new Figures(1, -2, 3.25f), new Figures(0, 0, 0)),
                new int[] {1, 0},
                values);
        String json = Json.gson().toJson(maps);
        assertTrue(json.contains("\"values\":\"AAAAAAAAwL8BAAAA"), json);
        LayerMaps read = Json.gson().fromJson(json, LayerMaps.class);
        assertArrayEquals(values, read.values());
        assertEquals(maps.figures(), read.figures());
        assertArrayEquals(new int[] {1, 0}, read.channels());
        assertEquals(1, read.placeOf(0));
        assertEquals(-1, read.placeOf(5));
        assertEquals(Stage.INITIAL, read.stage());
        assertEquals(7, read.map(1)[1][1]);
    }

    @Test
    void noChannelsMeanNoValues() {
        LayerMaps maps = new LayerMaps("head", Stage.TRAINED, 1, 1, List.of(), new int[0], new float[0]);
        LayerMaps read = Json.gson().fromJson(Json.gson().toJson(maps), LayerMaps.class);
        assertEquals(0, read.values().length);
        assertEquals(List.of(), read.figures());
    }

    @Test
    void filtersGoAndComeBack() {
        float[] values = {1, 2, 3, 4, 5, 6, 7, 8};
        Filters filters = new Filters("conv", Stage.LAST, 9, 2, 1, 2, new int[] {4, 8}, values);
        Filters read = Json.gson().fromJson(Json.gson().toJson(filters), Filters.class);
        assertArrayEquals(new double[] {7, 8}, read.kernel(1, 1)[0]);
        assertArrayEquals(new int[] {4, 8}, read.channels());
        int[] one = {4};
        assertThrows(IllegalArgumentException.class, () -> new Filters("conv", Stage.LAST, 9, 2, 1, 2, one, values));
    }

    @Test
    void gatesGoInSinglePrecisionAsLittleText() {
        double[][] values = {{0.123456789012, -1}, {Double.NaN, 2.5}, {1e-9, 0}};
        Gates gates = new Gates(
                "lstm",
                "lstm",
                List.of(),
                List.of(new Gates.Series("state", values)),
                new double[] {1, 2, 3},
                new double[0][],
                List.of());
        String json = Json.gson().toJson(gates);
        assertTrue(json.contains("\"values\":[3,\""), json);
        Gates read = Json.gson().fromJson(json, Gates.class);
        assertEquals("state", read.series().getFirst().name());
        for (int day = 0; day < values.length; day++) {
            assertArrayEquals(values[day], read.series().getFirst().values()[day], 1e-8);
        }
        assertEquals(0, read.cells().length);
        double[][] wide = new double[120][256];
        for (double[] day : wide) {
            Arrays.setAll(day, Math::sin);
        }
        assertTrue(Json.gson().toJson(new Gates.Series("state", wide)).length() < 6 * 120 * 256);
    }

    @Test
    void aFieldIsCutToTheInput() {
        ReceptiveField field = ReceptiveField.INPUT.through(7, 2, 3, 1).through(3, 2, 1, 1);
        assertEquals(new ReceptiveField(11, 4, -5), field);
        assertEquals(0, field.first(0));
        assertEquals(6, field.end(0, 64));
        assertEquals(64, field.end(15, 64));
        assertEquals(new ReceptiveField(15, 4, -5), field.union(new ReceptiveField(3, 4, 7)));
        ReceptiveField other = new ReceptiveField(3, 2, 0);
        assertThrows(IllegalArgumentException.class, () -> field.union(other));
        assertEquals(new ReceptiveField(6, 1, -5), ReceptiveField.INPUT.running(6, false));
        assertEquals(new ReceptiveField(6, 1, 0), ReceptiveField.INPUT.running(6, true));
        assertEquals(new ReceptiveField(1, 1, -4), ReceptiveField.INPUT.after(4));
    }
}
