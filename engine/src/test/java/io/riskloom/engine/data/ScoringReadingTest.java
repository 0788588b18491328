package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
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
}
