package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.model.Details;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupCutTest {

    private final Texts texts = new Texts(Texts.ENGLISH);

    private GroupCut cut(CreditColumn column) {
        return GroupCut.of(column, IntStream.range(0, column.size()).toArray(), texts);
    }

    @Test
    void agesFallIntoBandsAndMissingOnesApart() {
        GroupCut cut = cut(new CreditColumn.Numeric("age", new double[] {24.9, 25, 70, Double.NaN, 34}));
        assertEquals(List.of("below 25", "25 to below 35", "65 or more", "missing"), cut.names());
        assertArrayEquals(new int[] {0, 1, 2, 3, 1}, cut.group());
    }

    @Test
    void fewNumbersAreGroupsByThemselves() {
        GroupCut cut = cut(new CreditColumn.Numeric("children", new double[] {2, 0, 1, 0}));
        assertEquals(List.of("0", "1", "2"), cut.names());
        assertArrayEquals(new int[] {2, 0, 1, 0}, cut.group());
    }

    @Test
    void manyNumbersAreCutAtTheQuarters() {
        double[] values = IntStream.range(0, 100).asDoubleStream().toArray();
        GroupCut cut = cut(new CreditColumn.Numeric("amount", values));
        assertEquals(List.of("below 25", "25 to below 50", "50 to below 75", "75 or more"), cut.names());
        for (int g = 0; g < 4; g++) {
            int at = g;
            assertEquals(
                    25, Arrays.stream(cut.group()).filter(each -> each == at).count());
        }
    }

    @Test
    void aNumberThatIsMostlyOneValueStillFallsIntoGroups() {
        double[] values = new double[100];
        for (int i = 90; i < 100; i++) {
            values[i] = i;
        }
        GroupCut cut = cut(new CreditColumn.Numeric("amount", values));
        assertEquals(1, cut.names().size(), "all quarters are the same value");
    }

    @Test
    void theSmallestLevelsAreJoined() {
        List<String> levels = IntStream.range(0, 15).mapToObj(i -> "level" + i).toList();
        int[] codes = IntStream.range(0, 15)
                .flatMap(i -> IntStream.generate(() -> i).limit(20 - i))
                .toArray();
        GroupCut cut = cut(new CreditColumn.Categorical("job", levels, codes));
        assertEquals(GroupCut.MOST, cut.names().size());
        assertEquals("level0", cut.names().getFirst());
        assertEquals("others", cut.names().getLast());
        long others =
                Arrays.stream(cut.group()).filter(g -> g == GroupCut.MOST - 1).count();
        assertEquals(9 + 8 + 7 + 6, others);
    }

    /** 40 men of whom 30 are approved, 40 women of whom {@code women} are; nobody approved is bad, all refused are. */
    private FairnessModel model(int women) {
        return model(women, 0.5);
    }

    private FairnessModel model(int women, double cutOff) {
        double[] scores = new double[80];
        boolean[] bad = new boolean[80];
        int[] group = new int[80];
        for (int i = 0; i < 80; i++) {
            group[i] = i / 40;
            bad[i] = i % 40 >= (i < 40 ? 30 : women);
            scores[i] = bad[i] ? 0.9 : 0.1;
        }
        Details.OfCredit details = new Details.OfCredit(IntStream.range(0, 80).toArray(), scores, scores, bad);
        return new FairnessModel(new GroupCut(List.of("m", "f"), group), details, cutOff, texts);
    }

    @Test
    void codesOfAgeGroupsAreNoAges() {
        GroupCut cut = cut(new CreditColumn.Numeric("age_group", new double[] {1, 2, 3, 4, 5, 3}));
        assertEquals(List.of("1", "2", "3", "4", "5"), cut.names());
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 2}, cut.group());
        GroupCut missing = cut(new CreditColumn.Numeric("age", new double[] {Double.NaN, Double.NaN}));
        assertEquals(List.of("missing"), missing.names());
    }

    /** Groups of a size each, of whom so many are approved. */
    private FairnessModel groups(int... sizesAndApproved) {
        int[] group = IntStream.range(0, sizesAndApproved.length / 2)
                .flatMap(g -> IntStream.generate(() -> g).limit(sizesAndApproved[2 * g]))
                .toArray();
        double[] scores = IntStream.range(0, sizesAndApproved.length / 2)
                .mapToObj(g -> IntStream.range(0, sizesAndApproved[2 * g])
                        .mapToDouble(i -> i < sizesAndApproved[2 * g + 1] ? 0.1 : 0.9))
                .flatMapToDouble(each -> each)
                .toArray();
        Details.OfCredit details = new Details.OfCredit(
                IntStream.range(0, group.length).toArray(), scores, scores, new boolean[group.length]);
        List<String> names = List.of("A", "B", "C").subList(0, sizesAndApproved.length / 2);
        return new FairnessModel(new GroupCut(names, group), details, 0.5, texts);
    }

    @Test
    void aTinyGroupDoesNotHideABrokenRule() {
        FairnessModel found = groups(3000, 2400, 3000, 1500, 2, 0);
        assertEquals(-1, found.grade());
        assertTrue(
                found.sentence().startsWith("The four-fifths rule is broken: B has 0.63 of the approval rate of A"),
                found.sentence());
    }

    @Test
    void aTinyGroupLeavesTheRuleOpen() {
        FairnessModel found = groups(3000, 2400, 3000, 2350, 12, 9);
        assertEquals(0, found.grade(), "nine of twelve may be far fewer of all");
        assertTrue(
                found.sentence()
                        .startsWith(
                                "The four-fifths rule holds on these applicants, but not beyond chance: C has 0.94"),
                found.sentence());
        assertEquals(1, groups(3000, 2400, 3000, 2350).grade());
        FairnessModel missed = groups(3000, 2400, 3000, 1910, 2, 0);
        assertEquals(0, missed.grade());
        assertTrue(
                missed.sentence().startsWith("The four-fifths rule is missed, though not beyond doubt: B has 0.80"),
                missed.sentence());
    }

    @Test
    void ratesAndGapsAreSaidWithTheirIntervals() {
        List<FairnessModel.Line> lines = model(15).lines();
        assertEquals("40", lines.get(0).cells().get(1));
        assertEquals("75.0% (60 – 86%)", lines.get(0).cells().get(2)); // Wilson's interval of 30 of 40
        assertEquals("25.0% (14 – 40%)", lines.get(0).cells().get(3));
        assertEquals("reference", lines.get(0).gaps().get(1));
        // Newcombe's interval: Wilson's of 15 of 40 is .242 to .530, of 30 of 40 .598 to .858
        assertEquals("−37.5 (−54.6 to −15.8)", lines.get(1).gaps().get(1));
        assertTrue(
                lines.get(1).gaps().get(2).startsWith("0.50 ("),
                lines.get(1).gaps().get(2));
    }

    @Test
    void theFourFifthsRuleIsBrokenOpenOrHolds() {
        assertEquals(-1, model(12).grade());
        assertTrue(model(12)
                .sentence()
                .startsWith("The four-fifths rule is broken: f has 0.40 of the approval rate of m"));
        assertEquals(0, model(22).grade());
        assertTrue(model(22).sentence().startsWith("The four-fifths rule is missed, though not beyond doubt"));
        assertEquals(0, model(28).grade());
        assertTrue(model(28).sentence().startsWith("The four-fifths rule holds on these applicants, but not beyond"));
        assertEquals(1, model(28, 0.95).grade(), "all are approved");
        assertTrue(
                model(28, 0.95).sentence().startsWith("The four-fifths rule holds: the lowest approval rate is 1.00"));
        assertTrue(model(28, 0).sentence().startsWith("Nobody is approved"));
    }

    @Test
    void theChartShowsRatesInPerCent() {
        assertEquals(75, model(15).chart().groups().getFirst().values()[0][0], 1e-9);
        assertEquals(37.5, model(15).chart().groups().getFirst().values()[1][0], 1e-9);
    }
}
