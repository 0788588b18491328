package io.riskloom.engine.quality;

import static io.riskloom.engine.quality.Csv.calm;
import static io.riskloom.engine.quality.Csv.file;
import static io.riskloom.engine.quality.Csv.number;
import static io.riskloom.engine.quality.Csv.rows;
import static io.riskloom.engine.quality.Csv.weekdays;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.DataException;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.ReadSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps as a list: in order, the same each time, harmless where they find nothing, refused where they make no sense. */
class ReadingStepsTest {

    private static final Step SPLIT = new Step(Check.SPLIT, Fix.ADJUST, "ACME", "", "2023-02-13 2");
    private static final Step CODES = new Step(Check.SPECIAL_CODE, Fix.SET_MISSING, "", "x", "-9");
    private static final Step FILL = new Step(Check.MISSING, Fix.FILL_VALUE, "", "x", "0");

    @TempDir
    Path folder;

    private Path prices() throws Exception {
        return file(folder, "date,close", rows(weekdays(60), i -> number(i < 30 ? calm(i) : calm(i) / 2)));
    }

    private Path credit() throws Exception {
        return file(folder, "x,y,default\n-9,a,0\n5,b,1\n,a,0\n7,,1\n");
    }

    private double[] x(Step... steps) throws Exception {
        return ((CreditColumn.Numeric)
                        Csv.credit(credit(), steps).book().features().getFirst())
                .values();
    }

    @Test
    void theSameReadingOfTheSameFileGivesTheSameData() throws Exception {
        Reading reading = Reading.parse(Csv.reading(SPLIT).toJson());
        assertEquals(Csv.reading(SPLIT), reading);
        Path file = prices();
        PriceHistory first = Csv.series(file, SPLIT);
        PriceHistory again =
                ((Imported.Prices) DataFile.read(file, reading)).series().getFirst();
        assertArrayEquals(first.close(), again.close());
        assertEquals(first.dates(), again.dates());
        assertEquals(Csv.series(file).source().sha256(), again.source().sha256());
    }

    @Test
    void stepsAreMadeInTheirOrder() throws Exception {
        assertArrayEquals(new double[] {0, 5, 0, 7}, x(CODES, FILL));
        assertArrayEquals(new double[] {Double.NaN, 5, 0, 7}, x(FILL, CODES));
    }

    @Test
    void aStepThatFindsNothingChangesNothing() throws Exception {
        assertArrayEquals(
                new double[] {-9, 5, Double.NaN, 7},
                x(
                        SPLIT,
                        new Step(Check.DUPLICATE, Fix.LEAVE_OUT, "", "", ""),
                        new Step(Check.CONFLICT, Fix.KEEP_FIRST, "", "", "")));
        assertArrayEquals(
                Csv.series(prices()).close(),
                Csv.series(
                                prices(),
                                CODES,
                                FILL,
                                new Step(Check.STALE, Fix.LEAVE_OUT, "", "", ""),
                                new Step(Check.GAP, Fix.FILL_PREVIOUS, "", "", ""),
                                new Step(Check.OUTLIER, Fix.SET_MISSING, "", "", ""),
                                new Step(Check.BAR_ORDER, Fix.WIDEN, "", "", ""))
                        .close());
    }

    @Test
    void ofFilesToScoreOnlyColumnsAreCorrected() throws Exception {
        Reading reading = Csv.reading(
                CODES,
                FILL,
                new Step(Check.DUPLICATE, Fix.LEAVE_OUT, "", "", ""),
                new Step(Check.MISSING, Fix.FILL_VALUE, "", "y", "none"));
        Imported.Credit read = DataFile.readForScoring(file(folder, "y,x\na,-9\na,-9\n,3\n"), reading);
        assertEquals(3, read.book().size());
        CreditColumn.Categorical y =
                (CreditColumn.Categorical) read.book().features().get(0);
        assertEquals(List.of("a", "none"), y.levels());
        assertArrayEquals(new int[] {0, 0, 1}, y.codes());
        assertArrayEquals(
                new double[] {0, 0, 3},
                ((CreditColumn.Numeric) read.book().features().get(1)).values());
    }

    @Test
    void daysOfApplicationGoWithTheirRows() throws Exception {
        Path file = file(folder, "date,x,class\n2014-01-03,1,0\n2014-01-04,1,0\n2014-01-05,2,1\n");
        Imported.Credit read = Csv.credit(file, new Step(Check.DUPLICATE, Fix.LEAVE_OUT, "", "", ""));
        assertEquals(2, read.book().size());
        assertEquals("date", read.book().dateColumn());
        assertEquals(
                List.of(LocalDate.of(2014, 1, 3), LocalDate.of(2014, 1, 5)),
                read.book().dates());
    }

    @Test
    void aLevelCanBeMissingToo() throws Exception {
        CreditColumn.Categorical y = (CreditColumn.Categorical)
                Csv.credit(credit(), new Step(Check.SPECIAL_CODE, Fix.SET_MISSING, "", "y", "a"))
                        .book()
                        .features()
                        .get(1);
        assertEquals(List.of("b"), y.levels());
        assertArrayEquals(new int[] {-1, 0, -1, -1}, y.codes());
    }

