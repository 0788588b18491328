package io.riskloom.engine.explain;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.stats.Roc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Computes {@link Robustness}: cells of the table are made worse, then encoded as any other table would be. */
public final class RobustnessTrials {

    private static final double[] NOISE = {0.05, 0.1, 0.2, 0.5};
    private static final double[] MISSING = {0.05, 0.1, 0.2, 0.4};

    private final Batches batches;
    private final CreditScorer scorer;
    private final CreditBook book;
    private final boolean[] bad;
    private final double cutOff;
    private final double[] plain;
    private final List<TrainingValues> training;

    private RobustnessTrials(Batches batches, CreditBook all, int[] rows, int[] training, double cutOff)
            throws NoticeException {
        this.batches = batches;
        this.scorer = batches.scorer();
        this.book = Books.of(all, rows);
        this.bad = Importances.of(all.bad(), rows);
        this.cutOff = cutOff;
        this.plain = batches.logOdds(scorer.encoder().encodeKnown(book));
        this.training = book.features().stream()
                .map(column -> TrainingValues.of(all, column.name(), training).without(specials(column.name())))
                .toList();
    }

    /**
     * @param book     with the outcome of each applicant
     * @param training rows whose standard deviations scale the noise and whose levels are dealt
     * @param rows     test applicants, both classes among them; some are drawn in the same balance where they are many
     * @param cutOff   probability from which an applicant is refused
     */
    public static Robustness of(
            CreditScorer scorer,
            CreditBook book,
            int[] training,
            int[] rows,
            double cutOff,
            Effort effort,
            long seed,
            BooleanSupplier stopped)
            throws NoticeException {
        SplittableRandom random = new SplittableRandom(seed);
        int[] some = Draws.some(rows, book.bad(), effort.judged(), random);
        RobustnessTrials trials = new RobustnessTrials(new Batches(scorer, stopped), book, some, training, cutOff);
        List<Robustness.Trial> told = new ArrayList<>();
        for (double strength : NOISE) {
            told.add(trials.trial("noise", strength, effort.draws(), random));
        }
        for (double share : MISSING) {
            told.add(trials.trial("missing", share, effort.draws(), random));
        }
        return new Robustness(Roc.auc(trials.plain, trials.bad), told);
    }

    private Robustness.Trial trial(String kind, double strength, int draws, SplittableRandom random)
            throws NoticeException {
        double[] aucs = new double[draws];
        double changed = 0;
        double[] before = scorer.probability(plain);
        for (int draw = 0; draw < draws; draw++) {
            List<CreditColumn> worse = new ArrayList<>();
            for (int c = 0; c < training.size(); c++) {
                CreditColumn column = book.features().get(c);
                worse.add(
                        kind.equals("noise")
                                ? noisy(column, training.get(c), strength, random)
                                : emptied(column, strength, random));
            }
            double[] logOdds = batches.logOdds(scorer.encoder().encodeKnown(Books.with(book, worse)));
            aucs[draw] = Roc.auc(logOdds, bad);
            changed += changed(before, scorer.probability(logOdds)) / draws;
        }
        return new Robustness.Trial(
                kind,
                strength,
                Arrays.stream(aucs).average().orElseThrow(),
                Arrays.stream(aucs).min().orElseThrow(),
                Arrays.stream(aucs).max().orElseThrow(),
                changed);
    }

    private double changed(double[] before, double[] after) {
        long count = IntStream.range(0, before.length)
                .filter(i -> before[i] >= cutOff != after[i] >= cutOff)
                .count();
        return (double) count / before.length;
    }

    /** Whole numbers stay whole; special codes and missing cells stay as they are, for they measure nothing. */
    private CreditColumn noisy(CreditColumn column, TrainingValues training, double strength, SplittableRandom random) {
        return switch (column) {
            case CreditColumn.Numeric c -> {
                double sd = strength * training.sd();
                boolean whole = training.whole();
                List<Double> specials = specials(c.name());
                double[] values = c.values();
                for (int i = 0; i < values.length; i++) {
                    double moved = values[i] + sd * random.nextGaussian();
                    if (!specials.contains(values[i])) {
                        values[i] = whole ? Math.rint(moved) : moved;
                    }
                }
                yield new CreditColumn.Numeric(c.name(), values);
            }
            case CreditColumn.Categorical c -> {
                int[] codes = c.codes();
                for (int i = 0; i < codes.length; i++) {
                    if (codes[i] >= 0
                            && random.nextDouble() < strength
                            && !training.levels().isEmpty()) {
                        codes[i] = c.levels().indexOf(training.drawn(random));
                    }
                }
                yield new CreditColumn.Categorical(c.name(), c.levels(), codes);
            }
        };
    }

    private List<Double> specials(String column) {
        return Books.specials(scorer.encoder(), column);
    }

    private static CreditColumn emptied(CreditColumn column, double share, SplittableRandom random) {
        return switch (column) {
            case CreditColumn.Numeric c -> {
                double[] values = c.values();
                for (int i = 0; i < values.length; i++) {
                    values[i] = random.nextDouble() < share ? Double.NaN : values[i];
                }
                yield new CreditColumn.Numeric(c.name(), values);
            }
            case CreditColumn.Categorical c -> {
                int[] codes = c.codes();
                for (int i = 0; i < codes.length; i++) {
                    codes[i] = random.nextDouble() < share ? -1 : codes[i];
                }
                yield new CreditColumn.Categorical(c.name(), c.levels(), codes);
            }
        };
    }
}
