package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WindowImagesTest {

    private static final PriceHistory WALK = Histories.walk(100, 9);

    static List<String> kinds() {
        return WindowImages.kinds();
    }

    @Test
    void theKindsAreTheFieldsAndTheBars() {
        assertEquals(List.of("gasf", "gadf", "mtf", "recurrence", "bars"), WindowImages.kinds());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyPictureIgnoresPricesAfterItsOrigin(String kind) throws NoticeException {
        WindowImages known = WindowImages.of(WALK, 24, 16, kind);
        for (int origin : new int[] {23, 40, 98}) {
            WindowImages changed = WindowImages.of(Histories.changedAfter(WALK, origin), 24, 16, kind);
            assertArrayEquals(known.of(origin), changed.of(origin), "origin " + origin);
        }
        assertFalse(Arrays.equals(known.of(40), known.of(41)), "pictures differ from day to day");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aPictureReachesBackAsFarAsDeclared(String kind) throws NoticeException {
        int first = 80 - 24 + 1 - WindowImages.lookBack(24, kind);
        WindowImages known = WindowImages.of(WALK, 24, 16, kind);
        WindowImages changed = WindowImages.of(Histories.changedBefore(WALK, first), 24, 16, kind);
        assertArrayEquals(known.of(80), changed.of(80));
        WindowImages moved = WindowImages.of(Histories.changedBefore(WALK, first + 1), 24, 16, kind);
        assertFalse(Arrays.equals(known.of(80), moved.of(80)), "the oldest day counts");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void pixelsAreThePicturesRowByRow(String kind) throws NoticeException {
        WindowImages images = WindowImages.of(WALK, 24, 16, kind);
        int[] shape = images.shape();
        assertEquals(1, shape[0]);
        assertArrayEquals(WindowImages.sides(24, 16, kind), new int[] {shape[1], shape[2]});
        float[] pixels = images.of(31);
        assertEquals(images.size(), pixels.length);
        double[][] picture = images.image(31);
        for (int i = 0; i < pixels.length; i++) {
            assertEquals((float) picture[i / shape[2]][i % shape[2]], pixels[i], "pixel " + i);
        }
    }

    @Test
    void closesAreThoseOfTheWindow() throws NoticeException {
        WindowImages images = WindowImages.of(Histories.closesOnly(1, 2, 3, 4), 3, 3, "gasf");
        assertArrayEquals(new double[] {2, 3, 4}, images.closes(3));
        assertEquals(List.of(3, 2, 3), List.of(images.window(), images.firstOrigin(), images.lastOrigin()));
    }

    @Test
    void originsWithoutAFullWindowAreRefused() throws NoticeException {
        WindowImages images = WindowImages.of(WALK, 24, 16, "bars");
        assertThrows(IndexOutOfBoundsException.class, () -> images.of(22));
        assertThrows(IndexOutOfBoundsException.class, () -> images.closes(100));
    }

    @Test
    void anUnknownEncodingIsRefusedByNamingTheKnown() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> WindowImages.of(WALK, 24, 16, "candles"));
        assertEquals("encoding must be one of [gasf, gadf, mtf, recurrence, bars], not candles", e.getMessage());
    }
}
