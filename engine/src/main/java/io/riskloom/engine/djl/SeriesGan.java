package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.BarsPerYear;
import io.riskloom.engine.feature.RecentFeatures;
import io.riskloom.engine.feature.ReturnTransform;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.stats.Cholesky;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A generator of daily returns, of one series or of several together, and the critic of its windows. */
final class SeriesGan implements PathGan {
    /** Series that are made together; their pairs' statistics grow with the square. */
    static final int MOST_SERIES = 8;

    /** Part of the seed by which histories of training days are drawn. */
    private static final int HISTORIES = 13;

    /** What it learns from; absent where a trained one was opened. */
    private record Taught(Network critic, Duel.Lessons lessons) {}

    private final GenerateSpec spec;
    private final Generator generator;
    private final List<GenerateModel.Series> series;
    private final RecentScale recent;
    private final Taught taught;

    private SeriesGan(
            GenerateSpec spec,
            Generator generator,
            List<GenerateModel.Series> series,
            RecentScale recent,
            Taught taught) {
        this.spec = spec;
        this.generator = generator;
        this.series = series;
        this.recent = recent;
        this.taught = taught;
    }

    /**
     * @throws NoticeException {@code run.error.manySeries} (series, most) for more than {@value #MOST_SERIES}, {@code
     *     run.error.shortHistory} (training days, days needed) where a conditional one is left without windows behind a history
     */
    static SeriesGan create(GenerateSpec spec, PathData data) throws NoticeException {
        if (data.series() > MOST_SERIES) {
            throw new NoticeException(Notice.of("run.error.manySeries", data.series(), MOST_SERIES));
        }
        List<GenerateModel.Series> series = new ArrayList<>();
        double[][] standard = new double[data.series()][];
        double[][] all = new double[data.series()][];
        for (int s = 0; s < data.series(); s++) {
            ReturnTransform transform = ReturnTransform.fit(spec.transform(), data.training(s));
            standard[s] = transformed(transform, data.training(s));
            all[s] = transformed(transform, data.all(s));
            PriceHistory history = data.histories().get(s);
            series.add(new GenerateModel.Series(history.symbol(), transform, history.close()[history.size() - 1]));
        }
        double halfLife = spec.halfLife() * BarsPerYear.of(data.main().dates());
        RecentScale recent = recent(spec, standard, all, halfLife);
        Samples rows = GanRows.of(standard, spec.window(), recent);
        Generator generator = GanNetworks.generator(spec, series.size(), recent);
        try {
            if (generator.network().block() instanceof StochasticVolatility joint && series.size() > 1) {
                joint.start(Cholesky.factor(correlations(standard)));
            }
            double[] weights = WeightedDraws.recent(rows.rows(), halfLife);
            return new SeriesGan(spec, generator, series, recent, taught(spec, rows, weights, generator, recent));
        } catch (RuntimeException | Error e) {
            generator.close(); // native memory, which no collector frees
            throw e;
        }
    }

