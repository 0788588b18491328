package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KFoldTest {

    private static final int[] NO_GROUPS = {};

    /** 1000 rows with 300 bad in five folds: 60 bad of 200 in each; of the other 800 with 240 bad 120 with 36 for validation. */
    @Test
    void everyPartOfEveryFoldHasTheSameShareOfBad() {
        boolean[] bad = labels(1000, 300);
        for (StratifiedSplit fold : KFold.of(bad, NO_GROUPS, 5, 0.15, 7)) {
            assertEquals(List.of(680, 204), sizes(fold.train(), bad));
            assertEquals(List.of(120, 36), sizes(fold.validation(), bad));
            assertEquals(List.of(200, 60), sizes(fold.test(), bad));
        }
    }

    /** 47 rows with 10 bad in three folds: 16, 16 and 15 rows with 4, 3 and 3 bad in some order. */
    @Test
    void oddNumbersDifferByOneAtMost() {
        boolean[] bad = labels(47, 10);
        List<StratifiedSplit> folds = KFold.of(bad, NO_GROUPS, 3, 0.2, 1);
        assertEquals(
                List.of(3, 3, 4), sorted(folds, fold -> sizes(fold.test(), bad).get(1)));
        assertEquals(List.of(12, 12, 13), sorted(folds, fold -> {
            List<Integer> sizes = sizes(fold.test(), bad);
            return sizes.get(0) - sizes.get(1);
        }));
    }

    private static List<Integer> sorted(List<StratifiedSplit> folds, Function<StratifiedSplit, Integer> figure) {
        return folds.stream().map(figure).sorted().toList();
    }

    @Test
    void everyRowIsTestedOnceAndIsInOnePartOfAFold() {
        boolean[] bad = labels(103, 17);
        List<StratifiedSplit> folds = KFold.of(bad, NO_GROUPS, 4, 0.15, 7);
        int[] all = IntStream.range(0, 103).toArray();
        assertArrayEquals(
                all,
                folds.stream()
                        .flatMapToInt(fold -> Arrays.stream(fold.test()))
                        .sorted()
                        .toArray());
        for (StratifiedSplit fold : folds) {
            IntStream rows = IntStream.concat(
                    IntStream.concat(Arrays.stream(fold.train()), Arrays.stream(fold.validation())),
                    Arrays.stream(fold.test()));
            assertArrayEquals(all, rows.sorted().toArray());
        }
    }

    @Test
    void theSeedFixesTheFolds() {
        boolean[] bad = labels(200, 50);
        int[] first = KFold.of(bad, NO_GROUPS, 5, 0.15, 7).get(2).test();
        assertArrayEquals(first, KFold.of(bad, NO_GROUPS, 5, 0.3, 7).get(2).test(), "whatever the validation share");
        assertFalse(
                Arrays.equals(first, KFold.of(bad, NO_GROUPS, 5, 0.15, 8).get(2).test()));
    }

    /** Groups of 1 to 12 rows, some with most of the bad: no group in two parts, bad rates within five points. */
    @Test
    void aGroupIsNeverInTwoPartsOfAFold() {
        SplittableRandom random = new SplittableRandom(3);
        int[] groups = new int[900];
        boolean[] bad = new boolean[900];
        int group = 0;
        for (int row = 0; row < 900; group++) {
            int size = 1 + random.nextInt(12);
            double rate = random.nextDouble() < 0.2 ? 0.8 : 0.1;
            for (int i = 0; i < size && row < 900; i++, row++) {
                groups[row] = group;
                bad[row] = random.nextDouble() < rate;
            }
        }
        double all = sizes(IntStream.range(0, 900).toArray(), bad).get(1) / 900.0;
        for (StratifiedSplit fold : KFold.of(bad, groups, 5, 0.2, 7)) {
            Set<Integer> train = of(groups, fold.train());
            Set<Integer> validation = of(groups, fold.validation());
            Set<Integer> test = of(groups, fold.test());
            assertTrue(train.stream().noneMatch(g -> validation.contains(g) || test.contains(g)));
            assertTrue(validation.stream().noneMatch(test::contains));
            assertEquals(180, fold.test().length, 10);
            assertEquals(144, fold.validation().length, 10);
            assertEquals(all, sizes(fold.test(), bad).get(1) / (double) fold.test().length, 0.05);
            assertEquals(all, sizes(fold.validation(), bad).get(1) / (double) fold.validation().length, 0.05);
        }
    }

    @Test
    void rowsWithoutAGroupAreDealtOneByOne() {
        boolean[] bad = labels(60, 20);
        int[] alone = new int[60];
        Arrays.fill(alone, -1);
        assertArrayEquals(
                KFold.of(bad, NO_GROUPS, 3, 0.2, 5).getFirst().test(),
                KFold.of(bad, alone, 3, 0.2, 5).getFirst().test());
    }

    @Test
    void refusesOneFold() {
        assertThrows(IllegalArgumentException.class, () -> KFold.of(labels(10, 5), NO_GROUPS, 1, 0.2, 7));
        assertThrows(IllegalArgumentException.class, () -> KFold.of(labels(10, 5), NO_GROUPS, 2, 1, 7));
    }

    @Test
    void groupsAreAColumnsValuesAndAMissingOneIsItsOwn() {
        CreditBook book = book(new double[] {3, Double.NaN, 3, 1, Double.NaN, 1});
        CreditGroups branches = CreditGroups.of(book, "branch").orElseThrow();
        assertArrayEquals(new int[] {0, -1, 0, 1, -1, 1}, branches.numbers());
        assertEquals(4, branches.count());
        CreditGroups homes = CreditGroups.of(book, "home").orElseThrow();
        assertArrayEquals(new int[] {0, 1, -1, 0, 1, 0}, homes.numbers());
        assertEquals(3, homes.count());
        assertTrue(CreditGroups.of(book, "town").isEmpty());
        assertEquals(
                List.of("branch"),
                CreditGroups.without(book, "home").features().stream()
                        .map(CreditColumn::name)
                        .toList());
    }

    @Test
    void noEncoderOfAnyFoldKnowsTheRowsThatItDoesNotTrainOn() throws NoticeException {
        double[] values = {4, 8, 15, 16, 23, 42, 1, 2, 3, 5, 7, 11};
        boolean[] bad = labels(12, 6);
        for (StratifiedSplit fold : KFold.of(bad, NO_GROUPS, 3, 0.25, 7)) {
            double[] changed = values.clone();
            for (int row : IntStream.concat(Arrays.stream(fold.test()), Arrays.stream(fold.validation()))
                    .toArray()) {
                changed[row] = 1e6;
            }
            assertEquals(CreditEncoder.fit(book(values), fold.train()), CreditEncoder.fit(book(changed), fold.train()));
        }
    }

    private static CreditBook book(double[] branches) {
        int[] homes = IntStream.range(0, branches.length)
                .map(i -> i == 2 ? -1 : i % 3 == 0 || i == 5 ? 0 : 1)
                .toArray();
        return new CreditBook(
                "book",
                List.of(
                        new CreditColumn.Numeric("branch", branches),
                        new CreditColumn.Categorical("home", List.of("own", "rent"), homes)),
                "",
                "",
                "",
                new boolean[0],
                List.of(),
                new Source("book.csv", "", branches.length));
    }

    private static Set<Integer> of(int[] groups, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> groups[row]).collect(Collectors.toSet());
    }

    /** Rows, bad ones. */
    private static List<Integer> sizes(int[] rows, boolean[] bad) {
        return List.of(
                rows.length, (int) Arrays.stream(rows).filter(row -> bad[row]).count());
    }

    private static boolean[] labels(int n, int bad) {
        boolean[] labels = new boolean[n];
        for (int i = 0; i < bad; i++) {
            labels[i * n / bad] = true;
        }
        return labels;
    }
}
