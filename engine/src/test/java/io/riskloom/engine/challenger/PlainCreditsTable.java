package io.riskloom.engine.challenger;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.feature.StratifiedSplit;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Seeds;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import io.riskloom.engine.stats.Roc;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Measures the plain credit models in the five folds that a study with default settings makes of a file: {@code
 * PlainCreditsTable FILE…} prints a line each, mean ± SD of the folds and the seconds for all of them. Each model learns from
 * a fold's training and validation rows.
 */
final class PlainCreditsTable {

    @FunctionalInterface
    private interface Fit {
        PlainCredit of(CreditBook book, int[] train, CreditSpec spec) throws Exception;
    }

    private static final List<Fit> MODELS = List.of(
            (book, train, spec) -> WoeScorecard.fit(book, train, spec.bins()),
            (book, train, spec) -> Forest.fit(book, train, Seeds.mix(spec.seed(), PlainCredits.FOREST)),
            (book, train, spec) -> Boosting.fit(book, train, Seeds.mix(spec.seed(), PlainCredits.BOOSTING)));

    private PlainCreditsTable() {}

    public static void main(String[] files) throws Exception {
        for (String file : files) {
            CreditBook book = ((Imported.Credit) CsvReader.read(Path.of(file))).book();
            CreditSpec spec = Specs.with(Specs.defaults(CreditSpec.class, file), Map.of("scheme", "kfold", "folds", 5));
            List<StratifiedSplit> folds = Splits.rowFolds(spec, book);
            for (Fit model : MODELS) {
                print(Path.of(file).getFileName().toString(), book, folds, spec, model);
            }
        }
    }

    private static void print(String file, CreditBook book, List<StratifiedSplit> folds, CreditSpec spec, Fit model)
            throws Exception {
        double[] auc = new double[folds.size()];
        double[] ks = new double[folds.size()];
        String name = "";
        long start = cpu();
        for (int k = 0; k < auc.length; k++) {
            StratifiedSplit fold = folds.get(k);
            int[] learnt = IntStream.concat(Arrays.stream(fold.train()), Arrays.stream(fold.validation()))
                    .sorted()
                    .toArray();
            PlainCredit fitted = model.of(book, learnt, spec);
            double[] answers = fitted.probability(book, fold.test());
            boolean[] bad = Loans.bad(book, fold.test());
            auc[k] = Roc.auc(answers, bad);
            ks[k] = Roc.ks(answers, bad).value();
            name = fitted.name();
        }
        double seconds = (cpu() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-34s %-9s AUC %.4f ± %.4f  KS %.3f ± %.3f  %.1f CPU s%n",
                file,
                name,
                mean(auc),
                deviation(auc),
                mean(ks),
                deviation(ks),
                seconds);
    }

    /** Nanoseconds of this thread, on which everything runs. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElseThrow();
    }

    private static double deviation(double[] x) {
        double mean = mean(x);
        return Math.sqrt(
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }
}