    /** Of transformed returns, whose means are near zero. */
    private static double[][] correlations(double[]... x) {
        double[][] out = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                out[i][j] = product(x[i], x[j]) / Math.sqrt(product(x[i], x[i]) * product(x[j], x[j]));
            }
        }
        return out;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }

    private static RecentScale recent(GenerateSpec spec, double[][] standard, double[][] all, double halfLife)
            throws NoticeException {
        if (!spec.conditioned()) {
            return null;
        }
        int least = spec.window() + RecentFeatures.DAYS + spec.criticSteps();
        if (standard[0].length < least) {
            throw new NoticeException(Notice.of("run.error.shortHistory", standard[0].length, least));
        }
        return RecentScale.fit(standard, all, halfLife, Torch.mix(spec.seed(), HISTORIES));
    }

    private static Taught taught(
            GenerateSpec spec, Samples rows, double[] weights, Generator generator, RecentScale recent) {
        int conditions = recent == null ? 0 : recent.size();
        int size = Math.toIntExact(rows.shape().size());
        int series = (size - conditions) / spec.window();
        Duel.View view = Duel.View.ROWS;
        if (spec.statistical()) {
            WindowStatistics statistics = new WindowStatistics(
                    rows, spec.window(), series, conditions, generator.network().manager());
            view = statistics;
            size = statistics.size();
        }
        Duel.Lessons lessons = new Duel.Lessons(rows, spec.batch(), weights, spec.average(), view);
        return new Taught(GanNetworks.judge(spec, size, series, conditions), lessons);
    }

    static SeriesGan open(GenerateSpec spec, GenerateModel model) {
        Generator generator = GanNetworks.generator(spec, model.series().size(), model.recent());
        return new SeriesGan(spec, generator, model.series(), model.recent(), null);
    }

    private static double[] transformed(ReturnTransform transform, double[] returns) {
        return Arrays.stream(returns).map(transform::forward).toArray();
    }

    @Override
    public TaughtPaths teach(Duel.Check check) {
        Duel duel = GanNetworks.lessons(spec, generator, taught.critic(), taught.lessons(), check);
        return generator instanceof TimeGenerator recurrent ? new TimeLessons(spec, recurrent, duel) : duel;
    }

    @Override
    public NDManager manager() {
        return generator.network().manager();
    }

    @Override
    public Map<String, NDArray> state() {
        return generator.network().state();
    }

    @Override
    public GenerateModel model(int bestEpoch) {
        return new GenerateModel(bestEpoch, series, recent, null);
    }

    @Override
    public void cancelWhen(BooleanSupplier asked) {
        generator.network().cancelWhen(asked);
    }

    @Override
    public boolean conditional() {
        return recent != null;
    }

    @Override
    public PathSet generate(PathRequest request) {
        Torch.enter(Torch.Load.SMALL);
        float[][] conditions = recent == null ? new float[0][] : recent.of(request);
        float[][] drawn = generator.paths(
                new Generator.Wanted(request.first(), request.paths(), request.length(), request.seed()), conditions);
        List<PathSet.Column> others = new ArrayList<>();
        for (int s = 1; s < series.size(); s++) {
            PathSet alone = new PathSet(returns(drawn, s), series.get(s).lastPrice());
            others.add(new PathSet.Column(series.get(s).name(), alone.prices()));
        }
        GenerateModel.Series main = series.getFirst();
        return new PathSet(main.name(), returns(drawn, 0), main.lastPrice(), others);
    }

    private double[][] returns(float[][] drawn, int which) {
        ReturnTransform transform = series.get(which).transform();
        int wide = series.size();
        double[][] returns = new double[drawn.length][drawn[0].length / wide];
        for (int i = 0; i < drawn.length; i++) {
            for (int t = 0; t < returns[i].length; t++) {
                returns[i][t] = transform.inverse(drawn[i][t * wide + which]);
            }
        }
        return returns;
    }

    @Override
    public double[][] nextDay(double[][] returns, int[] origins, int draws, long seed) {
        if (recent == null) {
            throw new UnsupportedOperationException("not conditional");
        }
        Torch.enter(Torch.Load.SMALL);
        double[][] x = new double[series.size()][];
        Arrays.setAll(x, s -> transformed(series.get(s).transform(), returns[s]));
        float[][] conditions = new float[Math.multiplyExact(origins.length, draws)][];
        for (int i = 0; i < origins.length; i++) {
            Arrays.fill(conditions, i * draws, (i + 1) * draws, recent.of(x, origins[i] + 1));
        }
        float[][] drawn = generator.paths(new Generator.Wanted(0, conditions.length, 1, seed), conditions);
        double[][] days = new double[origins.length][draws];
        for (int i = 0; i < conditions.length; i++) {
            days[i / draws][i % draws] = series.getFirst().transform().inverse(drawn[i][0]);
        }
        return days;
    }

    @Override
    public void close() {
        if (taught != null) {
            taught.critic().close();
        }
        generator.close();
    }
}
