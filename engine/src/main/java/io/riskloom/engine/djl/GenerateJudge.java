package io.riskloom.engine.djl;

import io.riskloom.engine.challenger.BlockBootstrap;
import io.riskloom.engine.challenger.Garch;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.judge.Text;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.stats.Distances;
import io.riskloom.engine.stats.StylisedFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Generated paths against the returns of the test span, beside paths of a block bootstrap of the training returns.
 * "Better" where Wasserstein-1 is at least 5 % smaller and no fewer stylised facts lie within their bands; "worse"
 * the other way round.
 */
final class GenerateJudge {
    private static final int PATHS = 200;
    private static final int DAYS = 252;
    private static final double MARGIN = 0.05;
    private static final double COPIED = 0.5;
    /** Test returns below which the 1 % quantile is the worst day and the long autocorrelation rests on half of them. */
    private static final int FEW = 100;

    private final double[] training;
    private final double[] test;
    private final Generator generator;
    private final GenerateModel model;

    GenerateJudge(double[] training, double[] test, Generator generator, GenerateModel model) {
        this.training = training;
        this.test = test;
        this.generator = generator;
        this.model = model;
    }

    Evaluation evaluate(GenerateSpec spec) throws NoticeException {
        long seed = spec.seed();
        double[][] ours = GanPathGenerator.returns(generator, model, PATHS, DAYS, Torch.mix(seed, 6));
        double[][] plain = BlockBootstrap.paths(training, PATHS, DAYS, Torch.mix(seed, 7));
        Map<String, Double> metrics = metrics(ours);
        Map<String, Double> plainMetrics = metrics(plain);
        List<Details.Fact> facts = Facts.of(test, ours, plain, Torch.mix(seed, 8));
        long inside = facts.stream().filter(f -> within(f, f.generated())).count();
        long plainInside = facts.stream().filter(f -> within(f, f.bootstrap())).count();
        double far = metrics.get(Metric.WASSERSTEIN_1);
        double plainFar = plainMetrics.get(Metric.WASSERSTEIN_1);
        int good = 0;
        if (far < (1 - MARGIN) * plainFar && inside >= plainInside) {
            good = 1;
        } else if (far > (1 + MARGIN) * plainFar && inside <= plainInside) {
            good = -1;
        }
        return new Evaluation(
                metrics,
                Map.of(),
                challengers(plainMetrics, Torch.mix(seed, 9)),
                verdict(good, far, plainFar, inside, plainInside, facts.size()),
                good,
                warnings(metrics, spec),
                new Details.OfGenerate(new PathSet(ours, model.startPrice()), test, facts));
    }

    /** The block bootstrap, and GARCH(1,1)-t where the training span is long enough to fit it. */
    private List<ChallengerScore> challengers(Map<String, Double> bootstrap, long seed) throws NoticeException {
        List<ChallengerScore> challengers = new ArrayList<>();
        challengers.add(new ChallengerScore("blockBootstrap", bootstrap));
        if (training.length >= Garch.LEAST) {
            double[][] paths = Garch.fit(training).paths(PATHS, DAYS, seed);
            challengers.add(new ChallengerScore("garch", metrics(paths)));
        }
        return challengers;
    }

    private Map<String, Double> metrics(double[][] paths) {
        double[] pooled = StylisedFacts.pooled(paths);
        Map<String, Double> metrics = new HashMap<>();
        metrics.put(Metric.WASSERSTEIN_1, Distances.wasserstein1(pooled, test));
        putDistance(metrics, Metric.WASSERSTEIN_5, paths, 5);
        putDistance(metrics, Metric.WASSERSTEIN_20, paths, 20);
        metrics.put(Metric.KURTOSIS_ERROR, Math.abs(StylisedFacts.kurtosis(pooled) - StylisedFacts.kurtosis(test)));
        metrics.put(Metric.ACF_ABS_ERROR, StylisedFacts.acfAbsDistance(test, paths));
        metrics.put(Metric.LEVERAGE_ERROR, Math.abs(StylisedFacts.leverage(paths) - StylisedFacts.leverage(test)));
        metrics.put(
                Metric.VAR_ERROR_01,
                relative(StylisedFacts.valueAtRisk(pooled, 0.01), StylisedFacts.valueAtRisk(test, 0.01)));
        metrics.put(
                Metric.ES_ERROR_01,
                relative(StylisedFacts.expectedShortfall(pooled, 0.01), StylisedFacts.expectedShortfall(test, 0.01)));
        metrics.put(Metric.NEAREST_REAL_RATIO, NearestReal.ratio(training, paths));
        return metrics;
    }

    private void putDistance(Map<String, Double> metrics, String name, double[][] paths, int days) {
        double[] real = Distances.overlapping(test, days);
        metrics.put(
                name, real.length == 0 ? Double.NaN : Distances.wasserstein1(Distances.overlapping(paths, days), real));
    }

    private static double relative(double value, double real) {
        return Math.abs(value / real - 1);
    }

    private static boolean within(Details.Fact fact, double value) {
        return value >= fact.low() && value <= fact.high();
    }

    /** Wasserstein-1 in basis points, the bootstrap's, facts within their bands, the bootstrap's, all facts. */
    private static Notice verdict(int good, double far, double plainFar, long inside, long plainInside, int facts) {
        String key =
                switch (good) {
                    case 1 -> "verdict.generate.better";
                    case -1 -> "verdict.generate.worse";
                    default -> "verdict.generate.noBetter";
                };
        return Notice.of(key, Text.number(far * 1e4, 1), Text.number(plainFar * 1e4, 1), inside, plainInside, facts);
    }

    private List<Notice> warnings(Map<String, Double> metrics, GenerateSpec spec) {
        List<Notice> warnings = new ArrayList<>();
        if (test.length < FEW) {
            warnings.add(Notice.of("run.warning.fewReturns", test.length, FEW));
        }
        if (metrics.get(Metric.NEAREST_REAL_RATIO) < COPIED) {
            warnings.add(Notice.of("run.warning.memorised", Text.number(metrics.get(Metric.NEAREST_REAL_RATIO), 2)));
        }
        if (spec.joins()) {
            warnings.add(Notice.of("run.note.joinedBlocks", model.window()));
        }
        warnings.add(Notice.of("run.note.generatorEpoch", model.bestEpoch(), spec.epochs()));
        return warnings;
    }
}
