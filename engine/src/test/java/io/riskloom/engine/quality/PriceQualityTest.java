package io.riskloom.engine.quality;

import static io.riskloom.engine.quality.Csv.calm;
import static io.riskloom.engine.quality.Csv.file;
import static io.riskloom.engine.quality.Csv.findings;
import static io.riskloom.engine.quality.Csv.fix;
import static io.riskloom.engine.quality.Csv.number;
import static io.riskloom.engine.quality.Csv.rows;
import static io.riskloom.engine.quality.Csv.weekdays;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.PriceHistory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prices that cannot be right, and what their fixes make of them. */
class PriceQualityTest {

    @TempDir
    Path folder;

    private Path closes(int count, IntToDoubleFunction close) throws Exception {
        return file(folder, "date,close", rows(weekdays(count), i -> number(close.applyAsDouble(i))));
    }

    /** Bars with a volume of 1,000 a row; prices are divided from a row on. */
    private Path bars(int count, int from, double ratio) throws Exception {
        return file(folder, "date,open,high,low,close,volume", rows(weekdays(count), i -> {
            double factor = i < from ? 1 : ratio;
            double open = calm(i - 1) / factor;
            double close = calm(i) / factor;
            return number(open) + "," + number(Math.max(open, close) * 1.01) + ","
                    + number(Math.min(open, close) * 0.99) + "," + number(close) + "," + (long) (1000 * factor);
        }));
    }

    @Test
    void aSplitOfSevenIsNamedAndAdjusted() throws Exception {
        Path file = bars(120, 80, 7);
        assertEquals(
                List.of("SEVERE split[ACME, 2023-04-24, 7:1, " + Plain.number(round(calm(79))) + ", "
                        + Plain.number(round(calm(80) / 7)) + "] [82] ADJUST(2023-04-24 7)"),
                findings(file));
        PriceHistory adjusted = Csv.series(file, fix(file));
        assertEquals(round(calm(79)) / 7, adjusted.close()[79]);
        assertEquals(round(calm(78)) / 7, adjusted.open()[79]);
        assertEquals(round(calm(80) / 7), adjusted.close()[80]);
        assertEquals(7000, adjusted.volume()[79]);
        assertEquals(7000, adjusted.volume()[80]);
        assertEquals(120, adjusted.size());
        assertEquals(List.of(), findings(file, fix(file)));
    }

    private static double round(double value) {
        return Double.parseDouble(number(value));
    }

    @Test
    void twoForOneHalvesPricesAndDoublesVolume() throws Exception {
        Path file = bars(60, 30, 2);
        PriceHistory raw = Csv.series(file);
        PriceHistory adjusted = Csv.series(file, fix(file));
        assertEquals("2023-02-13 2", fix(file).value());
        for (int row = 0; row < 30; row++) {
            assertEquals(raw.close()[row] / 2, adjusted.close()[row]);
            assertEquals(raw.high()[row] / 2, adjusted.high()[row]);
            assertEquals(raw.low()[row] / 2, adjusted.low()[row]);
            assertEquals(raw.volume()[row] * 2, adjusted.volume()[row]);
        }
        for (int row = 30; row < 60; row++) {
            assertEquals(raw.close()[row], adjusted.close()[row]);
            assertEquals(raw.volume()[row], adjusted.volume()[row]);
        }
    }

    @Test
    void aReverseSplitAndOneOfThreeForTwoAreFound() throws Exception {
        Path reverse = bars(60, 30, 0.1);
        assertEquals("2023-02-13 1:10", fix(reverse).value());
        assertEquals(
                10 * Csv.series(reverse).close()[0],
                Csv.series(reverse, fix(reverse)).close()[0],
                1e-9);
        assertEquals("2023-02-13 3:2", fix(bars(60, 30, 1.5)).value());
        assertEquals(1.5, SplitRatio.parse("3:2"));
        assertEquals(1.5, SplitRatio.parse("1.5"));
    }

