package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CreditEncoderTest {

    private static final double NA = Double.NaN;
    private static final int[] TRAIN = {0, 1, 2, 3};

    /** Rows 0–3 train, rows 4 and 5 test. */
    private static CreditBook book(double lastAge, double lastIncome, String lastLevel) {
        return new CreditBook(
                "loans",
                List.of(
                        new CreditColumn.Numeric("age", new double[] {20, 40, 20, 40, 60, lastAge}),
                        new CreditColumn.Numeric("income", new double[] {1, NA, 3, 8, NA, lastIncome}),
                        new CreditColumn.Categorical(
                                "home", List.of("own", "rent", lastLevel), new int[] {0, 1, -1, 0, 1, 2})),
                "class",
                "good",
                "bad",
                new boolean[] {false, true, false, true, false, true},
                List.of(),
                new Source("folder/loans.csv", "", 6));
    }

    /** Ages 20, 40, 20, 40: mean 30, deviation 10. Incomes 1, NA → 3, 3, 8: mean 3.75, deviation √6.6875. */
    @Test
    void numbersAreFilledAndStandardisedAndCategoriesOneHot() throws NoticeException {
        CreditBook book = book(30, 3.75, "free");
        CreditEncoder encoder = CreditEncoder.fit(book, TRAIN);
        assertEquals(List.of("age", "income", "income = NA", "home = own", "home = rent"), encoder.names());
        assertEquals(List.of("age", "income", "income", "home", "home"), encoder.columns());
        float filled = (float) ((3 - 3.75) / Math.sqrt(6.6875));
        float[][] x = encoder.encode(book);
        assertArrayEquals(new float[] {1, filled, 1, 0, 1}, x[1], 1e-6f);
        assertArrayEquals(new float[] {3, filled, 1, 0, 1}, x[4], 1e-6f);
        assertArrayEquals(new float[] {0, 0, 0, 0, 0}, x[5], 1e-6f, "a level that training never saw is all zeros");
        assertArrayEquals(new float[] {0, 0}, new float[] {x[2][3], x[2][4]}, "so is a missing cell");
    }

    @Test
    void otherRowsThanTrainingOnesLeaveNoTrace() {
        assertEquals(CreditEncoder.fit(book(30, 2, "free"), TRAIN), CreditEncoder.fit(book(-1e9, NA, "castle"), TRAIN));
    }

    @Test
    void gapsOutsideTrainingAreFilledWithoutAnIndicator() throws NoticeException {
        CreditBook book = book(NA, 1, "own2");
        CreditEncoder encoder = CreditEncoder.fit(book, TRAIN);
        assertEquals(0, encoder.encode(book, new int[] {5})[0][0], "the training median 30 is the mean");
    }

    @Test
    void survivesJson() throws NoticeException {
        CreditBook book = book(30, 2, "free");
        CreditEncoder encoder = CreditEncoder.fit(book, TRAIN);
        Gson gson = new Gson();
        CreditEncoder back = gson.fromJson(gson.toJson(encoder), CreditEncoder.class);
        assertEquals(encoder, back);
        assertArrayEquals(encoder.encode(book), back.encode(book));
    }

    @Test
    void aFileWithItsLevelsInAnotherOrderIsEncodedAlike() throws NoticeException {
        CreditEncoder encoder = CreditEncoder.fit(book(30, 2, "free"), TRAIN);
        CreditBook other = scored(
                new CreditColumn.Numeric("age", new double[] {40}),
                new CreditColumn.Numeric("income", new double[] {3}),
                new CreditColumn.Categorical("home", List.of("rent", "own"), new int[] {1}));
        float[] row = encoder.encode(other)[0];
        assertEquals(1, row[3], "own");
        assertEquals(0, row[4], "rent");
    }

    @Test
    void levelsThatTrainingNeverSawAreCountedByRow() {
        CreditEncoder encoder = CreditEncoder.fit(book(30, 2, "free"), TRAIN);
        assertEquals(List.of(), encoder.unseen(seen()));
        assertEquals(List.of(Notice.of("credit.note.unseen", "home", 1)), encoder.unseen(book(30, 2, "boat")));
        assertEquals(Map.of("age", true, "income", true, "home", false), encoder.numeric());
    }

    private static CreditBook seen() {
        return scored(new CreditColumn.Categorical("home", List.of("rent"), new int[] {0}));
    }

    @Test
    void numbersWhereCategoriesWereAreRefusedUnlessAllAreMissing() throws NoticeException {
        CreditEncoder encoder =
                new CreditEncoder(List.of(new CreditEncoder.Field("zone", List.of("1", "x"), false, false, 0, 0, 1)));
        assertArrayEquals(
                new float[] {0, 0}, encoder.encode(scored(new CreditColumn.Numeric("zone", new double[] {NA})))[0]);
        CreditBook numbers = scored(new CreditColumn.Numeric("zone", new double[] {1}));
        NoticeException e = assertThrows(NoticeException.class, () -> encoder.encode(numbers));
        assertEquals(Notice.of("credit.error.columnNumbers", "zone", "new.csv"), e.notice());
    }

    @Test
    void missingColumnsAreNamedWithTheirFile() {
        CreditEncoder encoder = CreditEncoder.fit(book(30, 2, "free"), TRAIN);
        CreditBook other = scored(new CreditColumn.Numeric("age", new double[] {40}));
        NoticeException e = assertThrows(NoticeException.class, () -> encoder.encode(other));
        assertEquals("credit.error.missingColumn", e.notice().key());
        assertEquals(List.of("income, home", "new.csv"), e.notice().args());
    }

    @Test
    void textWhereNumbersWereIsNamed() {
        CreditEncoder encoder = CreditEncoder.fit(book(30, 2, "free"), TRAIN);
        CreditBook other = scored(
                new CreditColumn.Categorical("age", List.of("old"), new int[] {0}),
                new CreditColumn.Numeric("income", new double[] {3}),
                new CreditColumn.Categorical("home", List.of(), new int[] {-1}));
        NoticeException e = assertThrows(NoticeException.class, () -> encoder.encode(other));
        assertEquals("credit.error.columnType", e.notice().key());
        assertEquals(List.of("age", "new.csv", "old"), e.notice().args());
    }

    private static CreditBook scored(CreditColumn... columns) {
        return new CreditBook(
                "new", List.of(columns), "", "good", "bad", new boolean[0], List.of(), new Source("new.csv", "", 1));
    }
}
