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
import io.riskloom.engine.feature.CreditEncoder.Input;
import io.riskloom.engine.feature.CreditEncoder.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
                        new CreditColumn.Numeric("income", new double[] {1, NA, 3, 5, NA, lastIncome}),
                        new CreditColumn.Categorical(
                                "home", List.of("own", "rent", lastLevel), new int[] {0, 1, -1, 0, 1, 2})),
                "class",
                "good",
                "bad",
                new boolean[] {false, true, false, true, false, true},
                List.of(),
                new Source("folder/loans.csv", "", 6));
    }

    /** Ages 20, 40, 20, 40 rank −3, 3, −3, 3; incomes 1, NA, 3, 5 rank −3, 0, 0, 3 with deviation √4.5. */
    @Test
    void numbersAreRankedAndStandardisedAndCategoriesOneHot() throws NoticeException {
        CreditBook book = book(30, 3, "free");
        CreditEncoder encoder = CreditEncoder.fit(book, TRAIN);
        assertEquals(
                List.of("age", "income", "income = NA", "home = own", "home = rent", "home = NA"), encoder.names());
        assertEquals(List.of("age", "income", "income", "home", "home", "home"), encoder.columns());
        float[][] x = encoder.encode(book);
        assertArrayEquals(new float[] {1, 0, 1, 0, 1, 0}, x[1], 1e-6f);
        assertArrayEquals(new float[] {1, (float) Math.sqrt(2), 0, 1, 0, 0}, x[3], 1e-6f);
        assertArrayEquals(new float[] {1, 0, 1, 0, 1, 0}, x[4], 1e-6f, "an age beyond all counts as the highest");
        assertArrayEquals(new float[] {0, 0, 0, 0, 0, 0}, x[5], 1e-6f, "a level that training never saw is all zeros");
        assertArrayEquals(new float[] {0, 0, 1}, Arrays.copyOfRange(x[2], 3, 6), "a missing cell has its own input");
    }

    @Test
    void otherRowsThanTrainingOnesLeaveNoTrace() {
        assertEquals(
                CreditEncoder.fit(book(30, 2, "free"), TRAIN, true),
                CreditEncoder.fit(book(-1e9, NA, "castle"), TRAIN, true));
    }

    @Test
    void gapsOutsideTrainingStandInTheMiddleWithoutAnIndicator() throws NoticeException {
        CreditBook book = book(NA, 1, "own2");
        CreditEncoder encoder = CreditEncoder.fit(book, TRAIN);
        assertEquals(0, encoder.encode(book, new int[] {5})[0][0]);
    }

    /** 40 incomes 100 … 139 and five times −999; a row of the test part has a missing cell. */
    @Test
    void specialCodesStandInTheMiddleWithAnInputOfTheirOwn() throws NoticeException {
        double[] incomes = IntStream.range(0, 46)
                .mapToDouble(i -> i % 9 == 8 ? -999 : 100 + i)
                .toArray();
        incomes[45] = NA;
        CreditBook book = numbers("income", incomes);
        CreditEncoder encoder = CreditEncoder.fit(book, IntStream.range(0, 45).toArray());
        assertEquals(
                List.of(new Input("income", Kind.NUMBER, ""), new Input("income", Kind.SPECIAL, "-999")),
                encoder.inputs());
        float[][] x = encoder.encode(book);
        assertEquals(1, x[8][1]);
        assertEquals(0, x[9][1]);
        assertEquals(x[45][0], x[8][0], "as if it were missing");
        assertEquals(1, Math.signum(x[44 - 1][0]));
        assertEquals(-1, Math.signum(x[0][0]));
    }

    @Test
    void fewWholeNumbersEnterOneByOneWhereAskedFor() throws NoticeException {
        CreditBook book = numbers("status", -1, 0, 2, 0, 2, 5);
        CreditEncoder plain = CreditEncoder.fit(book, new int[] {0, 1, 2, 3, 4});
        assertEquals(List.of("status"), plain.names());
        CreditEncoder encoder = CreditEncoder.fit(book, new int[] {0, 1, 2, 3, 4}, true);
        assertEquals(List.of("status", "status = -1", "status = 0", "status = 2"), encoder.names());
        assertEquals(Kind.CODE, encoder.inputs().get(3).kind());
        float[][] x = encoder.encode(book);
        assertArrayEquals(new float[] {0, 0, 1}, Arrays.copyOfRange(x[2], 1, 4));
        assertArrayEquals(new float[] {0, 0, 0}, Arrays.copyOfRange(x[5], 1, 4), "a number that training never saw");
    }

    @Test
    void twoNumbersManyOrBrokenOnesAreNoCodes() {
        for (double[] values : List.of(
                new double[] {0, 1, 0, 1},
                new double[] {0, 1, 2.5},
                IntStream.range(0, 13).asDoubleStream().toArray())) {
            CreditBook book = numbers("x", values);
            int[] rows = IntStream.range(0, values.length).toArray();
            assertEquals(1, CreditEncoder.fit(book, rows, true).width());
        }
        int[] twelve = IntStream.range(0, 12).toArray();
        CreditBook book = numbers("x", IntStream.range(0, 12).asDoubleStream().toArray());
        assertEquals(13, CreditEncoder.fit(book, twelve, true).width());
    }

    @Test
    void aColumnThatDoesNotVaryOrIsEmptyIsZero() throws NoticeException {
        CreditBook book = numbers("x", 7, 7, 7, 9);
        int[] train = {0, 1, 2};
        assertArrayEquals(
                new float[][] {{0}, {0}, {0}, {0}},
                CreditEncoder.fit(book, train).encode(book));
        CreditBook empty = numbers("x", NA, NA, NA, 9);
        assertArrayEquals(
                new float[][] {{0, 1}, {0, 1}, {0, 1}, {0, 0}},
                CreditEncoder.fit(empty, train).encode(empty));
    }

    @Test
    void survivesJson() throws NoticeException {
        CreditBook book = book(30, 2, "free");
        CreditEncoder encoder = CreditEncoder.fit(book, TRAIN, true);
        Gson gson = new Gson();
        CreditEncoder back = gson.fromJson(gson.toJson(encoder), CreditEncoder.class);
        assertEquals(encoder, back);
        assertArrayEquals(encoder.encode(book), back.encode(book));
    }

    /** As version 0.4 wrote it: incomes filled with the median 3, mean 3.75, deviation 2.5. */
    @Test
    void anEncoderOfAnEarlierVersionStandardisesAsThen() throws NoticeException {
        String json = """
                {"fields": [{"column": "income", "levels": [], "numeric": true, "gaps": true, "fill": 3, "mean": 3.75,
                "scale": 2.5}, {"column": "home", "levels": ["own"], "numeric": false, "gaps": false, "fill": 0,
                "mean": 0, "scale": 1}]}""";
        CreditEncoder encoder = new Gson().fromJson(json, CreditEncoder.class);
        float[][] x = encoder.encode(book(30, 2, "free"));
        assertArrayEquals(new float[] {-1.1f, 0, 1}, x[0], 1e-6f);
        assertArrayEquals(new float[] {-0.3f, 1, 0}, x[1], 1e-6f);
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

    /** Level n occurs n + 1 times, in training all of 0 … 65: 2 … 65 have inputs, 0 and 1 share one. */
    @Test
    void rareLevelsOfManyShareAnInputWithThoseNeverSeen() throws NoticeException {
        int[] codes = IntStream.range(0, 66)
                .flatMap(level -> IntStream.generate(() -> level).limit(level + 1))
                .toArray();
        List<String> levels = IntStream.range(0, 66).mapToObj(n -> "z" + n).toList();
        CreditBook book = new CreditBook(
                "loans",
                List.of(new CreditColumn.Categorical("zip", levels, codes)),
                "",
                "",
                "",
                new boolean[0],
                List.of(),
                new Source("loans.csv", "", codes.length));
        CreditEncoder encoder =
                CreditEncoder.fit(book, IntStream.range(0, codes.length).toArray());
        assertEquals(65, encoder.width());
        assertEquals(List.of("zip"), encoder.pooled());
        assertEquals(new Input("zip", Kind.LEVEL, "z2"), encoder.inputs().getFirst());
        assertEquals(new Input("zip", Kind.OTHER, "*"), encoder.inputs().getLast());
        assertEquals("zip = *", encoder.names().getLast());
        CreditBook later = scored(new CreditColumn.Categorical("zip", List.of("z65"), new int[] {0}));
        assertEquals(63, one(encoder.encode(later)[0]));
        for (String level : List.of("z0", "z1", "new")) {
            CreditBook rare = scored(new CreditColumn.Categorical("zip", List.of(level), new int[] {0}));
            assertEquals(64, one(encoder.encode(rare)[0]), level);
            assertEquals(List.of(), encoder.unseen(rare));
        }
        CreditBook gap = scored(new CreditColumn.Categorical("zip", List.of(), new int[] {-1}));
        assertArrayEquals(new float[65], encoder.encode(gap)[0]);
        Gson gson = new Gson();
        assertEquals(encoder, gson.fromJson(gson.toJson(encoder), CreditEncoder.class));
        int[] without =
                IntStream.range(0, codes.length).filter(row -> codes[row] > 1).toArray();
        assertEquals(List.of(), CreditEncoder.fit(book, without).pooled(), "64 are not too many");
    }

    /** The only input that is 1. */
    private static int one(float[] row) {
        int[] ones = IntStream.range(0, row.length).filter(i -> row[i] != 0).toArray();
        assertEquals(1, ones.length);
        assertEquals(1, row[ones[0]]);
        return ones[0];
    }

    private static CreditBook seen() {
        return scored(new CreditColumn.Categorical("home", List.of("rent"), new int[] {0}));
    }

    @Test
    void numbersWhereCategoriesWereAreRefusedUnlessAllAreMissing() throws NoticeException {
        CreditEncoder encoder = new CreditEncoder(List.of(CreditEncoder.Field.category("zone", List.of("1", "x"))));
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
    void missingColumnsCountAsMissingCellsWhereTheCallerKnows() throws NoticeException {
        CreditEncoder encoder = CreditEncoder.fit(book(30, 2, "free"), TRAIN);
        CreditBook other = scored(new CreditColumn.Numeric("age", new double[] {40}));
        assertEquals(List.of("income", "home"), encoder.absent(other));
        assertArrayEquals(new float[][] {{1, 0, 1, 0, 0, 1}}, encoder.encodeKnown(other));
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

    private static CreditBook numbers(String name, double... values) {
        return new CreditBook(
                name,
                List.of(new CreditColumn.Numeric(name, values)),
                "",
                "good",
                "bad",
                new boolean[0],
                List.of(),
                new Source("new.csv", "", values.length));
    }
}