    @Test
    void aFallThatIsNoSimpleRatioOrComesBackIsNoSplit() throws Exception {
        assertEquals(
                List.of("NOTE outlier.jump[ACME, 1, 2023-02-13, 98.9056, 59.0191] [32]"),
                findings(closes(60, i -> i < 30 ? calm(i) : 0.588 * calm(i))));
        assertEquals(
                List.of(Check.OUTLIER),
                Csv.report(closes(60, i -> i < 30 || i > 33 ? calm(i) : calm(i) / 2), Reading.PLAIN).findings().stream()
                        .map(Finding::check)
                        .toList());
    }

    @Test
    void aWildSeriesThatHalvesHasNoSplit() throws Exception {
        assertEquals(
                List.of(), findings(closes(200, i -> 100 * Math.exp(0.6 * Math.sin(1.7 * i) + 0.01 * Math.cos(i)))));
    }

    @Test
    void aSpikeOfOneDayIsLeftOut() throws Exception {
        Path file = closes(60, i -> i == 30 ? 10 * calm(i) : calm(i));
        assertEquals(
                List.of("WARNING outlier.spike[ACME, 1, 2023-02-13, 98.9056, 1003.73] [32] SET_MISSING"),
                findings(file));
        PriceHistory without = Csv.series(file, fix(file));
        assertEquals(59, without.size());
        assertEquals(59, without.source().rows());
        assertEquals(LocalDate.of(2023, 2, 14), without.dates().get(30));
        assertEquals(33, Csv.prices(file, fix(file)).lines().getFirst()[30]);
        assertEquals(List.of(), findings(file, fix(file)));
    }

    @Test
    void tenEqualClosesAreStaleAndNineAreNot() throws Exception {
        assertEquals(List.of(), findings(closes(60, i -> i >= 30 && i < 39 ? 100 : calm(i))));
        Path file = closes(60, i -> i >= 30 && i < 40 ? 100 : calm(i));
        assertEquals(
                List.of(
                        "WARNING stale[ACME, 9, 1, 2023-02-13, 10, 100] [33, 34, 35, 36, 37, 38, 39, 40, 41] LEAVE_OUT"),
                findings(file));
        assertEquals(51, Csv.series(file, fix(file)).size());
        assertEquals(100, Csv.series(file, fix(file)).close()[30]);
        assertEquals(round(calm(40)), Csv.series(file, fix(file)).close()[31]);
    }

    @Test
    void daysThatWereFilledInMakeNoRunLonger() throws Exception {
        List<LocalDate> days = new ArrayList<>(weekdays(60));
        days.subList(33, 35).clear();
        Path file = file(folder, "date,close", rows(days, i -> number(i >= 30 && i < 40 ? 100 : calm(i))));
        Step fill = new Step(Check.GAP, Fix.FILL_PREVIOUS, "", "", "");
        Step stale = new Step(Check.STALE, Fix.LEAVE_OUT, "ACME", "", "");
        String found = "WARNING stale[ACME, 9, 1, 2023-02-13, 10, 100] [33, 34, 35, 36, 37, 38, 39, 40, 41] LEAVE_OUT";
        assertEquals(List.of(found), findings(file));
        assertEquals(60, Csv.series(file, fill).size());
        assertEquals(List.of(found), findings(file, fill));
        assertEquals(49, Csv.series(file, fill, stale).size());
        assertEquals(100, Csv.series(file, fill, stale).close()[30]);
        assertEquals(round(calm(40)), Csv.series(file, fill, stale).close()[31]);
    }

