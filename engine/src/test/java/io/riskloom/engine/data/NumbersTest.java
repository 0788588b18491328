package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|WHOLE",
                "-3|WHOLE",
                "+4|WHOLE",
                "1e5|WHOLE",
                "00202|WHOLE",
                "12.5|DOT",
                ".5|DOT",
                "5.|DOT",
                "0.123|DOT",
                "1.455|MAYBE_DOT",
                "1,455|MAYBE_COMMA",
                "1455.220|DOT",
                "1,5|COMMA",
                "0,123|COMMA",
                "1.455,22|COMMA",
                "1,455.22|DOT",
                "1.455.000|COMMA",
                "1,455,000|DOT",
                "1.5e-3|DOT",
                "−7.25|DOT",
                "1,45.22|NOT",
                "1.2.3|NOT",
                "1,2,3|NOT",
                "abc|NOT",
                "1e|NOT",
                "1d|NOT",
                "0x1p3|NOT",
                "Infinity|NOT",
                "-|NOT",
                "12%|NOT",
                "2000-01-03|NOT",
                "1.455,22.1|NOT",
                "1 000|NOT"
            })
    void kindSaysWhatTheMarksTell(String cell, Numbers.Kind kind) {
        assertEquals(kind, Numbers.kind(cell.toCharArray(), 0, cell.length()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.5|DOT|12.5",
                "1,455.22|DOT|1455.22",
                "1,455|DOT|1455",
                "1.455|DOT|1.455",
                "1.455|COMMA|1455",
                "1,455|COMMA|1.455",
                "1.455,22|COMMA|1455.22",
                "12,5|DOT|NaN",
                "12.5|COMMA|NaN",
                "-.5|DOT|-0.5",
                "−7,25|COMMA|-7.25",
                "1e999|DOT|NaN",
                "11456230000|DOT|11456230000",
                "123456789012345678901|DOT|123456789012345678901",
                "1d|DOT|NaN",
                "NaN|DOT|NaN",
                "2.5e3|DOT|2500"
            })
    void parseFollowsTheFilesStyle(String cell, Numbers.Style style, double value) {
        assertEquals(value, Numbers.parse(cell.toCharArray(), 0, cell.length(), style));
    }

    @Test
    void parseRoundsAsTheJavaLibraryDoes() {
        Random random = new Random(5);
        for (int i = 0; i < 50_000; i++) {
            int decimals = random.nextInt(12);
            String cell =
                    String.format("%." + decimals + "f", (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(9)));
            assertEquals(
                    Double.parseDouble(cell),
                    Numbers.parse(cell.toCharArray(), 0, cell.length(), Numbers.Style.DOT),
                    cell);
        }
    }
}
