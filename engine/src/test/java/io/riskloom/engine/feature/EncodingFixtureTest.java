package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Beside NumPy, in which {@code encodings.py} has computed the pictures after the papers and pyts' definitions. */
class EncodingFixtureTest {

    private static final double CLOSE = 1e-6;
    private static final Fixture FIXTURE = fixture();

    private record Square(String name, String kind, int size, double[] window, double[][] image) {}

    private record Chart(
            String name,
            int window,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume,
            List<String> image) {}

    private record Fixture(List<Square> squares, List<Chart> charts) {}

    private static Fixture fixture() {
        try (Reader in = new InputStreamReader(
                EncodingFixtureTest.class.getResourceAsStream("encodings.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(in, Fixture.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> squarePicturesEqualTheFixture() {
        assertEquals(24, FIXTURE.squares.size());
        return FIXTURE.squares.stream()
                .map(square -> DynamicTest.dynamicTest(square.name, () -> {
                    PriceHistory history = Histories.closesOnly(square.window);
                    int days = square.window.length;
                    WindowImages images = WindowImages.of(history, days, square.size, square.kind);
                    double[][] found = images.image(days - 1);
                    assertEquals(square.size, found.length);
                    for (int i = 0; i < found.length; i++) {
                        assertArrayEquals(square.image[i], found[i], CLOSE, "row " + i);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> barChartsEqualTheFixturePixelByPixel() {
        assertEquals(4, FIXTURE.charts.size());
        return FIXTURE.charts.stream()
                .map(chart -> DynamicTest.dynamicTest(chart.name, () -> assertEquals(chart.image, rows(chart))));
    }

    private static List<String> rows(Chart c) throws NoticeException {
        PriceHistory history = Histories.of(c.open, c.high, c.low, c.close, c.volume);
        return Arrays.stream(WindowImages.of(history, c.window, 0, "bars").image(c.close.length - 1))
                .map(row -> Arrays.stream(row)
                        .mapToObj(v -> Long.toString(Math.round(v)))
                        .collect(Collectors.joining()))
                .toList();
    }
}
