package io.riskloom.engine.challenger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlainCreditsTest {

    private static final CreditSpec SPEC = Specs.defaults(CreditSpec.class, "loans.csv");

    @Test
    void scorecardForestAndBoostingStandByTheNameOfTheBundle() throws NoticeException {
        CreditBook book = Loans.of(500, 1);
        PlainCredits plain = PlainCredits.fit(book, Loans.rows(0, 400), SPEC);
        assertEquals(
                List.of("scorecard", "forest", "boosting"),
                plain.fitted().stream().map(PlainCredit::name).toList());
        assertEquals(List.of(), plain.leftOut());
        assertEquals(600, plain.scorecard().baseScore());
        assertEquals(4, plain.scorecard().characteristics().size());
    }

    @Test
    void theSpecificationSetsBinsPointsAndSeed() throws NoticeException {
        CreditBook book = Loans.of(800, 2);
        int[] train = Loans.rows(0, 600);
        int[] test = Loans.rows(600, 800);
        CreditSpec other =
                Specs.with(SPEC, Map.of("bins", 2, "points", 40, "baseScore", 500, "baseOdds", 20, "seed", 8));
        PlainCredits plain = PlainCredits.fit(book, train, SPEC);
        PlainCredits changed = PlainCredits.fit(book, train, other);
        assertEquals(
                List.of(40.0, 500.0, 20.0),
                List.of(
                        changed.scorecard().pointsToDouble(),
                        changed.scorecard().baseScore(),
                        changed.scorecard().baseOdds()));
        assertTrue(ranges(plain) > 2);
        assertEquals(2, ranges(changed));
        for (int i = 1; i < 3; i++) {
            double[] before = plain.fitted().get(i).probability(book, test);
            double[] again = PlainCredits.fit(book, train, SPEC).fitted().get(i).probability(book, test);
            assertArrayEquals(before, again);
            assertTrue(before[0] != changed.fitted().get(i).probability(book, test)[0]);
        }
    }

    /** Asked before each of the two models of trees. */
    @Test
    void itEndsBetweenTwoModels() {
        CreditBook book = Loans.of(300, 1);
        for (int patience = 0; patience < 2; patience++) {
            int most = patience;
            AtomicInteger asked = new AtomicInteger();
            assertThrows(
                    CancellationException.class,
                    () -> PlainCredits.fit(book, Loans.rows(0, 300), SPEC, () -> asked.getAndIncrement() == most));
            assertEquals(most + 1, asked.get());
        }
    }

    private static long ranges(PlainCredits plain) {
        return plain.scorecard().characteristics().getFirst().bins().stream()
                .filter(bin -> bin.kind().equals("range"))
                .count();
    }

    @Test
    void rowsOutsideTrainingLeaveNoTrace() throws NoticeException {
        CreditBook book = Loans.of(600, 3);
        int[] train = Loans.rows(0, 400);
        PlainCredits before = PlainCredits.fit(book, train, SPEC);
        PlainCredits after = PlainCredits.fit(Loans.changedFrom(book, 400), train, SPEC);
        assertEquals(before.scorecard(), after.scorecard());
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(
                    before.fitted().get(i).probability(book, train),
                    after.fitted().get(i).probability(book, train));
        }
    }

    /** In a process of its own: a library that has been loaded stays. */
    @Test
    void withoutTheLibraryOfTreesTheScorecardStandsAndTheReasonIsGiven() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dxgboostruntime.native.xgboost4j=/nowhere/lib.so",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlainCreditsMain.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said =
                new String(child.getInputStream().readAllBytes()).lines().toList();
        assertEquals(0, child.waitFor());
        assertEquals(3, said.size(), said::toString);
        assertEquals("fitted scorecard", said.get(0));
        assertTrue(said.get(1).startsWith("forest run.warning.noTrees challenger.forest "), said.get(1));
        assertTrue(said.get(1).contains("/nowhere/lib.so"), said.get(1));
        assertTrue(said.get(2).startsWith("boosting run.warning.noTrees challenger.boosting "), said.get(2));
    }
}
