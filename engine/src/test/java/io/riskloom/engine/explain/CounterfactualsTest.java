package io.riskloom.engine.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CounterfactualsTest {

    private static final int[] TRAINING = IntStream.range(0, 11).toArray();

    /** Columns of 0, 0.1 … 1 for training; the applicant is the last row. */
    private static CreditBook book(double... applicant) {
        return Loans.book(
                new boolean[0],
                IntStream.range(0, applicant.length)
                        .mapToObj(c -> Loans.numbers(
                                FunctionScorer.name(c),
                                IntStream.rangeClosed(0, 11)
                                        .mapToDouble(i -> i == 11 ? applicant[c] : i / 10.0)
                                        .toArray()))
                        .toArray(CreditColumn[]::new));
    }

    private static Counterfactual search(
            ToDoubleFunction<float[]> function, double[] applicant, double cutOff, Set<String> fixed)
            throws NoticeException {
        CreditBook book = book(applicant);
        FunctionScorer scorer = FunctionScorer.of(applicant.length, function);
        return Counterfactuals.of(scorer, book, TRAINING, book, 11, cutOff, fixed, Effort.FULL, () -> false);
    }

    @Test
    void theNearestSingleChangeThatTurnsTheDecisionIsFound() throws NoticeException {
        Counterfactual told = search(x -> 10 * (x[0] - 0.55) + x[1], new double[] {1, 0.2}, 0.5, Set.of());
        assertTrue(told.found());
        assertEquals(11, told.row());
        assertEquals(1 / (1 + Math.exp(-4.7)), told.probability(), 1e-6);
        assertEquals(1, told.changes().size());
        assertEquals("a", told.changes().getFirst().column());
        assertEquals("1", told.changes().getFirst().from());
        assertEquals("0.5", told.changes().getFirst().to(), "0.4 and less would do, but are further away");
        assertEquals(told.after(), told.changes().getFirst().probability());
        assertTrue(told.after() < 0.5);
    }

    @Test
    void anAcceptedApplicantIsTurnedTheOtherWay() throws NoticeException {
        Counterfactual told = search(x -> 10 * (x[0] - 0.55), new double[] {0.3}, 0.5, Set.of());
        assertTrue(told.found());
        assertEquals("0.6", told.changes().getFirst().to());
        assertTrue(told.probability() < 0.5 && told.after() >= 0.5);
    }

    @Test
    void aFixedColumnStays() throws NoticeException {
        ToDoubleFunction<float[]> function = x -> 10 * (x[0] - 0.55) + 5 * x[1];
        Counterfactual free = search(function, new double[] {0.6, 0.9}, 0.5, Set.of());
        assertEquals("a", free.changes().getFirst().column());
        Counterfactual told = search(function, new double[] {0.6, 0.9}, 0.5, Set.of("a"));
        assertFalse(told.found());
        assertEquals("b", told.changes().getFirst().column());
        assertEquals("0", told.changes().getFirst().to());
        Counterfactual none = search(function, new double[] {0.6, 0.9}, 0.5, Set.of("a", "b"));
        assertFalse(none.found());
        assertEquals(List.of(), none.changes());
        assertEquals(none.probability(), none.after());
    }

    @Test
    void severalColumnsAreChangedWhereOneIsNotEnough() throws NoticeException {
        Counterfactual told = search(x -> x[0] + x[1] + x[2] - 1.25, new double[] {1, 1, 1}, 0.5, Set.of());
        assertTrue(told.found());
        assertEquals(2, told.changes().size());
        assertEquals(
                2,
                told.changes().stream()
                        .map(Counterfactual.Change::column)
                        .distinct()
                        .count());
        assertTrue(told.changes().getFirst().probability() >= 0.5);
        assertEquals(told.after(), told.changes().getLast().probability());
        assertTrue(told.after() < 0.5);
    }

    @Test
    void theExtremesOfManyNumbersAreNoAdvice() throws NoticeException {
        int[] training = IntStream.range(0, 201).toArray();
        CreditBook book = Loans.book(
                new boolean[0],
                Loans.numbers("a", IntStream.range(0, 201).asDoubleStream().toArray()));
        for (double limit : new double[] {185, 195}) {
            FunctionScorer scorer = FunctionScorer.of(1, x -> limit - x[0]);
            Counterfactual told =
                    Counterfactuals.of(scorer, book, training, book, 3, 0.5, Set.of(), Effort.FULL, () -> false);
            assertEquals(limit < 190, told.found());
            assertEquals("190", told.changes().getFirst().to());
        }
    }

    /** The beam takes the strongest changes first, which are further than need be. */
    @Test
    void eachChangeIsTakenBackAsFarAsTheDecisionAllows() throws NoticeException {
        Counterfactual told = search(x -> 3 * x[0] + x[1] + 0.2 * x[2] - 0.75, new double[] {1, 1, 0}, 0.5, Set.of());
        assertTrue(told.found());
        assertEquals(2, told.changes().size());
        Counterfactual.Change a = told.changes().getFirst();
        Counterfactual.Change b = told.changes().getLast();
        assertEquals("a", a.column());
        assertEquals("b", b.column());
        double left = 3 * Double.parseDouble(a.to()) + Double.parseDouble(b.to()) - 0.75;
        assertTrue(left < 0 && left > -0.15, "a tenth more of b would be refused again: " + left);
    }

    @Test
    void nothingIsFoundWhereFourChangesDoNotTurnIt() throws NoticeException {
        double[] ones = new double[6];
        Arrays.fill(ones, 1);
        Counterfactual told = search(x -> x[0] + x[1] + x[2] + x[3] + x[4] + x[5] - 1.5, ones, 0.5, Set.of());
        assertFalse(told.found());
        assertEquals(4, told.changes().size());
        assertEquals(1 / (1 + Math.exp(-0.5)), told.after(), 1e-6, "as close as four changes come");
    }

    @Test
    void noFewerColumnsThanToldTurnIt() throws NoticeException {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 20; trial++) {
            double[] w = random.doubles(4, -2, 2).toArray();
            double twist = random.nextDouble(-3, 3);
            ToDoubleFunction<float[]> function =
                    x -> w[0] * x[0] + w[1] * x[1] + w[2] * x[2] + w[3] * x[3] + twist * x[0] * x[1] - 0.2;
            double[] applicant =
                    random.ints(4, 0, 11).mapToDouble(i -> i / 10.0).toArray();
            Counterfactual told = search(function, applicant, 0.5, Set.of());
            int least = least(function, applicant);
            assertEquals(least <= 4, told.found(), "trial " + trial);
            if (told.found()) {
                assertEquals(least, told.changes().size(), "trial " + trial);
            }
        }
    }

    /** By trying every applicant of the grid; 5 where none is on the other side. */
    private static int least(ToDoubleFunction<float[]> function, double[] applicant) {
        float[] start = new float[4];
        for (int c = 0; c < 4; c++) {
            start[c] = (float) applicant[c];
        }
        boolean refused = function.applyAsDouble(start) >= 0;
        int least = 5;
        for (int grid = 0; grid < 11 * 11 * 11 * 11; grid++) {
            float[] x = new float[4];
            int changed = 0;
            int rest = grid;
            for (int c = 0; c < 4; c++) {
                x[c] = (float) (rest % 11 / 10.0);
                changed += x[c] != start[c] ? 1 : 0;
                rest /= 11;
            }
            if (function.applyAsDouble(x) >= 0 != refused) {
                least = Math.min(least, changed);
            }
        }
        return least;
    }

    @Test
    void categoriesChangeToLevelsThatAHundredthOfTrainingHas() throws NoticeException {
        int[] training = IntStream.range(0, 200).toArray();
        CreditBook book = Loans.book(
                new boolean[0],
                Loans.levels(
                        "home",
                        List.of("rent", "own", "castle"),
                        IntStream.range(0, 200)
                                .map(i -> i == 0 ? 2 : i % 4 == 1 ? 1 : 0)
                                .toArray()));
        CreditEncoder encoder = CreditEncoder.fit(book, training);
        FunctionScorer own = new FunctionScorer(encoder, new float[3], x -> x[0] - x[1] - 9 * x[2]);
        Counterfactual told = Counterfactuals.of(own, book, training, book, 2, 0.5, Set.of(), Effort.FULL, () -> false);
        assertTrue(told.found());
        assertEquals("rent", told.changes().getFirst().from());
        assertEquals("own", told.changes().getFirst().to());
        FunctionScorer castle = new FunctionScorer(encoder, new float[3], x -> x[0] + x[1] - 9 * x[2]);
        assertFalse(Counterfactuals.of(castle, book, training, book, 2, 0.5, Set.of(), Effort.FULL, () -> false)
                .found());
    }

    @Test
    void specialCodesAndMissingCellsAreNoWayOut() throws NoticeException {
        int[] training = IntStream.range(0, 100).toArray();
        CreditBook book = Loans.book(
                new boolean[0],
                Loans.numbers(
                        "a",
                        IntStream.range(0, 100)
                                .mapToDouble(i -> i < 20 ? Loans.NA : i < 40 ? -999 : i)
                                .toArray()));
        CreditEncoder encoder = CreditEncoder.fit(book, training);
        FunctionScorer scorer = new FunctionScorer(encoder, new float[3], x -> 1 - 5 * x[1] - 5 * x[2]);
        assertFalse(Counterfactuals.of(scorer, book, training, book, 50, 0.5, Set.of(), Effort.FULL, () -> false)
                .found());
        Counterfactual told =
                Counterfactuals.of(scorer, book, training, book, 3, 0.5, Set.of(), Effort.FULL, () -> false);
        assertTrue(told.found());
        assertEquals("", told.changes().getFirst().from());
    }
}
