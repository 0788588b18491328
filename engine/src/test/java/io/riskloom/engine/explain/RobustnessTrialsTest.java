package io.riskloom.engine.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.stats.Roc;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RobustnessTrialsTest {

    private static final int ROWS = 600;
    private static final int[] TRAINING = IntStream.range(0, 300).toArray();
    private static final int[] TEST = IntStream.range(300, ROWS).toArray();

    /** Those with high a, and renters, are bad more often; c says nothing, and −999 stands for a number that is not known. */
    private static final CreditBook BOOK = book();

    private static CreditBook book() {
        SplittableRandom random = new SplittableRandom(1);
        double[] a = new double[ROWS];
        int[] home = new int[ROWS];
        double[] c = new double[ROWS];
        boolean[] bad = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            a[i] = 50 + 10 * random.nextGaussian();
            home[i] = random.nextInt(2);
            c[i] = random.nextInt(10) == 0 ? -999 : random.nextInt(100);
            bad[i] = (a[i] - 50) / 10 + home[i] + random.nextGaussian() > 1;
        }
        return Loans.book(
                bad, Loans.numbers("a", a), Loans.levels("home", List.of("own", "rent"), home), Loans.numbers("c", c));
    }

    /** Inputs are a, home = own, home = rent, c, c = −999. */
    private static FunctionScorer scorer(ToDoubleFunction<float[]> function) {
        CreditEncoder encoder = CreditEncoder.fit(BOOK, TRAINING);
        assertEquals(List.of("a", "home = own", "home = rent", "c", "c = -999"), encoder.names());
        return new FunctionScorer(encoder, new float[5], function);
    }

    private static Robustness robustness(FunctionScorer scorer, double cutOff, long seed) throws NoticeException {
        return RobustnessTrials.of(scorer, BOOK, TRAINING, TEST, cutOff, Effort.FULL, seed, () -> false);
    }

    @Test
    void worseDataCostAucAndTurnDecisionsTheMoreTheWorse() throws NoticeException {
        FunctionScorer scorer = scorer(x -> x[0] + x[2] - 1);
        Robustness told = robustness(scorer, 0.5, 1);
        double plain = Roc.auc(scorer.logOdds(scorer.encoder().encode(BOOK, TEST)), Importances.of(BOOK.bad(), TEST));
        assertEquals(plain, told.plain(), 1e-12);
        assertEquals(
                List.of("noise", "noise", "noise", "noise", "missing", "missing", "missing", "missing"),
                told.trials().stream().map(Robustness.Trial::kind).toList());
        assertEquals(
                List.of(0.05, 0.1, 0.2, 0.5, 0.05, 0.1, 0.2, 0.4),
                told.trials().stream().map(Robustness.Trial::strength).toList());
        for (Robustness.Trial trial : told.trials()) {
            assertTrue(trial.low() <= trial.auc() && trial.auc() <= trial.high(), trial.toString());
            assertTrue(trial.low() < trial.high(), trial.toString());
        }
        for (int first : new int[] {0, 4}) {
            assertEquals(told.plain(), told.trials().get(first).auc(), 0.03);
            assertTrue(told.trials().get(first + 3).auc() < told.plain() - 0.03);
            for (int i = first + 1; i < first + 4; i++) {
                assertTrue(told.trials().get(i).changed()
                        > told.trials().get(i - 1).changed());
            }
        }
    }

    @Test
    void aModelThatReadsNoneOfItBearsEverything() throws NoticeException {
        Robustness told = robustness(scorer(x -> 0.3), 0.5, 1);
        assertEquals(0.5, told.plain());
        for (Robustness.Trial trial : told.trials()) {
            assertEquals(0.5, trial.low());
            assertEquals(0.5, trial.high());
            assertEquals(0, trial.changed());
        }
    }

    @Test
    void noDecisionTurnsAtACutOffThatNobodyPasses() throws NoticeException {
        Robustness told = robustness(scorer(x -> x[0]), 1, 2);
        assertEquals(
                0, told.trials().stream().mapToDouble(Robustness.Trial::changed).sum());
        assertNotEquals(told.plain(), told.trials().getFirst().auc());
    }

    @Test
    void aSpecialCodeIsNoNumberThatNoiseMoves() throws NoticeException {
        Robustness told = robustness(scorer(x -> x[4]), 0.6, 3);
        for (int i = 0; i < 4; i++) {
            assertEquals(told.plain(), told.trials().get(i).auc(), 1e-12);
            assertEquals(0, told.trials().get(i).changed());
        }
        assertEquals(
                0.4 * 0.1, told.trials().get(7).changed(), 0.015, "of the tenth with the code two in five lose it");
    }

    @Test
    void wholeNumbersStayWholeAndTheNoiseHasItsSize() throws NoticeException {
        CreditEncoder asIs = new CreditEncoder(
                List.of(CreditEncoder.Field.number("a", 0, 1), CreditEncoder.Field.number("c", 0, 1)));
        double[] c = IntStream.range(0, ROWS).mapToDouble(i -> i % 100).toArray();
        CreditBook book = Loans.book(BOOK.bad(), BOOK.features().getFirst(), Loans.numbers("c", c));
        Set<Boolean> whole = new HashSet<>();
        double[] squares = new double[1];
        int[] asked = new int[1];
        FunctionScorer scorer = new FunctionScorer(asIs, new float[2], x -> {
            whole.add(x[1] == Math.rint(x[1]) || Float.isNaN(x[1]));
            int call = asked[0]++;
            // after the plain rows come five draws of the least noise
            if (call >= TEST.length && call < 6 * TEST.length) {
                squares[0] += Math.pow(x[1] - c[TEST[call % TEST.length]], 2) / 5 / TEST.length;
            }
            return 0;
        });
        RobustnessTrials.of(scorer, book, TRAINING, TEST, 0.5, Effort.FULL, 1, () -> false);
        assertEquals(Set.of(true), whole);
        double sd = Math.sqrt((100 * 100 - 1) / 12.0);
        assertEquals(0.05 * sd, Math.sqrt(squares[0]), 0.1, "rounding adds a twelfth to the square");
    }

    @Test
    void aSeedRepeatsTheTrials() throws NoticeException {
        FunctionScorer scorer = scorer(x -> x[0] + x[2] - 1);
        assertEquals(robustness(scorer, 0.5, 4), robustness(scorer, 0.5, 4));
        assertNotEquals(robustness(scorer, 0.5, 4), robustness(scorer, 0.5, 5));
    }
}
