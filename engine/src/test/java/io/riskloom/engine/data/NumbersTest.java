package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "12%|WHOLE",
                "12,5 %|COMMA",
                "1 000|WHOLE",
                "1 000,5|COMMA",
                "1'455.220|DOT",
                "12,34,567|DOT",
                "1,455.22 €|DOT",
                "1.455,22 €|COMMA",
                "$1,455|MAYBE_COMMA",
                "(1.455)|MAYBE_DOT",
                "1.5万|DOT"
            })
    void kindSaysWhatTheMarksTell(String cell, Numbers.Kind kind) {
        assertEquals(kind, kind(cell));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2000-01-03",
                "2000/1/3",
                "03.01.2000",
                "2017 11 10",
                "16:00:00",
                "Nov-17",
                "1-2",
                "12/5",
                "1.2.3",
                "1.455,22.1",
                "192.168.1.20",
                "555-1234",
                "030 123 456",
                "49 30 1234",
                "1 2",
                "12 34 567",
                "1'23",
                "1 000 e3",
                "Q1",
                "5 years",
                "36 months",
                "A1",
                "A121",
                "US0378331005",
                "0x1F",
                "007B",
                "USD001",
                "$5%",
                "5M%",
                "5MM",
                "5 M M",
                "$5 USD",
                "1.5e3M",
                "((5))",
                "(5",
                "5)",
                "(-5)",
                "-5-",
                "--5",
                "< 1",
                "10+",
                "5m",
                "%",
                "$",
                "M",
                "万",
                "12,5%3",
                "Infinity",
                "∞",
                "1d"
            })
    void nothingElseIsANumber(String cell) {
        assertEquals(Numbers.Kind.NOT, kind(cell));
        assertEquals(Double.NaN, parse(cell, Numbers.Style.DOT));
        assertEquals(Double.NaN, parse(cell, Numbers.Style.COMMA));
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
                "2.5e3|DOT|2500",
                "2,5E+3|COMMA|2500",
                "1e99999999999|DOT|NaN",
                "1e-999|DOT|0",
                "9e307M|DOT|NaN",
                "5,|COMMA|NaN",
                "5.|DOT|5"
            })
    void parseFollowsTheFilesStyle(String cell, Numbers.Style style, double value) {
        assertEquals(value, parse(cell, style));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '"',
            value = {
                "1 234 567.5|DOT|1234567.5",
                "1\u00A0234\u00A0567,5|COMMA|1234567.5",
                "1\u202F234,56|COMMA|1234.56",
                "1\u2009234|COMMA|1234",
                "1'234'567.89|DOT|1234567.89",
                "1’234.50|DOT|1234.5",
                "12,34,567.89|DOT|1234567.89",
                "1,23,456|DOT|123456",
                "1.234.567|COMMA|1234567",
                "1,234,567|DOT|1234567",
                "-1,234,567.25|DOT|-1234567.25"
            })
    void marksBetweenThousandsAreDropped(String cell, Numbers.Style style, double value) {
        assertEquals(value, parse(cell, style));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$1,234.50|DOT|1234.5",
                "$ 5|DOT|5",
                "US$5.25|DOT|5.25",
                "HK$ 388.40|DOT|388.4",
                "€1.234,50|COMMA|1234.5",
                "1.234,50 €|COMMA|1234.5",
                "£99|DOT|99",
                "¥1,200|DOT|1200",
                "￥1,200|DOT|1200",
                "₹12,34,567|DOT|1234567",
                "₩1,200|DOT|1200",
                "CHF 1'234.50|DOT|1234.5",
                "USD1234|DOT|1234",
                "1,234.50 EUR|DOT|1234.5",
                "R$ 1.234,50|COMMA|1234.5",
                "1 234,50 kr|COMMA|1234.5",
                "kr 12|DOT|12",
                "12,50 zł|COMMA|12.5",
                "12.5元|DOT|12.5",
                "RMB 12|DOT|12",
                "-$5.25|DOT|-5.25",
                "$-5.25|DOT|-5.25",
                "($1,234.50)|DOT|-1234.5",
                "$(1,234.50)|DOT|-1234.5",
                "123.45- EUR|DOT|-123.45"
            })
    void currenciesStandAround(String cell, Numbers.Style style, double value) {
        assertEquals(value, parse(cell, style));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.5%|DOT|0.125",
                "12,5 %|COMMA|0.125",
                "-0.35%|DOT|-0.0035",
                "１２．５％|DOT|0.125",
                "12.5％|DOT|0.125",
                "(2.5%)|DOT|-0.025",
                "100%|DOT|1",
                "1.1M|DOT|1100000",
                "1.2 M|DOT|1200000",
                "1,5K|COMMA|1500",
                "3k|DOT|3000",
                "2.5B|DOT|2500000000",
                "1.1T|DOT|1100000000000",
                "4.35bn|DOT|4350000000",
                "4.35 mn|DOT|4350000",
                "1,2 Mio.|COMMA|1200000",
                "1,2 Mrd. EUR|COMMA|1200000000",
                "$1.2M|DOT|1200000",
                "3.5亿|DOT|350000000",
                "12.34万|DOT|123400",
                "12.34萬|DOT|123400",
                "1.5億|DOT|150000000",
                "1.2万亿|DOT|1200000000000",
                "1.2 亿元|DOT|120000000",
                "0.1234567M|DOT|123456.7",
                "(1,234.50)|DOT|-1234.5",
                "（1,234.50）|DOT|-1234.5",
                "123-|DOT|-123",
                "+5|DOT|5",
                "- 5|DOT|-5",
                "１２３|DOT|123",
                "－１２，３４５|DOT|-12345",
                "−1,5%|COMMA|-0.015"
            })
    void percentsMultipliersAndNegativesCount(String cell, Numbers.Style style, double value) {
        assertEquals(value, parse(cell, style));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"M|6", "K|3", "B|9", "万|4", "%|-2", "亿|8", "T|12", "万亿|12"})
    void multipliedNumbersRoundOnce(String suffix, int power) {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            String digits = String.format("%." + random.nextInt(8) + "f", random.nextDouble() * 10_000);
            double exact = new BigDecimal(digits).scaleByPowerOfTen(power).doubleValue();
            assertEquals(exact, parse(digits + suffix, Numbers.Style.DOT), digits + suffix);
        }
    }

    @Test
    void parseRoundsAsTheJavaLibraryDoes() {
        Random random = new Random(5);
        for (int i = 0; i < 50_000; i++) {
            int decimals = random.nextInt(12);
            String cell =
                    String.format("%." + decimals + "f", (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(9)));
            assertEquals(Double.parseDouble(cell), parse(cell, Numbers.Style.DOT), cell);
        }
    }

    private static Numbers.Kind kind(String cell) {
        return Numbers.kind(cell.toCharArray(), 0, cell.length());
    }

    private static double parse(String cell, Numbers.Style style) {
        return Numbers.parse(cell.toCharArray(), 0, cell.length(), style);
    }
}
