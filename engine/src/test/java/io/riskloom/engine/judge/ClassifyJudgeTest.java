package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.Direction;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import io.riskloom.engine.stats.DieboldMariano;
import io.riskloom.engine.stats.Proportion;
import io.riskloom.engine.stats.Roc;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ClassifyJudgeTest {
    private static final double[] CLOSE = JudgedRun.randomWalk(8, 1700);
    private static final PriceHistory HISTORY = ToySeries.ofCloses(CLOSE, 0);

    private static ClassifySpec spec(String directions) {
        Map<String, ?> settings = Map.of("directions", directions, "horizon", 3, "window", 20, "costs", 20.0);
        return Specs.with(Specs.defaults(ClassifySpec.class, ""), settings);
    }

    private static Evaluation judged(ClassifySpec spec, double[] prior, Function<int[], double[][]> network)
            throws NoticeException {
        return ClassifyJudge.evaluate(spec, HISTORY, Splits.days(spec, CLOSE.length), 40, prior, network);
    }

    /** Leans to what comes by {@code skill}, from what it would say without. */
    private static Function<int[], double[][]> leaning(ClassifySpec spec, double skill) {
        Direction direction = new Direction(CLOSE, 3, spec.classes(), spec.deadBand());
        return origins -> Arrays.stream(origins)
                .mapToObj(day -> {
                    Random random = new Random(day);
                    double[] p = new double[spec.classes()];
                    double sum = 0;
                    for (int c = 0; c < p.length; c++) {
                        p[c] = Math.exp(0.3 * random.nextGaussian() + (c == direction.of(day) ? skill : 0));
                        sum += p[c];
                    }
                    for (int c = 0; c < p.length; c++) {
                        p[c] /= sum;
                    }
                    return p;
                })
                .toArray(double[][]::new);
    }

    @Test
    void threeClassesAreScoredByTheirDefinitions() throws NoticeException {
        ClassifySpec spec = spec("three");
        double[] prior = {0.3, 0.35, 0.35};
        Evaluation evaluation = judged(spec, prior, leaning(spec, 0.4));
        Details.OfClassify details = (Details.OfClassify) evaluation.details();
        DateSplit split = Splits.days(spec, CLOSE.length);
        int[] origins = split.test().days(3);
        double[][] p = leaning(spec, 0.4).apply(origins);
        Direction direction = new Direction(CLOSE, 3, 3, spec.deadBand());
        int n = origins.length;
        int[][] confusion = new int[3][3];
        double brier = 0;
        double[] loss = new double[n];
        double[] plain = new double[n];
        double[] up = new double[n];
        boolean[] rose = new boolean[n];
        for (int i = 0; i < n; i++) {
            int came = direction.of(origins[i]);
            int called = p[i][0] >= p[i][1] && p[i][0] >= p[i][2] ? 0 : p[i][1] >= p[i][2] ? 1 : 2;
            confusion[came][called]++;
            for (int c = 0; c < 3; c++) {
                brier += Math.pow(p[i][c] - (c == came ? 1 : 0), 2) / n;
            }
            loss[i] = -Math.log(p[i][came]);
            plain[i] = -Math.log(prior[came]);
            up[i] = p[i][2];
            rose[i] = came == 2;
            assertEquals(came, details.outcome()[i]);
            assertEquals(Math.log(CLOSE[origins[i] + 3] / CLOSE[origins[i]]), details.move()[i], 1e-12);
            assertEquals(HISTORY.dates().get(origins[i]), details.origins().get(i));
        }
        int right = confusion[0][0] + confusion[1][1] + confusion[2][2];
        double f1 = 0;
        for (int c = 0; c < 3; c++) {
            int came = confusion[c][0] + confusion[c][1] + confusion[c][2];
            int called = confusion[0][c] + confusion[1][c] + confusion[2][c];
            double precision = (double) confusion[c][c] / called;
            double recall = (double) confusion[c][c] / came;
            f1 += 2 * precision * recall / (precision + recall) / 3;
        }
        Map<String, Double> metrics = evaluation.metrics();
        assertEquals((double) right / n, metrics.get(Metric.ACCURACY), 1e-12);
        Proportion accuracy = Proportion.wilson(right, n);
        assertEquals(accuracy.low(), evaluation.intervals().get(Metric.ACCURACY).low(), 1e-12);
        assertEquals(f1, metrics.get(Metric.F1), 1e-12);
        assertEquals(brier, metrics.get(Metric.BRIER), 1e-12);
        assertEquals(mean(loss), metrics.get(Metric.LOG_LOSS), 1e-12);
        Roc.Auc auc = Roc.delong(up, rose);
        assertEquals(auc.auc(), metrics.get(Metric.AUC), 1e-12);
        assertEquals(auc.high(), evaluation.intervals().get(Metric.AUC).high(), 1e-12);
        assertEquals("verdict.classes.better", evaluation.verdict().key());
        assertEquals(
                Text.signedP(DieboldMariano.test(loss, plain, 1).pValue()),
                evaluation.verdict().args().get(5));
        assertEquals(
                Text.number(mean(loss) / mean(plain), 3),
                evaluation.verdict().args().get(2));
        assertEquals(mean(plain), evaluation.challengers().getFirst().metrics().get(Metric.LOG_LOSS), 1e-12);
        assertArrayEquals(prior, details.prior());
        assertArrayEquals(up, details.probabilityUp());
        assertArrayEquals(rose, details.up());
    }

    @Test
    void flatIsHeldOutOfTheMarket() throws NoticeException {
        ClassifySpec spec = spec("three");
        Evaluation evaluation = judged(spec, new double[] {0.3, 0.4, 0.3}, leaning(spec, 0.4));
        int[] origins = Splits.days(spec, CLOSE.length).test().days(3);
        double[][] p = leaning(spec, 0.4).apply(origins);
        double before = 0;
        double turnover = 0;
        double[] net = new double[origins.length];
        boolean flat = false;
        for (int i = 0; i < net.length; i++) {
            double side = p[i][0] > Math.max(p[i][1], p[i][2]) ? -1 : p[i][2] > p[i][1] ? 1 : 0;
            flat |= side == 0;
            net[i] = side * (CLOSE[origins[i] + 3] / CLOSE[origins[i]] - 1) - 0.002 * Math.abs(side - before);
            turnover += Math.abs(side - before);
            before = side;
        }
        assertTrue(flat);
        assertEquals(sharpe(net, 252 / 3.0), evaluation.metrics().get(Metric.SHARPE_NET), 1e-9);
        assertEquals(turnover / net.length * 84, evaluation.metrics().get(Metric.TURNOVER), 1e-9);
    }

    @Test
    void twoClassesAreJudgedByAucAndTradedLongAndShort() throws NoticeException {
        ClassifySpec spec = spec("two");
        Evaluation evaluation = judged(spec, new double[] {0.45, 0.55}, leaning(spec, 0.5));
        int[] origins = Splits.days(spec, CLOSE.length).test().days(3);
        double[][] p = leaning(spec, 0.5).apply(origins);
        double[] up = Arrays.stream(p).mapToDouble(row -> row[1]).toArray();
        boolean[] rose = new boolean[up.length];
        double before = 0;
        double[] net = new double[up.length];
        for (int i = 0; i < up.length; i++) {
            double move = CLOSE[origins[i] + 3] / CLOSE[origins[i]] - 1;
            rose[i] = move > 0;
            double side = up[i] >= 0.5 ? 1 : -1;
            net[i] = side * move - 0.002 * Math.abs(side - before);
            before = side;
        }
        Roc.Auc auc = Roc.delong(up, rose);
        assertEquals(auc.auc(), evaluation.metrics().get(Metric.AUC), 1e-12);
        assertEquals(sharpe(net, 252 / 3.0), evaluation.metrics().get(Metric.SHARPE_NET), 1e-9);
        assertEquals("verdict.classify.better", evaluation.verdict().key());
        assertEquals(1, evaluation.good());
        assertEquals(8, evaluation.verdict().args().size());
        double always = 0;
        for (boolean one : rose) {
            always += one ? 1.0 / rose.length : 0;
        }
        assertEquals(always, evaluation.challengers().getFirst().metrics().get(Metric.ACCURACY), 1e-12);
        assertTrue(evaluation.warnings().toString().contains("run.warning.leakSuspect"));
    }

    @Test
    void theOppositeOfWhatComesIsWorseAndNoiseIsNoBetter() throws NoticeException {
        for (String directions : new String[] {"two", "three"}) {
            ClassifySpec spec = spec(directions);
            double[] prior = spec.classes() == 2 ? new double[] {0.5, 0.5} : new double[] {0.33, 0.34, 0.33};
            assertEquals(-1, judged(spec, prior, leaning(spec, -0.5)).good());
            assertTrue(judged(spec, prior, leaning(spec, 0)).good() < 1);
        }
    }

    /** At 12 windows DeLong's interval alone would call 6 % better and as many worse. */
    @Test
    void answersWithoutSkillAreSeldomCalledBetterOnFewWindows() {
        Random random = new Random(17);
        int trials = 1000;
        int better = 0;
        int worse = 0;
        int chance = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[][] p = new double[12][];
            int[] outcome = new int[12];
            for (int i = 0; i < p.length; i++) {
                double up = random.nextDouble();
                p[i] = new double[] {1 - up, up};
                outcome[i] = random.nextDouble() < 0.55 ? 1 : 0;
            }
            ClassVerdict verdict = new ClassifyJudge(p, p, outcome, new double[12]).verdict();
            better += verdict.good() == 1 ? 1 : 0;
            worse += verdict.good() == -1 ? 1 : 0;
            chance += verdict.notice().key().equals("verdict.classify.fewWindows") ? 1 : 0;
        }
        assertTrue(better <= 0.035 * trials && worse <= 0.035 * trials, better + " better, " + worse + " worse");
        assertTrue(chance > 0.03 * trials, chance + " look better or worse by the interval alone");
    }

    @Test
    void answersThatAreTheTrainingSharesAreNoBetter() throws NoticeException {
        ClassifySpec spec = spec("three");
        double[] prior = {0.3, 0.4, 0.3};
        Evaluation evaluation = judged(spec, prior, origins -> {
            double[][] same = new double[origins.length][];
            Arrays.fill(same, prior);
            return same;
        });
        assertEquals(0, evaluation.good());
        assertEquals("verdict.classes.noBetter", evaluation.verdict().key());
        assertEquals(
                evaluation.metrics().get(Metric.F1),
                evaluation.challengers().getFirst().metrics().get(Metric.F1));
        assertEquals(0, evaluation.metrics().get(Metric.TURNOVER));
    }

    @Test
    void fewWindowsAreTold() throws NoticeException {
        ClassifySpec spec = spec("two");
        DateSplit split = Splits.days(spec, CLOSE.length);
        Evaluation few = ClassifyJudge.evaluate(spec, HISTORY, split, 9, new double[] {0.5, 0.5}, leaning(spec, 0));
        assertTrue(few.warnings().getFirst().key().equals("run.warning.fewWindows"));
        assertFalse(judged(spec, new double[] {0.5, 0.5}, leaning(spec, 0))
                .warnings()
                .toString()
                .contains("fewWindows"));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double sharpe(double[] net, double periods) {
        double mean = mean(net);
        double variance = Arrays.stream(net).map(r -> (r - mean) * (r - mean)).sum() / (net.length - 1);
        return mean / Math.sqrt(variance) * Math.sqrt(periods);
    }
}