    @Test
    void valuesThatMakeNoSenseAreRefusedByName() throws Exception {
        for (String value : List.of("", "2023-02-13", "2023-02-30 2", "2023-02-13 0", "2023-02-13 two")) {
            Step step = new Step(Check.SPLIT, Fix.ADJUST, "ACME", "", value);
            DataException refused = assertThrows(DataException.class, () -> Csv.series(prices(), step));
            assertEquals(
                    "quality.error.value[ACME.csv, , , ADJUST, " + value + "]",
                    refused.notice().toString());
        }
        Step fill = new Step(Check.MISSING, Fix.FILL_VALUE, "", "x", "Infinity");
        DataException refused = assertThrows(DataException.class, () -> Csv.credit(credit(), fill));
        assertEquals(
                "quality.error.value[ACME.csv, , x, FILL_VALUE, Infinity]",
                refused.notice().toString());
    }

    @Test
    void codesOfAnotherColumnsKindFindNothingAndMayHoldBlanks() throws Exception {
        Step codes = new Step(Check.SPECIAL_CODE, Fix.SET_MISSING, "", "x", "n/k -9 Infinity 5d");
        assertArrayEquals(new double[] {Double.NaN, 5, Double.NaN, 7}, x(codes));
        Step blanks = new Step(Check.SPECIAL_CODE, Fix.SET_MISSING, "", "y", "[\"not known\",\"b\"]");
        Path file = file(folder, "x,y,default\n1,not known,0\n5,b,1\n2,a,0\n7,not,1\n");
        CreditColumn.Categorical y = (CreditColumn.Categorical)
                Csv.credit(file, blanks).book().features().get(1);
        assertEquals(List.of("a", "not"), y.levels());
        for (String value : List.of("", "[1", "[null]")) {
            Step broken = new Step(Check.SPECIAL_CODE, Fix.SET_MISSING, "", "y", value);
            DataException refused = assertThrows(DataException.class, () -> Csv.credit(file, broken));
            assertEquals(
                    "quality.error.value[ACME.csv, , y, SET_MISSING, " + value + "]",
                    refused.notice().toString());
        }
    }

    @Test
    void stepsForWhatTheFileDoesNotHaveAreRefusedUnlessCarriedOver() throws Exception {
        Step column = new Step(Check.LEAK, Fix.LEAVE_OUT_COLUMN, "", "gone", "");
        DataException refused = assertThrows(DataException.class, () -> Csv.credit(credit(), column));
        assertEquals(
                "quality.error.column[ACME.csv, , gone, LEAVE_OUT_COLUMN, ]",
                refused.notice().toString());
        assertEquals(
                4,
                DataFile.read(credit(), Csv.reading(column).elsewhere())
                        .source()
                        .rows());
        Step series = new Step(Check.OUTLIER, Fix.SET_MISSING, "OTHER", "", "");
        refused = assertThrows(DataException.class, () -> Csv.series(prices(), series));
        assertEquals(
                "quality.error.series[ACME.csv, , , SET_MISSING, OTHER]",
                refused.notice().toString());
        assertEquals(
                60,
                DataFile.read(prices(), Csv.reading(series).elsewhere())
                        .source()
                        .rows());
    }

    @Test
    void splitsOnDaysOutsideOfTheFileAreRefused() throws Exception {
        for (String value : List.of("2032-02-13 2", "2003-02-13 2")) {
            Step split = new Step(Check.SPLIT, Fix.ADJUST, "", "", value);
            DataException refused = assertThrows(DataException.class, () -> Csv.series(prices(), split));
            assertEquals(
                    "quality.error.day[ACME.csv, , , 2023-01-02 – 2023-03-24, " + value + "]",
                    refused.notice().toString());
        }
    }

    @Test
    void readingsForOtherFilesKeepTheRuleForConflicts() {
        Reading reading = Csv.reading(new Step(Check.CONFLICT, Fix.KEEP_FIRST, "", "", ""), CODES);
        assertEquals("first", reading.elsewhere().settings().conflicts());
        assertEquals(List.of(CODES), reading.elsewhere().steps());
        assertEquals(
                "last",
                Reading.PLAIN
                        .with(ReadSettings.DETECTED.withConflicts("last"))
                        .elsewhere()
                        .settings()
                        .conflicts());
    }

    @Test
    void correctionsThatLeaveNothingAreRefused() throws Exception {
        DataException noFeature = assertThrows(
                DataException.class,
                () -> Csv.credit(
                        credit(),
                        new Step(Check.LEAK, Fix.LEAVE_OUT_COLUMN, "", "x", ""),
                        new Step(Check.LEAK, Fix.LEAVE_OUT_COLUMN, "", "y", "")));
        assertEquals("quality.error.nothingLeft", noFeature.notice().key());
        Step future = new Step(Check.FUTURE, Fix.LEAVE_OUT, "", "", "2000-01-01");
        DataException noRow = assertThrows(DataException.class, () -> Csv.series(prices(), future));
        assertEquals("quality.error.nothingLeft", noRow.notice().key());
    }

    @Test
    void loadingReportsOnTheCorrectedData() throws Exception {
        assertEquals(
                1, DataFile.load(prices(), Reading.PLAIN).report().findings().size());
        Loaded mended = DataFile.load(prices(), Csv.reading(SPLIT));
        assertEquals(List.of(), mended.report().findings());
        assertEquals(List.of(SPLIT), mended.reading().steps());
    }
}
