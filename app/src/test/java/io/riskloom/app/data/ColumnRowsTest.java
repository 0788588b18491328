package io.riskloom.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.app.text.Texts;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnRowsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|676.53|3386.149902|676.53 to 3,386.15",
                "en|0.5|3|0.500 to 3.000",
                "en|1|4200|1 to 4,200",
                "en|356070000|11040000000|0.4B to 11.0B",
                "zh-CN|356070000|11040000000|3.6 亿 至 110.4 亿"
            })
    void bothBoundsHaveTheSameDigitsAndUnit(String language, double low, double high, String words) {
        assertEquals(words, ColumnRows.range(low, high, new Texts(Locale.forLanguageTag(language))));
    }
}
