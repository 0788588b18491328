package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.Source;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CreditDecoderTest {

    private static final int ROWS = 101;
    private static final int[] ALL = IntStream.range(0, ROWS).toArray();

    /** Ages 0 to 100; every tenth income is missing; the home turns with the row. */
    private static CreditBook book() {
        double[] ages = IntStream.range(0, ROWS).mapToDouble(i -> i).toArray();
        double[] incomes = IntStream.range(0, ROWS)
                .mapToDouble(i -> i % 10 == 0 ? Double.NaN : 1000 + i)
                .toArray();
        int[] homes = IntStream.range(0, ROWS).map(i -> i % 3 - 1).toArray();
        return new CreditBook(
                "loans",
                List.of(
                        new CreditColumn.Numeric("age", ages),
                        new CreditColumn.Numeric("income", incomes),
                        new CreditColumn.Categorical("home", List.of("own", "rent"), homes)),
                "",
                "",
                "",
                new boolean[0],
                List.of(),
                new Source("folder/loans.csv", "", ROWS));
    }

    @Test
    void whatWasEncodedComesBack() throws NoticeException {
        CreditBook book = book();
        CreditEncoder encoder = CreditEncoder.fit(book, ALL);
        CreditDecoder decoder = new CreditDecoder(encoder);
        float[][] inputs = encoder.encode(book);
        assertEquals(List.of("0", "NA", "NA"), decoder.texts(inputs[0]));
        assertEquals(List.of("37", "1037", "own"), decoder.texts(inputs[37]));
        assertEquals(List.of("50", "NA", "rent"), decoder.texts(inputs[50]));
        assertEquals("100", decoder.texts(inputs[100]).getFirst());
    }

    @Test
    void whatLiesBetweenIsTheLikeliestAndWhatIsUnlikelyCannotBeSaid() {
        CreditEncoder encoder = CreditEncoder.fit(book(), ALL);
        assertEquals(
                List.of("age", "income", "income = NA", "home = own", "home = rent", "home = NA"), encoder.names());
        CreditDecoder decoder = new CreditDecoder(encoder);
        assertEquals(List.of("50", "1050", "rent"), decoder.texts(new float[] {0, 0, 0.49f, 0.5f, 0.7f, 0.1f}));
        assertEquals(List.of("100", "NA", ""), decoder.texts(new float[] {9, 0, 0.5f, 0.4f, 0.3f, 0.2f}));
        assertEquals("0", decoder.texts(new float[] {-9, 0, 0, 0, 0, 0}).getFirst());
    }

    @Test
    void numbersThatAreNotRankedAreTakenBackBySpread() {
        CreditEncoder encoder = new CreditEncoder(List.of(CreditEncoder.Field.number("sum", 1000, 300)));
        assertEquals(List.of("1234"), new CreditDecoder(encoder).texts(new float[] {0.77876f}));
        assertEquals(
                List.of("0"),
                new CreditDecoder(new CreditEncoder(List.of(CreditEncoder.Field.number("x", 0, 1))))
                        .texts(new float[] {0}));
    }

    /** Φ of .5 is .69146, so that age 69.146 has rank normal .5. */
    @Test
    void valueIsTheWayBackOfTheRank() {
        List<Double> knots =
                IntStream.rangeClosed(0, 100).mapToObj(i -> (double) i).toList();
        RankNormal ranks = new RankNormal(knots);
        assertEquals(69.1462, ranks.value(0.5), 1e-3);
        for (double value : new double[] {0, 1, 17.3, 50, 99, 100}) {
            assertEquals(value, ranks.value(ranks.of(value)), 1e-6);
        }
        assertEquals(7, new RankNormal(List.of(7.0)).value(0));
    }
}
