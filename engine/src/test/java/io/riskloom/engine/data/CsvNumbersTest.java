package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-2.5, -2.5",
        "100, 100",
        "4567.123456789, 4567.12346",
        "0.05, 0.05",
        "0.001, 0.001",
        "0.012345678949, 0.0123456789",
        "0.0009999, 0.0009999",
        "0.1, 0.1",
        "0.99999999996, 1",
        "9.9999999996, 10",
        "99999999.96, 100000000",
        "999999999, 999999999",
        "4123456789, 4123456790",
        "123456789012345, 123456789000000",
        "1e15, 1000000000000000",
        "1.5e20, 150000000000000000000",
        "1e-7, 0.0000001",
        "NaN, ''",
        "-Infinity, ''"
    })
    void numbersHaveNineSignificantDigits(double value, String expected) throws IOException {
        assertEquals(expected, written(value));
    }

    @Test
    void whatIsReadBackDiffersByLessThanHalfOfTheNinthDigit() throws IOException {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            double value = Math.exp(random.nextDouble() * 60 - 20) * (random.nextBoolean() ? 1 : -1);
            String cell = written(value);
            assertEquals(value, Double.parseDouble(cell), 5.0001e-9 * Math.abs(value), cell);
            assertFalse(cell.contains("E"), cell);
            assertTrue(!cell.contains(".") || !cell.endsWith("0"), cell);
        }
    }

    @Test
    void longFilesPassTheBufferWhole() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvNumbers numbers = new CsvNumbers(bytes);
        StringBuilder expected = new StringBuilder("title\n");
        numbers.text("title\n");
        for (int i = 0; i < 50_000; i++) {
            numbers.whole(i);
            numbers.mark(',');
            numbers.number(i / 8.0);
            numbers.mark('\n');
            expected.append(i).append(',').append(CsvCells.number(i / 8.0)).append('\n');
        }
        assertEquals(expected.length(), numbers.written());
        numbers.flush();
        assertEquals(expected.toString(), bytes.toString(StandardCharsets.UTF_8));
        assertEquals(expected.length(), numbers.written());
    }

    private static String written(double value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvNumbers numbers = new CsvNumbers(bytes);
        numbers.number(value);
        numbers.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
