package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of applicants to be scored. */
class ScoringReadingTest {

    @TempDir
    Path folder;

    private CreditBook score(String text, ReadSettings settings) throws Exception {
        return CsvReader.readForScoring(Csv.file(folder, text), settings).book();
    }

    private static List<String> names(CreditBook book) {
        return book.features().stream().map(CreditColumn::name).toList();
    }

    @Test
    void oneApplicantIsEnough() throws Exception {
        CreditBook book = score("age,home,income\n30,rent,\n", ReadSettings.DETECTED);
        assertEquals(1, book.size());
        assertArrayEquals(
                new double[] {30}, ((CreditColumn.Numeric) book.features().get(0)).values());
        CreditColumn.Categorical home =
                assertInstanceOf(CreditColumn.Categorical.class, book.features().get(1));
        assertEquals(List.of("rent"), home.levels());
        assertEquals(1, book.features().get(2).missing());
    }

    @Test
    void columnsMayStandInAnotherOrderAndCategoriesBeNew() throws Exception {
        CreditBook book = score("home,age\nboat,30\nrent,40\n", ReadSettings.DETECTED);
        assertEquals(List.of("home", "age"), names(book));
        assertEquals(
                List.of("boat", "rent"),
                ((CreditColumn.Categorical) book.features().getFirst()).levels());
    }

    /** Training had A1, 01 and 02 in zone, and numbers in age. */
    @Test
    void columnsAreReadAsTheModelKnowsThem() throws Exception {
        Path file = Csv.file(folder, "zone,age,empty,rest\n01,Infinity,,1\n02,5d,,2\n01,30,,3\n,40,,4\n");
        Imported.Credit read = CsvReader.readForScoring(
                file, ReadSettings.DETECTED, Map.of("zone", false, "age", true, "empty", false));
        List<CreditColumn> features = read.book().features();
        CreditColumn.Categorical zone = assertInstanceOf(CreditColumn.Categorical.class, features.get(0));
        assertEquals(List.of("01", "02"), zone.levels());
        assertArrayEquals(new int[] {0, 1, 0, -1}, zone.codes());
        assertArrayEquals(
                new double[] {Double.NaN, Double.NaN, 30, 40}, ((CreditColumn.Numeric) features.get(1)).values());
        assertEquals(
                4,
                assertInstanceOf(CreditColumn.Categorical.class, features.get(2))
                        .missing());
        assertInstanceOf(CreditColumn.Numeric.class, features.get(3));
        assertEquals(
                List.of("data.warn.badCell[2, age, 2, Infinity]"),
                read.report().warnings().stream()
                        .map(w -> w.notice().toString())
                        .toList());
    }

    @Test
    void ignoredColumnsAreLeftOutAndIdentifiersKept() throws Exception {
        CreditBook book = score(
                "id,age,note,class\n1,30,a,good\n2,40,b,\n",
                ReadSettings.DETECTED
                        .withRoles(Map.of("note", "ignored", "gone", "ignored"))
                        .withTarget("class", List.of("bad")));
        assertEquals(List.of("id", "age", "class"), names(book));
        assertEquals(List.of("note"), book.setAside());
        assertEquals(2, book.size());
        assertEquals(0, book.bad().length);
    }

    private static List<Double> numbers(CreditBook book, int feature) {
        double[] values = ((CreditColumn.Numeric) book.features().get(feature)).values();
        return Arrays.stream(values).boxed().toList();
    }

    @Test
    void fewLongerRowsAreRefusedInsteadOfLeftOut() throws Exception {
        StringBuilder text = new StringBuilder("age,home,income\n");
        for (int i = 0; i < 3_000; i++) {
            text.append(i % 50 == 7 ? "30,rent,1,5\n" : "40,own,2\n");
        }
        Path file = Csv.file(folder, text.toString());
        DataException refusal =
                assertThrows(DataException.class, () -> CsvReader.readForScoring(file, ReadSettings.DETECTED));
        assertEquals("data.error.ragged[data.csv, 9, , 3, 4]", refusal.notice().toString());
    }

    @Test
    void emptyRowsKeepTheirPlaceAndOnlyThoseAtTheEndAreDropped() throws Exception {
        assertEquals(
                List.of(1.5, Double.NaN, 2.5, Double.NaN, 3.5),
                numbers(score("a,b\n1.5,x\n,\n2.5,y\n\n3.5,z\n,\n\n", ReadSettings.DETECTED), 0));
        assertEquals(List.of(1.5, 2.5), numbers(score("a,b\r\r\n1.5,x\r\r\n2.5,y\r\r\n", ReadSettings.DETECTED), 0));
    }

    @Test
    void whatLooksLikeAFooterUnitsOrACommentIsAnApplicant() throws Exception {
        StringBuilder text = new StringBuilder("id,colour,x,band\n");
        for (int i = 0; i < 30; i++) {
            text.append(i).append(",blue,1.5,A\n");
        }
        CreditBook footer = score(text + "N17,red,,B\n", ReadSettings.DETECTED);
        assertEquals(31, footer.size());
        assertEquals(Double.NaN, numbers(footer, 0).getLast());
        assertEquals(31, score(text + "Total,,,\n", ReadSettings.DETECTED).size());
        CreditBook marked = score("id,x,band\nA1,1.5,B\n#5,2.5,B\nA2,3.5,C\n", ReadSettings.DETECTED);
        assertEquals(List.of(1.5, 2.5, 3.5), numbers(marked, 1));
        CreditBook first = score("id,x,band\n#5,2.5,B\nA2,3.5,C\nA3,4.5,C\n", ReadSettings.DETECTED);
        assertEquals(List.of(2.5, 3.5, 4.5), numbers(first, 1));
        CreditBook units = score("age,currency,x\n,EUR,\n30,USD,1.5\n40,USD,2.5\n", ReadSettings.DETECTED);
        assertEquals(3, units.size());
    }
}
