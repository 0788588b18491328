package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.Direction;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import io.riskloom.engine.stats.DieboldMariano;
import io.riskloom.engine.stats.Roc;
import io.riskloom.engine.stats.TradingRule;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionScoresTest {
    private static final double[] CLOSE = JudgedRun.randomWalk(21, 1500);
    private static final PriceHistory HISTORY = ToySeries.ofCloses(CLOSE, 0);

    private static Evaluation judged(String directions, int horizon) throws Exception {
        ClassifySpec spec = Specs.with(
                Specs.defaults(ClassifySpec.class, ""),
                Map.of("directions", directions, "horizon", horizon, "window", 20, "costs", 8.0));
        Direction direction = new Direction(CLOSE, horizon, spec.classes(), spec.deadBand());
        double[] prior = new double[spec.classes()];
        Arrays.fill(prior, 1.0 / prior.length);
        return ClassifyJudge.evaluate(
                spec, HISTORY, Splits.days(spec, CLOSE.length), 40, prior, origins -> Arrays.stream(origins)
                        .mapToObj(day -> {
                            double lean = 0.3 * new Random(day).nextDouble();
                            double[] p = new double[prior.length];
                            Arrays.fill(p, (1 - lean) / p.length);
                            p[direction.of(day)] += lean * (day % 3 == 0 ? 1 : 0);
                            p[day % p.length] += lean * (day % 3 == 0 ? 0 : 1);
                            return p;
                        })
                        .toArray(double[][]::new));
    }

    private static Details.OfClassify details(Evaluation evaluation) {
        return (Details.OfClassify) evaluation.details();
    }

    private static Details.OfClassify part(Details.OfClassify d, int from, int to) {
        return part(d, from, to, d.prior(), 0);
    }

    /** @param days by which its origins lie later in the series than the dates say */
    private static Details.OfClassify part(Details.OfClassify d, int from, int to, double[] prior, int days) {
        return new Details.OfClassify(
                d.origins().subList(from, to),
                Arrays.copyOfRange(d.probabilityUp(), from, to),
                Arrays.copyOfRange(d.up(), from, to),
                Arrays.copyOfRange(d.probability(), from, to),
                Arrays.copyOfRange(d.outcome(), from, to),
                Arrays.copyOfRange(d.move(), from, to),
                prior,
                Arrays.stream(d.days(), from, to).map(day -> day + days).toArray(),
                d.barsPerYear());
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "three"})
    void theWholeSpanHasTheFiguresOfTheRun(String directions) throws Exception {
        for (int horizon : new int[] {1, 5}) {
            Evaluation stored = judged(directions, horizon);
            Period all = new DirectionScores(List.of(details(stored)), horizon).all(8);
            assertEquals(stored.metrics(), all.metrics());
            assertEquals(stored.intervals(), all.intervals());
            assertEquals(stored.verdict(), all.verdict());
            assertEquals(stored.good(), all.good());
        }
    }

    @Test
    void aPeriodIsScoredByItsOwnOrigins() throws Exception {
        Details.OfClassify d = details(judged("two", 5));
        DirectionScores scores = new DirectionScores(List.of(d), 5);
        LocalDate from = d.origins().get(7);
        LocalDate to = d.origins().get(30);
        Period period = scores.between(from, to, 25).orElseThrow();
        assertEquals(24, period.origins());
        assertEquals(from, period.first());
        assertEquals(to, period.last());
        boolean[] up = Arrays.copyOfRange(d.up(), 7, 31);
        double[] p = Arrays.copyOfRange(d.probabilityUp(), 7, 31);
        assertEquals(Roc.auc(p, up), period.metrics().get(Metric.AUC), 1e-12);
        double[] side = Arrays.stream(p).map(q -> q >= 0.5 ? 1 : -1).toArray();
        double[] move = Arrays.stream(Arrays.copyOfRange(d.move(), 7, 31))
                .map(Math::expm1)
                .toArray();
        TradingRule rule = TradingRule.sign(side, move, 25, 252 / 5.0);
        assertEquals(rule.rule().sharpe(), period.metrics().get(Metric.SHARPE_NET), 1e-12);
        assertEquals(rule.rule().total(), period.trading().orElseThrow().rule().total(), 1e-12);
        assertEquals(24, period.trading().orElseThrow().dates().size());
        assertTrue(scores.between(LocalDate.of(1990, 1, 1), LocalDate.of(1990, 2, 1), 25)
                .isEmpty());
    }

    @Test
    void foldsAreJoinedInOrderOfTimeAndAnOriginCountsOnce() throws Exception {
        Details.OfClassify d = details(judged("three", 5));
        int n = d.origins().size();
        Period joined = new DirectionScores(List.of(part(d, 20, n), part(d, 0, 25)), 5).all(8);
        Period whole = new DirectionScores(List.of(d), 5).all(8);
        assertEquals(n, joined.origins());
        assertEquals(whole.metrics(), joined.metrics());
    }

    @Test
    void atEachOriginThePlainModelKnowsItsOwnFoldsTrainingOnly() throws Exception {
        Details.OfClassify d = details(judged("three", 5));
        int n = d.origins().size();
        double[] early = {0.5, 0.2, 0.3};
        double[] late = {0.2, 0.3, 0.5};
        DirectionScores scores = new DirectionScores(List.of(part(d, 0, 20, early, 0), part(d, 20, n, late, 0)), 5);
        double[] plain = new double[n];
        double[] own = new double[n];
        for (int i = 0; i < n; i++) {
            plain[i] = -Math.log((i < 20 ? early : late)[d.outcome()[i]]);
            own[i] = -Math.log(d.probability()[i][d.outcome()[i]]);
        }
        List<String> args = scores.all(8).verdict().args();
        assertEquals(Text.number(Arrays.stream(plain).average().orElseThrow(), 3), args.get(1));
        assertEquals(Text.signedP(DieboldMariano.test(own, plain, 1).pValue()), args.get(5));
        // the same with or without the later fold
        Period alone = new DirectionScores(List.of(part(d, 0, 20, early, 0)), 5).all(8);
        Period within =
                scores.between(d.origins().get(0), d.origins().get(19), 8).orElseThrow();
        assertEquals(alone.verdict(), within.verdict());
        assertEquals(List.of(Notice.of("verdict.part")), within.remarks());
        assertEquals(List.of(), alone.remarks());
    }

    /** The second fold begins 2 days after the last origin of the first, whose label ends 5 days after it. */
    @Test
    void anOriginWhoseLabelOverlapsThatOfTheFoldBeforeIsLeftOut() throws Exception {
        Details.OfClassify d = details(judged("two", 5));
        int n = d.origins().size();
        Details.OfClassify early = part(d, 0, 20);
        List<LocalDate> touching = new DirectionScores(List.of(early, part(d, 20, n, d.prior(), 0)), 5).dates();
        assertEquals(d.origins(), touching);
        List<LocalDate> apart = new DirectionScores(List.of(early, part(d, 20, n, d.prior(), -3)), 5).dates();
        assertEquals(n - 1, apart.size());
        assertEquals(d.origins().get(21), apart.get(20));
    }

    @Test
    void aYearHasTheBarsOfTheSeries() throws Exception {
        Details.OfClassify d = details(judged("two", 5));
        assertEquals(252, d.barsPerYear());
        Details.OfClassify crypto = new Details.OfClassify(
                d.origins(), d.probabilityUp(), d.up(), d.probability(), d.outcome(), d.move(), d.prior(), null, 365);
        double sharpe = new DirectionScores(List.of(d), 5).all(8).metrics().get(Metric.SHARPE_NET);
        assertEquals(
                sharpe * Math.sqrt(365 / 252.0),
                new DirectionScores(List.of(crypto), 5).all(8).metrics().get(Metric.SHARPE_NET),
                1e-12);
    }

    @Test
    void aSingleOriginIsJudgedWithoutFailing() throws Exception {
        for (String directions : List.of("two", "three")) {
            Details.OfClassify d = details(judged(directions, 5));
            DirectionScores scores = new DirectionScores(List.of(d), 5);
            for (int count = 1; count < 6; count++) {
                Period few = scores.between(d.origins().get(0), d.origins().get(count - 1), 8)
                        .orElseThrow();
                assertEquals(count, few.origins());
                double accuracy = few.metrics().get(Metric.ACCURACY);
                assertTrue(accuracy >= 0 && accuracy <= 1, directions + " " + accuracy);
            }
        }
    }

    @Test
    void runsOfEarlierVersionsHaveNoTrading() throws Exception {
        Details.OfClassify d = details(judged("two", 5));
        Details.OfClassify old = new Details.OfClassify(d.origins(), d.probabilityUp(), d.up(), null, null, null, null);
        Period all = new DirectionScores(List.of(old), 5).all(8);
        assertTrue(all.trading().isEmpty());
        assertEquals(
                new DirectionScores(List.of(d), 5).all(8).metrics().get(Metric.AUC),
                all.metrics().get(Metric.AUC));
    }

    @Test
    void nothingAndMixturesAreRefused() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> new DirectionScores(List.of(), 5));
        List<Details.OfClassify> mixed =
                List.of(part(details(judged("two", 5)), 0, 10), part(details(judged("three", 5)), 10, 20));
        assertThrows(IllegalArgumentException.class, () -> new DirectionScores(mixed, 5));
    }
}