    @Test
    void barsThatDoNotEncloseTheirPricesAreWidened() throws Exception {
        Path file = file(folder, "date,open,high,low,close", rows(weekdays(30), i -> switch (i) {
            case 5 -> "100,100.5,99.5,101"; // close above high
            case 9 -> "98,101,99,100"; // open below low
            case 12 -> "100,99,101,100"; // high and low changed places
            default -> "100,102,98," + number(calm(i));
        }));
        assertEquals(List.of("WARNING bar_order[ACME, 3, 2023-01-09] [7, 11, 14] WIDEN"), findings(file));
        PriceHistory wide = Csv.series(file, fix(file));
        assertArrayEquals(
                new double[] {101, 101, 101},
                IntStream.of(5, 9, 12).mapToDouble(i -> wide.high()[i]).toArray());
        assertArrayEquals(
                new double[] {99.5, 98, 99},
                IntStream.of(5, 9, 12).mapToDouble(i -> wide.low()[i]).toArray());
        assertEquals(98, wide.low()[0]);
        assertEquals(List.of(), findings(file, fix(file)));
    }

    @Test
    void ofConflictingPricesTheChosenOneCounts() throws Exception {
        List<String> rows = new ArrayList<>(rows(weekdays(50), i -> number(calm(i))));
        rows.add(11, weekdays(50).get(10) + ",77");
        Path file = file(folder, "date,close", rows);
        Finding conflict = Csv.report(file, Reading.PLAIN).findings().getFirst();
        assertEquals(Check.CONFLICT, conflict.check());
        assertEquals(1, conflict.count());
        assertEquals(
                List.of(Fix.KEEP_LAST, Fix.KEEP_FIRST, Fix.KEEP_NONE),
                conflict.fixes().stream().map(Step::fix).toList());
        assertEquals(77, Csv.series(file, conflict.fixes().get(0)).close()[10]);
        assertEquals(round(calm(10)), Csv.series(file, conflict.fixes().get(1)).close()[10]);
        assertEquals(49, Csv.series(file, conflict.fixes().get(2)).size());
        for (Step step : conflict.fixes()) {
            assertTrue(findings(file, step).stream().noneMatch(f -> f.contains("conflict")));
        }
    }

    @Test
    void repeatedDaysAndOrderAreTold() throws Exception {
        List<String> rows = new ArrayList<>(rows(weekdays(50), i -> number(calm(i))));
        rows.add(11, rows.get(10));
        Path repeated = file(folder, "date,close", rows);
        assertEquals(List.of("NOTE repeated_date[date, 1, 13] [13]"), findings(repeated));
        rows.remove(11);
        Collections.swap(rows, 20, 21);
        Path unsorted = file(folder, "date,close", rows);
        assertEquals(List.of("NOTE unsorted[date, 1, 23] [23]"), findings(unsorted));
    }

    @Test
    void aDayWithoutAPositivePriceKeepsThatOfTheDayBefore() throws Exception {
        Path file = closes(50, i -> i == 20 ? 0 : i == 33 ? -5 : calm(i));
        assertEquals(
                List.of("WARNING not_positive[close, 2, 22] [22, 35] FILL_PREVIOUS(2023-01-30 2023-02-16)"),
                findings(file));
        assertEquals(48, Csv.series(file).size());
        PriceHistory filled = Csv.series(file, fix(file));
        assertEquals(weekdays(50), filled.dates());
        assertEquals(round(calm(19)), filled.close()[20]);
        assertEquals(round(calm(32)), filled.close()[33]);
        assertEquals(List.of(), findings(file, fix(file)));
    }

    @Test
    void inAWideFileTheOtherSeriesTellTheDay() throws Exception {
        Path file = file(
                folder,
                "date,AAA,BBB",
                rows(weekdays(50), i -> number(calm(i)) + "," + (i == 7 ? "0" : number(calm(i + 5)))));
        Finding found = Csv.report(file, Reading.PLAIN).findings().getFirst();
        assertEquals("WARNING not_positive[BBB, 1, 9] [9] FILL_PREVIOUS(2023-01-11)", Csv.text(found));
        assertEquals("BBB", found.series());
        PriceHistory filled = Csv.prices(file, found.fixes().getFirst()).seriesNamed("BBB");
        assertEquals(filled.close()[6], filled.close()[7]);
        assertEquals(50, filled.size());
    }
}
